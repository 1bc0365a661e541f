namespace EmploymentDashboard.Charts;

/// <summary>Groups of about equally many values. Ties stay together, so groups may differ in size or be fewer.</summary>
internal static class Quantiles
{
    /// <param name="sorted">Ascending, without zero.</param>
    /// <returns>Least and greatest value of each group, ascending.</returns>
    public static IReadOnlyList<(decimal Least, decimal Greatest)> Groups(IReadOnlyList<decimal> sorted, int most)
    {
        var below = sorted.Where(value => value < 0).ToList();
        var above = sorted.Where(value => value > 0).ToList();
        if (below.Count == 0 || above.Count == 0)
            return OneSide(sorted, most);

        var share = Math.Clamp((int)Math.Round(most * below.Count / (double)sorted.Count, MidpointRounding.AwayFromZero), 1, most - 1);
        return [.. OneSide(below, share), .. OneSide(above, most - share)];
    }

    /// <summary>Each value goes where the middle of its ties falls.</summary>
    private static List<(decimal Least, decimal Greatest)> OneSide(IReadOnlyList<decimal> sorted, int most)
    {
        var before = 0;
        return [.. sorted
            .GroupBy(value => value)
            .Select(ties =>
            {
                var middle = before + (ties.Count() / 2.0);
                before += ties.Count();
                return (Value: ties.Key, Group: (int)(middle * most / sorted.Count));
            })
            .GroupBy(tie => tie.Group)
            .Select(group => (group.Min(tie => tie.Value), group.Max(tie => tie.Value)))];
    }
}
