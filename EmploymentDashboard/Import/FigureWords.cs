using System.Collections.Frozen;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>The words of the grammar of figures. A word that is in no table makes a text unreadable.</summary>
internal static class FigureWords
{
    /// <summary>Whole texts that say that there is no number.</summary>
    public static readonly FrozenSet<string> Missing =
        new[] { "-", "--", "—", "——", "–", "―", "/", "…", "……", "...", "空", "缺", "无数据", "n/a", "N/A", "NA" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Before the number. Longer words stand before those that they begin with.</summary>
    public static readonly (string Word, Bound Bound)[] Before = LongestFirst(
        (">=", Bound.AtLeast), ("≥", Bound.AtLeast), ("<=", Bound.AtMost), ("≤", Bound.AtMost),
        (">", Bound.MoreThan), ("<", Bound.LessThan), ("≈", Bound.About), ("≲", Bound.Nearly),
        ("超过", Bound.MoreThan), ("超出", Bound.MoreThan), ("超", Bound.MoreThan), ("突破", Bound.MoreThan), ("逾", Bound.MoreThan),
        ("多于", Bound.MoreThan), ("大于", Bound.MoreThan), ("高于", Bound.MoreThan),
        ("不低于", Bound.AtLeast), ("不少于", Bound.AtLeast), ("不小于", Bound.AtLeast), ("不下于", Bound.AtLeast), ("不短于", Bound.AtLeast),
        ("至少", Bound.AtLeast), ("最低", Bound.AtLeast), ("最少", Bound.AtLeast), ("最短", Bound.AtLeast), ("下限", Bound.AtLeast),
        ("约为", Bound.About), ("大约", Bound.About), ("约", Bound.About),
        ("接近", Bound.Nearly), ("将近", Bound.Nearly), ("近", Bound.Nearly),
        ("不超过", Bound.AtMost), ("不超", Bound.AtMost), ("不高于", Bound.AtMost), ("不多于", Bound.AtMost), ("不大于", Bound.AtMost), ("不长于", Bound.AtMost),
        ("至多", Bound.AtMost), ("最高", Bound.AtMost), ("最多", Bound.AtMost), ("最长", Bound.AtMost), ("上限", Bound.AtMost),
        ("不到", Bound.LessThan), ("不足", Bound.LessThan), ("不满", Bound.LessThan), ("未满", Bound.LessThan),
        ("低于", Bound.LessThan), ("少于", Bound.LessThan), ("小于", Bound.LessThan));

    /// <summary>Before a bare 百, 千, 万 or 亿 only: 上百, 过万.</summary>
    public static readonly (string Word, Bound Bound)[] BeforeRoundNumber = [("上", Bound.AtLeast), ("过", Bound.MoreThan)];

    /// <summary>Before the number, changing nothing.</summary>
    public static readonly string[] Neutral = ["达到", "达", "可申请", "可达", "共计", "共", "合计", "总计", "累计", "年均", "月均", "人均", "户均", "平均", "控制在", "为"];

    /// <summary>At the end of the text, behind the unit.</summary>
    public static readonly (string Word, Bound Bound)[] After = LongestFirst(
        ("及以上", Bound.AtLeast), ("以上", Bound.AtLeast),
        ("及以内", Bound.AtMost), ("以内", Bound.AtMost), ("之内", Bound.AtMost), ("及以下", Bound.AtMost), ("以下", Bound.AtMost), ("封顶", Bound.AtMost),
        ("左右", Bound.About), ("上下", Bound.About));

    /// <summary>Directly behind digits or a multiplier: 2300余, 6000多万, 2亿多.</summary>
    public const string More = "余多";

    /// <summary>Between two numbers of a range.</summary>
    public const string Range = "-–—~至到";

    /// <summary>Before a numeral or multiplier: 数十, 几万, 若干.</summary>
    public const string Vague = "数几若";

    /// <summary>Characters of Chinese numerals.</summary>
    public const string Numerals = "零〇一二两三四五六七八九十百千万亿";

    /// <summary>Units that hold a numeral.</summary>
    public const string PercentagePoint = "百分点";

    /// <summary>Characters that may turn the meaning of a number behind which they stand, so that a unit holds none of them.</summary>
    public const string UnsafeInUnit = "几半余多超近约逾至到降减增起内不未左右以";

    /// <summary>Signs that may stand in a unit beside letters: 元/人, %, yuan per person.</summary>
    public const string SignsInUnit = "%‰/°· ";

    private static (string Word, Bound Bound)[] LongestFirst(params (string Word, Bound Bound)[] words) =>
        [.. words.OrderByDescending(word => word.Word.Length)];
}
