using System.Collections.Frozen;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Reading;

/// <summary>
/// The words that tables of this field are written with: the names of the catalogue and the words of headers. They decide where
/// bytes or delimiters can be read in two ways.
/// </summary>
public sealed class Vocabulary
{
    private static readonly string[] HeaderWords =
    [
        "区县", "区", "县", "地区", "区域", "城市", "镇街", "乡镇", "街道", "功能区", "单位", "单位名称", "部门", "填报单位", "制表单位", "指标", "指标名称", "项目", "内容",
        "期间", "时间", "日期", "年", "月", "日", "年份", "年度", "月份", "月度", "季度", "上半年", "下半年", "一季度", "二季度", "三季度", "四季度", "本月", "本年", "上月",
        "本期", "上年", "去年", "同期", "上年同期", "去年同期", "截至", "今年以来", "数值", "值", "数量", "数据", "人数", "金额", "总额", "合计", "总计", "小计", "累计", "其中",
        "占比", "比重", "比例", "同比", "环比", "增长", "增幅", "增速", "增减", "下降", "完成", "完成率", "目标", "目标任务", "任务", "计划", "备注", "说明", "注", "来源", "数据来源",
        "资料来源", "原文", "位置", "状态", "口径", "界限", "分项", "分组", "分类", "类别", "类型", "序号", "编号", "代码", "编码", "名称", "简称", "别名", "合同", "岗位", "企业",
        "万", "亿", "元", "人", "家", "个", "户", "场", "件", "条", "次", "万元", "亿元", "万人", "千人", "人次", "百分点", "统计", "统计表", "情况表", "报表", "汇总表", "明细表",
        "一览表", "填报", "制表", "审核", "全市", "全国", "全区", "主城", "城镇", "新增", "就业", "失业", "再就业", "创业", "培训", "招聘", "返岗", "复工", "务工", "农民工", "毕业生",
        "area", "district", "county", "region", "indicator", "item", "breakdown", "basis", "period", "date", "time", "year", "quarter", "month", "value", "number", "count",
        "amount", "total", "subtotal", "unit", "bound", "as_printed", "as printed", "status", "source", "locator", "note", "notes", "remark", "remarks", "code", "name",
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "january", "february", "march", "april", "june", "july", "august", "september",
        "october", "november", "december", "q1", "q2", "q3", "q4",
    ];

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenSet<int> _pairs;

    private Vocabulary(IEnumerable<string> names)
    {
        List<string> words = [.. names, .. HeaderWords];
        _words = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _pairs = words.SelectMany(Pairs).ToFrozenSet();
    }

    /// <summary>The words of headers alone, for tables that are read before there is a catalogue.</summary>
    public static Vocabulary OfHeaders { get; } = new([]);

    public static Vocabulary Of(Catalog catalog)
    {
        var names = new ReferenceNames(catalog);
        return new(
        [
            .. names.Areas.Names,
            .. names.Indicators.Names,
            .. names.Breakdowns.Names,
            .. names.Sources.Names,
            .. ReferenceNames.Bases.Names,
            .. ReferenceNames.Bounds.Names,
            .. ReferenceNames.Statuses.Names,
        ]);
    }

    /// <summary>Whether a cell is one of the words, in any case.</summary>
    internal bool Knows(ReadOnlySpan<char> cell) => _words.Contains(cell);

    /// <summary>
    /// How often neighbouring Chinese characters stand in the text as they do in a known word, and how often a character by
    /// itself is one. Text in a wrong encoding has Chinese characters too, but hardly ever such neighbours.
    /// </summary>
    internal int Hits(ReadOnlySpan<char> text)
    {
        var hits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsChinese(text[i]))
                continue;

            var hasLeft = i > 0 && IsChinese(text[i - 1]);
            var hasRight = i + 1 < text.Length && IsChinese(text[i + 1]);
            if (hasRight ? _pairs.Contains(Pair(text[i], text[i + 1])) : !hasLeft && _words.Contains(text.Slice(i, 1)))
                hits++;
        }

        return hits;
    }

    internal static bool IsChinese(char character) => character is >= '\u3400' and <= '\u9FFF';

    private static IEnumerable<int> Pairs(string word) =>
        from i in Enumerable.Range(1, Math.Max(0, word.Length - 1))
        where IsChinese(word[i - 1]) && IsChinese(word[i])
        select Pair(word[i - 1], word[i]);

    private static int Pair(char left, char right) => (left << 16) | right;
}
