using System.Globalization;
using System.Text;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Import.Layouts;

/// <summary>Tables as texts, and what is made of them as texts.</summary>
internal static class Tables
{
    private static readonly ReferenceNames Names = new(TestCatalog.Create());

    /// <summary>The records of a comma-separated text.</summary>
    public static List<CsvRow> Records(string text)
    {
        var records = new List<CsvRow>();
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var (start, fields, lines) = (line, new List<string>(), new List<int>());
            var isOver = false;
            while (!isOver)
            {
                lines.Add(line);
                var field = new StringBuilder();
                if (at < text.Length && text[at] == '"')
                {
                    for (at++; at < text.Length && (text[at] != '"' || (++at < text.Length && text[at] == '"')); at++)
                    {
                        line += text[at] == '\n' ? 1 : 0;
                        field.Append(text[at]);
                    }
                }

                while (at < text.Length && text[at] is not (',' or '\n'))
                    field.Append(text[at++]);
                fields.Add(field.ToString().TrimEnd('\r'));
                isOver = at >= text.Length || text[at] == '\n';
                at++;
            }

            records.Add(new(start, line, fields.ToArray(), line == start ? null : [.. lines]));
            line++;
        }

        return records;
    }

    public static Understood Read(string text, LayoutSettings? settings = null, ReferenceNames? names = null)
    {
        var (rows, log, account) = (Records(text), new IssueLog("table.csv"), new TableAccount());
        var layout = LayoutDetector.Detect([.. rows.Take(LayoutDetector.SampleSize)], names ?? Names, settings ?? LayoutSettings.None, log);
        List<RawFigure> figures = layout is null ? [] : [.. layout.Figures(rows, log, account)];
        return new(layout, figures, account, log.Issues, rows.Count);
    }

    /// <summary>What a figure says, without where: 巴南|新增就业||flow|2023-01|5.</summary>
    public static string Say(RawFigure figure) => string.Join('|', new[] { FigureField.Area, FigureField.Indicator, FigureField.Breakdown, FigureField.Basis, FigureField.Period, FigureField.Value }.Select(field => figure[field].Text));

    /// <summary>A figure with the places of its cells: 3:4 巴南@3:1 新增就业@1:1 2023-01@2:4 5@3:4 unit=人@1:5.</summary>
    public static string Place(RawFigure figure)
    {
        var needed = new[] { FigureField.Area, FigureField.Indicator, FigureField.Period, FigureField.Value };
        var cells = needed.Select(field => At(figure[field])).Concat(Enum.GetValues<FigureField>().Except(needed)
            .Where(field => !figure[field].IsEmpty).Select(field => $"{field.ToString().ToLowerInvariant()}={At(figure[field])}"));
        return string.Create(CultureInfo.InvariantCulture, $"{figure.Line}:{figure.ValueColumn} {string.Join(' ', cells)}");
    }

    private static string At(Cell cell) => string.Create(CultureInfo.InvariantCulture, $"{cell.Text}@{cell.Line}:{cell.Column}");
}

internal sealed record Understood(TableLayout? Layout, IReadOnlyList<RawFigure> Figures, TableAccount Account, IReadOnlyList<ImportIssue> Issues, int Records)
{
    public string Places => string.Join('\n', Figures.Select(Tables.Place));

    /// <summary>Codes and places: total_row@6 derived_column@1:4.</summary>
    public string Codes => string.Join(' ', Issues.Select(issue => string.Create(CultureInfo.InvariantCulture, $"{issue.Kind.Code}@{issue.Line}{(issue.Column > 0 ? $":{issue.Column}" : "")}")));

    /// <summary>Counts of fates: Header=1 Figures=2.</summary>
    public string Fates => string.Join(' ', Enum.GetValues<RowFate>().Where(fate => Account[fate] > 0).Select(fate => string.Create(CultureInfo.InvariantCulture, $"{fate}={Account[fate]}")));
}
