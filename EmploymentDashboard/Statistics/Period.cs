namespace EmploymentDashboard.Statistics;

public enum Granularity
{
    Day,
    Month,
    Quarter,
    Year,

    /// <summary>From one point to another, or open at one end.</summary>
    Interval,
}

/// <summary>
/// The time that a figure speaks of, as EDTF (ISO 8601-2, with <c>2021-Q3</c> for quarters):
/// <c>2023-01</c>, <c>2023-01-30</c>, <c>2021</c>, <c>2021-01/2021-09</c>, <c>../2023-03</c>, <c>2020-02~</c>.
/// </summary>
/// <remarks>Two periods are the same when they cover the same days: <c>2020-02</c> and <c>2020-02~</c> differ in how they are known.</remarks>
public sealed class Period : IEquatable<Period>
{
    private string? _edtf;

    /// <param name="edtf">null for one of known days that is written in its shortest form, once somebody asks for it: most are only compared with.</param>
    internal Period(string? edtf, DateOnly? start, DateOnly? end, Granularity granularity, bool startIsInferred, bool endIsInferred)
    {
        _edtf = edtf;
        Start = start;
        End = end;
        Granularity = granularity;
        StartIsInferred = startIsInferred;
        EndIsInferred = endIsInferred;
    }

    /// <summary>The period as written in EDTF.</summary>
    public string Edtf => _edtf ??= Statistics.Edtf.Write(Start!.Value, End!.Value);

    /// <summary>First day; null where the source does not say when it began.</summary>
    public DateOnly? Start { get; }

    /// <summary>Last day; null where it goes on.</summary>
    public DateOnly? End { get; }

    public Granularity Granularity { get; }

    public bool StartIsInferred { get; }

    public bool EndIsInferred { get; }

    public bool IsInferred => StartIsInferred || EndIsInferred;

    public bool HasOpenStart => Start is null;

    /// <summary>Whether one of its ends is not printed.</summary>
    public bool IsOpen => Start is null || End is null;

    /// <summary>Months from the first to the last, both counted; null where an end is open.</summary>
    public int? LengthInMonths => Start is { } start && End is { } end ? YearMonth.Of(end) - YearMonth.Of(start) + 1 : null;

    /// <summary>The month under which the figure is listed: that of its last day, or of its first where it goes on.</summary>
    public YearMonth ReferenceMonth => YearMonth.Of(End ?? Start ?? throw new InvalidOperationException("A period has at least one end."));

    /// <summary>Whether it covers exactly one calendar month.</summary>
    public bool IsOneMonth => Start is { Day: 1 } start && End == YearMonth.Of(start).LastDay;

    public static bool operator ==(Period? left, Period? right) => Equals(left, right);

    public static bool operator !=(Period? left, Period? right) => !Equals(left, right);

    /// <summary>Reads EDTF; a text that is none throws <see cref="FormatException"/>. For text from outside use <see cref="Statistics.Edtf.TryParse"/>.</summary>
    public static Period Parse(string edtf) =>
        Statistics.Edtf.TryParse(edtf, out var period) ? period : throw new FormatException($"'{edtf}' is not a period in EDTF.");

    public static Period OfMonth(YearMonth month) => new(null, month.FirstDay, month.LastDay, Granularity.Month, false, false);

    /// <summary>Whether the two share a day. An open start reaches back without end, so it overlaps whatever lies before its end.</summary>
    public bool Overlaps(Period other) =>
        (Start ?? DateOnly.MinValue) <= (other.End ?? DateOnly.MaxValue) && (other.Start ?? DateOnly.MinValue) <= (End ?? DateOnly.MaxValue);

    /// <summary>
    /// The same period so many years later; null where an end is open or the calendar (years 1 to 9999) has no such year.
    /// What ends with a month still does: February 2023 becomes all 29 days of February 2024.
    /// </summary>
    public Period? AddYears(int years)
    {
        if (Start is not { } start || End is not { } end || start.Year + years < 1 || end.Year + years > 9999)
            return null;

        return OfDays(start.AddYears(years), start == end ? start.AddYears(years) : LastDayAfter(end, years));
    }

    /// <summary>The period of the same length that ends where this one begins; null where it is not made of whole months, or nothing comes before it.</summary>
    public Period? Previous()
    {
        if (Start is not { Day: 1 } start || End is not { } end || end != YearMonth.Of(end).LastDay)
            return null;

        var first = YearMonth.Of(start);
        var length = LengthInMonths!.Value;
        if (first - new YearMonth(1, 1) < length)
            return null;

        return OfDays(first.AddMonths(-length).FirstDay, first.AddMonths(-1).LastDay);
    }

    public bool Equals(Period? other) => other is not null && Start == other.Start && End == other.End;

    public override bool Equals(object? obj) => Equals(obj as Period);

    public override int GetHashCode() => HashCode.Combine(Start, End);

    public override string ToString() => Edtf;

    /// <summary>A period of known days, written in its shortest form.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It ends before it begins.</exception>
    public static Period OfDays(DateOnly start, DateOnly end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        return new(null, start, end, Statistics.Edtf.GranularityOf(start, end), false, false);
    }

    private static DateOnly LastDayAfter(DateOnly end, int years)
    {
        var month = YearMonth.Of(end);
        return end == month.LastDay ? month.AddMonths(12 * years).LastDay : end.AddYears(years);
    }
}
