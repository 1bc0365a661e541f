using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Layouts;

/// <summary>Periods as headers, titles and columns of years and months say them: often without the year, which stands elsewhere.</summary>
internal static partial class PeriodText
{
    /// <summary>1 January 2000 and 1 January 2100 as Excel counts days.</summary>
    private const int FirstSerial = 36_526, LastSerial = 73_051;

    /// <summary>Reads a period that is complete, or that needs only the year given.</summary>
    public static bool TryRead(string text, int? year, [NotNullWhen(true)] out Period? period)
    {
        var narrow = TextWidth.Narrow(text).Replace(" ", "", StringComparison.Ordinal).Replace("月份", "月", StringComparison.Ordinal);
        period = (PeriodParser.Read(narrow, new(year)) as PeriodReading.Read)?.Period;
        return period is not null;
    }

    /// <summary>Whether the text is a period but for its year: 3月, 1-3月, 一季度, 上半年.</summary>
    public static bool LacksYear(string text) => !TryRead(text, null, out _) && TryRead(text, 2000, out _);

    /// <summary>2020, 2020年 or 2020年度.</summary>
    public static int? Year(string text) =>
        YearOnly().Match(TextWidth.Narrow(text)) is { Success: true } match ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>The month whose first day an Excel serial number is; null for any other text.</summary>
    public static Period? MonthOfSerial(string text)
    {
        if (text.Length != 5 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) || serial is < FirstSerial or > LastSerial)
            return null;

        var day = new DateOnly(1899, 12, 30).AddDays(serial);
        return day.Day == 1 ? Period.OfMonth(YearMonth.Of(day)) : null;
    }

    /// <summary>From the first day of one to the last day of the other; null where the two do not follow each other.</summary>
    public static Period? Span(string from, string to, int? year) =>
        TryRead(from, year, out var first) && TryRead(to, year, out var last) && first.Start is { } start && last.End is { } end && start <= end
            ? Marked(Period.OfDays(start, end), first.IsInferred || last.IsInferred)
            : null;

    /// <summary>The period of a column's figures in a row of this period; null where there is none.</summary>
    public static Period? Shifted(Period period, PeriodShift shift, int yearsBack)
    {
        var shifted = (shift, period.Start, period.End) switch
        {
            (PeriodShift.YearToDate, { } start, { } end) when start.Year == end.Year => start is { Month: 1, Day: 1 } ? period : Marked(Period.OfDays(new(end.Year, 1, 1), end), period.IsInferred),
            (PeriodShift.WholeYear, { } start, { } end) when start.Year == end.Year => Marked(Period.OfDays(new(end.Year, 1, 1), new(end.Year, 12, 31)), period.IsInferred),
            (PeriodShift.None, _, _) => period,
            _ => null,
        };
        return yearsBack == 0 || shifted is null ? shifted : shifted.AddYears(-yearsBack) is { } earlier ? Marked(earlier, shifted.IsInferred) : null;
    }

    private static Period Marked(Period period, bool isInferred) => isInferred ? Period.Parse($"{period.Edtf}~") : period;

    [GeneratedRegex("^(?<year>(19|20)[0-9]{2})(年度?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearOnly();
}
