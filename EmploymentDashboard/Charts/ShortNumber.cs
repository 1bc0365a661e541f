using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>A number for a place too small for it in full: rounded to the side on which its bound stays true, never cut.</summary>
public static class ShortNumber
{
    private const int MostDecimals = 2;

    /// <summary>The longest form that fits, in full where it can be; null where none does.</summary>
    /// <param name="room">In px.</param>
    /// <param name="isChange">Whether a rise is written with a plus.</param>
    public static string? Fitting(Quantity quantity, double room, double fontSize, bool isChange = false) =>
        Forms(quantity).Select(form => Written(form, quantity, isChange)).FirstOrDefault(form => TextWidth.Of(form, fontSize) <= room);

    /// <summary>Whether a form has lost digits of the number.</summary>
    public static bool IsRounded(string? form, Quantity quantity, bool isChange = false) =>
        form != Written(Format.Full(quantity.Value), quantity, isChange) && form != Written(Format.Compact(quantity.Value), quantity, isChange);

    private static string Written(string number, Quantity quantity, bool isChange) =>
        quantity.Bound.Sign() + (isChange && quantity.Value > 0 ? "+" : "") + number;

    /// <summary>The number in full, then ever shorter. No form turns a number into zero.</summary>
    private static IEnumerable<string> Forms(Quantity quantity)
    {
        yield return Format.Full(quantity.Value);
        yield return Format.Compact(quantity.Value);
        var (scale, suffix) = Scale(Math.Abs(quantity.Value));
        for (var decimals = MostDecimals; decimals >= 0; decimals--)
        {
            var rounded = new Quantity(quantity.Value / scale, quantity.Bound).Round(decimals);
            if (rounded.Value != 0)
                yield return Format.Full(rounded.Value) + suffix;
        }
    }

    private static (decimal Scale, string Suffix) Scale(decimal magnitude) => Bilingual.EnglishIsAsked
        ? magnitude switch
        {
            >= 1_000_000_000 => (1_000_000_000, "bn"),
            >= 1_000_000 => (1_000_000, "M"),
            >= 10_000 => (1_000, "k"),
            _ => (1, ""),
        }
        : magnitude switch
        {
            >= 100_000_000 => (100_000_000, "亿"),
            >= 10_000 => (10_000, "万"),
            _ => (1, ""),
        };
}
