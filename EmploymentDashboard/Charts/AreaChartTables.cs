using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>The tables of maps, heat tables, small multiples and scatters.</summary>
internal static class AreaChartTables
{
    private static readonly Bilingual _area = new("地区", "Area");
    private static readonly Bilingual _basis = new("口径", "Basis");
    private static readonly Bilingual _period = new("期间", "Period");
    private static readonly Bilingual _notes = new("说明", "Notes");

    /// <summary>Largest first; areas without a figure below.</summary>
    public static ChartTable Of(ValueMap map)
    {
        var classes = map.Classes();
        return new(
            $"{map.Caption.Title} ({map.Caption.Unit})",
            [_area, new Bilingual("数值", "Value"), new Bilingual("级", "Class"), _basis, _period, _notes],
            [.. map.Tiles.Where(tile => !tile.IsLeftOut).OrderByDescending(tile => tile.Mark is { IsDrawable: true } mark ? mark.Measured.Value : (decimal?)null).Select(tile => (IReadOnlyList<TableCell>)[
                new(tile.Name, Href: tile.Href),
                Number(tile.Mark),
                TableCell.Words(tile is { Kind: not AreaKind.Zone, Mark: { IsDrawable: true } mark } ? classes.Find(mark.Measured.Value)?.ToString() ?? "–" : "–"),
                TableCell.Words(tile.Mark?.Basis.Name() ?? ""),
                TableCell.Words(tile.Mark is null ? "" : Format.Words(tile.Mark.Period)),
                Notes(tile.Mark, tile.Kind == AreaKind.Zone ? tile.Kind.Name() : "")])]);
    }

    /// <summary>Numbers in full: the drawing is a table too, but shortens them. Where there are thousands, links are left to the drawing.</summary>
    public static ChartTable Of(HeatTable table) => new(
        Caption(table.Caption, table.Rows.SelectMany(row => row.Cells.Values)),
        [_area, .. table.Months.Select(month => month.ToString())],
        [.. table.Rows.OrderBy(row => row.IsApart).Select(row => (IReadOnlyList<TableCell>)[
            new(row.Label, Href: row.Href),
            .. table.Months.Select(month => Cell(row.Cells.GetValueOrDefault(month), table.Months.Count <= HeatDrawing.MostNumbered))])]);

    public static ChartTable Of(SmallMultiples chart) => new(
        Caption(chart.Caption, chart.Panels.SelectMany(panel => panel.Cells.Values)),
        [_area, .. chart.Months.Select(month => month.ToString())],
        [.. chart.Panels.Select(panel => (IReadOnlyList<TableCell>)[
            TableCell.Words(panel.Label),
            .. chart.Months.Select(month => Cell(panel.Cells.GetValueOrDefault(month), chart.Months.Count <= HeatDrawing.MostNumbered))])]);

    public static ChartTable Of(ScatterChart chart) => new(
        chart.Caption.Title,
        [_area, ScatterDrawing.Title(chart.X), ScatterDrawing.Title(chart.Y), _basis, _period, _notes],
        [.. chart.Points.OrderBy(point => point.IsApart).Select(point => (IReadOnlyList<TableCell>)[
            TableCell.Words(point.Label),
            Number(point.X),
            Number(point.Y),
            TableCell.Words(Both(point, mark => mark.Basis.Name())),
            TableCell.Words(Both(point, mark => Format.Words(mark.Period))),
            TableCell.Words(Prose.List(Marks.Notes(point.X).Concat(Marks.Notes(point.Y)).Prepend(point.IsApart ? new Bilingual("与其他地区重叠", "overlaps other areas") : "").Distinct()))])]);

    private static string Caption(ChartCaption caption, IEnumerable<Mark> marks) =>
        $"{caption.Title} ({Prose.List([.. marks.Select(mark => mark.Basis).Distinct().Select(basis => (string)basis.Name()), caption.Unit.ToString()])})";

    private static string Both(ScatterPoint point, Func<Mark, string> words) => string.Join(" / ", new[] { words(point.X), words(point.Y) }.Distinct());

    private static TableCell Cell(Mark? mark, bool isLink) => Number(isLink ? mark : mark is null ? null : mark with { Href = null });

    private static TableCell Number(Mark? mark) => mark is null ? TableCell.NotReported : TableCell.Number(mark, unit: null);

    private static TableCell Notes(Mark? mark, string other) => mark is null ? TableCell.Words(other) : ChartTable.Notes(mark, other);
}
