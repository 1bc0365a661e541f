namespace EmploymentDashboard.Charts;

/// <summary>Moves labels apart that would lie on one another.</summary>
public static class Spread
{
    /// <summary>Heights in px, in the order given, at least <paramref name="distance"/> apart and as near to the wished ones as order and room allow.</summary>
    public static double[] Apart(IReadOnlyList<double> wished, double distance, double top, double bottom)
    {
        var order = Enumerable.Range(0, wished.Count).OrderBy(index => wished[index]).ToArray();
        var heights = new double[wished.Count];

        var floor = top;
        foreach (var index in order)
        {
            heights[index] = Math.Max(wished[index], floor);
            floor = heights[index] + distance;
        }

        var ceiling = bottom;
        foreach (var index in order.Reverse())
        {
            heights[index] = Math.Min(heights[index], ceiling);
            ceiling = heights[index] - distance;
        }

        return heights;
    }
}
