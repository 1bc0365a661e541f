namespace EmploymentDashboard.Charts;

/// <summary>Moves labels apart that would lie on one another.</summary>
public static class Spread
{
    /// <summary>
    /// Middles of labels in px, in the order given: clear of each other, between top and bottom as far as there is room, and
    /// in the order of the wished middles.
    /// </summary>
    /// <param name="labels">Wished middle and height of each, in px.</param>
    public static double[] Apart(IReadOnlyList<(double Middle, double Height)> labels, double top, double bottom)
    {
        var order = Enumerable.Range(0, labels.Count).OrderBy(index => labels[index].Middle).ToArray();
        var middles = new double[labels.Count];

        var floor = top;
        foreach (var index in order)
        {
            middles[index] = Math.Max(labels[index].Middle, floor + (labels[index].Height / 2));
            floor = middles[index] + (labels[index].Height / 2);
        }

        var ceiling = bottom;
        foreach (var index in order.Reverse())
        {
            middles[index] = Math.Min(middles[index], ceiling - (labels[index].Height / 2));
            ceiling = middles[index] - (labels[index].Height / 2);
        }

        return middles;
    }
}
