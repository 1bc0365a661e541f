using System.Globalization;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Import;

/// <summary>What holds for all periods. The forms themselves stand in <see cref="PeriodFormTests"/>.</summary>
public sealed class PeriodParserTests
{
    private const string Alphabet = "0123456789-–—~./: 年月日季度第上下中旬半前一二三十〇零○今去本当截至止底末以来起自QHTMarch,'\"至到份号时累计全\u200B２";

    private static readonly string[] Digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

    private static IEnumerable<string> KnownForms =>
        new[] { PeriodFormTests.InEdtf, PeriodFormTests.Years, PeriodFormTests.Months, PeriodFormTests.Days, PeriodFormTests.SpreadsheetDays, PeriodFormTests.PartsOfYears, PeriodFormTests.Spans, PeriodFormTests.OpenEnds }
            .SelectMany(table => table.Select(row => (string)row[0])).Where(text => text[0] is not ('=' or '\''));

    [Fact]
    public void Period_NotWritten_IsAFault() => Assert.Equal(new PeriodReading.Unreadable(PeriodFault.Empty), PeriodParser.Read(null, PeriodContext.None));

    [Fact]
    public void Period_WrittenByTheProgram_ReadsBackTheSame() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(from start in Gen.Choose(0, 40_000) from days in Gen.Choose(0, 1_000) select (start, days)),
        span =>
        {
            var start = new DateOnly(1950, 1, 1).AddDays(span.start);
            var period = Period.OfDays(start, start.AddDays(span.days));
            return Reads(period.Edtf, period, PeriodContext.None);
        }));

    [Fact]
    public void Month_InAnyNotation_ReadsTheSame() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(from year in Gen.Choose(1950, 2099) from month in Gen.Choose(1, 12) select new YearMonth(year, month)),
        month => Notations(month).All(text => Reads(text, Period.OfMonth(month), PeriodContext.None))
            && Reads($"{month.Month}月", Period.OfMonth(month), new(month.Year))
            && Reads($"去年{month.Month}月", Period.OfMonth(month), new(month.Year + 1))
            && Reads("上月", Period.OfMonth(month), new(month.AddMonths(1).Year, month.AddMonths(1).Month))));

    [Fact]
    public void Day_InAnyNotation_ReadsTheSame() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(Gen.Choose(0, 18_000).Select(days => new DateOnly(2000, 1, 1).AddDays(days))),
        day => Notations(day).All(text => Reads(text, Period.OfDays(day, day), PeriodContext.None))));

    [Fact]
    public void Period_InFullWidth_ReadsTheSame() =>
        Assert.All(KnownForms, text => Assert.Equal(PeriodParser.Read(text, PeriodContext.None), PeriodParser.Read(Forms.Wide(text), PeriodContext.None)));

    [Fact]
    public void Period_WithSpacesBetweenItsParts_ReadsTheSame() =>
        Assert.All(KnownForms, text => Assert.Equal(PeriodParser.Read(text, PeriodContext.None), PeriodParser.Read(Forms.Spaced(text), PeriodContext.None)));

    [Fact]
    public void Period_AnyText_IsReadWithoutThrowing() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(
            from letters in Gen.OneOf(
                Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray())),
                from part in Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray()), 3)
                select string.Concat(Enumerable.Repeat(new string(part), 66)).ToCharArray(),
                Gen.ArrayOf(Gen.Choose(0, 0xFFFF).Select(code => (char)code)))
            from year in Gen.Elements<int?>(null, 2020, 1, 9999, -5)
            from month in Gen.Elements<int?>(null, 1, 12, 13)
            select (new string(letters), new PeriodContext(year, month))),
        sample => PeriodParser.Read(sample.Item1, sample.Item2) is not null));

    [Theory]
    [InlineData("上月", 1949, 1)]
    [InlineData("当月", 2020, 13)]
    [InlineData("3月", 1, null)]
    [InlineData("前年", 1950, null)]
    [InlineData("去年12月-今年2月", 0, null)]
    [InlineData("一季度", 99999, null)]
    public void Period_OfAnImpossibleContext_IsOutOfRange(string text, int year, int? month) =>
        Assert.Equal(new PeriodReading.Unreadable(PeriodFault.OutOfRange), PeriodParser.Read(text, new(year, month)));

    [Fact]
    public void Fault_HasACodeOfItsOwnAndAMessageInBothLanguages() => Assert.All(Enum.GetValues<PeriodFault>(), fault =>
    {
        Assert.Single(Enum.GetValues<PeriodFault>(), other => other.Code() == fault.Code());
        Assert.NotEmpty(fault.Message().Zh);
        Assert.NotEmpty(fault.Message().En);
    });

    private static bool Reads(string text, Period period, PeriodContext context) => PeriodParser.Read(text, context) is PeriodReading.Read read && read.Period == period;

    private static IEnumerable<string> Notations(YearMonth month)
    {
        var (year, number) = (month.Year, month.Month);
        var chineseYear = string.Concat($"{year}".Select(digit => Digits[digit - '0']));
        yield return $"{year}-{number:00}";
        yield return $"{year}-{number}";
        yield return $"{year}.{number:00}";
        yield return $"{year}/{number}";
        yield return $"{year}{number:00}";
        yield return $"{year}年{number}月";
        yield return $"{year} 年 {number:00} 月份";
        yield return Forms.Wide($"{year}年{number}月");
        yield return $"{chineseYear}年{Digits[number]}月";
        yield return $"{number}/{year}";
        yield return $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(number)} {year}";
        yield return $"{CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(number)}-{year}";
        yield return $"{year}年{number}月1日-{month.LastDay.Day}日";
    }

    private static IEnumerable<string> Notations(DateOnly day)
    {
        yield return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        yield return day.ToString("yyyy/M/d", CultureInfo.InvariantCulture);
        yield return day.ToString("yyyy.MM.dd", CultureInfo.InvariantCulture);
        yield return day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        yield return day.ToString("yyyy/M/d", CultureInfo.InvariantCulture) + " 0:00";
        yield return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 00:00:00";
        yield return day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        yield return day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);
        yield return (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture);
    }
}
