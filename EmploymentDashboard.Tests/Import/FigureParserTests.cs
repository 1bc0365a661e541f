using System.Globalization;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Import;

public sealed class FigureParserTests
{
    /// <summary>Forms in which the articles print their figures: text, value, bound, unit.</summary>
    public static TheoryData<string, string, string, string> Printed => new()
    {
        { "74场", "74", "exact", "场" },
        { "10561人次", "10561", "exact", "人次" },
        { "22857件次", "22857", "exact", "件次" },
        { "30万元/人", "300000", "exact", "元/人" },
        { "30万元全额贴息", "300000", "exact", "元全额贴息" },
        { "4328万元", "43280000", "exact", "元" },
        { "61.3万人", "613000", "exact", "人" },
        { "5.31万人次", "53100", "exact", "人次" },
        { "4.3亿元", "430000000", "exact", "元" },
        { "24.86亿元", "2486000000", "exact", "元" },
        { "7.1个百分点", "7.1", "exact", "个百分点" },
        { "6个月", "6", "exact", "个月" },
        { "达17万人", "170000", "exact", "人" },
        { "2300余人", "2300", "more_than", "人" },
        { "1500余个", "1500", "more_than", "个" },
        { "22万余个", "220000", "more_than", "个" },
        { "26万余条", "260000", "more_than", "条" },
        { "20余万平方米", "200000", "more_than", "平方米" },
        { "3000余万元", "30000000", "more_than", "元" },
        { "3000多个", "3000", "more_than", "个" },
        { "6000多万元", "60000000", "more_than", "元" },
        { "2亿多元", "200000000", "more_than", "元" },
        { "超过5.7万人", "57000", "more_than", "人" },
        { "3.2万人以上", "32000", "at_least", "人" },
        { "不低于90%", "90", "at_least", "%" },
        { "上百名", "100", "at_least", "名" },
        { "三个月及以上", "3", "at_least", "个月" },
        { "5.5%以内", "5.5", "at_most", "%" },
        { "最高15万元", "150000", "at_most", "元" },
        { "最高不超过1000元/人", "1000", "at_most", "元/人" },
        { "上限500万元/企", "5000000", "at_most", "元/企" },
        { "最长可申请3年期", "3", "at_most", "年期" },
    };

