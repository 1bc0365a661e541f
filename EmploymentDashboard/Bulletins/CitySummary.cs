using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Bulletins;

/// <summary>The written summary of several areas: each by itself where there is little, indicator by indicator where there is much.</summary>
internal sealed class CitySummary(BulletinCells cells, Catalog catalog, CellWords words, SourceNumbers sources)
{
    /// <summary>Up to so many figures each area is told by itself.</summary>
    private const int MostTold = 40;

    private const int MostOfArea = 3;

    private const int MostNamed = 8;

    /// <summary>Fewer areas are no ranking.</summary>
    private const int FewestRanked = 3;

    /// <summary>Several districts taken together, which are no area of the catalogue.</summary>
    private const string SumOfSeveral = "";

    private readonly Bilingual _this = BulletinPeriods.This(cells.Period);

    public IEnumerable<Paragraph> Paragraphs()
    {
        var told = cells.Areas.Where(area => area.Cells.Count > 0).ToList();
        if (told.Count == 0)
        {
            yield return new([new Words(Say($"{_this.Zh}没有来源报道任何数字。没有报道不等于零。", $"No source reports any figure for {_this.En}. That is not the same as zero."))]);
            yield break;
        }

        yield return new([
            new Words(Say($"{_this.Zh} {told.Count} 个地区有数字 {cells.Count} 个", $"{Prose.Count(told.Count, "area")} have {Prose.Count(cells.Count, "figure")} for {_this.En}")),
            .. sources.Marks(told.SelectMany(area => area.Cells).SelectMany(cell => cell.Point.Printed).Select(figure => figure.Source)),
            new Words(Say("。", ". ") + Silent())]);
        foreach (var paragraph in cells.Count > MostTold && ByTheme().ToList() is { Count: > 0 } themes ? themes : ByArea(told))
            yield return paragraph;
        if (Goals() is { Length: > 0 } goals)
            yield return new([new Words(goals)]);
    }

    private IEnumerable<Paragraph> ByArea(IEnumerable<AreaCells> areas) => areas.Select(area => new Paragraph([.. AreaSentence(area)]));

    /// <summary>Nothing where too few districts can be compared.</summary>
    private IEnumerable<Paragraph> ByTheme()
    {
        foreach (var theme in catalog.Themes)
        {
            if (ThemeSentences(theme).ToList() is { Count: > 0 } sentences)
                yield return new([new Words(Say($"{theme.Name.Zh}：", $"{theme.Name.En}: ")), .. sentences]);
        }
    }

    private string Silent()
    {
        var names = cells.WithoutFigures.Select(area => EnglishIsAsked ? area.Name.En : area.ShortName).ToList();
        if (names.Count == 0)
            return "";
        return names.Count <= MostNamed
            ? Say($"没有来源提及的：{Prose.Series(names)}。", $"No source speaks of {Prose.Series(names)}.")
            : Say($"另有 {names.Count} 个区县没有来源提及。", $"No source speaks of {names.Count} other districts and counties.");
    }

    private IEnumerable<Inline> AreaSentence(AreaCells area)
    {
        yield return new Words(Say($"{area.Area.Name.Zh}：", $"{area.Area.Name.En}: "));
        var told = area.Cells.Where(cell => cell.Figure.Quantity is not null).Take(MostOfArea).ToList();
        for (var index = 0; index < told.Count; index++)
        {
            if (index > 0)
                yield return new Words(Say("；", "; "));
            foreach (var inline in words.Phrase(told[index]))
                yield return inline;
            foreach (var mark in words.Sources(told[index]))
                yield return mark;
        }

        var more = area.Cells.Count - told.Count;
        yield return new Words((more, told.Count) switch
        {
            (0, _) => Say("。", "."),
            (_, 0) => Say($"{more} 个数字见表。", $"{Prose.Count(more, "figure")} in the table."),
            _ => Say($"；另有 {more} 个见表。", $"; {more} more in the table."),
        });
    }

    /// <summary>The theme's indicators that most areas have: their sum where one is allowed, the largest and the smallest where the bounds leave no doubt.</summary>
    private IEnumerable<Inline> ThemeSentences(Theme theme)
    {
        var series = cells.Areas
            .Where(area => area.Area.Kind is AreaKind.District or AreaKind.County)
            .SelectMany(area => area.Cells.Select(cell => (area, cell)))
            .Where(pair => catalog.Indicator(pair.cell.Series.Indicator).Theme == theme.Code && pair.cell is { IsOfWholePeriod: true, Series.Breakdown: Breakdown.Total, Figure.IsDrawable: true })
            .GroupBy(pair => pair.cell.Series with { Area = "" })
            .Where(group => group.Count() >= FewestRanked)
            .OrderByDescending(group => group.Count())
            .Take(2);
        return series.SelectMany(group => Told(group.Key, [.. group]));
    }

