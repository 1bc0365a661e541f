using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>Draws how many figures there are, areas × months, as a table that scrolls within itself.</summary>
internal static class MatrixDrawing
{
    private const int Shades = 4;
    private const double CellWidth = 32;

    public static void Write(MarkupWriter writer, CoverageMatrix matrix, ChartKey key)
    {
        var cells = matrix.Rows.SelectMany(row => row.Cells.Values).ToList();
        var most = cells.Select(cell => cell.Count).DefaultIfEmpty().Max();
        var isTabbable = cells.Count <= Marks.MostTabStops;
        var hasNone = matrix.Rows.Any(row => matrix.Months.Any(month => !row.Cells.ContainsKey(month)));
        key.AddIf(hasNone, KeySign.NotReported);
        key.AddIf(Enumerable.Range(0, matrix.Months.Count).Any(column => GapClass(matrix.Months, column).Length > 0), KeySign.ColumnGap);
        key.AddIf(cells.Exists(cell => cell.Norms != Norms.None), KeySign.NormCell);
        key.AddIf(cells.Exists(cell => cell.State == CellState.Zero), KeySign.ZeroCell);
        key.AddIf(cells.Exists(cell => cell.State == CellState.ReportedMissing), KeySign.Missing);

        var labelWidth = Math.Ceiling(matrix.Rows.Select(row => TextWidth.Of(row.Label, 13) + (row.Indent * 14)).DefaultIfEmpty().Max());
        ScrollHint.Write(writer, labelWidth + 10 + (matrix.Months.Count * CellWidth), matrix.Months[0]);
        writer.Open("div", "scroll to-end").With("role", "region").With("tabindex", "0").With("aria-label", matrix.Caption.Title);
        writer.Open("table", "matrix").With("style", $"--label:{Format.Invariant(labelWidth)}px");
        WriteHead(writer, matrix.Months);
        writer.Open("tbody");
        foreach (var row in matrix.Rows)
        {
            writer.Open("tr").Open("th", row.Indent > 0 ? "indented" : null).With("scope", "row");
            if (row.Href is null)
                writer.Text(row.Label);
            else
                writer.Open("a").With("href", row.Href).Text(row.Label).Close();
            writer.Close();

            for (var column = 0; column < matrix.Months.Count; column++)
                WriteCell(writer, row, matrix.Months[column], GapClass(matrix.Months, column), most, isTabbable);
            writer.Close();
        }

        writer.Close().Close().Close();
    }

    /// <summary>Years over months; a gap where months are left out.</summary>
    private static void WriteHead(MarkupWriter writer, IReadOnlyList<YearMonth> months)
    {
        writer.Open("thead").Open("tr").Open("td").With("rowspan", "2").Close();
        foreach (var year in months.Select((month, column) => (month.Year, Column: column)).GroupBy(month => month.Year))
        {
            writer.Open("th", "year" + GapClass(months, year.First().Column)).With("scope", "colgroup").With("colspan", year.Count().ToString(CultureInfo.InvariantCulture))
                .Open("span").Text(year.Key.ToString(CultureInfo.InvariantCulture)).Close().Close();
        }

        writer.Close().Open("tr");
        for (var column = 0; column < months.Count; column++)
            writer.Open("th", "month" + GapClass(months, column)).With("scope", "col").Text(MonthAxis.Name(months[column].Month)).Close();
        writer.Close().Close();
    }

    private static string GapClass(IReadOnlyList<YearMonth> months, int column) =>
        column > 0 && months[column] - months[column - 1] > 1 ? " gap" : "";

    private static void WriteCell(MarkupWriter writer, MatrixRow row, YearMonth month, string gap, int most, bool isTabbable)
    {
        if (!row.Cells.TryGetValue(month, out var cell) || cell.State == CellState.NotReported)
        {
            writer.Open("td", "none" + gap).Close();
            return;
        }

        var (classes, text) = cell switch
        {
            { State: CellState.ReportedMissing } => ("reported-missing", (string)new Bilingual("缺", "–")),
            { State: CellState.Zero } => ("zero-cell", "0"),
            { Norms: not Norms.None } => ("norm-cell", cell.Count.ToString(CultureInfo.InvariantCulture)),
            _ => ($"shade-{Math.Clamp((int)Math.Ceiling(Shades * Math.Sqrt(cell.Count / (double)most)), 1, Shades)}", cell.Count.ToString(CultureInfo.InvariantCulture)),
        };
        var name = Words(row.Label, month, cell);
        writer.Open("td", gap.Length == 0 ? null : "gap");
        if (cell.Href is null)
            writer.Open("span", classes).With("data-tip", name);
        else
            writer.Open("a", classes).With("href", cell.Href).With("aria-label", name).With("data-tip", name).With("tabindex", isTabbable ? null : "-1");
        writer.Text(text).Close().Close();
    }

    private static string Words(string label, YearMonth month, MatrixCell cell)
    {
        string what = cell switch
        {
            { State: CellState.ReportedMissing or CellState.Zero } => cell.State.Name(),
            _ => cell.Norms.Words(cell.Count),
        };
        return $"{label} {month}{new Bilingual("：", ": ")}{what}";
    }
}
