using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

internal static class RankingSentence
{
    public static ChartSentence Of(RankingChart chart)
    {
        var ranking = new Ranking(chart);
        var unit = chart.Caption.Unit;
        string Say(RankingRow row) => $"{row.Label} {Marks.Value(row.Mark, unit)}";
        var names = Prose.Series(ranking.Apart.Select(row => row.Label));
        return new(
            Prose.Sentences([
                ranking.Ranked switch
                {
                    [] => new Bilingual("没有可排名的数字。", "There is no figure to rank."),
                    [var only] => new Bilingual($"只有一个数字：{Say(only)}。", $"Only one figure: {Say(only)}."),
                    _ => new Bilingual(
                        $"{ranking.Ranked.Count} 个数字，{(ranking.FirstIsCertain ? "最高" : "所载最大")} {Say(ranking.Ranked[0])}，{(ranking.LastIsCertain ? "最低" : "最小")} {Say(ranking.Ranked[^1])}。",
                        $"{Prose.Count(ranking.Ranked.Count, "figure")}; {(ranking.FirstIsCertain ? "highest" : "largest printed")} {Say(ranking.Ranked[0])}, {(ranking.LastIsCertain ? "lowest" : "smallest")} {Say(ranking.Ranked[^1])}."),
                },
                ranking is { Median: { } median, Ranked.Count: > 2 } ? new Bilingual($"中位数 {Format.WithUnit(new(median), unit)}。", $"Median {Format.WithUnit(new(median), unit)}.") : "",
                Changes(chart, ranking),
                ranking.Unranked.Count == 0 ? "" : new Bilingual($"{ranking.Unranked.Count} 个没有可画的数字，列在下面，不是零。", $"{Prose.Count(ranking.Unranked.Count, "row")} without a figure that can be drawn, listed below; that is not zero."),
            ]),
            Prose.Sentences([
                ranking.OrderIsCertain ? "" : new Bilingual("有的只是界限或约数，数值相近的先后未必如此。", "Some are only limits or approximate, so the order of near neighbours is not certain."),
                ranking.RankedBefore is { } before && before != ranking.Ranked.Count ? new Bilingual($"上期有 {before} 个名次，本期 {ranking.Ranked.Count} 个：升降有的只因参与的多少不同。", $"{before} were ranked the period before, {ranking.Ranked.Count} now: some ranks changed only because of that.") : "",
                ranking.Apart.Count == 0 ? "" : new Bilingual($"{names}与其他地区重叠，不参与排名，也不能相加。", $"{names} overlap other areas: not ranked and not to be added."),
            ]));
    }

    private static string Changes(RankingChart chart, Ranking ranking)
    {
        if (chart.PeriodBefore is null)
            return "";

        var changes = ranking.Ranked.Select(row => ranking.ChangeOf(row)!).ToList();
        var (up, down, same) = (changes.Count(change => change.Places > 0), changes.Count(change => change.Places < 0), changes.Count(change => change.Places == 0));
        var open = changes.Count - up - down - same;
        return new Bilingual(
            $"与 {Format.Words(chart.PeriodBefore)} 相比，{up} 个名次上升，{down} 个下降，{same} 个不变{(open == 0 ? "" : $"，{open} 个没有或不能定")}。",
            $"Against {Format.Words(chart.PeriodBefore)}: {up} up, {down} down, {same} unchanged{(open == 0 ? "" : $", {open} new or not known")}.");
    }
}
