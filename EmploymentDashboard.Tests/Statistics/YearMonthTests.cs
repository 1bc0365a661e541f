using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>Calendar months, the step of every month axis.</summary>
public sealed class YearMonthTests
{
    [Theory]
    [InlineData("2023-01", 1, "2023-02")]
    [InlineData("2022-12", 1, "2023-01")]
    [InlineData("2023-01", -1, "2022-12")]
    [InlineData("2023-05", -29, "2020-12")]
    [InlineData("2023-05", 0, "2023-05")]
    public void Months_AreCountedAcrossYears(string from, int months, string to)
    {
        Assert.Equal(to, Month(from).AddMonths(months).ToString());
        Assert.Equal(months, Month(to) - Month(from));
        Assert.Equal(Math.Sign(months), Month(to).CompareTo(Month(from)));
        Assert.Equal((months > 0, months >= 0, months < 0, months <= 0), (Month(to) > Month(from), Month(to) >= Month(from), Month(to) < Month(from), Month(to) <= Month(from)));
    }

    [Theory]
    [InlineData("2020-02", 29)]
    [InlineData("2021-02", 28)]
    [InlineData("2023-12", 31)]
    [InlineData("9999-12", 31)]
    public void Month_EndsOnItsLastDay(string text, int lastDay)
    {
        var month = Month(text);

        Assert.Equal((1, lastDay), (month.FirstDay.Day, month.LastDay.Day));
        Assert.Equal(month, YearMonth.Of(month.LastDay));
        Assert.Equal(text, month.ToString());
    }

    [Theory]
    [InlineData("2022-11", "2023-02", "2022-11 2022-12 2023-01 2023-02")]
    [InlineData("2023-01", "2023-01", "2023-01")]
    [InlineData("2023-02", "2023-01", "")]
    public void Range_HoldsBothEnds(string first, string last, string expected) =>
        Assert.Equal(expected, string.Join(' ', YearMonth.Range(Month(first), Month(last))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2023")]
    [InlineData("2023-1")]
    [InlineData("2023-13")]
    [InlineData("2023-01-01")]
    [InlineData("2023/01")]
    public void Text_ThatIsNoMonth_IsRefused(string? text) => Assert.False(YearMonth.TryParse(text, out _));

    private static YearMonth Month(string text) =>
        YearMonth.TryParse(text, out var month) ? month : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no month."));
}
