using System.Text.RegularExpressions;

namespace EmploymentDashboard.Benchmarks.Circuits;

/// <summary>The lists of a page from which a reader may choose.</summary>
internal static partial class PageLists
{
    private const int PatienceMilliseconds = 10_000;

    /// <returns>By name: the values that may be chosen, without the one that means no choice.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(string page) => Lists().Matches(page).ToDictionary(
        list => list.Groups["name"].Value,
        IReadOnlyList<string> (list) => [.. Options().Matches(list.Groups["options"].Value).Select(option => option.Groups["value"].Value)],
        StringComparer.Ordinal);

    [GeneratedRegex("<select name=\"(?<name>[a-z]+)\"[^>]*>(?<options>.*?)</select>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, PatienceMilliseconds)]
    private static partial Regex Lists();

    [GeneratedRegex("<option value=\"(?<value>[^\"]+)\"(?![^>]*disabled)", RegexOptions.ExplicitCapture, PatienceMilliseconds)]
    private static partial Regex Options();
}
