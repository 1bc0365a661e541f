using System.Globalization;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Import;

/// <summary>
/// The forms in which figures are written, by kind. Read from top to bottom, the tables are the grammar by example: what is read, as what,
/// and what is refused for which reason.
/// </summary>
public sealed class FigureFormTests
{
    public static TheoryData<string, string, string, string> Numerals => Exact(
        ("0", "0", ""), ("7", "7", ""), ("2500", "2500", ""), ("0.5", "0.5", ""), ("12.50", "12.5", ""), ("0.0", "0", ""), ("123456789012345", "123456789012345", ""),
        (" 2500 ", "2500", ""), ("\t2500\n", "2500", ""), ("\u00A02500\u3000", "2500", ""), ("\uFEFF2500", "2500", ""), ("2500\u200B", "2500", ""), ("\u200E2500", "2500", ""),
        ("２５００", "2500", ""), ("２５００．５", "2500.5", ""), ("'2500", "2500", ""), ("'3.2万", "32000", ""), ("=\"2500\"", "2500", ""), ("=\"３．２万\"", "32000", ""),
        ("1,234", "1234", ""), ("1，234", "1234", ""), ("１，２３４", "1234", ""), ("12,345,678", "12345678", ""), ("1,234,567.8", "1234567.8", ""), ("1,200万元", "12000000", "元"));

    public static TheoryData<string, string, string, string> Signs => Exact(
        ("-5", "-5", ""), ("－5", "-5", ""), ("−5", "-5", ""), ("- 5", "-5", ""), ("-0", "0", ""), ("-3.2万", "-32000", ""), ("-5.5%", "-5.5", "%"),
        ("+5", "5", ""), ("＋5", "5", ""), ("+0", "0", ""), ("负5", "-5", ""), ("负3.2%", "-3.2", "%"), ("负三万", "-30000", ""),
        ("(123)", "-123", ""), ("（123）", "-123", ""), ("(1,234.5)", "-1234.5", ""), ("(3.2万)", "-32000", ""), ("(3.2%)", "-3.2", "%"), ("(123)人", "-123", "人"), ("(0)", "0", ""),
        ("(¥1,234)", "-1234", "元"), ("¥(1,234)", "-1234", "元"), ("-¥5", "-5", "元"), ("¥-5", "-5", "元"));

    public static TheoryData<string, string, string, string> Multipliers => Exact(
        ("3.2万", "32000", ""), ("３．２万", "32000", ""), ("3.2 万", "32000", ""), ("3.2萬", "32000", ""), ("61.3 万人", "613000", "人"), ("5千", "5000", ""), ("3百", "300", ""),
        ("3百万", "3000000", ""), ("3 百万", "3000000", ""), ("5千万", "50000000", ""), ("2千万元", "20000000", "元"), ("1.2亿元", "120000000", "元"), ("1.2億元", "120000000", "元"),
        ("3万亿元", "3000000000000", "元"), ("1.2万亿元", "1200000000000", "元"), ("0.5万", "5000", ""),
        ("2万5千", "25000", ""), ("2万5000", "25000", ""), ("1万2345", "12345", ""), ("3千5百", "3500", ""), ("3百50", "350", ""), ("1亿2000万元", "120000000", "元"),
        ("1亿2000万5千", "120005000", ""), ("3千克", "3000", "克"), ("5千米", "5000", "米"));

