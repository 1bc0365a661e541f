using System.Globalization;
using EmploymentDashboard.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>How periods are written: the part of EDTF (ISO 8601-2) that official figures need.</summary>
public sealed class EdtfTests
{
    private const string Open = "..";

    [Theory]
    [InlineData("2023-01-30", "2023-01-30", "2023-01-30", Granularity.Day)]
    [InlineData("2020-02-29", "2020-02-29", "2020-02-29", Granularity.Day)]
    [InlineData("2023-01", "2023-01-01", "2023-01-31", Granularity.Month)]
    [InlineData("2020-02", "2020-02-01", "2020-02-29", Granularity.Month)]
    [InlineData("2021-02", "2021-02-01", "2021-02-28", Granularity.Month)]
    [InlineData("2021-Q1", "2021-01-01", "2021-03-31", Granularity.Quarter)]
    [InlineData("2021-Q4", "2021-10-01", "2021-12-31", Granularity.Quarter)]
    [InlineData("2021-33", "2021-01-01", "2021-03-31", Granularity.Quarter)]
    [InlineData("2021-34", "2021-04-01", "2021-06-30", Granularity.Quarter)]
    [InlineData("2021-35", "2021-07-01", "2021-09-30", Granularity.Quarter)]
    [InlineData("2021-36", "2021-10-01", "2021-12-31", Granularity.Quarter)]
    [InlineData("2021", "2021-01-01", "2021-12-31", Granularity.Year)]
    [InlineData("2021-01/2021-09", "2021-01-01", "2021-09-30", Granularity.Interval)]
    [InlineData("2021/2022", "2021-01-01", "2022-12-31", Granularity.Interval)]
    [InlineData("2020-12-16/2021-02", "2020-12-16", "2021-02-28", Granularity.Interval)]
    [InlineData("2021-Q1/2021-Q3", "2021-01-01", "2021-09-30", Granularity.Interval)]
    [InlineData("2023-03/2023", "2023-03-01", "2023-12-31", Granularity.Interval)]
    [InlineData("../2023-03", Open, "2023-03-31", Granularity.Interval)]
    [InlineData("../2020-02-23", Open, "2020-02-23", Granularity.Interval)]
    [InlineData("2020-03/..", "2020-03-01", Open, Granularity.Interval)]
    [InlineData("0001-01", "0001-01-01", "0001-01-31", Granularity.Month)]
    [InlineData("9999-12", "9999-12-01", "9999-12-31", Granularity.Month)]
    [InlineData("9999-Q4", "9999-10-01", "9999-12-31", Granularity.Quarter)]
    public void Text_CoversDays(string text, string first, string last, Granularity granularity)
    {
        var period = Period.Parse(text);

        Assert.Equal((first, last, granularity), (Day(period.Start), Day(period.End), period.Granularity));
        Assert.Equal(text, period.Edtf);
    }

    [Theory]
    [InlineData("2020-02", false, false)]
    [InlineData("2020-02~", true, true)]
    [InlineData("2020-02?", true, true)]
    [InlineData("2020-02%", true, true)]
    [InlineData("2021-Q3~", true, true)]
    [InlineData("2021-01/2021-09~", false, true)]
    [InlineData("2021-01~/2021-09", true, false)]
    [InlineData("../2023-03~", false, true)]
    public void Qualifier_SaysWhichEndWasInferred(string text, bool startIsInferred, bool endIsInferred)
    {
        var period = Period.Parse(text);

        Assert.Equal((startIsInferred, endIsInferred, startIsInferred || endIsInferred), (period.StartIsInferred, period.EndIsInferred, period.IsInferred));
    }

