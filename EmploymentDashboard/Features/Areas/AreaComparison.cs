using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Areas;

/// <summary>One indicator of several areas.</summary>
/// <param name="Figures">One an area, in the areas' order; null where it has none that belongs here.</param>
/// <param name="Hindrances">What keeps the figures from being compared; empty where they may be.</param>
public sealed record ComparedIndicator(Indicator Indicator, IReadOnlyList<ShownFigure?> Figures, IReadOnlyList<Obstacle> Hindrances)
{
    /// <summary>The first figure, for what all of a comparable row share: category, basis and period.</summary>
    public ShownFigure First => Figures.First(figure => figure is not null)!;
}

/// <summary>Two to six areas side by side: what may be compared, what both have and may not be, and what only one has.</summary>
public sealed record AreaComparison(
    IReadOnlyList<Area> Areas,
    IReadOnlyList<ComparedIndicator> Comparable,
    IReadOnlyList<ComparedIndicator> NotComparable,
    IReadOnlyList<ComparedIndicator> OnlyOne)
{
    public const int MostAreas = 6;

    /// <param name="figures">Of the areas given, one a key.</param>
    public static AreaComparison Of(Catalog catalog, IReadOnlyList<Area> areas, IReadOnlyList<ShownFigure> figures)
    {
        var (comparable, notComparable, onlyOne) = (new List<ComparedIndicator>(), new List<ComparedIndicator>(), new List<ComparedIndicator>());
        var byIndicator = figures.ToLookup(figure => figure.Figure.Observation.Series.Indicator);
        foreach (var indicator in catalog.Indicators.Where(indicator => byIndicator.Contains(indicator.Code)))
        {
            var own = byIndicator[indicator.Code].ToList();
            if (Shared(own) is { } shared)
            {
                comparable.Add(new(indicator, InOrder(areas, shared), []));
                continue;
            }

            var latest = InOrder(areas, own.GroupBy(AreaOf).Select(LatestOf));
            var there = latest.OfType<ShownFigure>().ToList();
            if (there.Count == 1)
                onlyOne.Add(new(indicator, latest, []));
            else
                notComparable.Add(new(indicator, latest, Hindrances(there)));
        }

        return new(areas, comparable, notComparable, onlyOne);
    }

    private static string AreaOf(ShownFigure figure) => figure.Figure.Observation.Series.Area;

    /// <summary>The figures of one category, basis and period that most of the areas have: results before targets, then the latest; null where no two areas share any.</summary>
    private static List<ShownFigure>? Shared(IEnumerable<ShownFigure> figures) => figures
        .Where(figure => figure.Figure.Observation is { IsDrawable: true, Period.IsOpen: false })
        .GroupBy(figure => (figure.Figure.Observation.Series.Breakdown, figure.Figure.Observation.Series.Basis, Comparison.ComparedPeriod(figure.Figure.Observation)))
        .Select(key => key.GroupBy(AreaOf).Select(area => area.Last()).ToList())
        .Where(key => key.Count > 1 && key.TrueForAll(figure => Comparability.Hindrances(key[0].Figure.Observation, figure.Figure.Observation).Count == 0))
        .OrderByDescending(key => key.Count)
        .ThenByDescending(key => key[0].Figure.Observation.Series.Basis.IsActual())
        .ThenByDescending(key => key[0].Figure.Observation.Period.End)
        .ThenByDescending(key => key[0].Figure.Observation.Series.Breakdown == Breakdown.Total)
        .FirstOrDefault();

    /// <summary>The total before its parts, a result before a target, then the latest.</summary>
    private static ShownFigure LatestOf(IEnumerable<ShownFigure> area) => area
        .OrderByDescending(figure => figure.Figure.Observation.Series.Basis.IsActual())
        .ThenByDescending(figure => figure.Figure.Observation.Series.Breakdown == Breakdown.Total)
        .ThenByDescending(figure => figure.Figure.Observation.Period.ReferenceMonth)
        .First();

    private static IReadOnlyList<ShownFigure?> InOrder(IReadOnlyList<Area> areas, IEnumerable<ShownFigure> figures)
    {
        var byArea = figures.ToDictionary(AreaOf);
        return [.. areas.Select(area => byArea.GetValueOrDefault(area.Code))];
    }

    private static List<Obstacle> Hindrances(List<ShownFigure> figures) =>
    [
        .. figures
            .SelectMany((figure, index) => figures.Skip(index + 1).SelectMany(other => Comparability.Hindrances(figure.Figure.Observation, other.Figure.Observation)))
            .Distinct(),
    ];
}
