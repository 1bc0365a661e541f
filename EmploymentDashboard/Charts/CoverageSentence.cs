using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

internal static class CoverageSentence
{
    public static ChartSentence Of(CoverageMatrix matrix)
    {
        var cells = matrix.Rows.SelectMany(row => matrix.Months.Where(row.Cells.ContainsKey).Select(month => row.Cells[month])).Where(cell => cell.State != CellState.NotReported).ToList();
        var norms = cells.Count(cell => cell.Norms != Norms.None);
        var missing = cells.Count(cell => cell.State == CellState.ReportedMissing);
        var all = matrix.Rows.Count * matrix.Months.Count;
        return new(Prose.Sentences([
            new Bilingual($"{matrix.Rows.Count} 个地区，{matrix.Months.Count} 个月，{all} 格中 {cells.Count} 格有来源提及。", $"{Prose.Count(matrix.Rows.Count, "area")} and {Prose.Count(matrix.Months.Count, "month")}: sources speak of {cells.Count} of {all} cells."),
            norms == 0 ? "" : new Bilingual($"其中 {norms} 格没有实际数，只有目标或标准。", $"{Prose.Count(norms, "cell")} of them without a result, with targets or standards only."),
            missing == 0 ? "" : new Bilingual($"{missing} 格来源说缺。", $"{Prose.Count(missing, "cell")} reported as missing."),
            all == cells.Count ? "" : new Bilingual("其余没有来源提及，不是零。", "Of the rest no source speaks; that is not zero."),
        ]));
    }

    public static ChartSentence Of(TileGrid grid)
    {
        var (own, through) = (grid.Tiles.Count(tile => tile is { Count: > 0, IsDashed: false }), grid.Tiles.Count(tile => tile.IsDashed));
        var none = grid.Tiles.Count(tile => tile.Count == 0);
        return new(Prose.Sentences([
            new Bilingual($"{grid.Tiles.Count} 个地区中，{own} 个有自己的数字", $"Of {Prose.Count(grid.Tiles.Count, "area")}, {own} with figures of their own")
                + (through == 0 ? "" : new Bilingual($"，{through} 个只经由所辖镇街", $", {through} only through a township"))
                + (none == 0 ? "" : new Bilingual($"，{none} 个没有来源提及", $", {none} that no source speaks of"))
                + new Bilingual("。", "."),
        ]));
    }
}
