using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Import;

public sealed class PeriodParserTests
{
    [Theory]
    [InlineData("2023-01", "2023-01")]
    [InlineData("2020-02~", "2020-02~")]
    [InlineData("../2023-03", "../2023-03")]
    [InlineData("2021-01/2021-09~", "2021-01/2021-09~")]
    [InlineData("2020-Q3~", "2020-Q3~")]
    [InlineData("2020年3月", "2020-03")]
    [InlineData("２０２０年３月", "2020-03")]
    [InlineData(" 2020 年 3 月 ", "2020-03")]
    [InlineData("2020年03月", "2020-03")]
    [InlineData("2020-3", "2020-03")]
    [InlineData("2020.03", "2020-03")]
    [InlineData("2020.3", "2020-03")]
    [InlineData("2020/3", "2020-03")]
    [InlineData("2020/12", "2020-12")]
    [InlineData("202003", "2020-03")]
    [InlineData("2020年", "2020")]
    [InlineData("2020", "2020")]
    [InlineData("2020年3月5日", "2020-03-05")]
    [InlineData("2020年3月5号", "2020-03-05")]
    [InlineData("2020/3/5", "2020-03-05")]
    [InlineData("2020-3-5", "2020-03-05")]
    [InlineData("2020年1-3月", "2020-Q1")]
    [InlineData("2020年1—9月", "2020-01/2020-09")]
    [InlineData("2020年1至9月", "2020-01/2020-09")]
    [InlineData("2020年1月至9月", "2020-01/2020-09")]
    [InlineData("2020年11月-2021年2月", "2020-11/2021-02")]
    [InlineData("2020年1-12月", "2020")]
    [InlineData("2020年第一季度", "2020-Q1")]
    [InlineData("2020年一季度", "2020-Q1")]
    [InlineData("2020年4季度", "2020-Q4")]
    [InlineData("2020Q3", "2020-Q3")]
    [InlineData("2020年上半年", "2020-01/2020-06")]
    [InlineData("2020年下半年", "2020-07/2020-12")]
    [InlineData("截至2020年2月23日", "../2020-02-23")]
    [InlineData("截止2020年2月", "../2020-02")]
    [InlineData("截止到2020年2月23日止", "../2020-02-23")]
    [InlineData("截至2020年2月底", "../2020-02")]
    [InlineData("截至2020-02-23", "../2020-02-23")]
    [InlineData("截至2020年底", "../2020")]
    public void Period_InKnownForm_IsRead(string text, string edtf)
    {
        Assert.True(PeriodParser.TryParse(text, out var period));
        Assert.Equal(edtf, period.Edtf);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1-3月")]
    [InlineData("3月")]
    [InlineData("一季度")]
    [InlineData("今年以来")]
    [InlineData("2020年13月")]
    [InlineData("2020年0月")]
    [InlineData("2020年2月30日")]
    [InlineData("202013")]
    [InlineData("123456")]
    [InlineData("43891")]
    [InlineData("20年3月")]
    [InlineData("2020年9-3月")]
    [InlineData("2020年3-3月")]
    [InlineData("2020-3/5")]
    [InlineData("2020年五季度")]
    [InlineData("截至2020年1-3月")]
    [InlineData("截至2020-01/2020-03")]
    [InlineData("截至今日")]
    [InlineData("2020年3月以来")]
    [InlineData("3/5/2020")]
    [InlineData("Mar-20")]
    public void Period_InAnyOtherForm_IsRefused(string? text) => Assert.False(PeriodParser.TryParse(text, out _));

    [Fact]
    public void Period_WrittenByTheProgram_ReadsBackTheSame() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(from start in Gen.Choose(0, 40_000) from days in Gen.Choose(0, 1_000) select (start, days)),
        span =>
        {
            var start = new DateOnly(1950, 1, 1).AddDays(span.start);
            var period = Period.OfDays(start, start.AddDays(span.days));
            return PeriodParser.TryParse(period.Edtf, out var read) && read.Equals(period);
        }));
}
