using System.Globalization;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>How numbers and periods read, in Chinese and English.</summary>
public sealed class FormatTests
{
    private static readonly Unit People = new("人", "people");
    private static readonly Unit Yuan = new("元", "yuan");
    private static readonly Unit Percent = new("%", "%");

    [Theory]
    [InlineData("0", "0", "0")]
    [InlineData("2300", "2,300", "2,300")]
    [InlineData("9999", "9,999", "9,999")]
    [InlineData("10000", "1万", "10,000")]
    [InlineData("10561", "10,561", "10,561")]
    [InlineData("10500", "1.05万", "10,500")]
    [InlineData("32000", "3.2万", "32,000")]
    [InlineData("613000", "61.3万", "613,000")]
    [InlineData("43280000", "4,328万", "43,280,000")]
    [InlineData("99990000", "9,999万", "99,990,000")]
    [InlineData("100000000", "1亿", "100,000,000")]
    [InlineData("430000000", "4.3亿", "430,000,000")]
    [InlineData("432800000", "43,280万", "432,800,000")]
    [InlineData("123456789", "123,456,789", "123,456,789")]
    [InlineData("33900000000", "339亿", "33,900,000,000")]
    [InlineData("5.5", "5.5", "5.5")]
    [InlineData("5.50", "5.5", "5.5")]
    [InlineData("0.05", "0.05", "0.05")]
    [InlineData("10000.5", "10,000.5", "10,000.5")]
    [InlineData("-2300", "-2,300", "-2,300")]
    [InlineData("-32000", "-3.2万", "-32,000")]
    public void Number_IsShortWhereNothingIsLost(string number, string chinese, string english)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);

        AssertInBoth(chinese, english, () => Format.Compact(value));
    }

    [Theory]
    [InlineData("0", "0", "0")]
    [InlineData("5000", "5,000", "5,000")]
    [InlineData("10000", "1万", "10k")]
    [InlineData("15000", "1.5万", "15k")]
    [InlineData("2500000", "250万", "2.5M")]
    [InlineData("150000000", "1.5亿", "150M")]
    [InlineData("2000000000", "20亿", "2bn")]
    [InlineData("-20000", "-2万", "-20k")]
    [InlineData("0.5", "0.5", "0.5")]
    public void Tick_IsShorterStill(string number, string chinese, string english)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);

        AssertInBoth(chinese, english, () => Format.Tick(value));
    }

    [Theory]
    [InlineData("20000", false, "2万")]
    [InlineData("20000", true, "+2万")]
    [InlineData("-20000", true, "-2万")]
    [InlineData("0", true, "0")]
    public void Tick_OfAChange_HasItsPlus(string number, bool isChange, string expected)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);
        AssertInBoth(expected, expected.Replace("2万", "20k", StringComparison.Ordinal), () => Format.Tick(value, new Unit("人", "people") { IsChange = isChange }));
        AssertInBoth(expected + "%", expected.Replace("2万", "20k", StringComparison.Ordinal) + "%", () => Format.Tick(value, Unit.Percent with { IsChange = isChange }));
    }

    [Theory]
    [InlineData("2300", "2,300 人", "2,300 people")]
    [InlineData(">2300", ">2,300 人", ">2,300 people")]
    [InlineData("≥32000", "≥3.2万人", "≥32,000 people")]
    [InlineData("≈500", "≈500 人", "≈500 people")]
    [InlineData("≲100000000", "≲1亿人", "≲100,000,000 people")]
    [InlineData("≤10", "≤10 人", "≤10 people")]
    [InlineData("<10", "<10 人", "<10 people")]
    public void Quantity_ShowsItsBoundAndUnit(string quantity, string chinese, string english) =>
        AssertInBoth(chinese, english, () => Format.WithUnit(Notation.Quantity(quantity), People));

    [Fact]
    public void PerCent_FollowsItsNumberWithoutASpace()
    {
        AssertInBoth("≤5.5%", "≤5.5%", () => Format.WithUnit(Notation.Quantity("≤5.5"), Percent));
        AssertInBoth("4.3亿元", "430,000,000 yuan", () => Format.WithUnit(new(430_000_000), Yuan));
        AssertInBoth("≤5.5", "≤5.5", () => Format.Compact(Notation.Quantity("≤5.5")));
        AssertInBoth(">32,000", ">32,000", () => Format.Full(Notation.Quantity(">32000")));
    }

    [Theory]
    [InlineData("2300", "2,300 人", "2,300 people")]
    [InlineData(">2300", "大于 2,300 人", "more than 2,300 people")]
    [InlineData("≥32000", "不少于 3.2万人", "at least 32,000 people")]
    [InlineData("≈500", "约 500 人", "about 500 people")]
    [InlineData("≲500", "接近，略小于 500 人", "nearly, a little less than 500 people")]
    [InlineData("≤500", "不超过 500 人", "at most 500 people")]
    [InlineData("<500", "小于 500 人", "less than 500 people")]
    public void Quantity_IsReadAloudWithItsBoundInWords(string quantity, string chinese, string english) =>
        AssertInBoth(chinese, english, () => Format.Spoken(Notation.Quantity(quantity), People));

    [Theory]
    [InlineData("1200", "+1,200 人", "+1,200 people")]
    [InlineData("-12000", "-1.2万人", "-12,000 people")]
    [InlineData("0", "0 人", "0 people")]
    [InlineData(">300", ">+300 人", ">+300 people")]
    [InlineData("≤-300.5", "≤-300 人", "≤-300 people")]
    public void Difference_ShowsItsSign(string difference, string chinese, string english) =>
        AssertInBoth(chinese, english, () => Format.Difference(Notation.Quantity(difference), People, 0));

    [Theory]
    [InlineData("0.2", "+0.2 个百分点", "+0.2 percentage points")]
    [InlineData("-0.25", "-0.3 个百分点", "-0.3 percentage points")]
    [InlineData("-0.04", "0 个百分点", "0 percentage points")]
    public void Difference_OfRates_IsInPercentagePoints(string difference, string chinese, string english) =>
        AssertInBoth(chinese, english, () => Format.Difference(Notation.Quantity(difference), Percent, 1));

    [Theory]
    [InlineData("33.3333", "+33.3%")]
    [InlineData("-3", "-3%")]
    [InlineData("0", "0%")]
    [InlineData(">33.39", ">+33.3%")]
    [InlineData("<33.31", "<+33.4%")]
    [InlineData("<-3.05", "<-3%")]
    [InlineData("≈100", "≈+100%")]
    [InlineData("1234.5", "+1,234.5%")]
    public void Percent_ShowsItsSign_AndRoundsToTheSideOnWhichTheBoundStaysTrue(string percent, string text) =>
        AssertInBoth(text, text, () => Format.Percent(Notation.Quantity(percent)));

    [Theory]
    [InlineData("2023-01-30", "2023-01-30", "2023-01-30")]
    [InlineData("2023-01", "2023-01", "2023-01")]
    [InlineData("2020-02~", "2020-02（推断）", "2020-02 (inferred)")]
    [InlineData("2020-02%", "2020-02（推断）", "2020-02 (inferred)")]
    [InlineData("2021-Q3", "2021-Q3", "2021-Q3")]
    [InlineData("2021-35~", "2021-Q3（推断）", "2021-Q3 (inferred)")]
    [InlineData("2021", "2021", "2021")]
    [InlineData("2021/2022", "2021 – 2022", "2021 – 2022")]
    [InlineData("2021-33/2021-34", "2021-Q1 – 2021-Q2", "2021-Q1 – 2021-Q2")]
    [InlineData("2021-01/2021-09~", "2021-01 – 2021-09（推断）", "2021-01 – 2021-09 (inferred)")]
    [InlineData("2021-01~/2021-09", "2021-01 – 2021-09（推断）", "2021-01 – 2021-09 (inferred)")]
    [InlineData("../2023-03", "起点未载明，至 2023-03", "start not printed, to 2023-03")]
    [InlineData("../2020-02-23", "起点未载明，至 2020-02-23", "start not printed, to 2020-02-23")]
    [InlineData("../2020-Q3~", "起点未载明，至 2020-Q3（推断）", "start not printed, to 2020-Q3 (inferred)")]
    [InlineData("2020-03/..", "2020-03 起", "from 2020-03")]
    public void Period_IsSaidInWords(string edtf, string chinese, string english) =>
        AssertInBoth(chinese, english, () => Format.Words(Period.Parse(edtf)));

    [Theory]
    [InlineData("2026-11-21T00:05:00Z", "2026-11-21 08:05")]
    [InlineData("2026-12-31T16:00:59Z", "2027-01-01 00:00")]
    [InlineData("2026-11-21T09:30:00+08:00", "2026-11-21 09:30")]
    public void Moment_IsSaidInChinasTime(string moment, string text) =>
        AssertInBoth(text, text, () => Format.Words(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));

    [Fact]
    public void Numbers_DoNotFollowTheMachinesCulture()
    {
        using var language = Language.Of("de-DE");

        Assert.Equal("1.5", Format.Invariant(1.5));
        Assert.Equal("1234.57", Format.Invariant(1234.567));
        Assert.Equal("1,234.5", Format.Full(1234.5m));
        Assert.Equal("3.2万", Format.Compact(32000m));
    }

    [Fact]
    public void Compact_ReadBack_IsTheNumber()
    {
        using var language = Language.Chinese();
        var numbers = from digits in Gen.Choose(-99_999, 99_999)
                      from power in Gen.Choose(0, 8)
                      select digits * (decimal)Math.Pow(10, power);

        Check.QuickThrowOnFailure(Prop.ForAll(numbers.ToArbitrary(), number => ReadBack(Format.Compact(number)) == number));
    }

    private static decimal ReadBack(string text)
    {
        var step = text[^1] switch { '亿' => 100_000_000m, '万' => 10_000m, _ => 1m };
        return decimal.Parse(text.TrimEnd('万', '亿'), NumberStyles.Number, CultureInfo.InvariantCulture) * step;
    }

    private static void AssertInBoth(string chinese, string english, Func<string> write)
    {
        using (Language.Chinese())
            Assert.Equal(chinese, write());
        using (Language.English())
            Assert.Equal(english, write());
    }
}