    public static TheoryData<string, string, string, string> ChineseNumerals => Exact(
        ("零", "0", ""), ("两", "2", ""), ("九家", "9", "家"), ("一人", "1", "人"), ("十", "10", ""), ("十五", "15", ""), ("二十", "20", ""), ("二十五", "25", ""), ("一百", "100", ""),
        ("一百零五", "105", ""), ("一百五", "150", ""), ("一百一十一", "111", ""), ("二百五", "250", ""), ("三千二", "3200", ""), ("一千零五", "1005", ""), ("一千零五十", "1050", ""),
        ("两千", "2000", ""), ("一万五百", "10500", ""), ("一万零五十", "10050", ""), ("一万零三百五", "10350", ""), ("两万五", "25000", ""), ("二万五", "25000", ""), ("两万五千", "25000", ""),
        ("两万零五", "20005", ""), ("一万二千三", "12300", ""), ("十二万五", "125000", ""), ("三十万", "300000", ""), ("一千万", "10000000", ""), ("三亿两千万", "320000000", ""),
        ("一亿五", "150000000", ""), ("一百二十亿零三百万", "12003000000", ""), ("三万亿元", "3000000000000", "元"), ("三万五千亿", "3500000000000", ""),
        ("零点五", "0.5", ""), ("三点二万", "32000", ""), ("三点五千万", "35000000", ""), ("十二点五%", "12.5", "%"), ("一百二十点五亿", "12050000000", ""), ("三点〇五万", "30500", ""),
        ("廿五", "25", ""), ("卅", "30", ""), ("一百廿五", "125", ""), ("卌人", "40", "人"),
        ("贰仟伍佰", "2500", ""), ("壹佰贰拾叁", "123", ""), ("贰仟伍佰元整", "2500", "元"), ("壹万贰仟圆整", "12000", "元"), ("叁拾萬", "300000", ""), ("兩萬五", "25000", ""));

    public static TheoryData<string, string, string, string> Shares => Exact(
        ("5.5%", "5.5", "%"), ("5.5％", "5.5", "%"), ("５.５％", "5.5", "%"), ("50.0%", "50", "%"), ("5.5 %", "5.5", "%"), ("0%", "0", "%"), ("120%", "120", "%"),
        ("5.5‰", "5.5", "‰"), ("12‱", "12", "‱"), ("3个百分点", "3", "个百分点"), ("7百分点", "7", "百分点"), ("7.1个百分点", "7.1", "个百分点"), ("三个百分点", "3", "个百分点"),
        ("百分之五", "5", "%"), ("百分之十二点五", "12.5", "%"), ("百分之12.5", "12.5", "%"), ("百分之百", "100", "%"), ("百分之三百", "300", "%"), ("百分之零点五", "0.5", "%"), ("负百分之五", "-5", "%"),
        ("千分之三", "3", "‰"), ("万分之五", "5", "‱"), ("五成", "50", "%"), ("三成五", "35", "%"), ("九成九", "99", "%"), ("3成", "30", "%"), ("3.5成", "35", "%"), ("十成", "100", "%"),
        ("2倍", "2", "倍"), ("一倍", "1", "倍"), ("两倍", "2", "倍"), ("1.5倍", "1.5", "倍"));

    /// <summary>The unit stays with the number. A word before the number may be part of it.</summary>
    public static TheoryData<string, string, string, string> Units => Exact(
        ("74场", "74", "场"), ("10561人次", "10561", "人次"), ("22857件次", "22857", "件次"), ("6个月", "6", "个月"), ("15期", "15", "期"), ("7届", "7", "届"), ("七届", "7", "届"), ("3天", "3", "天"),
        ("15㎡", "15", "㎡"), ("15m²", "15", "m²"), ("20万平方米", "200000", "平方米"), ("30万元/人", "300000", "元/人"), ("500元/人·月", "500", "元/人·月"), ("500元/人/月", "500", "元/人·月"),
        ("500元每人", "500", "元/人"), ("500元每人每月", "500", "元/人·月"), ("每人500元", "500", "元/人"), ("每人每月500元", "500", "元/人·月"), ("每户3.2万元", "32000", "元/户"),
        ("人均3.2万元", "32000", "元/人"), ("户均3人", "3", "人/户"), ("月均300人次", "300", "人次/月"), ("年均3.2万人", "32000", "人/年"),
        ("¥1.2亿", "120000000", "元"), ("￥500", "500", "元"), ("¥500元", "500", "元"), ("RMB 500", "500", "元"), ("人民币500元", "500", "元"), ("1.2亿元人民币", "120000000", "元"), ("500块钱", "500", "元"),
        ("500美元", "500", "美元"), ("30万元全额贴息", "300000", "元全额贴息"), ("300名退伍军人", "300", "名退伍军人"), ("300份合同", "300", "份合同"), ("29家企业", "29", "家企业"),
        ("2,300 yuan per person", "2300", "yuan per person"), ("29 employers", "29", "employers"), ("5.5 percent", "5.5", "percent"), ("7.1 percentage points", "7.1", "percentage points"));