    /// <summary>Forms that tables hold.</summary>
    public static TheoryData<string, string, string, string> Written => new()
    {
        { "0", "0", "exact", "" },
        { "2500", "2500", "exact", "" },
        { " 2500 ", "2500", "exact", "" },
        { "２５００", "2500", "exact", "" },
        { "３．２万", "32000", "exact", "" },
        { "１，２３４", "1234", "exact", "" },
        { "1,234", "1234", "exact", "" },
        { "1,234,567.8", "1234567.8", "exact", "" },
        { "1,200万元", "12000000", "exact", "元" },
        { "0.5", "0.5", "exact", "" },
        { "-5", "-5", "exact", "" },
        { "－5", "-5", "exact", "" },
        { "+5", "5", "exact", "" },
        { "-3.2万", "-32000", "exact", "" },
        { "3.2万", "32000", "exact", "" },
        { "3.2 万", "32000", "exact", "" },
        { "61.3 万人", "613000", "exact", "人" },
        { "2,300 yuan per person", "2300", "exact", "yuan per person" },
        { "5千", "5000", "exact", "" },
        { "3百万", "3000000", "exact", "" },
        { "2千万元", "20000000", "exact", "元" },
        { "1.2亿元", "120000000", "exact", "元" },
        { "3万亿元", "3", "exact", "元×1000000000000" },
        { "2万5千", "25000", "exact", "" },
        { "2万5000", "25000", "exact", "" },
        { "1亿2000万元", "120000000", "exact", "元" },
        { "1亿2000万5千", "120005000", "exact", "" },
        { "3千5百", "3500", "exact", "" },
        { "两万五", "25000", "exact", "" },
        { "两万五千", "25000", "exact", "" },
        { "两万零五", "20005", "exact", "" },
        { "三千二", "3200", "exact", "" },
        { "一百五", "150", "exact", "" },
        { "一百零五", "105", "exact", "" },
        { "二十五", "25", "exact", "" },
        { "十五", "15", "exact", "" },
        { "十", "10", "exact", "" },
        { "一万零五十", "10050", "exact", "" },
        { "三亿两千万", "320000000", "exact", "" },
        { "零", "0", "exact", "" },
        { "九家", "9", "exact", "家" },
        { "5.5%", "5.5", "exact", "%" },
        { "5.5％", "5.5", "exact", "%" },
        { "12‰", "12", "exact", "‰" },
        { "7百分点", "7", "exact", "百分点" },
        { "1500余", "1500", "more_than", "" },
        { "1500多", "1500", "more_than", "" },
        { "二十余万", "200000", "more_than", "" },
        { "三百多家", "300", "more_than", "家" },
        { "百余名", "100", "more_than", "名" },
        { "万余人", "10000", "more_than", "人" },
        { "过万人", "10000", "more_than", "人" },
        { "逾3000", "3000", "more_than", "" },
        { "突破1亿", "100000000", "more_than", "" },
        { "超3万余", "30000", "more_than", "" },
        { ">1500", "1500", "more_than", "" },
        { "＞1,500", "1500", "more_than", "" },
        { "> 1500", "1500", "more_than", "" },
        { "上千万元", "10000000", "at_least", "元" },
        { "至少30", "30", "at_least", "" },
        { "不少于30人", "30", "at_least", "人" },
        { "≥3.2万", "32000", "at_least", "" },
        { ">=30", "30", "at_least", "" },
        { "90%以上", "90", "at_least", "%" },
        { "约8000", "8000", "about", "" },
        { "大约8000人", "8000", "about", "人" },
        { "8000左右", "8000", "about", "" },
        { "8000人左右", "8000", "about", "人" },
        { "≈8000", "8000", "about", "" },
        { "近8000", "8000", "nearly", "" },
        { "接近8000人", "8000", "nearly", "人" },
        { "近万人", "10000", "nearly", "人" },
        { "≲8000", "8000", "nearly", "" },
        { "≤5.5%", "5.5", "at_most", "%" },
        { "<=5.5%", "5.5", "at_most", "%" },
        { "控制在5.5%以内", "5.5", "at_most", "%" },
        { "30以下", "30", "at_most", "" },
        { "至多30", "30", "at_most", "" },
        { "不到8000", "8000", "less_than", "" },
        { "不足百人", "100", "less_than", "人" },
        { "<8000", "8000", "less_than", "" },
        { "低于5.5%", "5.5", "less_than", "%" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    [MemberData(nameof(Written))]
    public void Figure_InKnownForm_IsReadWithItsBound(string text, string value, string bound, string unit)
    {
        var (number, words) = unit.Split('×') is [var name, var factor] ? (Decimal(value) * Decimal(factor), name) : (Decimal(value), unit);

        var reading = Assert.IsType<FigureReading.Number>(FigureParser.Read(text));

        Assert.Equal(new Quantity(number, Codes.Bound.Parse(bound)), reading.Quantity);
        Assert.Equal(words, reading.Unit);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("—", true)]
    [InlineData("-", true)]
    [InlineData("－", true)]
    [InlineData("/", true)]
    [InlineData("…", true)]
    [InlineData("……", true)]
    [InlineData("空", true)]
    public void Figure_MarkedAsMissing_IsNoNumber(string? text, bool isMarked) =>
        Assert.Equal(new FigureReading.Missing(isMarked), FigureParser.Read(text));

    [Theory]
    [InlineData("无", "no_number")]
    [InlineData("约", "no_number")]
    [InlineData("人", "no_number")]
    [InlineData("10-20万", "range")]
    [InlineData("10—20", "range")]
    [InlineData("10～20", "range")]
    [InlineData("10 - 20", "range")]
    [InlineData("10至20", "range")]
    [InlineData("10万到20万", "range")]
    [InlineData("1 500", "two_numbers")]
    [InlineData("1500 2000", "two_numbers")]
    [InlineData("74场2300人", "two_numbers")]
    [InlineData("3/5", "two_numbers")]
    [InlineData("一次性补贴6000元", "two_numbers")]
    [InlineData("2千万千", "two_numbers")]
    [InlineData("成百上千", "unknown_words")]
    [InlineData("数十", "vague")]
    [InlineData("几万人", "vague")]
    [InlineData("若干", "vague")]
    [InlineData("十几万", "vague")]
    [InlineData("三四百", "vague")]
    [InlineData("百人", "vague")]
    [InlineData("下降3.2%", "unknown_words")]
    [InlineData("第七届", "unknown_words")]
    [InlineData("半年", "no_number")]
    [InlineData("3年半", "unknown_words")]
    [InlineData("3个多月", "unknown_words")]
    [InlineData("300元起", "unknown_words")]
    [InlineData("300元不等", "unknown_words")]
    [InlineData("3天内", "unknown_words")]
    [InlineData("500+", "unknown_words")]
    [InlineData("(123)", "unknown_words")]
    [InlineData("~500", "unknown_words")]
    [InlineData("2300①", "unknown_words")]
    [InlineData("15m²", "unknown_words")]
    [InlineData("1,", "unknown_words")]
    [InlineData("74场，", "unknown_words")]
    [InlineData("#REF!", "no_number")]
    [InlineData("1e5", "two_numbers")]
    [InlineData("约3000余", "bounds_disagree")]
    [InlineData("超3000左右", "bounds_disagree")]
    [InlineData("2万5", "ambiguous")]
    [InlineData("2万500", "ambiguous")]
    [InlineData("3.2万5千", "ambiguous")]
    [InlineData("2万50000", "ambiguous")]
    [InlineData("1,23", "ambiguous")]
    [InlineData("1,2345", "ambiguous")]
    [InlineData("1234,567", "ambiguous")]
    [InlineData("007", "ambiguous")]
    [InlineData("5.", "ambiguous")]
    [InlineData("1.2.3", "two_numbers")]
    [InlineData("百分之十二", "ambiguous")]
    [InlineData("12345678901234567", "too_long")]
    [InlineData("0.12345678901234567", "too_long")]
    [InlineData("79228162514264337593543950335", "too_long")]
    [InlineData("99999999999999999999999999999999", "too_long")]
    [InlineData("9999999999999万亿", "too_long")]
    public void Figure_ThatCouldBeMisread_IsRefusedWithAReason(string text, string code) =>
        Assert.Equal(code, Assert.IsType<FigureReading.Unreadable>(FigureParser.Read(text)).Fault.Code());

    [Fact]
    public void Figure_WrittenByTheProgram_ReadsBackTheSame() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(
            from digits in Gen.Choose(-2_000_000_000, 2_000_000_000)
            from places in Gen.Choose(0, 4)
            from bound in Gen.Elements(Enum.GetValues<Bound>())
            select new Quantity(digits / (decimal)Math.Pow(10, places), bound)),
        quantity => FigureParser.Read(Format.Full(quantity)) is FigureReading.Number full && full.Quantity == quantity
            && FigureParser.Read(Format.Compact(quantity) + "人") is FigureReading.Number compact && compact.Quantity == quantity));

    [Fact]
    public void Figure_AnyText_IsReadWithoutThrowing() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(Gen.ArrayOf(Gen.Elements("0123456789.,-+ 万亿千百十一二两零余多约近超上过不以内左右至%/元人—".ToCharArray()))),
        letters => FigureParser.Read(new string(letters)) is not null));

    [Fact]
    public void Figure_InAnotherCulture_ReadsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(new Quantity(1234.5m), Assert.IsType<FigureReading.Number>(FigureParser.Read("1,234.5")).Quantity);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
