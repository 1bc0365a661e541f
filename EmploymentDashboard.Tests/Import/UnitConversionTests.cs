using System.Globalization;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Import;

public sealed class UnitConversionTests
{
    /// <summary>Written unit, the indicator's unit in both languages, factor.</summary>
    public static TheoryData<string, string, string, string> Known => new()
    {
        { "人", "人", "persons", "1" }, { "名", "人", "persons", "1" }, { "位", "人", "persons", "1" }, { "persons", "人", "persons", "1" }, { "Persons", "人", "persons", "1" }, { "people", "人", "persons", "1" },
        { "千人", "人", "persons", "1000" }, { "万人", "人", "persons", "10000" }, { "万名", "人", "persons", "10000" }, { "百人", "人", "persons", "100" }, { "thousand persons", "人", "persons", "1000" },
        { "元", "元", "yuan", "1" }, { "yuan", "元", "yuan", "1" }, { "RMB", "元", "yuan", "1" }, { "CNY", "元", "yuan", "1" }, { "元人民币", "元", "yuan", "1" }, { "圆", "元", "yuan", "1" }, { "¥", "元", "yuan", "1" }, { "￥", "元", "yuan", "1" },
        { "千元", "元", "yuan", "1000" }, { "万元", "元", "yuan", "10000" }, { "十万元", "元", "yuan", "100000" }, { "百万元", "元", "yuan", "1000000" }, { "千万元", "元", "yuan", "10000000" }, { "亿元", "元", "yuan", "100000000" },
        { "万亿元", "元", "yuan", "1000000000000" }, { "万元人民币", "元", "yuan", "10000" }, { "million yuan", "元", "yuan", "1000000" }, { "10,000 yuan", "元", "yuan", "10000" }, { "billion RMB", "元", "yuan", "1000000000" },
        { " 万元 ", "元", "yuan", "10000" }, { "（万元）", "元", "yuan", "10000" }, { "(万元)", "元", "yuan", "10000" }, { "单位：万元", "元", "yuan", "10000" }, { "Unit: yuan", "元", "yuan", "1" },
        { "人次", "人次", "cases", "1" }, { "万人次", "人次", "cases", "10000" }, { "家", "家", "employers", "1" }, { "万家", "家", "employers", "10000" }, { "场", "场", "fairs", "1" }, { "employers", "家", "employers", "1" },
        { "%", "%", "%", "1" }, { "％", "%", "%", "1" }, { "percent", "%", "%", "1" }, { "‰", "%", "%", "0.1" }, { "%", "‰", "per mille", "10" }, { "‱", "%", "%", "0.01" },
        { "百分点", "百分点", "percentage points", "1" }, { "个百分点", "百分点", "percentage points", "1" }, { "percentage points", "百分点", "percentage points", "1" },
        { "㎡", "平方米", "m²", "1" }, { "m²", "平方米", "m²", "1" }, { "平米", "平方米", "m²", "1" }, { "万平方米", "平方米", "m²", "10000" }, { "公顷", "平方米", "m²", "10000" }, { "万㎡", "平方米", "m²", "10000" }, { "平方公里", "平方米", "m²", "1000000" },
        { "年", "年", "years", "1" }, { "年", "个月", "months", "12" }, { "个月", "个月", "months", "1" }, { "months", "个月", "months", "1" },
        { "元/人", "元/人", "yuan per person", "1" }, { "元每人", "元/人", "yuan per person", "1" }, { "元/名", "元/人", "yuan per person", "1" }, { "yuan per person", "元/人", "yuan per person", "1" }, { "万元/人", "元/人", "yuan per person", "10000" },
        { "元/月·人", "元/人·月", "yuan per person and month", "1" }, { "元/人/月", "元/人·月", "yuan per person and month", "1" },
        { "千克", "克", "grams", "1000" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Unit_OfTheSameKind_HasAFactor(string written, string unit, string english, string factor) =>
        Assert.Equal(decimal.Parse(factor, CultureInfo.InvariantCulture), UnitConversion.Between(written, new(unit, english))?.Factor);

    [Theory]
    [InlineData("人次", "人", "a person may come twice")]
    [InlineData("人", "人次", "likewise")]
    [InlineData("万人次", "人", "likewise")]
    [InlineData("元", "元/人", "a sum is no rate")]
    [InlineData("元/人", "元", "likewise")]
    [InlineData("元/人", "元/人·月", "once is not each month")]
    [InlineData("元/人", "元/户", "a household is no person")]
    [InlineData("元/千人", "元/人", "a divisor's multiple is not read")]
    [InlineData("%", "百分点", "5% is no difference of 5 points")]
    [InlineData("百分点", "%", "likewise")]
    [InlineData("户", "家", "self-employed businesses are not all firms")]
    [InlineData("个", "家", "of what?")]
    [InlineData("件", "件次", "a case may be handled twice")]
    [InlineData("美元", "元", "another currency")]
    [InlineData("个月", "年", "no exact factor")]
    [InlineData("亩", "平方米", "no exact factor")]
    [InlineData("万", "元", "of what?")]
    [InlineData("万", "%", "of what?")]
    [InlineData("w元", "元", "slang")]
    [InlineData("元元", "元", "no unit")]
    [InlineData("万万元", "元", "two multiples")]
    [InlineData("()", "元", "nothing")]
    public void Unit_OfAnotherKind_HasNone(string written, string unit, string because)
    {
        Assert.True(UnitConversion.Between(written, new(unit, "x")) is null, because);
        Assert.False(UnitConversion.IsSame(written, new(unit, "x")), because);
    }

    [Fact]
    public void Conversion_SaysWhatItDoes()
    {
        var yuan = new Unit("元", "yuan");

        Assert.Equal(new Bilingual("万元 → 元 ×10,000", "万元 → yuan ×10,000"), UnitConversion.Between("万元", yuan)!.Description);
        Assert.Equal(new Bilingual("RMB → 元", "RMB → yuan"), UnitConversion.Between("RMB", yuan)!.Description);
        Assert.Equal("‰ → % ×0.1", UnitConversion.Between("‰", new("%", "%"))!.Description.Zh);
    }
}
