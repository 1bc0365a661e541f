using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Bulletins;

/// <summary>The written summary of one area. Every sentence comes from the cells; what they do not bear is not said.</summary>
internal sealed class AreaSummary(AreaCells area, Catalog catalog, Period period, CellWords words, SourceNumbers sources)
{
    /// <summary>Beyond so many figures only the first of each theme is told; the tables hold the rest.</summary>
    private const int MostTold = 12;

    private const int MostOfTheme = 4;

    private const int MostNamed = 6;

    private readonly Bilingual _this = BulletinPeriods.This(period);

    public IEnumerable<Paragraph> Paragraphs()
    {
        yield return area.Cells switch
        {
            [] => new([new Words(Say($"{_this.Zh}没有来源报道{area.Area.Name.Zh}的数字。没有报道不等于零。", $"No source reports a figure of {area.Area.Name.En} for {_this.En}. That is not the same as zero."))]),
            [var only] => new([new Words(Say($"{_this.Zh}来源报道的数字只有一个：", $"Sources report a single figure for {_this.En}: ")), .. words.Phrase(only), .. words.Sources(only), new Words(Say("。", "."))]),
            _ => new([new Words(Count()), .. sources.Marks(area.Cells.SelectMany(cell => cell.Point.Printed).Select(figure => figure.Source)), new Words(Say("。", ". ")), .. ThemeSentences()]),
        };
        if (Standing() is { Length: > 0 } standing)
            yield return new([new Words(standing)]);
        if (GoalSentences().ToList() is { Count: > 0 } goals)
            yield return new(goals);
    }

    private string Count()
    {
        var computed = area.Cells.Count(cell => cell.Point.IsComputed);
        var printed = area.Cells.Count - computed;
        return computed == 0
            ? Say($"{_this.Zh}有来源报道的数字 {printed} 个", $"Sources report {Prose.Count(printed, "figure")} for {_this.En}")
            : Say($"{_this.Zh}有来源报道的数字 {printed} 个，另有 {computed} 个由它们算出", $"Sources report {Prose.Count(printed, "figure")} for {_this.En}, and {computed} more can be computed from them");
    }

    private IEnumerable<Inline> ThemeSentences()
    {
        var ofEach = area.Cells.Count > MostTold ? 1 : MostOfTheme;
        foreach (var theme in catalog.Themes)
        {
            var cells = area.Cells.Where(cell => catalog.Indicator(cell.Series.Indicator).Theme == theme.Code && cell.Figure.Quantity is not null).ToList();
            if (cells.Count == 0)
                continue;

            var told = cells.OrderByDescending(IsLead).Take(ofEach).ToList();
            yield return new Words(Say($"{theme.Name.Zh}：", $"{theme.Name.En}: "));
            for (var index = 0; index < told.Count; index++)
            {
                if (index > 0)
                    yield return new Words(Say("；", "; "));
                foreach (var inline in words.Phrase(told[index]))
                    yield return inline;
            }

            yield return new Words(told.Count < cells.Count ? Say($"；另有 {cells.Count - told.Count} 个数字见表。", $"; {cells.Count - told.Count} more in the table. ") : Say("。", ". "));
        }
    }

    /// <summary>A whole period's total that can be compared tells more than a part or a day.</summary>
    private static int IsLead(BulletinCell cell) =>
        (cell.IsOfWholePeriod ? 2 : 0) + (cell.Series.Breakdown == Breakdown.Total ? 1 : 0);

