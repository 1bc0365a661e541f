using System.Globalization;
using System.Text.Json;
using EmploymentDashboard.Import;

namespace EmploymentDashboard.Tests.Import;

/// <summary>What the command line says of a figure or a period.</summary>
public sealed class JsonLineTests
{
    [Theory]
    [InlineData("2500余人", """{"value":2500,"bound":"more_than","unit":"人"}""")]
    [InlineData("3.2万人", """{"value":32000,"bound":"exact","unit":"人"}""")]
    [InlineData("1.2亿元", """{"value":120000000,"bound":"exact","unit":"元"}""")]
    [InlineData("百分之十二点五", """{"value":12.5,"bound":"exact","unit":"%"}""")]
    [InlineData("12.50", """{"value":12.5,"bound":"exact","unit":""}""")]
    [InlineData("-0.00001", """{"value":-0.00001,"bound":"exact","unit":""}""")]
    [InlineData("-0.0", """{"value":0,"bound":"exact","unit":""}""")]
    [InlineData("100万亿", """{"value":100000000000000,"bound":"exact","unit":""}""")]
    [InlineData("下降超3%", """{"value":-3,"bound":"less_than","unit":"%"}""")]
    [InlineData("—", """{"missing":true}""")]
    [InlineData("", """{"missing":true}""")]
    [InlineData("10-20万", """{"error":"range","message":"是一个区间，不是一个数"}""")]
    public void Figure_IsOneLineOfJson(string text, string json) => InChinese(() => Assert.Equal(json, FigureJson.Write(FigureParser.Read(text))));

    [Theory]
    [InlineData("2020年3月", """{"start":"2020-03-01","end":"2020-03-31","edtf":"2020-03"}""")]
    [InlineData("截至2020年2月23日", """{"start":null,"end":"2020-02-23","edtf":"../2020-02-23"}""")]
    [InlineData("2020年以来", """{"start":"2020-01-01","end":null,"edtf":"2020/.."}""")]
    [InlineData("3月", """{"error":"year_missing","message":"缺年份"}""")]
    public void Period_IsOneLineOfJson(string text, string json) => InChinese(() => Assert.Equal(json, PeriodJson.Write(PeriodParser.Read(text, PeriodContext.None))));

    [Fact]
    public void Message_FollowsTheReadersLanguage() => InCulture("en", () =>
        Assert.Equal("""{"error":"year_missing","message":"the year is missing"}""", PeriodJson.Write(PeriodParser.Read("3月", PeriodContext.None))));

    [Fact]
    public void Line_OfEveryKnownForm_IsValidJsonWithoutLineBreaks() => Assert.All(
        FigureFormTests.Units.Select(row => FigureJson.Write(FigureParser.Read((string)row[0]))),
        line =>
        {
            using var json = JsonDocument.Parse(line);
            Assert.True(json.RootElement.TryGetProperty("value", out _));
            Assert.DoesNotContain('\n', line);
        });

    private static void InChinese(Action test) => InCulture("zh-CN", test);

    private static void InCulture(string culture, Action test)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            test();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
