namespace EmploymentDashboard.Statistics;

/// <summary>Whether figures of two areas may be set beside one another, one more and one less.</summary>
public static class Comparability
{
    /// <summary>All that keeps two figures of one indicator from being compared; empty where nothing does.</summary>
    public static IReadOnlyList<Obstacle> Hindrances(Observation left, Observation right)
    {
        var found = new List<Obstacle>();
        Add(left.Series.Indicator != right.Series.Indicator, Obstacle.DifferentIndicators);
        Add(left.Quantity is null || right.Quantity is null, Obstacle.Missing);
        Add(left.Status == ObsStatus.LowReliability || right.Status == ObsStatus.LowReliability, Obstacle.LowReliability);
        Add(left.Series.Breakdown != right.Series.Breakdown, Obstacle.DifferentBreakdowns);
        Add(left.Series.Basis != right.Series.Basis, Obstacle.DifferentBases);
        Add(Comparison.ComparedPeriod(left) != Comparison.ComparedPeriod(right), Obstacle.DifferentPeriods);
        // Two starts that no one printed are not known to be the same day.
        Add(left.Period.IsOpen || right.Period.IsOpen, Obstacle.OpenPeriod);
        Add((left.Status == ObsStatus.DefinitionDiffers) != (right.Status == ObsStatus.DefinitionDiffers), Obstacle.BreakInSeries);
        return found;

        void Add(bool isThere, Obstacle obstacle)
        {
            if (isThere)
                found.Add(obstacle);
        }
    }
}
