using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

internal static class MonthlySentence
{
    /// <summary>So many months are named one by one; of more only the number is told.</summary>
    private const int MostNamed = 4;

    public static ChartSentence Of(MonthlyChart chart) => chart.Series switch
    {
        [] => new(CellState.NotReported.Name() + new Bilingual("。", ".")),
        [var only] => OfOne(chart, only),
        _ => OfMany(chart),
    };

    private static ChartSentence OfOne(MonthlyChart chart, MonthlySeries series)
    {
        var figures = Drawable(chart, series);
        return new(Prose.Sentences([Latest(chart, series, figures), Extremes(chart, figures), Gaps(chart, series), References(chart)]), Doubts(chart));
    }

    private static ChartSentence OfMany(MonthlyChart chart)
    {
        var cells = chart.Series.Count * chart.Months.Count;
        var reported = chart.Series.Sum(series => chart.Months.Count(series.Cells.ContainsKey));
        var month = chart.Months.LastOrDefault(month => chart.Series.Any(series => series.Cells.TryGetValue(month, out var mark) && mark.IsDrawable));
        var there = chart.Series.Where(series => series.Cells.TryGetValue(month, out var mark) && mark.IsDrawable).Select(series => (series.Label, Mark: series.Cells[month])).ToList();
        var gaps = cells - reported;
        return new(
            Prose.Sentences([
                new Bilingual($"{chart.Series.Count} 个系列，{chart.Months[0]} 至 {chart.Months[^1]}。", $"{chart.Series.Count} series, {chart.Months[0]} to {chart.Months[^1]}."),
                there.Count == 0 ? "" : new Bilingual($"{month} 有 {there.Count} 个数字：", $"{month} has {Prose.Count(there.Count, "figure")}:") + new Bilingual("", " ") + Ends(there, chart.Caption.Unit),
                gaps == 0 ? "" : new Bilingual($"{gaps} 个格没有来源提及，那里不画线也不当作零。", $"No source speaks of {Prose.Count(gaps, "cell")}: nothing is drawn there, and nothing is taken for zero."),
                References(chart),
            ]),
            Doubts(chart));
    }

    private static string Ends(IReadOnlyList<(string Label, Mark Mark)> figures, Unit unit)
    {
        if (figures is [var only])
            return $"{only.Label} {Marks.Value(only.Mark, unit)}" + new Bilingual("。", ".");

        var sorted = figures.OrderByDescending(figure => figure.Mark.Measured.Value).ToList();
        var (first, last) = (sorted[0], sorted[^1]);
        var (most, least) = ($"{first.Label} {Marks.Value(first.Mark, unit)}", $"{last.Label} {Marks.Value(last.Mark, unit)}");
        return sorted.TrueForAll(figure => figure.Mark.Quantity!.Value.Bound == Bound.Exact)
            ? new Bilingual($"最高 {most}，最低 {least}。", $"highest {most}, lowest {least}.")
            : new Bilingual($"所载最大 {most}，最小 {least}；有的不是确数，先后未必如此。", $"largest printed {most}, smallest {least}; some are not exact, so the order is not certain.");
    }

    private static List<(YearMonth Month, Mark Mark)> Drawable(MonthlyChart chart, MonthlySeries series) =>
        [.. chart.Months.Where(month => series.Cells.TryGetValue(month, out var mark) && mark.IsDrawable).Select(month => (month, series.Cells[month]))];

    private static string Latest(MonthlyChart chart, MonthlySeries series, List<(YearMonth Month, Mark Mark)> figures)
    {
        if (figures.Count == 0)
            return new Bilingual("没有可画的数字。", "There is no figure that can be drawn.");

        var (month, mark) = figures[^1];
        var value = Marks.Value(mark, chart.Caption.Unit);
        var change = ChangeToMonthBefore(chart, series, month, mark);
        return new Bilingual($"{series.Label} {month}：{value}{change}。", $"{series.Label}, {month}: {value}{change}.");
    }

    /// <summary>The change to the month before, as far as <see cref="Comparison"/> allows one and its direction is known.</summary>
    private static string ChangeToMonthBefore(MonthlyChart chart, MonthlySeries series, YearMonth month, Mark mark)
    {
        series.Cells.TryGetValue(month.AddMonths(-1), out var before);

        // A change of a change is not what anyone asks for, and twelve months share eleven with those before.
        if (chart.Caption.Unit.IsChange || (mark.Basis != Basis.Stock && before is not null && before.Period.Overlaps(mark.Period)))
            return "";

        var change = Comparison.PeriodOnPeriod(AsObservation(series, mark), before is null ? null : AsObservation(series, before));
        if (change.Difference.Quantity is not { } difference)
        {
            return change.Difference.Obstacle is Obstacle.NothingThere or Obstacle.HoldsPeriodBefore
                ? ""
                : new Bilingual($"，与上月不作比较（{change.Difference.Obstacle.Reason()}）", $"; not compared with the month before ({change.Difference.Obstacle.Reason()})");
        }

        var percent = change.Percent.Quantity is { } known && chart.Caption.Unit.Zh != "%" ? (string)new Bilingual($"（{Format.Percent(known)}）", $" ({Format.Percent(known)})") : "";
        var amount = Format.Difference(difference, chart.Caption.Unit, decimals: 2) + percent;
        return difference switch
        {
            { Value: 0, Bound: Bound.Exact } => new Bilingual("，与上月持平", ", as in the month before"),
            _ when Extent.Of(difference) is { Low: >= 0 } or { High: <= 0 } => new Bilingual($"，比上月 {amount}", $", {amount} on the month before"),
            _ => new Bilingual("，比上月是增是减不能定", "; whether it rose or fell on the month before is not known"),
        };
    }

