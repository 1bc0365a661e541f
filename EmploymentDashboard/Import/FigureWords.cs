using System.Collections.Frozen;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>Words and signs of the grammar of figures, but for those before a number (<see cref="FigureLeads"/>) and units (<see cref="FigureUnits"/>).</summary>
internal static class FigureWords
{
    /// <summary>Whole texts that say that there is no number. 无 is not among them: it may mean none of something, which is zero.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Missing = Set(
        "-", "--", "---", "—", "——", "–", "―", "─", "━", "ー", "−", "/", "\\", "…", "……", "...", "......", "空", "空白", "缺", "缺失", "缺报", "缺数", "暂缺",
        "无数据", "暂无", "暂无数据", "未统计", "未上报", "未报", "未公布", "未知", "不详", "不明", "不适用", "待定", "待补", "待统计",
        "n/a", "n.a.", "na", "nan", "null");

    /// <summary>What spreadsheets show instead of a result.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SpreadsheetErrors = Set(
        "#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#CONNECT!",
        "#BUSY!", "#EXTERNAL!", "#PYTHON!", "#GETTING_DATA");

    /// <summary>At the end of the text, behind the unit.</summary>
    public static readonly (string Word, Bound Bound)[] After = LongestFirst(
        ("及以上", Bound.AtLeast), ("或以上", Bound.AtLeast), ("以上", Bound.AtLeast),
        ("及以内", Bound.AtMost), ("以内", Bound.AtMost), ("之内", Bound.AtMost), ("及以下", Bound.AtMost), ("或以下", Bound.AtMost), ("以下", Bound.AtMost),
        ("封顶", Bound.AtMost), ("为限", Bound.AtMost),
        ("左右", Bound.About), ("上下", Bound.About));

    /// <summary>Likewise, but only directly behind a unit: 300元起 is a lower limit, 300起 may be 300 cases.</summary>
    public static readonly (string Word, Bound Bound)[] AfterUnit = [("起步", Bound.AtLeast), ("起", Bound.AtLeast), ("内", Bound.AtMost)];

    /// <summary>Directly behind digits or a multiplier: 2300余, 6000多万, 2亿多.</summary>
    public const string More = "余餘多";

    /// <summary>Between the two numbers of a range.</summary>
    public const string Range = "-–—―~至到";

    /// <summary>Before a numeral or multiplier: 数十, 几万, 若干.</summary>
    public const string Vague = "数數几幾若";

    /// <summary>Numerals that say a share of so many: 百分之五 is 5 %.</summary>
    public static readonly (string Word, string Unit)[] Shares = [("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")];

    private static (string Word, Bound Bound)[] LongestFirst(params (string Word, Bound Bound)[] words) =>
        [.. words.OrderByDescending(word => word.Word.Length)];

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] texts) =>
        texts.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