    public static TheoryData<string, string, string, string> NeutralWords => Exact(
        ("达17万人", "170000", "人"), ("共计3000", "3000", ""), ("累计3.2万人", "32000", "人"), ("高达3000", "3000", ""), ("多达3000人", "3000", "人"), ("仅300人", "300", "人"),
        ("新增300人", "300", "人"), ("共有29家", "29", "家"), ("等于5", "5", ""), ("合计1,234", "1234", ""));

    /// <summary>A change upwards is positive, one downwards negative; what a change led to is no change.</summary>
    public static TheoryData<string, string, string, string> Changes => Exact(
        ("增长3.2%", "3.2", "%"), ("增长了3.2%", "3.2", "%"), ("上升0.5个百分点", "0.5", "个百分点"), ("增加200人", "200", "人"), ("提高3%", "3", "%"), ("净增300人", "300", "人"),
        ("同比增长3.2%", "3.2", "%"), ("环比上升3.2%", "3.2", "%"), ("较上年增长3.2%", "3.2", "%"), ("比去年同期增加200人", "200", "人"), ("同比+3.2%", "3.2", "%"), ("增长一倍", "1", "倍"),
        ("增幅3.2%", "3.2", "%"), ("增速3.2%", "3.2", "%"), ("增长-3.2%", "-3.2", "%"), ("增长百分之五", "5", "%"), ("增长三成", "30", "%"),
        ("下降3.2%", "-3.2", "%"), ("下降了3.2%", "-3.2", "%"), ("减少200人", "-200", "人"), ("降低3%", "-3", "%"), ("下滑3%", "-3", "%"), ("回落0.5个百分点", "-0.5", "个百分点"),
        ("同比下降3.2%", "-3.2", "%"), ("同比 下降 3.2 %", "-3.2", "%"), ("较上月减少3.2万人", "-32000", "人"), ("环比-3.2%", "-3.2", "%"), ("降幅3.2%", "-3.2", "%"), ("负增长3.2%", "-3.2", "%"), ("降三成", "-30", "%"),
        ("增长到5%", "5", "%"), ("增至3.2万人", "32000", "人"), ("提高到5.5%", "5.5", "%"), ("降至5.5%", "5.5", "%"), ("下降到5.5%", "5.5", "%"), ("降为5.5%", "5.5", "%"), ("减少到200人", "200", "人"));

    public static TheoryData<string, string, string, string> MoreThan => Bounded("more_than",
        ("1500余", "1500", ""), ("1500餘", "1500", ""), ("1500多", "1500", ""), ("2300余人", "2300", "人"), ("3000多个", "3000", "个"), ("22万余个", "220000", "个"), ("20余万平方米", "200000", "平方米"),
        ("6000多万元", "60000000", "元"), ("2亿多元", "200000000", "元"), ("12万余人次", "120000", "人次"), ("二十余万", "200000", ""), ("十余人", "10", "人"), ("三百多家", "300", "家"),
        ("2300余名求职者", "2300", "名求职者"), ("百余名", "100", "名"), ("百余场", "100", "场"), ("万余人", "10000", "人"), ("千万余元", "10000000", "元"), ("过万人", "10000", "人"), ("超千", "1000", ""),
        ("超过5.7万人", "57000", "人"), ("超3万余", "30000", ""), ("逾3000", "3000", ""), ("突破1亿", "100000000", ""), ("多于30", "30", ""), ("高于5%", "5", "%"),
        (">1500", "1500", ""), ("＞1,500", "1500", ""), ("> 1500", "1500", ""), (">-5", "-5", ""), ("三成多", "30", "%"), ("百分之五十多", "50", "%"), ("增长超5%", "5", "%"));

