namespace EmploymentDashboard.Statistics;

/// <summary>
/// What may be added, and what may not. A sum takes only flows of one additive indicator, over periods, areas and
/// breakdowns that do not overlap; parts of one whole may be added on any basis, for they share their period.
/// </summary>
public sealed class Aggregation(Catalog catalog)
{
    /// <summary>Adds figures over time, areas and parts, or says why that would be wrong.</summary>
    public Computation Sum(IReadOnlyCollection<Observation> observations)
    {
        if (Usable(observations) is var obstacle and not Obstacle.None)
            return obstacle;

        var items = observations.ToList();
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = i + 1; j < items.Count; j++)
            {
                if (Clash(items[i], items[j]) is var clash and not Obstacle.None)
                    return clash;
            }
        }

        return Total(items);
    }

    /// <summary>
    /// The parts of one total: categories of one dimension, in one area and period, on one basis.
    /// Unlike a sum over time this is allowed on every basis, for nothing is counted on two days.
    /// </summary>
    public Computation SumOfParts(IReadOnlyCollection<Observation> parts)
    {
        if (UsableOnAnyBasis(parts) is var obstacle and not Obstacle.None)
            return obstacle;

        var first = parts.First();
        if (parts.Any(part => part.Series.Area != first.Series.Area))
            return Obstacle.DifferentAreas;
        if (parts.Any(part => part.Period != first.Period))
            return Obstacle.DifferentPeriods;

        var codes = parts.Select(part => part.Series.Breakdown).ToList();
        return codes.Distinct().Count() != codes.Count || codes.Skip(1).Any(code => !AreSiblings(code, codes[0]))
            ? Obstacle.OverlappingBreakdowns
            : Total(parts);
    }

    /// <summary>
    /// One category of areas that do not overlap, in one period and on one basis. Not a sum over time, so a year-to-date or a stock
    /// may be added as well; a running total may not where its start is not printed, for the areas may count from different days.
    /// </summary>
    public Computation SumOfAreas(IReadOnlyCollection<Observation> figures)
    {
        if (UsableOnAnyBasis(figures) is var obstacle and not Obstacle.None)
            return obstacle;

        var first = figures.First();
        if (!first.Series.Basis.IsActual())
            return Obstacle.NotActual;
        if (figures.Any(figure => figure.Series.Breakdown != first.Series.Breakdown))
            return Obstacle.OverlappingBreakdowns;
        if (figures.Any(figure => figure.Period.IsOpen))
            return Obstacle.OpenPeriod;
        if (figures.Any(figure => Comparison.ComparedPeriod(figure) != Comparison.ComparedPeriod(first)))
            return Obstacle.DifferentPeriods;

        var areas = figures.Select(figure => figure.Series.Area).ToList();
        return areas.Where((area, index) => areas.Skip(index + 1).Any(other => catalog.Overlap(area, other))).Any()
            ? Obstacle.OverlappingAreas
            : Total(figures);
    }

    private static Computation Total(IEnumerable<Observation> observations)
    {
        var sum = Quantity.Zero;
        foreach (var observation in observations)
        {
            if (Quantity.Add(sum, observation.Quantity!.Value) is not { } next)
                return Obstacle.BoundsConflict;

            sum = next;
        }

        return sum;
    }

    private Obstacle Usable(IReadOnlyCollection<Observation> observations)
    {
        var obstacle = UsableOnAnyBasis(observations);
        return obstacle == Obstacle.None && !observations.First().Series.Basis.AddsOverTime() ? Obstacle.NotAFlow : obstacle;
    }

    private Obstacle UsableOnAnyBasis(IReadOnlyCollection<Observation> observations)
    {
        if (observations.Count == 0)
            return Obstacle.NothingThere;

        var series = observations.First().Series;
        if (observations.Any(observation => observation.Series.Indicator != series.Indicator))
            return Obstacle.DifferentIndicators;
        if (!catalog.Indicator(series.Indicator).IsAdditive)
            return Obstacle.NotAdditive;
        if (observations.Any(observation => observation.Series.Basis != series.Basis))
            return Obstacle.DifferentBases;
        if (observations.Any(observation => observation.Quantity is null))
            return Obstacle.Missing;
        return observations.Any(observation => observation.Status == ObsStatus.LowReliability) ? Obstacle.LowReliability : Obstacle.None;
    }

    /// <summary>Two figures may stand in one sum when period, area or breakdown keeps them apart, and neither is a part beside a whole.</summary>
    private Obstacle Clash(Observation left, Observation right)
    {
        var isSameBreakdown = left.Series.Breakdown == right.Series.Breakdown;
        if (!isSameBreakdown && !AreSiblings(left.Series.Breakdown, right.Series.Breakdown))
            return Obstacle.OverlappingBreakdowns;
        if (!left.Period.Overlaps(right.Period))
            return Obstacle.None;
        if (left.Series.Area != right.Series.Area)
            return catalog.Overlap(left.Series.Area, right.Series.Area) ? Obstacle.OverlappingAreas : Obstacle.None;
        return isSameBreakdown ? Obstacle.OverlappingPeriods : Obstacle.None;
    }

    /// <summary>Only the categories of an exhaustive dimension are known to be disjoint.</summary>
    private bool AreSiblings(string left, string right)
    {
        var (a, b) = (catalog.Breakdown(left), catalog.Breakdown(right));
        return a.IsExhaustive && a.Dimension == b.Dimension && a.Parent == b.Parent;
    }
}
