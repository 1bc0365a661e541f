using EmploymentDashboard.Charts;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Charts;

public sealed class ShortNumberTests
{
    [Theory]
    [InlineData("zh-CN", "23456", 60, "23,456")]
    [InlineData("zh-CN", "23456", 28, "2.35万")]
    [InlineData("zh-CN", ">23456", 32, ">2.3万")]
    [InlineData("zh-CN", "<23456", 34, "<2.35万")]
    [InlineData("zh-CN", "<23456", 32, "<2.4万")]
    [InlineData("zh-CN", "20000", 25, "2万")]
    [InlineData("zh-CN", "1234567891", 30, "12.3亿")]
    [InlineData("en-GB", "23456", 24, "23.5k")]
    [InlineData("en-GB", ">1234567891", 37, ">1.23bn")]
    [InlineData("zh-CN", "-12.34", 25, "-12.3")]
    [InlineData("zh-CN", "0.004", 20, null)]
    [InlineData("zh-CN", "23456", 8, null)]
    public void Number_InASmallPlace_IsRoundedToTheSideOfItsBoundAndNeverCut(string culture, string figure, double room, string? expected)
    {
        using var language = Language.Of(culture);
        Assert.Equal(expected, ShortNumber.Fitting(Statistics.Notation.Quantity(figure), room, fontSize: 9));
    }

    [Theory]
    [InlineData("16.7", "+16.7")]
    [InlineData("≥16.7", "≥+16.7")]
    [InlineData("-16.7", "-16.7")]
    [InlineData("0", "0")]
    public void Change_HasItsPlusAfterItsBoundAndIsNotCalledRounded(string figure, string expected)
    {
        var quantity = Statistics.Notation.Quantity(figure);
        Assert.Equal(expected, ShortNumber.Fitting(quantity, room: 60, fontSize: 9, isChange: true));
        Assert.False(ShortNumber.IsRounded(expected, quantity, isChange: true));
    }
}
