using System.Globalization;
using System.Text;

namespace EmploymentDashboard.Benchmarks;

/// <summary>One measure beside its yardstick and its goal.</summary>
/// <param name="Yardstick">What the same run measured to compare with; empty where the goal is a plain number.</param>
/// <param name="IsMet">null where there is no goal.</param>
internal sealed record ReportLine(string Measure, string Measured, string Yardstick, string Goal, bool? IsMet)
{
    public string Row => $"| {Measure} | {Measured} | {Yardstick} | {Goal} | {(IsMet is { } met ? met ? "met" : "**not met**" : "")} |";
}

/// <summary>The lines of a report, printed as they come, and their table.</summary>
internal sealed class Report
{
    private const string Head = "| measure | measured | beside it | goal | |\n|---|---|---|---|---|";

    private readonly List<(string Title, List<ReportLine> Lines)> _parts = [];

    public void Begin(string title)
    {
        _parts.Add((title, []));
        Console.WriteLine($"\n### {title}\n\n{Head}");
    }

    public void Add(FormattableString measure, FormattableString measured, FormattableString? yardstick = null, FormattableString? goal = null, bool? isMet = null)
    {
        var line = new ReportLine(Text(measure), Text(measured), Text(yardstick), Text(goal), isMet);
        _parts[^1].Lines.Add(line);
        Console.WriteLine(line.Row);

        static string Text(FormattableString? text) => text?.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (title, lines) in _parts)
            text.Append("### ").Append(title).Append("\n\n").Append(Head).Append('\n').AppendJoin('\n', lines.Select(line => line.Row)).Append("\n\n");
        return text.ToString();
    }
}
