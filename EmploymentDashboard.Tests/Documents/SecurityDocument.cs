using System.Globalization;
using System.Text.RegularExpressions;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Documents;

/// <summary>One line of a chapter's table in docs/security.md.</summary>
/// <param name="Number">As the standard counts, such as 6.2.4.</param>
/// <param name="State">met, partly, not met, or does not apply.</param>
/// <param name="How">Where it is done, or why not.</param>
/// <param name="Tests">What shows it.</param>
internal sealed record SecurityItem(string Number, string State, string How, string Tests)
{
    public int Chapter => int.Parse(Number.Split('.')[0], CultureInfo.InvariantCulture);
}

/// <summary>docs/security.md as a test reads it.</summary>
internal sealed partial class SecurityDocument
{
    public static readonly IReadOnlyList<string> States = ["met", "partly", "not met", "does not apply"];

    private SecurityDocument(string text)
    {
        Text = text;
        Items = [.. Item().Matches(text).Select(match => new SecurityItem(match.Groups["number"].Value, match.Groups["state"].Value.Trim(), match.Groups["how"].Value, match.Groups["tests"].Value))];
        Counts = Count().Matches(text).ToDictionary(match => match.Groups["of"].Value.Trim(), match => (IReadOnlyList<int>)[.. States.Select((_, at) => int.Parse(match.Groups["n"].Captures[at].Value, CultureInfo.InvariantCulture))]);
    }

    public string Text { get; }

    public IReadOnlyList<SecurityItem> Items { get; }

    /// <summary>By the first column of the table of counts, in the order of <see cref="States"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>> Counts { get; }

    public static SecurityDocument Read() => new(File.ReadAllText(Path.Combine(Repository.Root, "docs/security.md")));

    /// <summary>What stands in code type, which is the name of something.</summary>
    public static IEnumerable<string> NamesIn(string text) => Name().Matches(text).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \|[^|\n]*\|(?<state>[^|\n]*)\|(?<how>[^|\n]*)\|(?<tests>[^|\n]*)\|$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\| (?<of>[^|\n]*) \|( (?<n>\d+) \|){4}$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Count();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