    public static TheoryData<string, string, string, string> AtLeast => Bounded("at_least",
        ("不低于90%", "90", "%"), ("不少于30人", "30", "人"), ("至少30", "30", ""), ("最低300元", "300", "元"), ("大于等于5", "5", ""), ("满3年", "3", "年"),
        ("≥3.2万", "32000", ""), (">=30", "30", ""), ("> =30", "30", ""), ("≧30", "30", ""), ("≥-5", "-5", ""),
        ("90%以上", "90", "%"), ("3.2万人以上", "32000", "人"), ("三个月及以上", "3", "个月"), ("八成以上", "80", "%"), ("百分之五以上", "5", "%"), ("300元起", "300", "元"), ("300元起步", "300", "元"),
        ("上百", "100", ""), ("上百名", "100", "名"), ("上百万", "1000000", ""), ("上千万元", "10000000", "元"), ("年均3.2万人以上", "32000", "人/年"), ("最低不少于30人", "30", "人"));

    public static TheoryData<string, string, string, string> AboutOrNearly => Bounded(
        "about",
        ("约8000", "8000", ""), ("大约8000人", "8000", "人"), ("8000左右", "8000", ""), ("8000人左右", "8000", "人"), ("约1.5万左右", "15000", ""), ("300上下", "300", ""),
        ("≈8000", "8000", ""), ("~500", "500", ""), ("～500", "500", ""), ("约-5", "-5", ""), ("约减少200人", "-200", "人"), ("下降3%左右", "-3", "%")).With(Bounded(
        "nearly",
        ("近8000", "8000", ""), ("接近8000人", "8000", "人"), ("将近三成", "30", "%"), ("近百", "100", ""), ("近万人", "10000", "人"), ("近亿元", "100000000", "元"), ("≲8000", "8000", "")));

    public static TheoryData<string, string, string, string> AtMostOrLess => Bounded(
        "at_most",
        ("5.5%以内", "5.5", "%"), ("3个月以内", "3", "个月"), ("3天内", "3", "天"), ("1年内", "1", "年"), ("控制在5.5%以内", "5.5", "%"), ("30以下", "30", ""), ("500元封顶", "500", "元"),
        ("不超过30", "30", ""), ("最高15万元", "150000", "元"), ("最高不超过1000元/人", "1000", "元/人"), ("最高每人500元", "500", "元/人"), ("每月最高500元", "500", "元/月"),
        ("上限500万元/企", "5000000", "元/企"), ("最长可申请3年期", "3", "年期"), ("至多30", "30", ""), ("≤5.5%", "5.5", "%"), ("<=5.5%", "5.5", "%"), ("≦5", "5", ""),
        ("下降5%以上", "-5", "%"), ("降低不少于3%", "-3", "%")).With(Bounded(
        "less_than",
        ("不到8000", "8000", ""), ("不足百人", "100", "人"), ("未满3年", "3", "年"), ("达不到3000", "3000", ""), ("低于5.5%", "5.5", "%"), ("<8000", "8000", ""), ("＜8000", "8000", ""),
        ("下降超5%", "-5", "%"), ("减少200余人", "-200", "人")));

    public static TheoryData<string> MissingMarks =>
    [
        "-", "－", "--", "- -", "—", "——", "–", "―", "─", "/", "／", "…", "……", "...", "空", "缺", "缺报", "无数据", "未统计", "未上报", "暂无", "暂缺", "不详", "不明", "不适用", "待定", "待补",
        "N/A", "n/a", "NA", "NaN", "NULL", "null",
    ];

    public static TheoryData<string, string> NoNumbers => Refused("no_number", "约", "人", "元/人", "不超过", "***", "○", "√", "xx", "O", "'");

    public static TheoryData<string, string> SpreadsheetErrors => Refused("spreadsheet_error", "#N/A", "#n/a", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "####", "##########");

    public static TheoryData<string, string> Formulas => Refused("formula", "=123", "=A1+B1", "=SUM(A1:A3)", "=\"12\"&\"3\"");

    public static TheoryData<string, string> Ranges => Refused("range",
        "10-20", "10-20万", "10—20", "10——20", "10–20", "10～20", "10~20", "10 - 20", "10至20", "10至20万", "10万到20万", "5%-10%", "10%～20%", "1.5万-2万", "3-5", "20-50人", "三万到五万", "百分之三到五", "-3-5");

    public static TheoryData<string, string> SeveralNumbers => Refused("two_numbers",
        "1 234", "1\u00A0234", "1\u2009234", "1500 2000", "2万 5千", "三百 五", "二十 五", "1'234", "1_234", "1、234", "1;2", "3+2", "3x2", "3*2", "74场2300人", "300人、200人", "300人以上500人以下",
        "3元5角", "2小时30分", "1O5", "300(其中女性100)", "一次性补贴6000元", "五险一金", "较2019年增长3%", "1一9", "增长3%达500人");

