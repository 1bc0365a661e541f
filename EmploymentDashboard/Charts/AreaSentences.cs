using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>What maps, heat tables and small multiples say in words.</summary>
internal static class AreaSentences
{
    public static ChartSentence Of(ValueMap map)
    {
        var tiles = map.Tiles.Where(tile => !tile.IsLeftOut).ToList();
        var drawn = map.Tiles.Where(tile => tile.Mark is { IsDrawable: true }).Select(tile => (Label: tile.Name, Mark: tile.Mark!, tile.Kind)).ToList();
        var zones = drawn.Where(tile => tile.Kind == AreaKind.Zone).Select(tile => tile.Label).ToList();
        return new(
            Prose.Sentences([
                new Bilingual($"{tiles.Count} 个地区，{drawn.Count} 个有可画的数字。", $"{Prose.Count(tiles.Count, "area")}, {drawn.Count} with a figure that can be drawn."),
                Ends("", [.. drawn.Where(tile => tile.Kind != AreaKind.Zone).Select(tile => (tile.Label, tile.Mark))], map.Caption.Unit),
                Absent(tiles.Count(tile => tile.Mark is null), map.Tiles.Count(tile => tile.Mark is { Quantity: null, Obstacle: Obstacle.None }), map.Tiles.Count(tile => tile.Mark?.Status == ObsStatus.LowReliability), map.Tiles.Count(tile => tile.Mark is { Obstacle: not Obstacle.None })),
            ]),
            Prose.Sentences([
                Bounds(drawn.Select(tile => tile.Mark)),
                zones.Count == 0 ? "" : new Bilingual($"{Prose.Series(zones)}与区县重叠，不分级，不能相加。", $"{Prose.Series(zones)} overlap districts: not classed and not to be added."),
            ]));
    }

    public static ChartSentence Of(HeatTable table)
    {
        var rows = table.Rows.Where(row => !row.IsApart).ToList();
        var cells = rows.SelectMany(row => table.Months.Where(row.Cells.ContainsKey).Select(month => row.Cells[month])).ToList();
        var last = table.Months.LastOrDefault(month => rows.Exists(row => row.Cells.TryGetValue(month, out var mark) && mark.IsDrawable));
        var there = rows.Where(row => row.Cells.TryGetValue(last, out var mark) && mark.IsDrawable).Select(row => (row.Label, row.Cells[last])).ToList();
        var apart = table.Rows.Where(row => row.IsApart).Select(row => row.Label).ToList();
        return new(
            Prose.Sentences([
                new Bilingual($"{rows.Count} 个地区，{table.Months[0]} 至 {table.Months[^1]}，{rows.Count * table.Months.Count} 格中 {cells.Count(mark => mark.IsDrawable)} 格有数字。", $"{Prose.Count(rows.Count, "area")}, {table.Months[0]} to {table.Months[^1]}: {cells.Count(mark => mark.IsDrawable):#,0} of {Prose.Count(rows.Count * table.Months.Count, "cell")} with a figure."),
                there.Count < 2 ? "" : Ends(new Bilingual($"{last}：", $"{last}: "), there, table.Caption.Unit),
                Absent((rows.Count * table.Months.Count) - cells.Count, cells.Count(mark => mark is { Quantity: null, Obstacle: Obstacle.None }), cells.Count(mark => mark.Status == ObsStatus.LowReliability), cells.Count(mark => mark.Obstacle != Obstacle.None)),
            ]),
            Prose.Sentences([
                Bounds(cells.Where(mark => mark.IsDrawable)),
                apart.Count == 0 ? "" : new Bilingual($"{Prose.Series(apart)}与其他地区重叠，不分级，不相比。", $"{Prose.Series(apart)} overlap other areas: not classed, not compared."),
            ]));
    }

