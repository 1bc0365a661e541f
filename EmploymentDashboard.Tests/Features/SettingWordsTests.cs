using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Features;

public sealed class SettingWordsTests
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"reading":{"encoding":"gb18030","delimiter":"\t","quote":""}}""", "编码=gb18030|分隔符=制表符|引号=无")]
    [InlineData("""{"layout":{"kind":"WideByMonth","headerLine":3,"year":2020,"source":"late","fillDown":true}}""", "布局=宽表，一列一个月|表头所在行=3|没写年份的月份属于=2020|没写来源的行=标题|空格沿用上一行=是")]
    [InlineData("""{"layout":{"source":"gone"}}""", "没写来源的行=gone")]
    [InlineData("""{"layout":{"columns":{"3":{"role":"LeftOut","why":"ByHand"},"4":{"role":"Figures","period":"2020-03"},"5":{"role":"Field","field":"Unit"}}}}""", "第 3 列=不读|第 4 列=数字，2020-03|第 5 列=单位")]
    [InlineData("""{"mends":[{"line":5,"column":6,"text":"3.2万"},{"line":7,"column":1,"text":"巴南区"}]}""", "第 5 行第 6 列=改为「3.2万」|第 7 行第 1 列=改为「巴南区」")]
    [InlineData("""{"later":{"thing":[1,2]}}""", "thing=1、2")]
    public void Settings_AreWrittenInWordsAndNothingIsLeftOut(string json, string expected)
    {
        using var language = Language.Chinese();
        Assert.Equal(expected, string.Join('|', SettingWords.Of(json, TestCatalog.Create()).Select(line => $"{line.Name}={line.Value}")));
    }

    [Fact]
    public void NoSettings_OfTheProgram_SayNothing() => Assert.Empty(SettingWords.Of(new ImportSettings().ToJson(), TestCatalog.Create()));
}
