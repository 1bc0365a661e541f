using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>
/// Reads a period as people write it: EDTF first, then 2020年3月, 2020-3, 2020.03, 2020/3, 202003, 2020年, 2020年3月5日, 2020/3/5,
/// 2020年1-3月, 2020年第一季度, 2020年上半年 and 截至2020年2月23日. A year is always written out; no year is ever supplied.
/// </summary>
public static partial class PeriodParser
{
    private const string Quarters = "一二三四";

    public static bool TryParse(string? text, [NotNullWhen(true)] out Period? period)
    {
        var narrow = TextWidth.Narrow(text ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (Edtf.TryParse(narrow, out period))
            return true;

        period = UpTo(narrow) ?? Point(narrow) ?? Months(narrow) ?? Quarter(narrow) ?? Half(narrow);
        return period is not null;
    }

    private static Period? UpTo(string text)
    {
        var match = UpToPattern().Match(text);
        var end = match.Success && (Edtf.TryParse(match.Groups["end"].Value, out var edtf) ? edtf : Point(match.Groups["end"].Value)) is { Granularity: not Granularity.Interval } point
            ? point
            : null;
        return end is null ? null : Period.Parse($"../{end.Edtf}");
    }

    /// <summary>A year, a month or a day.</summary>
    private static Period? Point(string text)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[ChinesePointPattern(), SeparatedPointPattern(), CompactMonthPattern()])
        {
            if (pattern.Match(text) is not { Success: true } match)
                continue;

            var edtf = match.Groups["year"].Value;
            if (match.Groups["month"].Success)
                edtf += $"-{Number(match, "month"):00}";
            if (match.Groups["day"].Success)
                edtf += $"-{Number(match, "day"):00}";
            return Edtf.TryParse(edtf, out var period) ? period : null;
        }

        return null;
    }

    private static Period? Months(string text)
    {
        if (MonthsPattern().Match(text) is not { Success: true } match)
            return null;

        var (year, first, last) = (Number(match, "year"), Number(match, "first"), Number(match, "last"));
        var lastYear = match.Groups["lastYear"].Success ? Number(match, "lastYear") : year;
        if (first is < 1 or > 12 || last is < 1 or > 12)
            return null;

        var (start, end) = (new YearMonth(year, first), new YearMonth(lastYear, last));
        return start < end ? Period.OfDays(start.FirstDay, end.LastDay) : null;
    }

    private static Period? Quarter(string text)
    {
        if (QuarterPattern().Match(text) is not { Success: true } match)
            return null;

        var number = match.Groups["quarter"].ValueSpan[0];
        var quarter = Quarters.IndexOf(number, StringComparison.Ordinal) is var index and >= 0 ? index + 1 : number - '0';
        return Period.Parse($"{match.Groups["year"].Value}-Q{quarter}");
    }

    private static Period? Half(string text)
    {
        if (HalfPattern().Match(text) is not { Success: true } match)
            return null;

        var first = new YearMonth(Number(match, "year"), match.Groups["half"].Value == "上" ? 1 : 7);
        return Period.OfDays(first.FirstDay, first.AddMonths(5).LastDay);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(截至|截止|截止到|截至到|至)(?<end>.+?)[底末止]?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UpToPattern();

    [GeneratedRegex("^(?<year>(19|20)[0-9]{2})年((?<month>[0-9]{1,2})月((?<day>[0-9]{1,2})[日号])?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChinesePointPattern();

    [GeneratedRegex(@"^(?<year>(19|20)[0-9]{2})(?<separator>[-./])(?<month>[0-9]{1,2})(\k<separator>(?<day>[0-9]{1,2}))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SeparatedPointPattern();

    [GeneratedRegex("^(?<year>(19|20)[0-9]{2})(?<month>[0-9]{2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CompactMonthPattern();

    [GeneratedRegex("^(?<year>(19|20)[0-9]{2})年(?<first>[0-9]{1,2})月?[-–—~至到]((?<lastYear>(19|20)[0-9]{2})年)?(?<last>[0-9]{1,2})月$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthsPattern();

    [GeneratedRegex("^(?<year>(19|20)[0-9]{2})年?(第?(?<quarter>[一二三四1-4])季度?|[Qq](?<quarter>[1-4]))$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuarterPattern();

    [GeneratedRegex("^(?<year>(19|20)[0-9]{2})年?(?<half>[上下])半年$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HalfPattern();
}