    [Theory]
    [InlineData(null, "nothing")]
    [InlineData("", "nothing")]
    [InlineData(" 2023-01", "a space before")]
    [InlineData("2023-01 ", "a space after")]
    [InlineData("2023-01\n", "a line break after")]
    [InlineData("2023-1", "one digit of a month")]
    [InlineData("202301", "no hyphen")]
    [InlineData("23-01", "two digits of a year")]
    [InlineData("2023年1月", "words: they are the figure parser's to read")]
    [InlineData("２０２３-01", "full-width digits")]
    [InlineData("0000", "no year 0 in this calendar")]
    [InlineData("2023-00", "no month 0")]
    [InlineData("2023-13", "no month 13")]
    [InlineData("2023-21", "a season, which figures have none of")]
    [InlineData("2023-37", "code of a third of a year")]
    [InlineData("2023-Q0", "no quarter 0")]
    [InlineData("2023-Q5", "no quarter 5")]
    [InlineData("2023-q1", "a small letter")]
    [InlineData("2023-01-00", "no day 0")]
    [InlineData("2023-01-32", "no day 32")]
    [InlineData("2023-04-31", "April has 30 days")]
    [InlineData("2021-02-29", "2021 is no leap year")]
    [InlineData("1900-02-29", "nor was 1900")]
    [InlineData("2023-01~~", "two qualifiers")]
    [InlineData("~2023-01", "a qualifier before")]
    [InlineData("..", "no end at all")]
    [InlineData("../..", "both ends open")]
    [InlineData("/2023-01", "an end left empty; an open one is written ..")]
    [InlineData("2023-01/", "an end left empty")]
    [InlineData("/", "both ends left empty")]
    [InlineData("2023-03/2023-01", "ends before it begins")]
    [InlineData("2023-01/2023-02/2023-03", "three ends")]
    [InlineData("../2023-02-30", "no such day")]
    public void Text_ThatIsNoPeriod_IsRefused(string? text, string because)
    {
        Assert.False(Edtf.TryParse(text, out var period), because);
        Assert.Null(period);
    }

    [Fact]
    public void Parse_OfTextThatIsNoPeriod_NamesTheText() =>
        Assert.Contains("2023-13", Assert.Throws<FormatException>(() => Period.Parse("2023-13")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2023-01-30", "2023-01-30", "2023-01-30")]
    [InlineData("2023-01-01", "2023-01-31", "2023-01")]
    [InlineData("2020-02-01", "2020-02-29", "2020-02")]
    [InlineData("2020-02-01", "2020-02-28", "2020-02-01/2020-02-28")]
    [InlineData("2021-07-01", "2021-09-30", "2021-Q3")]
    [InlineData("2021-08-01", "2021-10-31", "2021-08/2021-10")]
    [InlineData("2021-01-01", "2021-09-30", "2021-01/2021-09")]
    [InlineData("2021-01-01", "2021-12-31", "2021")]
    [InlineData("2021-01-01", "2022-12-31", "2021/2022")]
    [InlineData("2021-04-01", "2022-03-31", "2021-04/2022-03")]
    [InlineData("2020-12-16", "2021-02-28", "2020-12-16/2021-02-28")]
    [InlineData("9999-10-01", "9999-12-31", "9999-Q4")]
    public void Days_AreWrittenInTheShortestForm(string first, string last, string text) =>
        Assert.Equal(text, Period.OfDays(Day(first), Day(last)).Edtf);

    [Fact]
    public void Days_ReadBackAfterWriting_AreTheSame()
    {
        var days = Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber);
        var months = days.Select(day => YearMonth.Of(day));
        var pairs = Gen.OneOf(
            from a in days from b in days select (First: a < b ? a : b, Last: a < b ? b : a),
            from a in months from b in months select (First: a < b ? a.FirstDay : b.FirstDay, Last: a < b ? b.LastDay : a.LastDay),
            from a in months from length in Gen.Choose(0, 24) select (First: a.FirstDay, Last: a.Year < 9990 ? a.AddMonths(length).LastDay : a.LastDay));

        Check.QuickThrowOnFailure(Prop.ForAll(pairs.ToArbitrary(), pair =>
        {
            var written = Period.OfDays(pair.First, pair.Last);
            var period = Period.Parse(written.Edtf);
            return period.Start == pair.First && period.End == pair.Last && period.Granularity == written.Granularity && !period.IsInferred && !written.IsInferred;
        }));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Open;
}
