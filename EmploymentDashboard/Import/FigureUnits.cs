using System.Collections.Frozen;

namespace EmploymentDashboard.Import;

/// <summary>
/// What may stand behind a number: a measure word (人次, 元, %), perhaps one per another (元/人·月) or with a noun (名求职者, 元全额贴息).
/// An unknown measure word is no unit, for it may change the number: 1500許, 3兆, 2.5w.
/// </summary>
internal static class FigureUnits
{
    public const string Yuan = "元";

    private const int LongestMeasure = 4;
    private const int LongestNoun = 12;

    /// <summary>Shares and multiples: nothing may follow them.</summary>
    private static readonly string[] Ratios = ["%", "‰", "‱", "百分点", "个百分点", "倍"];

    private static readonly string[] Measures =
    [
        "人", "名", "位", "人次", "人天", "人日", "人月", "户", "家", "个", "件", "件次", "份", "条", "项", "次", "场", "场次", "届", "期", "批", "张", "套", "间", "所",
        "座", "处", "幢", "栋", "台", "辆", "部", "组", "种", "节", "宗", "笔", "岗", "岗位", "元", "美元", "欧元", "港元", "日元", "英镑",
        "平方米", "㎡", "m²", "平方公里", "立方米", "公顷", "亩", "米", "公里", "吨", "公斤", "斤", "克",
        "岁", "年", "年期", "个月", "个月期", "周", "个周", "天", "小时", "个小时", "分钟", "课时", "学时", "工时", "个工作日",
    ];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Known = Ratios.Concat(Measures)
        .Select(unit => KeyValuePair.Create(unit, unit))
        .Concat(new[] { "元人民币", "人民币", "元整", "圆", "圆整", "块", "块钱" }.Select(unit => KeyValuePair.Create(unit, Yuan)))
        .ToFrozenDictionary(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Divisors =
        Measures.Concat(["企", "企业", "月", "日", "季", "季度"]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> English =
        new[]
        {
            "yuan", "RMB", "CNY", "person", "persons", "people", "per", "percent", "percentage", "point", "points", "month", "months", "year", "years", "day", "days",
            "week", "weeks", "hour", "hours", "case", "cases", "event", "events", "fair", "fairs", "bank", "banks", "employer", "employers", "firm", "firms", "company",
            "companies", "business", "businesses", "household", "households", "project", "projects", "post", "posts", "job", "jobs", "vacancy", "vacancies", "worker",
            "workers", "trainee", "trainees", "participant", "participants", "visit", "visits", "visitor", "visitors", "item", "items", "measure", "measures", "message",
            "messages", "call", "calls", "inquiry", "inquiries", "course", "courses", "team", "teams", "village", "villages", "studio", "studios", "base", "bases",
            "incubator", "incubators", "edition", "editions", "poster", "posters", "suggestion", "suggestions", "CV", "CVs", "square", "metre", "metres",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Characters that may turn the meaning of the number before them.</summary>
    private const string UnsafeInNoun = "几半余餘多超近约約逾至到降减減增升跌涨起内內不未左右以或仅每均负";

    private static readonly string[] UnsafeWords = ["出头", "开外", "挂零", "往上", "朝上", "为止", "保底", "打底", "之外", "回落", "下滑", "同比", "环比", "分之", "目标", "计划", "任务", "缺口"];

    /// <summary>No noun of its own behind a measure word: 3年级, 5份额, 一次性.</summary>
    private const string UnsafeAsFirst = "级度份号性线制额月日";

    /// <summary>At the end these say that the number is none of the exact ones: 500人许, 3年前.</summary>
    private const string UnsafeAsLast = "来许強强弱整足上下前后间";

    /// <summary>Units of time, of which 近 says "the last so many" as well as "nearly so many", and 内 "within".</summary>
    public static bool IsTime(string unit) => unit is "年" or "个月" or "周" or "个周" or "天" or "小时" or "个小时" or "分钟" or "个工作日";

    /// <summary>The unit as it is to be kept (元人民币 is 元, 元每人 is 元/人), or null where the text is none.</summary>
    public static string? Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return "";
        if (Known.TryGetValue(text, out var known))
            return known;
        if (char.IsAsciiLetter(text[0]))
            return IsEnglish(text) ? text.ToString() : null;

        for (var length = Math.Min(LongestMeasure, text.Length - 1); length > 0; length--)
        {
            if (Known.TryGetValue(text[..length], out var measure))
                return Ratios.Contains(measure, StringComparer.Ordinal) ? null : WithRest(measure, text[length..]);
        }

        return null;
    }

    /// <summary>Whether the unit is a measure word alone or one per another, with no noun behind it.</summary>
    public static bool IsBare(string unit) => unit.Length == 0 || unit.Contains('/') || Known.ContainsKey(unit);

    /// <summary>One unit per each of these: 元/人·月.</summary>
    public static string Per(string unit, IReadOnlyList<string> divisors) => $"{unit}/{string.Join('·', divisors)}";

    private static string? WithRest(string measure, ReadOnlySpan<char> rest)
    {
        if (rest[0] is not ('/' or '每'))
            return IsNoun(rest) ? $"{measure}{rest}" : null;

        List<string> divisors = [];
        foreach (var range in rest[1..].SplitAny("/·每"))
        {
            if (!Divisors.TryGetValue(rest[1..][range], out var divisor))
                return null;

            divisors.Add(divisor);
        }

        return Per(measure, divisors);
    }

    private static bool IsNoun(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestNoun || UnsafeAsFirst.Contains(text[0], StringComparison.Ordinal) || UnsafeAsLast.Contains(text[^1], StringComparison.Ordinal))
            return false;

        foreach (var c in text)
        {
            var isHan = c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');
            if (!isHan || ChineseNumeral.IsEveryday(c) || UnsafeInNoun.Contains(c, StringComparison.Ordinal))
                return false;
        }

        foreach (var word in UnsafeWords)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private static bool IsEnglish(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split(' '))
        {
            if (!English.Contains(text[range]))
                return false;
        }

        return !text.StartsWith("per ", StringComparison.OrdinalIgnoreCase) && !text.EndsWith("per", StringComparison.OrdinalIgnoreCase);
    }
}