    public static ChartSentence Of(SmallMultiples chart)
    {
        var latest = chart.Panels
            .Select(panel => (panel.Label, Cell: chart.Months.Where(month => panel.Cells.TryGetValue(month, out var mark) && mark.IsDrawable).Select(month => (Month: month, Mark: panel.Cells[month])).LastOrDefault()))
            .Where(panel => panel.Cell.Mark is not null)
            .ToList();
        var last = latest.Count == 0 ? default : latest.Max(panel => panel.Cell.Month);
        var there = latest.Where(panel => panel.Cell.Month == last).Select(panel => (panel.Label, panel.Cell.Mark)).ToList();
        var gaps = (chart.Panels.Count * chart.Months.Count) - chart.Panels.Sum(panel => chart.Months.Count(panel.Cells.ContainsKey));
        return new(
            Prose.Sentences([
                new Bilingual($"{chart.Panels.Count} 幅小图，{chart.Months[0]} 至 {chart.Months[^1]}。", $"{Prose.Count(chart.Panels.Count, "panel")}, {chart.Months[0]} to {chart.Months[^1]}."),
                there.Count < 2 ? "" : Ends(new Bilingual($"{last} 有 {there.Count} 个数字，", $"{last} has {Prose.Count(there.Count, "figure")}: "), there, chart.Caption.Unit),
                gaps == 0 ? "" : new Bilingual($"{gaps} 个月没有来源提及，线在那里断开，不是零。", $"No source speaks of {Prose.Count(gaps, "month")}: lines break there, and that is not zero."),
            ]),
            Prose.Sentences([
                chart.HasFreeScales ? new Bilingual("各图刻度不同，高低不能相比。", "Each panel has its own scale: heights cannot be compared.") : "",
                Bounds(there.Select(panel => panel.Mark)),
            ]));
    }

    /// <summary>Largest and smallest figure, as far as the bounds leave no doubt which they are.</summary>
    /// <param name="lead">What the sentence begins with; empty where it begins with this.</param>
    private static string Ends(string lead, IReadOnlyList<(string Label, Mark Mark)> figures, Unit unit)
    {
        if (figures.Count < 2)
            return figures is [var only] ? new Bilingual($"{only.Label} {Marks.Value(only.Mark, unit)}。", $"{only.Label} {Marks.Value(only.Mark, unit)}.") : "";

        var sorted = figures.OrderByDescending(figure => figure.Mark.Measured.Value).ToList();
        var extents = sorted.Select(figure => Extent.Of(figure.Mark.Quantity!.Value)).ToList();
        if (extents.TrueForAll(extent => extent == extents[0] && extent.Low == extent.High))
            return lead + new Bilingual($"都是 {Marks.Value(sorted[0].Mark, unit)}。", $"{(lead.Length == 0 ? "All" : "all")} {Marks.Value(sorted[0].Mark, unit)}.");

        var (most, least) = ($"{sorted[0].Label} {Marks.Value(sorted[0].Mark, unit)}", $"{sorted[^1].Label} {Marks.Value(sorted[^1].Mark, unit)}");
        var (mostIsCertain, leastIsCertain) = (extents.Skip(1).All(extents[0].IsSurelyAtLeast), extents.SkipLast(1).All(extent => extent.IsSurelyAtLeast(extents[^1])));
        return lead + new Bilingual(
            $"{(mostIsCertain ? "最高" : "所载最大")} {most}，{(leastIsCertain ? "最低" : "所载最小")} {least}。",
            $"{(lead.Length == 0 ? "The " : "")}{(mostIsCertain ? "highest" : "largest printed")} {most}, {(leastIsCertain ? "lowest" : "smallest printed")} {least}.");
    }

    private static string Absent(int unreported, int missing, int doubtful, int notComputed) => Prose.Sentences([
        unreported == 0 ? "" : new Bilingual($"{unreported} 个没有来源提及，不是零。", $"No source speaks of {unreported:#,0}; that is not zero."),
        missing == 0 ? "" : new Bilingual($"{missing} 个来源说缺。", $"{missing:#,0} reported as missing."),
        doubtful == 0 ? "" : new Bilingual($"{doubtful} 个存疑，不分级。", $"{doubtful:#,0} doubtful, in no class."),
        notComputed == 0 ? "" : new Bilingual($"{notComputed} 个算不出。", $"{notComputed:#,0} could not be computed."),
    ]);

    private static string Bounds(IEnumerable<Mark> drawn)
    {
        var count = drawn.Count(mark => mark.Quantity!.Value.Bound != Bound.Exact);
        return count == 0 ? "" : new Bilingual($"{count} 个不是确数，按所载数画，实际的级别和先后未必如此。", $"{Prose.Count(count, "figure")} not exact, drawn by the printed number: true class and order may differ.");
    }
}
