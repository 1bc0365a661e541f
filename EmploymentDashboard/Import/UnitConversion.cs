using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>From a written unit to an indicator's. Only multiples of the unit itself are converted: 万元 to 元, 千人 to 人.</summary>
internal static class UnitConversion
{
    private static readonly (string Prefix, decimal Factor)[] Multiples =
    [
        ("万亿", 1_000_000_000_000), ("千万", 10_000_000), ("百万", 1_000_000), ("亿", 100_000_000), ("万", 10_000), ("千", 1_000), ("百", 100),
    ];

    /// <summary>Measure words that count the same thing.</summary>
    private static readonly string[][] Synonyms = [["人", "名", "位"]];

    /// <summary>What a number in the written unit is to be multiplied by; null where the units have nothing to do with each other.</summary>
    public static decimal? Factor(string written, Unit unit)
    {
        if (IsSame(written, unit))
            return 1;

        foreach (var (prefix, factor) in Multiples)
        {
            if (written.StartsWith(prefix, StringComparison.Ordinal) && IsSame(written[prefix.Length..], unit))
                return factor;
        }

        return null;
    }

    /// <summary>Whether the written unit is the indicator's, in either language.</summary>
    public static bool IsSame(string written, Unit unit)
    {
        var narrow = TextWidth.Narrow(written);
        return narrow == TextWidth.Narrow(unit.Zh)
            || string.Equals(narrow, unit.En, StringComparison.OrdinalIgnoreCase)
            || Synonyms.Any(same => same.Contains(narrow) && same.Contains(unit.Zh));
    }
}
