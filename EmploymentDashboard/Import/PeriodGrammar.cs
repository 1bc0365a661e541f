using System.Globalization;
using System.Text.RegularExpressions;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>
/// One reading of one text by the grammar of <see cref="PeriodParser"/>. A rule whose form does not fit returns null; one whose form fits and
/// whose days do not exist, or are not certain, notes the fault too.
/// </summary>
internal sealed partial class PeriodGrammar(string text, PeriodContext context)
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    // In ms. The patterns take microseconds; on a machine that is short of time a thread may be kept waiting for seconds.
    private const int Timeout = 30_000;

    /// <summary>Between the ends of a span.</summary>
    private const string Dash = "(-{1,2}|–|—{1,2}|―{1,2}|~|至|到)";

    /// <summary>今, 本 and 当 mean the year given by the context, 去 and 上 the one before it, 前 the one before that.</summary>
    private const string YearOrNone = "((?<year>[0-9]{4}|[0-9]{2}|[今本当去上前])年)?";

    private const string English = @"(?<month>Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)\.?";
    private const string EnglishMonths = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>Serial numbers of 1 January 2000 and 31 December 2050.</summary>
    private const int FirstSerial = 36526;
    private const int LastSerial = 55153;

    private readonly string _digits = ChineseDate.InDigits(text);
    private PeriodFault? _fault;

    public PeriodReading Read()
    {
        var period = InEdtf() ?? Serial() ?? Midnight() ?? UpTo() ?? Since() ?? Single(_digits) ?? Span();
        if (_fault is null && period is not null && !IsPlausible(period))
            _fault = PeriodFault.OutOfRange;
        if (_fault is null && period is not null)
            return new PeriodReading.Read(period);

        return new PeriodReading.Unreadable(_fault ?? PeriodDiagnosis.Of(text));
    }

    private static bool IsPlausible(Period period) =>
        (period.Start ?? period.End)!.Value.Year >= PeriodParser.EarliestYear && (period.End ?? period.Start)!.Value.Year <= PeriodParser.LatestYear;

    private Period? InEdtf() => Edtf.TryParse(text, out var period) ? period : null;

    /// <summary>A day as spreadsheets count them from the end of 1899.</summary>
    private Period? Serial()
    {
        if (SerialPattern().Match(text) is not { Success: true } match)
            return null;
        if (match.Groups["time"].Success)
            return Fail(PeriodFault.TimeOfDay);

        var serial = Number(match, "serial");
        return serial is >= FirstSerial and <= LastSerial ? Day(new DateOnly(1899, 12, 30).AddDays(serial)) : Fail(PeriodFault.OutOfRange);
    }

    /// <summary>A day with a time: midnight is how spreadsheets export days, 24 o'clock how bulletins close them. Any other time is more than a day says.</summary>
    private Period? Midnight()
    {
        if (TimePattern().Match(_digits) is not { Success: true } match || Single(match.Groups["day"].Value) is not { Granularity: Granularity.Day } day)
            return null;

        return match.Groups["midnight"].Success ? day : Fail(PeriodFault.TimeOfDay);
    }

    private Period? UpTo()
    {
        if (UpToPattern().Match(_digits) is not { Success: true } match)
            return null;

        var end = match.Groups["end"].Value;
        var period = (Edtf.TryParse(end, out var edtf) ? edtf : null) ?? Single(end);
        var isDay = period?.Granularity == Granularity.Day;
        if (period is null || period.IsOpen || (isDay && match.Groups["close"].Success) || (!isDay && match.Groups["hour"].Success))
            return null;
        if (period.Granularity != Granularity.Interval)
            return Period.Parse($"../{period.Edtf}");

        // 截至2020年上半年 ends with June; a span such as 1-3月 is none that one counts up to.
        return HalfPattern().IsMatch(end) ? Period.Parse($"../{YearMonth.Of(period.End!.Value)}") : null;
    }

    private Period? Since() =>
        SincePattern().Match(_digits) is { Success: true } match && Single(match.Groups["start"].Value) is { Granularity: not Granularity.Interval } start
            ? Period.Parse($"{start.Edtf}/..")
            : null;

    /// <summary>A point or a part of a year, in one of its forms.</summary>
    private Period? Single(string single) =>
        ChinesePoint(single) ?? SeparatedPoint(single) ?? CompactPoint(single) ?? WesternPoint(single) ?? EnglishPoint(single)
        ?? Quarter(single) ?? Half(single) ?? FirstParts(single) ?? TenDays(single);

    private Period? ChinesePoint(string single)
    {
        if (WholeYearPattern().Match(single) is { Success: true } whole)
            return Point(YearOf(whole, "year"), null, null);
        if (ChinesePointPattern().Match(single) is not { Success: true } match)
            return null;
        if (YearOf(match, "year") is not { } year || MonthOf(match, year) is not { } month)
            return null;

        return Point(month.Year, month.Month, match.Groups["day"].Success ? Number(match, "day") : null);
    }

    private Period? SeparatedPoint(string single)
    {
        if (SeparatedPointPattern().Match(single) is not { Success: true } match)
            return null;

        // A spreadsheet takes 2020.10 for a number and drops its last zero.
        if (single == text && single.EndsWith(".1", StringComparison.Ordinal) && !match.Groups["day"].Success)
            return Fail(PeriodFault.Ambiguous);

        return Point(Number(match, "year"), Number(match, "month"), match.Groups["day"].Success ? Number(match, "day") : null);
    }

    private Period? CompactPoint(string single) => CompactPointPattern().Match(single) is { Success: true } match
        ? Point(Number(match, "year"), match.Groups["month"].Success ? Number(match, "month") : null, match.Groups["day"].Success ? Number(match, "day") : null)
        : null;

    /// <summary>3/2020; 25/3/2020 and 3/25/2020, where only one of the two numbers can be a month.</summary>
    private Period? WesternPoint(string single)
    {
        if (WesternPointPattern().Match(single) is not { Success: true } match)
            return null;

        var (first, year) = (Number(match, "first"), Number(match, "year"));
        if (!match.Groups["second"].Success)
            return Point(year, first, null);

        var second = Number(match, "second");
        if (first <= 12 && second <= 12 && first != second)
            return Fail(PeriodFault.Ambiguous);
        return first > 12 ? Point(year, second, first) : Point(year, first, second);
    }

    private Period? EnglishPoint(string single)
    {
        if (EnglishPointPattern().Match(single) is not { Success: true } match || YearOf(match, "year") is not { } year)
            return null;

        var month = (EnglishMonths.IndexOf(match.Groups["month"].Value[..3], StringComparison.OrdinalIgnoreCase) / 3) + 1;
        return Point(year, month, match.Groups["day"].Success ? Number(match, "day") : null);
    }

    private Period? Quarter(string single)
    {
        if (QuarterPattern().Match(single) is not { Success: true } match || YearOf(match, "year") is not { } year)
            return null;

        var quarter = ChineseNumeral.DigitOf(match.Groups["quarter"].ValueSpan[0]) ?? Number(match, "quarter");
        return quarter is >= 1 and <= 4 ? Months(new(year, (3 * quarter) - 2), new(year, 3 * quarter)) : Fail(PeriodFault.OutOfRange);
    }

    private Period? Half(string single)
    {
        if (HalfPattern().Match(single) is not { Success: true } match || YearOf(match, "year") is not { } year)
            return null;

        return match.Groups["half"].Value is "上" or "1" ? Months(new(year, 1), new(year, 6)) : Months(new(year, 7), new(year, 12));
    }

    /// <summary>前三季度, 2020年前9个月.</summary>
    private Period? FirstParts(string single)
    {
        if (FirstPartsPattern().Match(single) is not { Success: true } match)
            return null;

        var areMonths = match.Groups["months"].Success;
        var count = match.Groups["count"].Value == "两" ? 2 : Number(match, "count");

        // 前3个月 without a year may be the last three.
        if (areMonths && !match.Groups["year"].Success)
            return Fail(PeriodFault.Ambiguous);
        if (YearOf(match, "year") is not { } year)
            return null;

        var last = areMonths ? count : 3 * count;
        return count >= 2 && last <= 12 ? Months(new(year, 1), new(year, last)) : Fail(PeriodFault.OutOfRange);
    }

    private Period? TenDays(string single)
    {
        if (TenDaysPattern().Match(single) is not { Success: true } match || ChinesePoint(match.Groups["month"].Value) is not { Granularity: Granularity.Month, Start: { } first, End: { } last })
            return null;

        return match.Groups["third"].Value switch
        {
            "上" => Period.OfDays(first, first.AddDays(9)),
            "中" => Period.OfDays(first.AddDays(10), first.AddDays(19)),
            _ => Period.OfDays(first.AddDays(20), last),
        };
    }

    private Period? Span() => MonthSpan() ?? DaySpan() ?? YearSpan() ?? QuarterSpan() ?? SeparatedSpan();

    private Period? MonthSpan()
    {
        if (MonthSpanPattern().Match(_digits) is not { Success: true } match || EndYears(match) is not { } years)
            return null;

        var (first, last) = (Number(match, "first"), Number(match, "last"));
        if (first is < 1 or > 12 || last is < 1 or > 12)
            return Fail(PeriodFault.OutOfRange);
        if (match.Groups["sum"].Success && (first != 1 || years.First != years.Last))
            return Fail(PeriodFault.Ambiguous);

        return Months(new(years.First, first), new(years.Last, last));
    }

    private Period? DaySpan()
    {
        if (DaySpanPattern().Match(_digits) is not { Success: true } match || EndYears(match) is not { } years)
            return null;
        if ((match.Groups["month"].Success ? Number(match, "month") : context.Month) is not { } month)
            return Fail(PeriodFault.MonthMissing);

        var lastMonth = match.Groups["lastMonth"].Success ? Number(match, "lastMonth") : month;
        return Between(Point(years.First, month, Number(match, "first")), Point(years.Last, lastMonth, Number(match, "last")));
    }

    private Period? YearSpan() => YearSpanPattern().Match(_digits) is { Success: true } match
        ? Between(Point(Number(match, "first"), null, null), Point(Number(match, "last"), null, null))
        : null;

    private Period? QuarterSpan()
    {
        if (QuarterSpanPattern().Match(_digits) is not { Success: true } match || YearOf(match, "year") is not { } year)
            return null;

        var (first, last) = (Number(match, "first"), Number(match, "last"));
        if (first is < 1 or > 4 || last is < 1 or > 4)
            return Fail(PeriodFault.OutOfRange);

        return Months(new(year, (3 * first) - 2), new(year, 3 * last));
    }

    /// <summary>2020.1-2020.9, 2020/3/1-2020/3/15, 202001-202009: both ends in the same form.</summary>
    private Period? SeparatedSpan()
    {
        if (SeparatedSpanPattern().Match(_digits) is not { Success: true } match)
            return null;

        var (first, last) = (Single(match.Groups["first"].Value), Single(match.Groups["last"].Value));
        return first?.Granularity == last?.Granularity ? Between(first, last) : null;
    }

    private Period? Between(Period? first, Period? last)
    {
        if (first is null || last is null)
            return null;
        return first.Start < last.Start ? Period.OfDays(first.Start!.Value, last.End!.Value) : Fail(PeriodFault.Reversed);
    }

    private Period? Months(YearMonth first, YearMonth last)
    {
        if (!IsYear(first.Year) || !IsYear(last.Year))
            return Fail(PeriodFault.OutOfRange);
        return first < last ? Period.OfDays(first.FirstDay, last.LastDay) : Fail(PeriodFault.Reversed);
    }

    private static Period Day(DateOnly day) => Period.OfDays(day, day);

    private Period? Point(int? year, int? month, int? day)
    {
        if (year is not { } known)
            return null;
        if (!IsYear(known) || month is < 1 or > 12)
            return Fail(PeriodFault.OutOfRange);
        if (month is not { } inYear)
            return Period.Parse($"{known:0000}");
        if (day is not { } inMonth)
            return Period.OfMonth(new(known, inYear));

        return inMonth >= 1 && inMonth <= DateTime.DaysInMonth(known, inYear) ? Day(new(known, inYear, inMonth)) : Fail(PeriodFault.OutOfRange);
    }

    private static bool IsYear(int year) => year is >= PeriodParser.EarliestYear and <= PeriodParser.LatestYear;

    /// <summary>The years of both ends. An end without one has that of the first; the first takes none from the last.</summary>
    private (int First, int Last)? EndYears(Match match)
    {
        var hasLast = match.Groups["lastYear"].Success;
        if (hasLast && !match.Groups["year"].Success)
        {
            Fail(PeriodFault.YearMissing);
            return null;
        }

        if (YearOf(match, "year") is not { } first || (hasLast ? YearOf(match, "lastYear") : first) is not { } last)
            return null;
        return (first, last);
    }

    private int? YearOf(Match match, string group)
    {
        var written = match.Groups[group].Value;
        if (written.Length == 2)
        {
            Fail(PeriodFault.TwoDigitYear);
            return null;
        }

        if (written.Length == 4)
            return Number(match, group);
        if (context.Year is not { } given)
        {
            Fail(PeriodFault.YearMissing);
            return null;
        }

        return given - written switch { "去" or "上" => 1, "前" => 2, _ => 0 };
    }

    /// <summary>The month, which may lie in the year before: 上月 of January. A number outside 1 to 12 is a fault.</summary>
    private YearMonth? MonthOf(Match match, int year)
    {
        var written = match.Groups["month"].Value;
        var isRelative = written.Length > 0 && !char.IsAsciiDigit(written[0]);
        if ((isRelative || written.Length == 0) && context.Month is null)
            Fail(PeriodFault.MonthMissing);
        else if (isRelative && match.Groups["year"].Success)
            Fail(PeriodFault.UnknownForm);

        var month = isRelative || written.Length == 0 ? context.Month ?? 0 : Number(match, "month");
        if (month is < 1 or > 12)
            Fail(PeriodFault.OutOfRange);
        if (_fault is not null)
            return null;

        var known = new YearMonth(year, month);
        return written.StartsWith('上') ? known.AddMonths(-1) : known;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private Period? Fail(PeriodFault fault)
    {
        _fault ??= fault;
        return null;
    }

    [GeneratedRegex(@"^(?<serial>[0-9]{5})(?<time>\.[0-9]+)?$", Options, Timeout)]
    private static partial Regex SerialPattern();

    [GeneratedRegex(
        @"^((?<day>[0-9年月]+[日号])|(?<day>[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})[ T])((?<midnight>0{1,2}:00(:00(\.0+)?)?|24:00(:00)?|24时)|[0-9]{1,2}(:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?|时([0-9]{1,2}分)?)(Z|[-+][0-9:]+|[AP]M)?)$",
        Options, Timeout)]
    private static partial Regex TimePattern();

    [GeneratedRegex("^(截至到|截止到|截至|截止|至)(?<end>.+?)((?<close>[底末])|(?<hour>24时|24:00))?(为?止)?$", Options, Timeout)]
    private static partial Regex UpToPattern();

    [GeneratedRegex("^[自从]?(?<start>.+?)(以来|起至今|至今|起)$", Options, Timeout)]
    private static partial Regex SincePattern();

    [GeneratedRegex("^((?<year>[0-9]{4}|[0-9]{2}|[今本当去上前])年(度|全年)?|全年)$", Options, Timeout)]
    private static partial Regex WholeYearPattern();

    [GeneratedRegex("^((" + YearOrNone + "|(?<year>[0-9]{4})[-./])(?<month>[0-9]{1,2}|[本当]|上个?)月(份|(?<day>[0-9]{1,2})[日号]?)?|(?<day>[0-9]{1,2})[日号])$", Options, Timeout)]
    private static partial Regex ChinesePointPattern();

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?<separator>[-–./])(?<month>[0-9]{1,2})(\k<separator>(?<day>[0-9]{1,2}))?$", Options, Timeout)]
    private static partial Regex SeparatedPointPattern();

    [GeneratedRegex("^(?<year>[0-9]{4})((?<month>[0-9]{2})(?<day>[0-9]{2})?)?$", Options, Timeout)]
    private static partial Regex CompactPointPattern();

    [GeneratedRegex(@"^((?<first>[0-9]{1,2})[-/]|(?<first>[0-9]{1,2})(?<separator>[-/.])(?<second>[0-9]{1,2})\k<separator>)(?<year>[0-9]{4})$", Options, Timeout)]
    private static partial Regex WesternPointPattern();

    [GeneratedRegex(
        "^(((?<day>[0-9]{1,2})[-/ ]?)?" + English + "[-/ ,]*(?<year>[0-9]{4})|" + English + "[- ]?(?<day>[0-9]{1,2})(st|nd|rd|th)?[ ,]+(?<year>[0-9]{4})|(?<year>[0-9]{4})[-/ ]?" + English + "|" + English + ")$",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex EnglishPointPattern();

    [GeneratedRegex(
        "^(" + YearOrNone + "第?(?<quarter>[0-9])季度?|(?<year>[0-9]{4})第?(?<quarter>[一二三四])季度?|((?<year>[0-9]{4}|[0-9]{2})年?[-/ ]?)?Q(?<quarter>[0-9])|Q(?<quarter>[0-9])[-/ ,]?(?<year>[0-9]{4}|[0-9]{2})|(?<quarter>[0-9])Q[-/ ]?(?<year>[0-9]{4}|[0-9]{2})?)$",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex QuarterPattern();

    [GeneratedRegex(
        "^(" + YearOrNone + "(?<half>[上下])半年度?|(?<year>[0-9]{4})(?<half>[上下])半年度?|((?<year>[0-9]{4}|[0-9]{2})年?[-/ ]?)?H(?<half>[12])|H(?<half>[12])[-/ ,]?(?<year>[0-9]{4}|[0-9]{2})|(?<half>[12])H[-/ ]?(?<year>[0-9]{4}|[0-9]{2})?)$",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex HalfPattern();

    [GeneratedRegex("^" + YearOrNone + "前(?<count>[0-9]{1,2}|两)(个?季度|(?<months>个?月))$", Options, Timeout)]
    private static partial Regex FirstPartsPattern();

    [GeneratedRegex("^(?<month>.+月)份?(?<third>[上中下])旬$", Options, Timeout)]
    private static partial Regex TenDaysPattern();

    [GeneratedRegex(
        @"^(" + YearOrNone + @"|(?<year>[0-9]{4})\.)(?<first>[0-9]{1,2})月?份?" + Dash + "((?<lastYear>[0-9]{4}|[0-9]{2}|[今本当去上前])年)?(?<last>[0-9]{1,2})月份?(?<sum>累计)?$",
        Options, Timeout)]
    private static partial Regex MonthSpanPattern();

    [GeneratedRegex(
        "^(" + YearOrNone + "(?<month>[0-9]{1,2})月)?(?<first>[0-9]{1,2})[日号]?" + Dash + "(((?<lastYear>[0-9]{4}|[0-9]{2}|[今本当去上前])年)?(?<lastMonth>[0-9]{1,2})月)?(?<last>[0-9]{1,2})[日号]$",
        Options, Timeout)]
    private static partial Regex DaySpanPattern();

    [GeneratedRegex("^(?<first>[0-9]{4})年?" + Dash + "(?<last>[0-9]{4})年?$", Options, Timeout)]
    private static partial Regex YearSpanPattern();

    [GeneratedRegex("^" + YearOrNone + "第?(?<first>[0-9])(季度?)?" + Dash + "第?(?<last>[0-9])季度?$", Options, Timeout)]
    private static partial Regex QuarterSpanPattern();

    [GeneratedRegex(
        @"^((?<first>[0-9]{4}(?<separator>[-./])[0-9]{1,2}(\k<separator>[0-9]{1,2})?)" + Dash + @"(?<last>[0-9]{4}\k<separator>[0-9]{1,2}(\k<separator>[0-9]{1,2})?)|(?<first>[0-9]{6}([0-9]{2})?)" + Dash + "(?<last>[0-9]{6}([0-9]{2})?))$",
        Options, Timeout)]
    private static partial Regex SeparatedSpanPattern();
}
