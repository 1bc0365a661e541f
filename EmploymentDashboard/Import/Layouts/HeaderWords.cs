using System.Collections.Frozen;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Layouts;

/// <summary>The words of headers. Compared as <see cref="HeaderText.Normal"/> writes them, and without hyphens and underscores.</summary>
internal static class HeaderWords
{
    /// <summary>Headers of the columns that say fields. The first of each is the canonical one, the second its Chinese form.</summary>
    public static readonly (FigureField Field, string[] Headers)[] Fields =
    [
        (FigureField.Area,
        [
            "area", "区县", "地区", "区域", "区县名", "区县名称", "区县(自治县)", "各区县", "所属区县", "所在区县", "县区", "县(区)", "区(县)", "区/县", "区、县", "县(市、区)",
            "行政区", "行政区划", "行政区划名称", "行政区名称", "行政区域", "辖区", "属地", "地区名称", "地区名", "地域", "地方", "区域名称", "统计区域", "城市", "省市",
            "镇街", "街镇", "乡镇", "镇街名称", "乡镇街道", "乡镇(街道)", "街道", "街道(乡镇)", "region", "district", "county", "district/county", "districts", "place", "area name",
            "region name", "district name", "geography", "ref area",
        ]),
        (FigureField.Indicator,
        [
            "indicator", "指标", "指标名称", "指标名", "统计指标", "指标项", "指标代码", "项目", "项目名称", "统计项目", "indicators", "indicator name", "indicator code", "measure",
            "metric", "variable", "series", "item",
        ]),
        (FigureField.Breakdown,
        [
            "breakdown", "分项", "分组", "分项名称", "类别", "分类", "细分", "人群", "人群类别", "人员类别", "人员类型", "群体", "重点群体", "对象", "构成", "category", "group", "subgroup",
            "subpopulation",
        ]),
        (FigureField.Basis, ["basis", "口径", "统计口径", "数据口径", "计算口径", "口径类型"]),
        (FigureField.Period,
        [
            "period", "期间", "时间", "时期", "日期", "年月", "统计期", "统计期间", "统计时间", "统计月份", "统计年月", "报告期", "所属期", "所属月份", "所属时期", "数据期", "数据时间", "数据月份",
            "时段", "期别", "time", "date", "time period", "year month", "reference period", "reporting period",
        ]),
        (FigureField.Value,
        [
            "value", "数值", "值", "数量", "数据", "数", "统计值", "统计数", "指标值", "数据值", "观测值", "实际值", "实际数", "values", "figure", "obs value", "observation", "data value",
        ]),
        (FigureField.Unit, ["unit", "单位", "计量单位", "数据单位", "统计单位", "数值单位", "units", "unit measure", "unit of measure", "measure unit"]),
        (FigureField.Bound, ["bound", "界限", "限定", "限定词", "qualifier"]),
        (FigureField.AsPrinted, ["as printed", "原文", "原文数字", "原文数据", "原文表述", "原文片段", "原文摘录", "见报原文", "printed", "original text"]),
        (FigureField.Status, ["status", "状态", "数据状态", "观测状态", "obs status", "flag"]),
        (FigureField.Source, ["source", "来源", "数据来源", "资料来源", "来源代码", "出处", "数据出处", "source code", "sources"]),
        (FigureField.Locator, ["locator", "位置", "所在位置", "原文位置", "段落", "版面", "page", "section"]),
        (FigureField.Note, ["note", "备注", "说明", "注", "附注", "注释", "备注说明", "notes", "remark", "remarks", "comment", "comments"]),
    ];

    /// <summary>Headers over breakdowns, months, areas and figures that add nothing to what stands below them.</summary>
    private static readonly string[] NeutralWords = ["主要指标", "指标情况", "其中", "各区县", "数据情况", "完成情况"];

    private static readonly (ColumnRole Role, string[] Headers)[] Roles =
    [
        (ColumnRole.AreaCode, ["area code", "行政区划代码", "区划代码", "行政区代码", "行政代码", "区划码", "地区代码", "地区编码", "区县代码", "区县编码", "区域代码", "行政区划编码", "adcode", "region code", "district code", "gb code"]),
        (ColumnRole.Year, ["year", "年份", "年", "年度", "统计年度", "统计年份", "数据年份", "数据年度", "所属年份", "所属年度"]),
        (ColumnRole.Month, ["month", "月份", "月", "月度"]),
        (ColumnRole.Quarter, ["quarter", "季度", "季"]),
        (ColumnRole.PeriodStart, ["period start", "期间起", "期间开始", "起始时间", "起始日期", "起始月份", "起始年月", "开始时间", "开始日期", "开始月份", "起", "自", "start", "start date", "from"]),
        (ColumnRole.PeriodEnd, ["period end", "期间止", "期间结束", "结束时间", "结束日期", "结束月份", "终止时间", "终止日期", "截止时间", "截止日期", "截止月份", "结束年月", "止", "至", "end", "end date", "to"]),
    ];

    private static readonly string[] SerialWords = ["序号", "编号", "序", "行号", "no", "no.", "№", "#", "id", "index", "s/n", "serial", "row"];

    /// <summary>Over the last column of a file of rejected rows.</summary>
    public static readonly Bilingual Reason = new("退回原因", "rejection_reason");

    private static readonly string[] TotalWords =
        ["合计", "总计", "小计", "共计", "总和", "合计数", "总数", "全年", "全年合计", "全年累计合计", "年合计", "汇总", "total", "totals", "sum", "subtotal", "sub total", "grand total"];

