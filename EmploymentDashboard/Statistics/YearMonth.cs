using System.Globalization;

namespace EmploymentDashboard.Statistics;

/// <summary>A calendar month, the step of the month axes.</summary>
public readonly record struct YearMonth : IComparable<YearMonth>
{
    private readonly int _index;

    private YearMonth(int index) => _index = index;

    public YearMonth(int year, int month) => _index = (year * 12) + month - 1;

    public int Year => _index / 12;

    public int Month => (_index % 12) + 1;

    public DateOnly FirstDay => new(Year, Month, 1);

    public DateOnly LastDay => new(Year, Month, DateTime.DaysInMonth(Year, Month));

    public static YearMonth Of(DateOnly day) => new(day.Year, day.Month);

    public static IEnumerable<YearMonth> Range(YearMonth first, YearMonth last)
    {
        for (var index = first._index; index <= last._index; index++)
            yield return new(index);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; anything else throws <see cref="FormatException"/>.</summary>
    public static YearMonth Parse(string text) => TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is no month.");

    public static bool TryParse(string? text, out YearMonth month)
    {
        month = default;
        if (!DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;

        month = Of(day);
        return true;
    }

    public static int operator -(YearMonth later, YearMonth earlier) => later._index - earlier._index;

    public static bool operator <(YearMonth left, YearMonth right) => left._index < right._index;

    public static bool operator >(YearMonth left, YearMonth right) => left._index > right._index;

    public static bool operator <=(YearMonth left, YearMonth right) => left._index <= right._index;

    public static bool operator >=(YearMonth left, YearMonth right) => left._index >= right._index;

    public YearMonth AddMonths(int months) => new(_index + months);

    public int CompareTo(YearMonth other) => _index.CompareTo(other._index);

    /// <summary>ISO 8601: 2023-01.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