    public static TheoryData<string, string> Vague => Refused("vague",
        "数十", "数十人", "数百万元", "几十", "几万人", "十几", "十几万", "二十几人", "若干", "三四百", "三四十人", "十七八", "七八成", "百人", "千人", "万人", "千万", "百万", "万元", "一些", "许多", "成百上千", "翻番", "翻一番", "翻两番", "一二三");

    public static TheoryData<string, string> Fractions => Refused("fraction",
        "半", "半年", "3年半", "三个半月", "过半", "近半", "减半", "五成半", "1/2", "3/5", "3:1", "3比1", "三分之一", "十万分之三", "3分之1");

    public static TheoryData<string, string> Dates => Refused("date",
        "2020-03", "2020/3", "2020-03-05", "2020/3/5", "2020.3.5", "2020-12-31 00:00", "3/5/2020", "2020年", "2020年3月", "二〇二〇年", "3月", "三月", "3月5日", "3日", "3号", "第3季度", "3季度", "一季度", "上半年",
        "12:30", "12:30:45", "3点", "三点", "三点半", "三点二十", "Mar-20", "20-Mar", "Mar 2020");

    public static TheoryData<string, string> ScientificNotation => Refused("scientific_notation", "1.2e5", "1.2E+05", "1E5", "1e+05", "1.20346E+11", "-1.2E-3", "1e400", "１．２Ｅ+05", "1.2E+05人");

    public static TheoryData<string, string> Slang => Refused("slang", "2.5w", "2.5W", "3k", "3K", "5kw", "2.5w人", "3.2wan", "3m", "3bn", "3 million", "3million", "5 thousand", "3k元");

    public static TheoryData<string, string> FootnoteMarks => Refused("footnote_mark", "123*", "123**", "123※", "123†", "123①", "123人①", "123²", "123[1]", "123【1】", "5.5%*", "123注", "123（注）", "123注1");

    public static TheoryData<string, string> ForeignDigits => Refused("foreign_digits", "٣", "१२", "๑๒", "²", "₂", "①", "Ⅳ", "½人", "𝟏𝟐", "㈠", "〡〢", "5५");

    public static TheoryData<string, string> HiddenCharacters => Refused("hidden_character",
        "12\u200B34", "12\u200D34", "12\u206034", "12\uFEFF34", "12\u00AD34", "\u00AD5", "12\u200E34", "\u202E321", "5\u0338", "5\uFE0F\u20E3", "1\0", "12\u000734", "12\uE00034");

    public static TheoryData<string, string> Contradictions => Refused("bounds_disagree", "约3000余", "约1500多人", "超3000左右", "近8000左右", "不到3000以上", "超过3000以上", "≥3000余", "不低于90%以下");

    public static TheoryData<string, string> TwoReadings => Refused("ambiguous",
        "00", "007", "01.5", "0,5", "0,500", "1,23", "1,2345", "12,34,567", "1234,567", "1.234,5", "1.234.567", "1.2.3", "5.", ".5", "2万5", "2万500", "3.2万5千", "2万50000", "2千5", "3百5",
        "一", "〇", "一%", "一期", "二期", "一批", "十分", "百分百", "无", "没有", "none", "nil", "△5", "▲5", "▽5", "↓3.2%", "↑3.2%", "±5", "近3年", "近三年", "近3个月", "近百年", "控制在5.5%",
        "-5以上", "-3000余", "超过-5%", "(123)以上", "下降-3.2%", "减少一倍", "减负5亿元");

    public static TheoryData<string, string> TooManyDigits => Refused("too_long",
        "12345678901234567", "0.12345678901234567", "1.00000000000000000000000000000000001", "79228162514264337593543950335", "99999999999999999999999999999999", "9999999999999万亿", "一千万亿");

