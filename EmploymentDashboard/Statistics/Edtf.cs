using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EmploymentDashboard.Statistics;

/// <summary>
/// The part of the Extended Date/Time Format (ISO 8601-2:2019) that figures need: years, months and days; quarters as
/// <c>2021-Q3</c> or by their EDTF codes 33 to 36; intervals, open at one end by <c>..</c>; and the qualifiers
/// <c>~</c>, <c>?</c> and <c>%</c> at the end of a date, which all say here that the date was inferred.
/// </summary>
public static partial class Edtf
{
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Period? period)
    {
        period = null;
        if (string.IsNullOrEmpty(text))
            return false;

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            if (Date.Parse(text) is not { } date)
                return false;

            period = new(text, date.First, date.Last, date.Granularity, date.IsInferred, date.IsInferred);
            return true;
        }

        var (from, to) = (text[..slash], text[(slash + 1)..]);
        var start = Date.Parse(from);
        var end = Date.Parse(to);
        if ((start is null && from != "..") || (end is null && to != "..") || (start is null && end is null) || start?.First > end?.Last)
            return false;

        period = new(text, start?.First, end?.Last, Granularity.Interval, start?.IsInferred ?? false, end?.IsInferred ?? false);
        return true;
    }

    /// <summary>The shortest EDTF that covers these days.</summary>
    internal static string Write(DateOnly start, DateOnly end)
    {
        var (first, last) = (YearMonth.Of(start), YearMonth.Of(end));
        return GranularityOf(start, end) switch
        {
            Granularity.Day => start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Granularity.Month => first.ToString(),
            Granularity.Quarter => $"{first.Year:0000}-Q{last.Month / 3}",
            Granularity.Year => $"{first.Year:0000}",
            _ when start != first.FirstDay || end != last.LastDay => string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd}/{end:yyyy-MM-dd}"),
            _ when first.Month == 1 && last.Month == 12 => $"{first.Year:0000}/{last.Year:0000}",
            _ => $"{first}/{last}",
        };
    }

    /// <summary>What the shortest form is.</summary>
    internal static Granularity GranularityOf(DateOnly start, DateOnly end)
    {
        if (start == end)
            return Granularity.Day;

        var (first, last) = (YearMonth.Of(start), YearMonth.Of(end));
        if (start != first.FirstDay || end != last.LastDay)
            return Granularity.Interval;

        return (last - first) switch
        {
            0 => Granularity.Month,
            2 when first.Month % 3 == 1 => Granularity.Quarter,
            11 when first.Month == 1 => Granularity.Year,
            _ => Granularity.Interval,
        };
    }

    private sealed partial record Date(DateOnly First, DateOnly Last, Granularity Granularity, bool IsInferred)
    {
        public static Date? Parse(string text)
        {
            var match = Pattern().Match(text);
            if (!match.Success)
                return null;

            var isInferred = match.Groups["qualifier"].Success;
            var year = Number(match.Groups["year"]);
            if (year == 0)
                return null;

            if (match.Groups["quarter"] is { Success: true } quarter)
            {
                var code = Number(quarter);
                var number = code > 4 ? code - 32 : code;
                var last = new YearMonth(year, 3 * number);
                return new(last.AddMonths(-2).FirstDay, last.LastDay, Granularity.Quarter, isInferred);
            }

            if (!match.Groups["month"].Success)
                return new(new(year, 1, 1), new(year, 12, 31), Granularity.Year, isInferred);

            var month = new YearMonth(year, Number(match.Groups["month"]));
            if (!match.Groups["day"].Success)
                return new(month.FirstDay, month.LastDay, Granularity.Month, isInferred);

            var dayOfMonth = Number(match.Groups["day"]);
            if (dayOfMonth > month.LastDay.Day)
                return null;

            var day = new DateOnly(month.Year, month.Month, dayOfMonth);
            return new(day, day, Granularity.Day, isInferred);
        }

        private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

        [GeneratedRegex(@"^(?<year>[0-9]{4})(?:-(?:Q(?<quarter>[1-4])|(?<quarter>3[3-6])|(?<month>0[1-9]|1[0-2])(?:-(?<day>0[1-9]|[12][0-9]|3[01]))?))?(?<qualifier>[~?%])?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Pattern();
    }
}