    private static Observation AsObservation(MonthlySeries series, Mark mark) => new()
    {
        Series = new(series.Label, "", Breakdown.Total, mark.Basis),
        Period = mark.Period,
        Quantity = mark.Quantity,
        Status = mark.Status,
        Source = "",
    };

    /// <summary>Highest and lowest month, where the bounds leave no doubt which they are.</summary>
    private static string Extremes(MonthlyChart chart, List<(YearMonth Month, Mark Mark)> figures)
    {
        // A running total is highest in December and lowest in January, whatever happened.
        if (figures.Count < 3 || (figures[0].Mark.Basis is Basis.Ytd or Basis.Cumulative && !chart.Caption.Unit.IsChange && !chart.Caption.Unit.IsPercentage))
            return "";

        var sorted = figures.OrderByDescending(figure => figure.Mark.Measured.Value).ToList();
        var extents = sorted.Select(figure => Extent.Of(figure.Mark.Measured)).ToList();
        var highestIsCertain = extents.Skip(1).All(extents[0].IsSurelyAtLeast);
        var lowestIsCertain = extents.SkipLast(1).All(extent => extent.IsSurelyAtLeast(extents[^1]));
        string Say((YearMonth Month, Mark Mark) figure) => $"{figure.Month} {Marks.Value(figure.Mark, chart.Caption.Unit)}";
        return Prose.Sentences([
            highestIsCertain ? new Bilingual($"最高 {Say(sorted[0])}。", $"Highest: {Say(sorted[0])}.") : "",
            lowestIsCertain ? new Bilingual($"最低 {Say(sorted[^1])}。", $"Lowest: {Say(sorted[^1])}.") : "",
            highestIsCertain && lowestIsCertain ? "" : new Bilingual("有的数字不是确数，最高或最低在哪个月不能定。", "Some figures are not exact, so the highest or lowest month is not certain."),
        ]);
    }

    private static string Gaps(MonthlyChart chart, MonthlySeries series)
    {
        var unreported = chart.Months.Where(month => !series.Cells.ContainsKey(month)).ToList();
        var missing = chart.Months.Where(month => series.Cells.TryGetValue(month, out var mark) && mark is { Quantity: null, Obstacle: Obstacle.None }).ToList();
        var notComputed = chart.Months.Where(month => series.Cells.TryGetValue(month, out var mark) && mark.Obstacle != Obstacle.None).ToList();
        return Prose.Sentences([
            unreported.Count == 0 ? "" : new Bilingual($"{unreported.Count} 个月没有来源提及{Named(unreported)}，不是零。", $"No source speaks of {Prose.Count(unreported.Count, "month")}{Named(unreported)}; that is not zero."),
            missing.Count == 0 ? "" : new Bilingual($"{missing.Count} 个月来源说缺{Named(missing)}。", $"{Prose.Count(missing.Count, "month")} reported as missing{Named(missing)}."),
            notComputed.Count == 0 ? "" : new Bilingual($"{notComputed.Count} 个月算不出{Named(notComputed)}。", $"{Prose.Count(notComputed.Count, "month")} could not be computed{Named(notComputed)}."),
        ]);
    }

    private static string Named(List<YearMonth> months)
    {
        if (months.Count > MostNamed)
            return "";

        var names = Prose.Series(months.Select(month => month.ToString()));
        return new Bilingual($"（{names}）", $" ({names})");
    }

    /// <summary>Those of one name together: 目标：2023 ≥5,948 人，2024 ≥7,581 人。</summary>
    private static string References(MonthlyChart chart) => Prose.Sentences(chart.Lines.GroupBy(line => line.Label).Select(lines =>
        lines.Key + new Bilingual("：", ": ") + Prose.List(lines.Select(line => $"{Format.Words(line.Mark.Period)} {Marks.Value(line.Mark, chart.Caption.Unit)}")) + new Bilingual("。", ".")));

    private static string Doubts(MonthlyChart chart)
    {
        var count = chart.Series.Sum(series => series.Cells.Values.Count(mark => mark.Status == ObsStatus.LowReliability));
        return count == 0 ? "" : new Bilingual($"{count} 个数字存疑，画在刻度之外，不参与比较。", $"{Prose.Count(count, "figure")} doubtful: drawn off the scale and compared with nothing.");
    }
}
