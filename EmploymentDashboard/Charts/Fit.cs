namespace EmploymentDashboard.Charts;

/// <summary>A text on a horizontal axis.</summary>
/// <param name="At">Its anchor as a fraction of the plot's width.</param>
/// <param name="Width">In px.</param>
/// <param name="Anchor">Which part of the text stands at the anchor: 0 its start, 0.5 its middle, 1 its end.</param>
public readonly record struct AxisLabel(double At, double Width, double Anchor = 0.5)
{
    private const double Gap = 8;

    public bool IsClearOf(AxisLabel other, double plotWidth) =>
        Left(plotWidth) >= other.Right(plotWidth) + Gap || other.Left(plotWidth) >= Right(plotWidth) + Gap;

    private double Left(double plotWidth) => (At * plotWidth) - (Anchor * Width);

    private double Right(double plotWidth) => Left(plotWidth) + Width;
}

/// <summary>
/// Chooses which labels are shown at which width. The server does not know the width, so it lays out three of them: classes
/// <c>n</c>, <c>m</c> and <c>l</c> say in which a label is shown, and container queries of charts.css do the rest.
/// </summary>
/// <param name="plotWidth">The plot's width in px when its container is as wide as the tier begins.</param>
public sealed class Fit(Func<int, double> plotWidth)
{
    /// <summary>Class and least container width in px of each tier. charts.css repeats the widths.</summary>
    public static readonly IReadOnlyList<(string Class, int Width)> Tiers = [("n", 300), ("m", 480), ("l", 720)];

    /// <summary>Takes the labels in the order given, each where those before it leave room.</summary>
    /// <param name="isFree">Whether nothing else is in the way of a label on a plot so wide, in px.</param>
    public string[] InOrder(IReadOnlyList<AxisLabel> labels, Func<int, double, bool>? isFree = null)
    {
        var classes = new List<string>[labels.Count];
        for (var i = 0; i < classes.Length; i++)
            classes[i] = [];

        foreach (var (name, width) in Tiers)
        {
            var taken = new List<AxisLabel>();
            for (var i = 0; i < labels.Count; i++)
            {
                if (taken.TrueForAll(other => labels[i].IsClearOf(other, plotWidth(width))) && isFree?.Invoke(i, plotWidth(width)) != false)
                {
                    taken.Add(labels[i]);
                    classes[i].Add(name);
                }
            }
        }

        return [.. classes.Select(names => string.Join(' ', names))];
    }

    /// <summary>Whether two labels keep clear of each other even in the narrowest container.</summary>
    public bool IsClearWhereNarrow(AxisLabel label, AxisLabel other) => label.IsClearOf(other, plotWidth(Tiers[0].Width));

    /// <summary>
    /// For each tier the first candidate set whose labels, from left to right, are all clear of their neighbours; the last set
    /// where none is. Keeps an axis regular: every label of a step, or none.
    /// </summary>
    /// <returns>Index of the chosen set for each tier.</returns>
    public int[] FirstThatFits(IReadOnlyList<IReadOnlyList<AxisLabel>> candidates) =>
        [.. Tiers.Select(tier =>
        {
            var index = candidates.ToList().FindIndex(labels => AllClear(labels, plotWidth(tier.Width)));
            return index < 0 ? candidates.Count - 1 : index;
        })];

    /// <summary>The tiers, as classes, in which every label fits its own room.</summary>
    /// <param name="rooms">Width of each text in px and of its room as a fraction of the plot.</param>
    public string WhereAllFit(IReadOnlyList<(double Width, double Room)> rooms) =>
        string.Join(' ', Tiers.Where(tier => rooms.All(room => room.Width <= room.Room * plotWidth(tier.Width))).Select(tier => tier.Class));

    private static bool AllClear(IReadOnlyList<AxisLabel> labels, double width) =>
        labels.Zip(labels.Skip(1)).All(pair => pair.First.IsClearOf(pair.Second, width));
}
