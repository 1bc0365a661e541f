namespace EmploymentDashboard.Statistics;

/// <summary>What the words around a printed number say about it. SDMX has no code for this, so it is an attribute of our own.</summary>
public enum Bound
{
    /// <summary>The number itself.</summary>
    Exact,

    /// <summary>余, 多, 超, 突破: the true figure is greater.</summary>
    MoreThan,

    /// <summary>以上, 不低于, 上百: the true figure is this or greater.</summary>
    AtLeast,

    /// <summary>约, 左右: the true figure lies on either side.</summary>
    About,

    /// <summary>近, 接近: the true figure is a little less.</summary>
    Nearly,

    /// <summary>以内, 不超过, 最高: the true figure is this or less.</summary>
    AtMost,

    /// <summary>不到, 不足: the true figure is less.</summary>
    LessThan,
}

/// <summary>The side on which the true figure may lie, seen from the printed number.</summary>
public enum Direction
{
    /// <summary>Nowhere else: the number is exact.</summary>
    None,

    /// <summary>Above: the number is a lower bound.</summary>
    Up,

    /// <summary>Below: the number is an upper bound.</summary>
    Down,

    /// <summary>Above or below.</summary>
    Either,
}

public static class Bounds
{
    public static Direction Direction(this Bound bound) => bound switch
    {
        Bound.Exact => Statistics.Direction.None,
        Bound.MoreThan or Bound.AtLeast => Statistics.Direction.Up,
        Bound.AtMost or Bound.LessThan or Bound.Nearly => Statistics.Direction.Down,
        Bound.About => Statistics.Direction.Either,
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, null),
    };

    /// <summary>The sign put before a number: empty for an exact one.</summary>
    public static string Sign(this Bound bound) => bound switch
    {
        Bound.Exact => "",
        Bound.MoreThan => ">",
        Bound.AtLeast => "≥",
        Bound.About => "≈",
        Bound.Nearly => "≲",
        Bound.AtMost => "≤",
        Bound.LessThan => "<",
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, null),
    };

    /// <summary>The bound of −x, given the bound of x.</summary>
    internal static Bound Negate(this Bound bound) => bound switch
    {
        Bound.MoreThan => Bound.LessThan,
        Bound.LessThan or Bound.Nearly => Bound.MoreThan,
        Bound.AtLeast => Bound.AtMost,
        Bound.AtMost => Bound.AtLeast,
        _ => bound,
    };

    /// <summary>The bound of x + y, given those of x and y; null where the direction is lost (more than a, plus less than b).</summary>
    internal static Bound? Combine(Bound x, Bound y) => (x, y) switch
    {
        _ when x == y => x,
        (Bound.Exact, _) => y,
        (_, Bound.Exact) => x,
        (Bound.MoreThan, Bound.AtLeast) or (Bound.AtLeast, Bound.MoreThan) => Bound.MoreThan,
        (Bound.About, Bound.Nearly) or (Bound.Nearly, Bound.About) => Bound.About,
        _ when x.Direction() == Statistics.Direction.Down && y.Direction() == Statistics.Direction.Down => Bound.LessThan,
        _ => null,
    };
}