    private IEnumerable<Inline> Told(SeriesKey series, IReadOnlyList<(AreaCells Area, BulletinCell Cell)> pairs)
    {
        var indicator = catalog.Indicator(series.Indicator);
        var basis = series.Basis == Basis.Flow ? "" : Say($"（{series.Basis.Name().Zh}）", $" ({series.Basis.Name().En.ToLowerInvariant()})");
        yield return new Words(Say($"{indicator.Name.Zh}{basis} {pairs.Count} 个区县有可比的数字", $"{indicator.Name.En}{basis}: {pairs.Count} districts and counties have comparable figures"));
        if (SumOf(series, pairs.Select(pair => pair.Cell.Figure), SumOfSeveral) is { } sum)
        {
            yield return new Words(Say(CellWords.Before("，相加", words.Amount(sum)), $", {words.Amount(sum)} together"));
            foreach (var change in new[] { ChangeOf(sum, pairs, isYear: false), ChangeOf(sum, pairs, isYear: true) }.Where(change => change.Length > 0))
                yield return new Words(Say("，", ", ") + change);
        }

        var ranking = new Ranking(new(new("", "", indicator.Unit, []), [.. pairs.Select(pair => new RankingRow(EnglishIsAsked ? pair.Area.Area.Name.En : pair.Area.Area.Name.Zh, "", BulletinCharts.MarkOf(pair.Cell)))]));
        if (ranking.FirstIsCertain && ranking.LastIsCertain)
            yield return new Words(Say(
                $"；最多的是{Extreme(ranking.Ranked[0], indicator)}，最少的是{Extreme(ranking.Ranked[^1], indicator)}",
                $"; most in {Extreme(ranking.Ranked[0], indicator)}, least in {Extreme(ranking.Ranked[^1], indicator)}"));
        yield return new Words(Say("。", ". "));
    }

    private static string Extreme(RankingRow row, Indicator indicator) => $"{row.Label} {Format.WithUnit(row.Mark.Quantity!.Value, indicator.Unit)}";

    /// <summary>The sum of areas that do not overlap, as a figure; null where the rules allow none.</summary>
    private Observation? SumOf(SeriesKey series, IEnumerable<Observation> figures, string area)
    {
        var summed = figures.ToList();
        return new Aggregation(catalog).SumOfAreas(summed) is { Quantity: { } sum }
            ? new() { Series = series with { Area = area }, Period = Comparison.ComparedPeriod(summed[0]), Quantity = sum, Source = summed[0].Source, Status = ObsStatusRules.OfComputed(summed.Select(figure => figure.Status)) }
            : null;
    }

    /// <summary>The sum against that of the same areas earlier, where all of them have both.</summary>
    private string ChangeOf(Observation sum, IReadOnlyList<(AreaCells Area, BulletinCell Cell)> pairs, bool isYear)
    {
        var earlier = pairs.Select(pair => isYear ? pair.Area.YearBefore(pair.Cell) : pair.Area.PeriodBefore(pair.Cell)).OfType<SeriesPoint>().Select(point => point.Figure).ToList();
        if (earlier.Count < pairs.Count || SumOf(sum.Series, earlier, sum.Series.Area) is not { } then)
            return "";

        var change = isYear ? Comparison.YearOnYear(sum, then) : Comparison.PeriodOnPeriod(sum, then);
        return words.ChangeInWords(change, catalog.Indicator(sum.Series.Indicator), isYear);
    }

    private string Goals()
    {
        var goals = cells.Areas.SelectMany(area => area.Goals.Select(goal => (area.Area, goal))).ToList();
        if (goals.Count == 0)
            return "";

        var (met, not) = (goals.Count(pair => pair.goal.Progress.State == GoalState.Met), goals.Count(pair => pair.goal.Progress.State == GoalState.NotMet));
        return Prose.Sentences([
            Say($"目标和控制线 {goals.Count} 个：达到或守住 {met} 个，未达到或超出 {not} 个，不能定 {goals.Count - met - not} 个。", $"{Prose.Count(goals.Count, "target")} and control lines: {met} met, {not} not met, {goals.Count - met - not} cannot be told."),
        ]);
    }
}
