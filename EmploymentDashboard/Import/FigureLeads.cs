using System.Collections.Frozen;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>What a word before a number does to it.</summary>
internal enum LeadKind
{
    /// <summary>Nothing: 共, 达.</summary>
    Neutral,

    /// <summary>≥, &lt;: a bound on the value with its sign.</summary>
    BoundSign,

    /// <summary>不低于, 近: a bound on the number as it is spoken.</summary>
    BoundWord,

    /// <summary>控制在: names a limit, which a word behind the number must say (控制在5.5%以内).</summary>
    Capped,

    /// <summary>增长: a change upwards.</summary>
    Rise,

    /// <summary>下降: a change downwards, whose value is negative.</summary>
    Fall,

    /// <summary>增至, 降到: what came out of a change, no change itself.</summary>
    Level,

    /// <summary>同比: a change against something follows.</summary>
    Comparison,

    /// <summary>¥: the unit is 元.</summary>
    Currency,

    /// <summary>-¥.</summary>
    NegativeCurrency,

    /// <summary>负.</summary>
    Minus,

    /// <summary>人均, 每月: the unit is one per that.</summary>
    Per,
}

/// <param name="Per">What a <see cref="LeadKind.Per"/> divides by: 人, 月.</param>
internal sealed record Lead(string Word, LeadKind Kind, Bound Bound = Bound.Exact, string Per = "");

/// <summary>The words that may stand before a number. A word that is not here makes a text unreadable.</summary>
internal static class FigureLeads
{
    /// <summary>Before a bare 百, 千, 万 or 亿 only: 上百, 过万.</summary>
    public static readonly (string Word, Bound Bound)[] BeforeRoundNumber = [("上", Bound.AtLeast), ("过", Bound.MoreThan)];

    private static readonly string[] Neutral =
    [
        "达到", "达", "高达", "多达", "已达", "可申请", "可达", "共计", "共", "共有", "合计", "总计", "累计", "有", "已有", "现有", "新增", "仅", "仅有", "只有", "为", "等于",
    ];

    private static readonly string[] Rise =
        ["增长", "上升", "提高", "提升", "增加", "上涨", "上调", "净增", "净增加", "净增长", "攀升", "增", "升", "涨", "增速", "增幅", "涨幅", "升幅"];

    private static readonly string[] Fall =
        ["下降", "减少", "降低", "下滑", "回落", "下跌", "下调", "净减", "净减少", "缩减", "负增长", "降", "减", "跌", "降幅", "跌幅"];

    private static readonly string[] Compared = ["上年", "上年同期", "去年", "去年同期", "上月", "上季度", "上期", "同期", "年初", "上年末"];

    private static readonly string[] Currency = ["¥", "人民币", "RMB", "CNY"];

    private static readonly string[] MeansPer = ["人", "户", "月", "年", "日"];

    private static readonly string[] EachPer = ["人", "名", "位", "户", "家", "企", "企业", "月", "年", "日", "天", "场", "次", "岗"];

    private static readonly (Bound Bound, string[] Signs)[] Signs =
    [
        (Bound.AtLeast, [">=", "≥", "≧", "⩾"]), (Bound.AtMost, ["<=", "≤", "≦", "⩽"]), (Bound.MoreThan, [">"]), (Bound.LessThan, ["<"]),
        (Bound.About, ["≈", "~"]), (Bound.Nearly, ["≲"]),
    ];

    private static readonly (Bound Bound, string[] Words)[] Words =
    [
        (Bound.MoreThan, ["超过", "超出", "超", "突破", "逾", "多于", "大于", "高于"]),
        (Bound.AtLeast, ["不低于", "不少于", "不小于", "不下于", "不短于", "大于等于", "大于或等于", "至少", "最低", "最少", "最短", "下限", "满", "已满"]),
        (Bound.About, ["约为", "大约", "约", "大概"]),
        (Bound.Nearly, ["接近", "将近", "近"]),
        (Bound.AtMost, ["不超过", "不超", "不高于", "不多于", "不大于", "不长于", "小于等于", "小于或等于", "至多", "最高", "最多", "最长", "上限"]),
        (Bound.LessThan, ["不到", "不足", "不满", "未满", "低于", "少于", "小于"]),
    ];

    private static readonly FrozenDictionary<char, Lead[]> ByFirstCharacter = All()
        .GroupBy(lead => lead.Word[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(lead => lead.Word.Length).ToArray());

    /// <summary>The longest word with which the text begins.</summary>
    public static Lead? At(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !ByFirstCharacter.TryGetValue(text[0], out var leads))
            return null;

        foreach (var lead in leads)
        {
            if (text.StartsWith(lead.Word, StringComparison.Ordinal))
                return lead;
        }

        return null;
    }

    private static IEnumerable<Lead> All() =>
    [
        .. Neutral.Select(word => new Lead(word, LeadKind.Neutral)),
        .. Signs.SelectMany(group => group.Signs.Select(word => new Lead(word, LeadKind.BoundSign, group.Bound))),
        .. Words.SelectMany(group => group.Words.Select(word => new Lead(word, LeadKind.BoundWord, group.Bound))),
        .. Rise.SelectMany(word => Change(word, LeadKind.Rise)),
        .. Fall.SelectMany(word => Change(word, LeadKind.Fall)),
        .. Comparisons().Select(word => new Lead(word, LeadKind.Comparison)),
        .. Currency.Select(word => new Lead(word, LeadKind.Currency)),
        new("-¥", LeadKind.NegativeCurrency),
        new("控制在", LeadKind.Capped),
        new("负", LeadKind.Minus),
        .. MeansPer.Select(per => new Lead(per + "均", LeadKind.Per, Per: per)),
        .. EachPer.Select(per => new Lead("每" + per, LeadKind.Per, Per: per)),
    ];

    /// <summary>下降 and 下降了 are the change; 下降到, 降至, 降为 name what is left.</summary>
    private static IEnumerable<Lead> Change(string word, LeadKind kind) =>
    [
        new(word, kind), new(word + "了", kind), new(word + "到", LeadKind.Level), new(word + "至", LeadKind.Level), new(word + "为", LeadKind.Level),
    ];

    private static IEnumerable<string> Comparisons() =>
    [
        "同比", "环比",
        .. Compared.SelectMany(what => (string[])["较" + what, "比" + what]),
    ];
}
