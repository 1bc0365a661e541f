namespace EmploymentDashboard.Charts;

/// <summary>Classes of one round width, from a multiple of it to a multiple of it; some may hold no value.</summary>
internal static class EqualIntervals
{
    /// <param name="sorted">Ascending, without zero, not all equal.</param>
    /// <returns>All limits, ascending: one more than there are classes.</returns>
    public static IReadOnlyList<decimal> Limits(IReadOnlyList<decimal> sorted, int most)
    {
        var (low, high) = (sorted[0], sorted[^1]);
        var intervals = Math.Min(most, sorted.Distinct().Count());
        var step = ValueScale.NiceSteps((double)(high - low) / intervals)
            .First(step => Math.Ceiling(high / step) - Math.Floor(low / step) <= intervals);
        var limits = new List<decimal>();
        for (var limit = Math.Floor(low / step) * step; limit < high; limit += step)
            limits.Add(limit);
        return [.. limits, limits[^1] + step];
    }
}
