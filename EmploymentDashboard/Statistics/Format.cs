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

    /// <summary>A tick of an axis in this unit: a rise with its plus, a percentage with its sign.</summary>
    public static string Tick(decimal value, Unit unit) => (unit.IsChange && value > 0 ? "+" : "") + (unit.IsInFull ? Full(value) : Tick(value)) + (unit.Zh == "%" ? "%" : "");

    /// <summary>Bound and number: &gt;2,300, ≥3.2万, 877万.</summary>
    public static string Compact(Quantity quantity) => quantity.Bound.Sign() + Compact(quantity.Value);

    public static string Full(Quantity quantity) => quantity.Bound.Sign() + Full(quantity.Value);

    /// <summary>Bound, number and unit: &gt;2,300 人, ≥3.2万人, ≤5.5%.</summary>
    public static string WithUnit(Quantity quantity, Unit unit) => quantity.Bound.Sign() + WithUnit(quantity.Value, unit);

    /// <summary>
    /// A difference with its sign after the bound, rounded to the side on which the bound stays true: +1,200 人, &gt;+300 人.
    /// Two rates differ by percentage points, never by per cent.
    /// </summary>
    public static string Difference(Quantity difference, Unit unit, int decimals)
    {
        var rounded = difference.Round(decimals);
        return WithUnit(rounded, (unit.Zh == "%" ? Unit.PercentagePoints : unit) with { IsChange = true });
    }

    /// <summary>A change in per cent to one decimal, with its sign after the bound: +4.2%, ≥+10%, -3%.</summary>
    public static string Percent(Quantity percent)
    {
        var rounded = percent.Round(1);
        return rounded.Bound.Sign() + (rounded.Value > 0 ? "+" : "") + Full(rounded.Value) + "%";
    }

    /// <summary>
    /// A number and the unit that follows it, for those who set the two differently: ("2,300", " 人"), ("3.2万", "人"), ("5.5", "%").
    /// 万 and 亿 are part of the number's word, so nothing parts them from the unit.
    /// </summary>
    public static (string Number, string Unit) Parts(decimal value, Unit unit)
    {
        var number = Number(value, unit);
        return (number, number[^1] is '万' or '亿' ? unit.ToString() : UnitSuffix(unit));
    }

    /// <summary>A number without its unit, written as the unit asks: in full or short, a rise with its plus.</summary>
    public static string Number(decimal value, Unit unit) =>
        (unit.IsChange && value > 0 ? "+" : "") + (unit.Places > 0 ? Padded(value, unit.Places) : unit.IsInFull ? Full(value) : Compact(value));

    /// <summary>Bound and number without the unit.</summary>
    public static string Number(Quantity quantity, Unit unit) => quantity.Bound.Sign() + Number(quantity.Value, unit);

    /// <summary>The unit as it follows a number in full: a space before all but %.</summary>
    public static string UnitSuffix(Unit unit) => unit.Zh == "%" ? "%" : unit.Zh.Length == 0 ? "" : " " + unit;

    /// <summary>The bound in words, as a screen reader should say it: 大于 2,300 人.</summary>
    public static string Spoken(Quantity quantity, Unit unit)
    {
        var number = WithUnit(quantity.Value, unit);
        return quantity.Bound == Bound.Exact ? number : quantity.Bound.Name() + " " + number;
    }

    /// <summary>The period in words: 起点未载明，至 2023-03; 2021 – 2022; 2020-02（推断）.</summary>
    public static string Words(Period period) => WordsOfDays(period) + (period.IsInferred ? new Bilingual("（推断）", " (inferred)") : default);

    /// <summary>The period in words, where it is said elsewhere whether it was inferred.</summary>
    public static string WordsOfDays(Period period) => (period.Start, period.End) switch
    {
        (null, { } end) => new Bilingual($"起点未载明，至 {Point(end, period)}", $"start not printed, to {Point(end, period)}"),
        ({ } start, null) => new Bilingual($"{Point(start, period)} 起", $"from {Point(start, period)}"),
        _ when period.Granularity != Granularity.Interval => Canonical(period.Edtf),
        _ => BothEnds(period),
    };

    /// <summary>A moment in China's time, to the minute.</summary>
    public static string Words(DateTimeOffset moment) =>
        moment.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A number for SVG, CSS and addresses.</summary>
    public static string Invariant(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Padded(decimal value, int places) =>
        value.ToString("#,##0." + new string('0', places) + "########", CultureInfo.InvariantCulture);

    private static string BothEnds(Period period)
    {
        var (from, to) = Ends(period);
        return $"{from} – {to}";
    }

    private static (string From, string To) Ends(Period period)
    {
        var parts = period.Edtf.Split('/');
        return (Canonical(parts[0]), Canonical(parts[1]));
    }

    /// <summary>A date without its qualifier, and with Q1 where the code 33 was written.</summary>
    private static string Canonical(string date) =>
        IsCanonical(date) || !Edtf.TryParse(date, out var period) ? date : Period.OfDays(period.Start!.Value, period.End!.Value).Edtf;

    /// <summary>Nearly all are: a year, a month or a day without a qualifier. A chart writes hundreds, and parsing them was a third of its drawing.</summary>
    private static bool IsCanonical(string date) => char.IsAsciiDigit(date[^1]) && (date.Length != 7 || date[5] is '0' or '1');

    private static string WithUnit(decimal value, Unit unit)
    {
        var (number, suffix) = Parts(value, unit);
        return number + suffix;
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
