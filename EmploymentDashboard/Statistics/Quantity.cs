namespace EmploymentDashboard.Statistics;

/// <summary>A number in its indicator's base unit, with what is known of its exactness. Arithmetic carries the bound, or refuses.</summary>
/// <param name="Value">In the base unit: 3.2万人 is 32000.</param>
/// <param name="Bound">What the words around the printed number say.</param>
public readonly record struct Quantity(decimal Value, Bound Bound = Bound.Exact)
{
    /// <summary>Zero as a figure, which is something else than no figure.</summary>
    public static readonly Quantity Zero = new(0);

    /// <summary>What 约 and 近 leave open by the convention of <see cref="Admits"/>: a tenth of the number.</summary>
    private decimal Margin => Bound is Bound.About or Bound.Nearly ? Math.Abs(Value) / 10 : 0;

    /// <summary>
    /// The sum, or null where the bounds leave its direction open. Terms of opposite signs make a sum smaller than themselves,
    /// of which their margins are more than a tenth: then 近 is kept only as "less than", and 约 only where the sign is certain
    /// (约200 less 100 is 约100; 约105 less 100 may be a rise or a fall).
    /// </summary>
    public static Quantity? Add(Quantity x, Quantity y)
    {
        if (Bounds.Combine(x.Bound, y.Bound) is not { } bound)
            return null;

        var sum = x.Value + y.Value;
        var isOfOppositeSigns = Math.Sign(x.Value) * Math.Sign(y.Value) < 0;
        return bound switch
        {
            Bound.Nearly when isOfOppositeSigns => new(sum, Bound.LessThan),
            Bound.About when isOfOppositeSigns && Math.Abs(sum) <= x.Margin + y.Margin => null,
            _ => new(sum, bound),
        };
    }

    /// <summary>x − y, or null where the direction is lost: two lower bounds have no known difference.</summary>
    public static Quantity? Subtract(Quantity x, Quantity y) => Add(x, -y);

    /// <summary>
    /// x ÷ y, or null where y is not positive or the direction is lost. True divisors are taken to be greater than zero, as counts are.
    /// A larger divisor makes a ratio closer to zero, so the divisor's bound counts reversed; zero stays zero whatever divides it.
    /// </summary>
    public static Quantity? Divide(Quantity x, Quantity y)
    {
        if (y.Value <= 0)
            return null;
        if (x.Value == 0)
            return x;
        if (x.Value < 0)
            return -Divide(-x, y);
        return Bounds.Combine(x.Bound, y.Bound.Negate()) is { } bound ? new(x.Value / y.Value, bound) : null;
    }

    public static Quantity operator -(Quantity x) => new(-x.Value, x.Bound.Negate());

    /// <summary>Scales by an exact factor, as a change of unit does.</summary>
    public static Quantity operator *(Quantity x, decimal factor) => factor switch
    {
        0 => Zero,
        < 0 => new(x.Value * factor, x.Bound.Negate()),
        _ => new(x.Value * factor, x.Bound),
    };

    /// <summary>Rounded to so many decimals, to the side on which the bound stays true: a lower bound down, an upper bound up, half away from zero otherwise.</summary>
    public Quantity Round(int decimals) => this with
    {
        Value = Math.Round(Value, decimals, Bound.Direction() switch
        {
            Direction.Up => MidpointRounding.ToNegativeInfinity,
            Direction.Down => MidpointRounding.ToPositiveInfinity,
            _ => MidpointRounding.AwayFromZero,
        }),
    };

    /// <summary>1, 0 or −1: the sign of the true figure; null where the bound leaves it open.</summary>
    public int? CertainSign => (Bound, Math.Sign(Value)) switch
    {
        (Bound.Exact or Bound.About, var sign) => sign,
        (Bound.MoreThan, >= 0) or (Bound.AtLeast or Bound.Nearly, > 0) => 1,
        (Bound.LessThan or Bound.Nearly, <= 0) or (Bound.AtMost, < 0) => -1,
        _ => null,
    };

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