    public static TheoryData<string, string> UnknownWords => Refused("unknown_words",
        "其中300", "目标3000", "预计3000", "约定300", "平均3.2万元", "人均3.2万", "每人500", "每家企业500元", "同比3.2%", "同比降至5.5%", "超下降3%", "持平3", "零增长", "第三", "No.3", "#3", "$500", "¥500人", "€5",
        "1500许", "1500来人", "3000人多", "3000人许", "3个多月", "500强", "500元不等", "500元出头", "500开外", "500元以外", "300人往上", "300起", "3起", "500米内", "300家规模以上", "300人目标", "300人未就业", "2300人下降",
        "3年前", "3天后", "3年级", "2级", "二级", "一次性补贴", "3兆元", "3京", "5折", "3成员", "5.5%%", "%5.5", "--5", "–5", "—5", "5-", "500+", "(-5)", "(约300)", "(一)", "300（人）", "1,", "74场，", "300。", "300?",
        "\"123\"", "5O", "l5", "500 or so", "500 approx", "about 500", "500 per", "一百零五十", "十两", "一百两", "两十", "五万零三千", "二维码", "三亚市", "1500个岗位以上");

    public static TheoryData<string, string> TooLongTexts => Refused("text_too_long", new string('1', 201), new string('一', 201), "约" + new string('约', 100_000) + "3", new string('(', 1_000_000));

    [Theory]
    [MemberData(nameof(Numerals))]
    [MemberData(nameof(Signs))]
    [MemberData(nameof(Multipliers))]
    [MemberData(nameof(ChineseNumerals))]
    [MemberData(nameof(Shares))]
    [MemberData(nameof(Units))]
    [MemberData(nameof(NeutralWords))]
    [MemberData(nameof(Changes))]
    [MemberData(nameof(MoreThan))]
    [MemberData(nameof(AtLeast))]
    [MemberData(nameof(AboutOrNearly))]
    [MemberData(nameof(AtMostOrLess))]
    public void Figure_InKnownForm_IsReadWithBoundAndUnit(string text, string bound, string value, string unit)
    {
        var reading = Assert.IsType<FigureReading.Number>(FigureParser.Read(text));

        Assert.Equal(new Quantity(decimal.Parse(value, CultureInfo.InvariantCulture), Codes.Bound.Parse(bound)), reading.Quantity);
        Assert.Equal(unit, reading.Unit);
    }

    [Theory]
    [MemberData(nameof(MissingMarks))]
    public void Figure_MarkedAsMissing_IsNoNumber(string text) => Assert.Equal(new FigureReading.Missing(IsMarked: true), FigureParser.Read(text));

    [Theory]
    [MemberData(nameof(NoNumbers))]
    [MemberData(nameof(SpreadsheetErrors))]
    [MemberData(nameof(Formulas))]
    [MemberData(nameof(Ranges))]
    [MemberData(nameof(SeveralNumbers))]
    [MemberData(nameof(Vague))]
    [MemberData(nameof(Fractions))]
    [MemberData(nameof(Dates))]
    [MemberData(nameof(ScientificNotation))]
    [MemberData(nameof(Slang))]
    [MemberData(nameof(FootnoteMarks))]
    [MemberData(nameof(ForeignDigits))]
    [MemberData(nameof(HiddenCharacters))]
    [MemberData(nameof(Contradictions))]
    [MemberData(nameof(TwoReadings))]
    [MemberData(nameof(TooManyDigits))]
    [MemberData(nameof(UnknownWords))]
    [MemberData(nameof(TooLongTexts))]
    public void Figure_ThatCouldBeMisread_IsRefusedWithAReason(string text, string code) =>
        Assert.Equal(code, Assert.IsType<FigureReading.Unreadable>(FigureParser.Read(text)).Fault.Code());

    private static TheoryData<string, string, string, string> Exact(params (string Text, string Value, string Unit)[] forms) => Bounded("exact", forms);

    private static TheoryData<string, string, string, string> Bounded(string bound, params (string Text, string Value, string Unit)[] forms)
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var (text, value, unit) in forms)
            rows.Add(text, bound, value, unit);
        return rows;
    }

    private static TheoryData<string, string> Refused(string code, params string[] texts)
    {
        var rows = new TheoryData<string, string>();
        foreach (var text in texts)
            rows.Add(text, code);
        return rows;
    }
}
