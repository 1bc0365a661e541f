using System.Globalization;

namespace EmploymentDashboard.Bulletins;

/// <summary>The signs of footnotes: ① to ㊿, then numbers in parentheses.</summary>
internal static class NoteSigns
{
    /// <param name="number">Counted from 1.</param>
    public static string Of(int number) => number switch
    {
        >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        <= 35 => ((char)('㉑' + number - 21)).ToString(),
        <= 50 => ((char)('㊱' + number - 36)).ToString(),
        _ => string.Create(CultureInfo.InvariantCulture, $"({number})"),
    };
}