    /// <summary>What can be compared, what is new, what is missing, and what else is listed.</summary>
    private string Standing()
    {
        if (area.Cells.Count == 0)
            return References();

        var before = area.Cells.Count(cell => cell.OnPeriodBefore.Difference.Quantity is not null);
        var year = area.Cells.Count(cell => cell.OnYearBefore.Difference.Quantity is not null);
        var isYear = period.Granularity == Granularity.Year;
        var comparable = (before, year) switch
        {
            (0, 0) when isYear => Say("上年没有可比的数字，不作比较。", "No figure of the year before is comparable, so nothing is compared."),
            (0, 0) => Say(
                $"{BulletinPeriods.Before(period).Zh}与{BulletinPeriods.YearBefore(period).Zh}没有可比的数字，不作环比和同比。",
                $"No figure of {BulletinPeriods.Before(period).En} or of {BulletinPeriods.YearBefore(period).En} is comparable, so nothing is compared."),
            _ when before == area.Cells.Count && year == area.Cells.Count => "",
            _ => Say($"能作环比的 {before} 个，能作同比的 {year} 个，其余没有可比的数字。", $"{before} can be compared with {BulletinPeriods.Before(period).En}, {year} with {BulletinPeriods.YearBefore(period).En}; the rest have nothing comparable."),
        };
        var fresh = area.HasPast ? area.Cells.Where(cell => cell.IsNew).Select(cell => words.NameOf(cell.Series)).Distinct().ToList() : [];
        return Prose.Sentences([
            comparable,
            Named(fresh, names => $"此前十二个月没有、{_this.Zh}出现的：{names}。", names => $"New after twelve months without figures: {names}."),
            Named([.. area.Silent.Select(indicator => indicator.Name.ToString())], names => $"此前十二个月有过、{_this.Zh}没有来源提及的：{names}。", names => $"Reported in the twelve months before, and by no source now: {names}."),
            Named([.. area.Cells.Where(cell => cell.Figure.Quantity is null).Select(cell => words.NameOf(cell.Series))], names => $"来源说缺的：{names}。", names => $"Reported as missing: {names}."),
            Named([.. area.Cells.Where(cell => cell.Figure.Status == ObsStatus.LowReliability).Select(cell => words.NameOf(cell.Series))], names => $"存疑、不参与计算的：{names}。", names => $"Doubtful, used in no computation: {names}."),
            References(),
        ]);
    }

    private string References() => area.References.Count == 0
        ? ""
        : Say($"另有 {area.References.Count} 个数字属于其他期间或是标准，单独列出，仅供参考，不计入{_this.Zh}。", $"{Prose.Count(area.References.Count, "figure")} of other periods, or standards, are listed apart for reference and not counted in.");

    private IEnumerable<Inline> GoalSentences()
    {
        foreach (var goal in area.Goals.Where(goal => goal.Progress.Counts))
        {
            var (figure, series) = (goal.Goal.Figure.Observation, goal.Goal.Figure.Observation.Series);
            yield return new Words(Say(CellWords.Before($"{words.NameOf(series)}{series.Basis.Name().Zh}（{Format.WordsOfDays(figure.Period)}）", words.Amount(figure)), $"{words.NameOf(series)}, {series.Basis.Name().En.ToLowerInvariant()} for {Format.WordsOfDays(figure.Period)}: {words.Amount(figure)}"));
            foreach (var mark in sources.Marks([figure.Source]))
                yield return mark;
            yield return new Words(Say($"，{GoalWords.Standing(goal, catalog).Zh}。", $"; {GoalWords.Standing(goal, catalog).En}. "));
        }

        var open = area.Goals.Where(goal => !goal.Progress.Counts).Select(goal => words.NameOf(goal.Goal.Figure.Observation.Series)).Distinct().ToList();
        if (Named(open, names => $"没有可对照的实际数、看不出是否达到的目标：{names}。", names => $"Targets without a result to measure them by: {names}.") is { Length: > 0 } unknown)
            yield return new Words(unknown);
    }

    private static string Named(List<string> names, Func<string, string> zh, Func<string, string> en)
    {
        if (names.Count == 0)
            return "";

        var named = Prose.Series(names.Take(MostNamed));
        return names.Count <= MostNamed
            ? Say(zh(named), en(named))
            : Say(zh($"{named}等 {names.Count} 项"), en($"{named} and {names.Count - MostNamed} more"));
    }
}
