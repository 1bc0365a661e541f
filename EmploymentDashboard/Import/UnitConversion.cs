using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>How a written unit becomes an indicator's.</summary>
/// <param name="Written">As in the file.</param>
/// <param name="Unit">The indicator's.</param>
/// <param name="Factor">What a number in the written unit is to be multiplied by; exact, never rounded.</param>
public sealed record Conversion(string Written, Unit Unit, decimal Factor)
{
    /// <summary>万元 → 元 ×10,000; without a factor where the two are one.</summary>
    public Bilingual Description
    {
        get
        {
            var times = Factor == 1 ? "" : $" ×{Format.Full(Factor)}";
            return new($"{Written} → {Unit.Zh}{times}", $"{Written} → {Unit.En}{times}");
        }
    }
}

/// <summary>
/// From a written unit to an indicator's: the same unit in other words (名 and 人, RMB and 元), a multiple of it (万元, 千人次), or one of the few
/// with a fixed factor (‰ and %). Units that only often mean the same are kept apart: 人 and 人次, 家 and 户, 个 and 家, 元 and 元/人, % and 百分点.
/// </summary>
public static class UnitConversion
{
    private static readonly (string Prefix, decimal Factor)[] Multiples =
    [
        ("万亿", 1_000_000_000_000), ("千亿", 100_000_000_000), ("百亿", 10_000_000_000), ("十亿", 1_000_000_000),
        ("千万", 10_000_000), ("百万", 1_000_000), ("十万", 100_000), ("亿", 100_000_000), ("万", 10_000), ("千", 1_000), ("百", 100), ("十", 10),
        ("billion ", 1_000_000_000), ("million ", 1_000_000), ("10,000 ", 10_000), ("10000 ", 10_000), ("thousand ", 1_000), ("1,000 ", 1_000), ("1000 ", 1_000),
    ];

    /// <summary>Words for one thing. The first is how it is written in a catalog.</summary>
    private static readonly string[][] Synonyms =
    [
        ["人", "名", "位", "person", "persons", "people"],
        ["元", "圆", "块", "块钱", "¥", "人民币", "人民币元", "元人民币", "RMB", "CNY", "yuan"],
        ["%", "百分比", "percent", "per cent", "pct"],
        ["‰", "千分比", "per mille"],
        ["百分点", "个百分点", "percentage point", "percentage points"],
        ["平方米", "㎡", "m²", "平米", "square metres", "sqm"],
        ["个月", "month", "months"],
        ["年", "year", "years"],
        ["天", "日", "day", "days"],
        ["小时", "个小时", "hour", "hours"],
    ];

    /// <summary>Factors between units of their own. A year is always 12 months; a month is not always as many days.</summary>
    private static readonly (string From, string To, decimal Factor)[] Fixed =
    [
        ("‰", "%", 0.1m), ("%", "‰", 10), ("‱", "%", 0.01m),
        ("年", "个月", 12), ("周", "天", 7),
        ("公顷", "平方米", 10_000), ("平方公里", "平方米", 1_000_000),
    ];

    /// <summary>The conversion, or null where the units have nothing certain to do with each other.</summary>
    public static Conversion? Between(string written, Unit unit) => Factor(written, unit) is { } factor ? new(written, unit, factor) : null;

    /// <summary>What a number in the written unit is to be multiplied by; null where the units have nothing certain to do with each other.</summary>
    public static decimal? Factor(string written, Unit unit)
    {
        if (IsSame(written, unit))
            return 1;

        var bare = Bare(written);
        foreach (var (prefix, factor) in Multiples)
        {
            if (bare.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && FactorOfOne(bare[prefix.Length..], unit) is { } one)
                return factor * one;
        }

        return FactorOfOne(bare, unit);
    }

    /// <summary>Whether the written unit is the indicator's, in either language.</summary>
    public static bool IsSame(string written, Unit unit)
    {
        if (written == unit.Zh)
            return true;

        var bare = Bare(written);
        return bare.Length > 0 && (string.Equals(bare, Bare(unit.En), StringComparison.OrdinalIgnoreCase) || Canonical(bare) == Canonical(Bare(unit.Zh)));
    }

    private static decimal? FactorOfOne(string written, Unit unit)
    {
        if (IsSame(written, unit))
            return 1;

        var (from, to) = (Canonical(written), Canonical(unit.Zh));
        return Array.Find(Fixed, known => known.From == from && known.To == to) is { Factor: not 0 and var factor } ? factor : null;
    }

    /// <summary>Without what heads of tables put around a unit: （万元）, 单位：万元.</summary>
    private static string Bare(string written)
    {
        var bare = TextWidth.Narrow(written);
        if (bare is ['(', .., ')'])
            bare = bare[1..^1].Trim();
        foreach (var label in (ReadOnlySpan<string>)["单位:", "unit:"])
        {
            if (bare.StartsWith(label, StringComparison.OrdinalIgnoreCase))
                bare = bare[label.Length..].Trim();
        }

        return bare;
    }

    /// <summary>Each part of a unit in its first word, so that 元每位, yuan per person and 元/人 are one. Divisors have no order.</summary>
    private static string Canonical(string unit)
    {
        var parts = unit.Replace(" per ", "/", StringComparison.OrdinalIgnoreCase).Split('/', '每', '·');
        var names = parts.Select(part => Array.Find(Synonyms, same => same.Contains(part.Trim(), StringComparer.OrdinalIgnoreCase))?[0] ?? part.Trim()).ToList();
        return string.Join('/', [names[0], .. names.Skip(1).Order(StringComparer.Ordinal)]);
    }
}
