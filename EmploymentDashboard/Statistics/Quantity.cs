namespace EmploymentDashboard.Statistics;

/// <summary>A number in its indicator's base unit, with what is known of its exactness. Arithmetic carries the bound, or refuses.</summary>
/// <param name="Value">In the base unit: 3.2万人 is 32000.</param>
/// <param name="Bound">What the words around the printed number say.</param>
public readonly record struct Quantity(decimal Value, Bound Bound = Bound.Exact)
{
    /// <summary>Zero as a figure, which is something else than no figure.</summary>
    public static readonly Quantity Zero = new(0);

    /// <summary>The sum, or null where the bounds point in opposite directions.</summary>
    public static Quantity? Add(Quantity x, Quantity y) =>
        Bounds.Combine(x.Bound, y.Bound) is { } bound ? new(x.Value + y.Value, bound) : null;

    /// <summary>x − y, or null where the direction is lost: two lower bounds have no known difference.</summary>
    public static Quantity? Subtract(Quantity x, Quantity y) => Add(x, -y);

    /// <summary>
    /// x ÷ y of two non-negative figures, or null where y may be zero or the direction is lost.
    /// A larger divisor makes a smaller ratio, so the divisor's bound counts reversed.
    /// </summary>
    public static Quantity? Divide(Quantity x, Quantity y) =>
        x.Value >= 0 && y.Value > 0 && Bounds.Combine(x.Bound, y.Bound.Negate()) is { } bound ? new(x.Value / y.Value, bound) : null;

    public static Quantity operator -(Quantity x) => new(-x.Value, x.Bound.Negate());

    /// <summary>Scales by an exact factor, as a change of unit does.</summary>
    public static Quantity operator *(Quantity x, decimal factor) => new(x.Value * factor, factor < 0 ? x.Bound.Negate() : x.Bound);

    /// <summary>Whether the true figure may be <paramref name="candidate"/>. 约 is read as within a tenth, 近 as down to nine tenths.</summary>
    public bool Admits(decimal candidate) => Bound switch
    {
        Bound.Exact => candidate == Value,
        Bound.MoreThan => candidate > Value,
        Bound.AtLeast => candidate >= Value,
        Bound.AtMost => candidate <= Value,
        Bound.LessThan => candidate < Value,
        Bound.Nearly => candidate < Value && candidate >= Value - (Math.Abs(Value) / 10),
        Bound.About => Math.Abs(candidate - Value) <= Math.Abs(Value) / 10,
        _ => throw new InvalidOperationException($"Unknown bound {Bound}."),
    };
}
