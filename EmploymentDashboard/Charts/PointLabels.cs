namespace EmploymentDashboard.Charts;

/// <summary>Which side of its point a name stands on.</summary>
public enum LabelSide
{
    Right,
    Left,
    Above,
    Below,
}

/// <summary>A point that wants a name beside it.</summary>
/// <param name="At">Its place as a fraction of the plot's width.</param>
/// <param name="Y">In px from the drawing's top.</param>
/// <param name="TextWidth">In px.</param>
/// <param name="Reach">How far its shape reaches to each side, in px.</param>
public readonly record struct NamedPoint(double At, double Y, double TextWidth, Reach Reach);

public readonly record struct Reach(double Left, double Right, double Up, double Down);

/// <summary>A name that has found room.</summary>
/// <param name="Tiers">The tiers, as classes, in which it stands there.</param>
public readonly record struct PlacedLabel(int Point, LabelSide Side, string Tiers);

/// <summary>Places names beside points so that none lies on another or on a point, at every width of a tier; the rest go without.</summary>
public static class PointLabels
{
    public const double Height = 15;

    /// <summary>Gap between a point and its name, in px.</summary>
    public const double Gap = 3;

    private const int WidestTier = 1200;

    /// <param name="points">In the order in which they may choose.</param>
    /// <param name="plotWidth">The plot's width in px in a container of a width.</param>
    /// <param name="top">Of the plot, in px.</param>
    /// <param name="after">Room in px right of the plot.</param>
    public static IReadOnlyList<PlacedLabel> Place(IReadOnlyList<NamedPoint> points, Func<int, double> plotWidth, double top, double bottom, double after)
    {
        var placed = new List<(int Point, LabelSide Side, string Tier)>();
        for (var tier = 0; tier < Fit.Tiers.Count; tier++)
        {
            var (from, to) = (Fit.Tiers[tier].Width, tier + 1 < Fit.Tiers.Count ? Fit.Tiers[tier + 1].Width : WidestTier);
            double[] widths = [plotWidth(from), plotWidth(from + ((to - from) / 3)), plotWidth(from + ((to - from) * 2 / 3)), plotWidth(to)];
            foreach (var (point, side) in PlaceAt(points, widths, top, bottom, after))
                placed.Add((point, side, Fit.Tiers[tier].Class));
        }

        return [.. placed
            .GroupBy(label => (label.Point, label.Side))
            .Select(group => new PlacedLabel(group.Key.Point, group.Key.Side, string.Join(' ', group.Select(label => label.Tier))))];
    }

    private static IEnumerable<(int Point, LabelSide Side)> PlaceAt(IReadOnlyList<NamedPoint> points, double[] widths, double top, double bottom, double after)
    {
        var taken = widths.Select(width => points.Select(point => Shape(point, width)).ToList()).ToList();
        for (var index = 0; index < points.Count; index++)
        {
            foreach (var side in Enum.GetValues<LabelSide>())
            {
                var boxes = widths.Select(width => Label(points[index], side, width)).ToList();
                var fits = Enumerable.Range(0, widths.Length).All(at =>
                    boxes[at].Left >= 0 && boxes[at].Right <= widths[at] + after && boxes[at].Top >= top && boxes[at].Bottom <= bottom
                    && taken[at].TrueForAll(other => !other.Touches(boxes[at])));
                if (!fits)
                    continue;

                for (var at = 0; at < widths.Length; at++)
                    taken[at].Add(boxes[at]);
                yield return (index, side);
                break;
            }
        }
    }

    private static Box Shape(NamedPoint point, double width)
    {
        var (x, reach) = (point.At * width, point.Reach);
        return new(x - reach.Left, x + reach.Right, point.Y - reach.Up, point.Y + reach.Down);
    }

    private static Box Label(NamedPoint point, LabelSide side, double width)
    {
        var shape = Shape(point, width);
        var x = point.At * width;
        var half = point.TextWidth / 2;
        return side switch
        {
            LabelSide.Right => new(shape.Right + Gap, shape.Right + Gap + point.TextWidth, point.Y - (Height / 2), point.Y + (Height / 2)),
            LabelSide.Left => new(shape.Left - Gap - point.TextWidth, shape.Left - Gap, point.Y - (Height / 2), point.Y + (Height / 2)),
            LabelSide.Above => new(x - half, x + half, shape.Top - Height, shape.Top),
            _ => new(x - half, x + half, shape.Bottom, shape.Bottom + Height),
        };
    }

    private readonly record struct Box(double Left, double Right, double Top, double Bottom)
    {
        public bool Touches(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
