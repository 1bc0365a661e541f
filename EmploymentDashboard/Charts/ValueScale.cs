namespace EmploymentDashboard.Charts;

/// <summary>A scale from a nice number to a nice number that always holds 0, so that lengths may be compared.</summary>
/// <param name="Step">Between ticks: 1, 2, 2.5 or 5 times a power of ten.</param>
public sealed record ValueScale(decimal Min, decimal Max, decimal Step)
{
    private static readonly decimal[] Mantissas = [1, 2, 2.5m, 5];

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Min; tick <= Max; tick += Step)
                yield return tick;
        }
    }

    /// <summary>Where the whole numbers of a count would have ticks between them, the step stays whole.</summary>
    /// <param name="intervals">The most intervals between ticks.</param>
    public static ValueScale Covering(IReadOnlyCollection<decimal> values, int intervals = 5)
    {
        var low = Math.Min(0, values.DefaultIfEmpty().Min());
        var high = Math.Max(0, values.DefaultIfEmpty().Max());
        return Between(low, low == high ? 1 : high, values.All(decimal.IsInteger), intervals);
    }

    /// <summary>The same for places that are no lengths: 0 is left out where it lies further away than the values are apart.</summary>
    public static ValueScale Holding(IReadOnlyCollection<decimal> values, int intervals = 5)
    {
        var (low, high) = (values.DefaultIfEmpty().Min(), values.DefaultIfEmpty().Max());
        return low < high && (low > high - low || high < low - high)
            ? Between(low, high, values.All(decimal.IsInteger), intervals)
            : Covering(values, intervals);
    }

    private static ValueScale Between(decimal low, decimal high, bool isWhole, int intervals)
    {
        var step = NiceSteps((double)(high - low) / intervals)
            .First(candidate => (!isWhole || decimal.IsInteger(candidate)) && Math.Ceiling(high / candidate) - Math.Floor(low / candidate) <= intervals);
        return new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>Where the value lies between the ends: 0 at the lower, 1 at the upper.</summary>
    public double Fraction(decimal value) => (double)((value - Min) / (Max - Min));

    /// <summary>Nice steps, ascending, from the power of ten at or below a number.</summary>
    internal static IEnumerable<decimal> NiceSteps(double smallest)
    {
        var power = (int)Math.Floor(Math.Log10(smallest));
        for (var magnitude = PowerOfTen(power); ; magnitude *= 10)
        {
            foreach (var nice in Mantissas)
                yield return nice * magnitude;
        }
    }

    private static decimal PowerOfTen(int power)
    {
        var result = 1m;
        for (var i = 0; i < Math.Abs(power); i++)
            result = power < 0 ? result / 10 : result * 10;
        return result;
    }
}