    private static readonly string[] DerivedWords =
    [
        "同比", "环比", "增长", "增幅", "增速", "增减", "增量", "升降", "占比", "比重", "完成率", "完成进度", "完成比例", "序时进度", "排名", "位次", "名次", "差额",
        "growth", "change", "rank", "share", "yoy", "mom", "y/y", "m/m",
    ];

    private static readonly (string Basis, PeriodShift Shift, int YearsBack, string[] Words)[] BasisTable =
    [
        ("flow", PeriodShift.None, 0, ["本月", "当月", "本期", "当期", "本月数", "当月数", "本期数", "当期数", "本月值", "当月值", "当期值", "本月完成", "当月完成", "本月实际", "本月发生数", "this month", "current month", "monthly"]),
        ("ytd", PeriodShift.YearToDate, 0, ["本年累计", "本年累计数", "当年累计", "今年累计", "年累计", "年初累计", "年初至今", "年初以来", "今年以来", "自年初累计", "年初至本月", "1至本月", "1-本月", "1-本月累计", "1至本月累计", "本年累计完成", "ytd", "year to date"]),
        ("cumulative", PeriodShift.None, 0, ["历年累计", "历史累计", "总累计"]),
        ("stock", PeriodShift.None, 0, ["期末", "期末数", "月末", "月末数", "时点数", "期末存量", "存量", "期末余额", "月末余额", "at period end", "stock"]),
        ("average", PeriodShift.None, 0, ["月均", "年均", "平均", "平均数", "average", "mean"]),
        ("target", PeriodShift.None, 0, ["目标", "目标数", "目标值", "计划", "计划数", "任务", "任务数", "目标任务", "目标任务数", "target"]),
        ("target", PeriodShift.WholeYear, 0, ["年度目标", "全年目标", "年度任务", "全年任务", "年度目标任务", "全年目标任务", "年度计划", "全年计划", "年度目标任务数", "annual target"]),
        ("flow", PeriodShift.None, 1, ["上年同月", "去年同月", "上年同月数"]),
        ("ytd", PeriodShift.YearToDate, 1, ["上年同期累计", "去年同期累计", "上年同期累计数"]),
        (LastYear, PeriodShift.None, 1, ["上年同期", "去年同期", "同期", "上年同期数", "去年同期数", "同期数", "same period last year"]),
        (Cumulative, PeriodShift.None, 0, ["累计", "累计数", "累计值", "累计完成", "cumulative"]),
    ];

    /// <summary>累计 alone: since January or since an older start. The column beside it may tell.</summary>
    public const string Cumulative = "?cumulative";

    /// <summary>上年同期 of the month or of the year so far. The column beside it may tell.</summary>
    public const string LastYear = "?last_year";

    private static readonly FrozenDictionary<string, ColumnMeaning> Columns = Fields
        .SelectMany(field => field.Headers.Select(header => (header, Meaning: ColumnMeaning.Of(field.Field))))
        .Concat(Roles.SelectMany(role => role.Headers.Select(header => (header, Meaning: ColumnMeaning.Of(role.Role)))))
        .Concat(SerialWords.Select(header => (header, Meaning: ColumnMeaning.NotRead(LeftOutColumn.Serial))))
        .Concat(new[] { Reason.Zh, Reason.En }.Select(header => (header, Meaning: ColumnMeaning.NotRead(LeftOutColumn.Reason))))
        .ToFrozenDictionary(column => Key(column.header), column => column.Meaning, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ColumnMeaning> Bases = BasisTable
        .SelectMany(row => row.Words.Select(word => (word, Meaning: ColumnMeaning.Figures with { Basis = row.Basis, Shift = row.Shift, YearsBack = row.YearsBack })))
        .ToFrozenDictionary(row => Key(row.word), row => row.Meaning, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Neutral = NeutralWords.Select(Key).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Totals = TotalWords.Select(Key).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Basis words as they may stand before or behind an indicator within one cell, longest first.</summary>
    public static IReadOnlyList<string> BasisWords { get; } = [.. Bases.Keys.Where(word => word.Length >= 2 && !char.IsAscii(word[0])).OrderByDescending(word => word.Length)];

    private static readonly NameIndex<string> Written = new(Fields.SelectMany(field => field.Headers).Concat(Roles.SelectMany(role => role.Headers)).Distinct(StringComparer.Ordinal), header => [header]);

    public static ColumnMeaning? Column(string header) => Columns.GetValueOrDefault(Key(header));

    public static ColumnMeaning? Basis(string word) => Bases.GetValueOrDefault(Key(word));

    public static bool IsTotal(string word) => Totals.Contains(Key(word));

    public static bool IsNeutral(string word) => Neutral.Contains(Key(word));

    /// <summary>Whether the column is computed from others: 同比增长%, 占比, 排名.</summary>
    public static bool IsDerived(string header) => header is "%" or "±%" or "+-%" || DerivedWords.Any(word => header.Contains(word, StringComparison.Ordinal));

    public static IReadOnlyList<string> Nearest(string header) => Written.Nearest(header);

    /// <summary>The headers of a field, for people: 区县 / area.</summary>
    public static Bilingual Wanted(FigureField field)
    {
        var headers = Array.Find(Fields, known => known.Field == field).Headers;
        return new($"{headers[1]}（{headers[0]}）", $"{headers[0]} ({headers[1]})");
    }

    private static string Key(string text)
    {
        var normal = HeaderText.Normal(text);
        return normal.AsSpan().ContainsAny('_', '-') && normal.Any(char.IsAsciiLetter)
            ? normal.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)
            : normal;
    }
}
