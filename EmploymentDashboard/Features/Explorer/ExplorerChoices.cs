using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>What can be chosen. It comes from all figures of the indicator, else a choice once made could not be widened.</summary>
/// <param name="Moments">When what is known of the indicator changed, the latest first.</param>
public sealed record ExplorerChoices(
    IReadOnlyList<IndicatorLine> Indicators,
    IReadOnlyList<Area> Areas,
    IReadOnlyList<YearMonth> Months,
    IReadOnlyList<Breakdown> Breakdowns,
    IReadOnlyList<Basis> Bases,
    IReadOnlyList<DateTimeOffset> Moments)
{
    public static ExplorerChoices Of(Catalog catalog, IReadOnlyList<IndicatorLine> indicators, IndicatorFigures all)
    {
        var series = all.Figures.Select(figure => figure.Observation.Series).Distinct().ToList();
        var (areas, breakdowns) = (series.Select(key => key.Area).ToHashSet(), series.Select(key => key.Breakdown).ToHashSet());
        return new(
            indicators,
            [.. catalog.Areas.Where(area => areas.Contains(area.Code))],
            [.. all.Figures.Select(figure => figure.Observation.Period.ReferenceMonth).Distinct().Order()],
            [.. catalog.Breakdowns.Where(breakdown => breakdowns.Contains(breakdown.Code))],
            [.. series.Select(key => key.Basis).Distinct().Order()],
            all.Moments);
    }
}
