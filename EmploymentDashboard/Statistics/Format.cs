using System.Globalization;

namespace EmploymentDashboard.Statistics;

/// <summary>How numbers, bounds and periods are written for people. Numbers for SVG and CSS go through <see cref="Invariant"/>.</summary>
public static class Format
{
    private const decimal TenThousand = 10_000m;
    private const decimal HundredMillion = 100_000_000m;

    /// <summary>A number in full with thousands separators: 43,280,000 or 5.5.</summary>
    public static string Full(decimal value) => value.ToString("#,##0.##########", CultureInfo.InvariantCulture);

    /// <summary>
    /// A number short enough to read at a glance, no digit lost that was printed: from 10,000 on in 万 and 亿 where that is
    /// exact to two decimals (4,328万, 4.3亿), in full otherwise. English has no such step and keeps the full number.
    /// </summary>
    public static string Compact(decimal value)
    {
        if (!Bilingual.EnglishIsAsked)
        {
            if (IsExactIn(HundredMillion, value))
                return Full(value / HundredMillion) + "亿";
            if (IsExactIn(TenThousand, value))
                return Full(value / TenThousand) + "万";
        }

        return Full(value);
    }

    /// <summary>A tick of an axis: 0, 5,000, 2万, 1.5亿; in English 20k, 150M.</summary>
    public static string Tick(decimal value)
    {
        var magnitude = Math.Abs(value);
        if (!Bilingual.EnglishIsAsked)
        {
            return magnitude switch
            {
                >= HundredMillion => Full(value / HundredMillion) + "亿",
                >= TenThousand => Full(value / TenThousand) + "万",
                _ => Full(value),
            };
        }

        return magnitude switch
        {
            >= 1_000_000_000 => Full(value / 1_000_000_000) + "bn",
            >= 1_000_000 => Full(value / 1_000_000) + "M",
            >= TenThousand => Full(value / 1_000) + "k",
            _ => Full(value),
        };
    }

    /// <summary>Bound and number: ＞2,300, ≥3.2万, 877万.</summary>
    public static string Compact(Quantity quantity) => quantity.Bound.Sign() + Compact(quantity.Value);

    public static string Full(Quantity quantity) => quantity.Bound.Sign() + Full(quantity.Value);

    /// <summary>Bound, number and unit: &gt;2,300 人, ≤5.5%.</summary>
    public static string WithUnit(Quantity quantity, Unit unit) => Compact(quantity) + UnitSuffix(unit);

    /// <summary>The unit as it follows a number: no space before %, and none between 万 and 元 in Chinese.</summary>
    public static string UnitSuffix(Unit unit) => unit.Zh == "%" ? "%" : " " + unit;

    /// <summary>The bound in words, as a screen reader should say it: 大于 2,300 人.</summary>
    public static string Spoken(Quantity quantity, Unit unit)
    {
        var number = Compact(quantity.Value) + UnitSuffix(unit);
        return quantity.Bound == Bound.Exact ? number : quantity.Bound.Name() + " " + number;
    }

    /// <summary>The period in words: 起点未载明，至 2023-03; 2021 – 2022; 2020-02（推断）.</summary>
    public static string Words(Period period)
    {
        var inferred = period.IsInferred ? new Bilingual("（推断）", " (inferred)") : default(Bilingual?);
        string words = (period.Start, period.End) switch
        {
            (null, { } end) => new Bilingual($"起点未载明，至 {Point(end, period)}", $"start not printed, to {Point(end, period)}"),
            ({ } start, null) => new Bilingual($"{Point(start, period)} 起", $"from {Point(start, period)}"),
            _ when period.Granularity != Granularity.Interval => period.Edtf.TrimEnd('~', '?', '%'),
            _ => $"{Ends(period).From} – {Ends(period).To}",
        };
        return words + inferred?.ToString();
    }

    /// <summary>A moment in China's time, to the minute.</summary>
    public static string Words(DateTimeOffset moment) =>
        moment.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A number for SVG, CSS and addresses.</summary>
    public static string Invariant(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static (string From, string To) Ends(Period period)
    {
        var parts = period.Edtf.Split('/');
        return (parts[0].TrimEnd('~', '?', '%'), parts[1].TrimEnd('~', '?', '%'));
    }

    /// <summary>One end of an open interval, as precise as it was written.</summary>
    private static string Point(DateOnly day, Period period)
    {
        var (from, to) = Ends(period);
        return period.End == day ? to : from;
    }

    private static bool IsExactIn(decimal step, decimal value) =>
        Math.Abs(value) >= step && value / step * 100 is var hundredths && hundredths == decimal.Truncate(hundredths);
}
