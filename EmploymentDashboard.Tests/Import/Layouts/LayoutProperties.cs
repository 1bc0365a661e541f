using System.Globalization;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Import.Layouts;

public sealed class LayoutProperties
{
    private static readonly string[] Areas = ["巴南", "长寿", "高新区"];
    private static readonly string[] Indicators = ["新增就业", "贷款"];

    private static readonly string[] Scraps =
    [
        "", "", "区县", "指标", "期间", "数值", "单位", "备注", "月份", "年份", "1月", "2023年1月", "2023-02", "43831", "2020", "巴南", "长寿区", "全市", "新增就业", "贷款（万元）",
        "本月", "累计", "上年同期", "同比", "合计", "小计", "其中：农民工", "其中：", "农民工", "注：x", "单位：万人", "2020年就业情况", "5", "1,200", "—", "3.2万", "x", "\n", "同上", "示例", "行政区划代码", "500113",
    ];

    /// <summary>The same figures written long, with months across, with indicators across and with areas across.</summary>
    [Fact]
    public void Figures_PivotedAnyWay_AreTheSame() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(from months in Gen.Choose(1, 6) from cells in Gen.ArrayOf(Gen.Choose(0, 99_999), Areas.Length * Indicators.Length * months) from merged in Gen.Elements(true, false) select (months, cells, merged)),
        table =>
        {
            var facts = (from area in Enumerable.Range(0, Areas.Length)
                         from indicator in Enumerable.Range(0, Indicators.Length)
                         from month in Enumerable.Range(0, table.months)
                         select (Area: Areas[area], Indicator: Indicators[indicator], Month: $"2023-0{month + 1}", Value: table.cells[(((area * Indicators.Length) + indicator) * table.months) + month].ToString(CultureInfo.InvariantCulture))).ToList();
            var expected = facts.Select(fact => $"{fact.Area}|{fact.Indicator}|||{fact.Month}|{fact.Value}").Order(StringComparer.Ordinal).ToList();
            string[] tables =
            [
                "区县,指标,期间,数值\n" + string.Concat(facts.Select(fact => $"{fact.Area},{fact.Indicator},{fact.Month},{fact.Value}\n")),
                Pivot("区县,指标", facts, fact => [fact.Area, fact.Indicator], fact => fact.Month, table.merged),
                Pivot("区县,期间", facts, fact => [fact.Area, fact.Month], fact => fact.Indicator, table.merged && table.months > 1),
                Pivot("指标,期间", facts, fact => [fact.Indicator, fact.Month], fact => fact.Area, table.merged && table.months > 1),
            ];
            return tables.All(text => Tables.Read(text) is var read && read.Figures.Select(Tables.Say).Order(StringComparer.Ordinal).SequenceEqual(expected) && read.Issues.Count == 0 && read.Account.Records == read.Records);
        }));

    /// <summary>Whatever lies in the cells: nothing throws, every record is accounted for, every figure has a value cell of its own.</summary>
    [Fact]
    public void Table_OfScraps_NeverThrowsAndLosesNothing() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_500),
        Prop.ForAll(
            Arb.From(from header in Gen.Elements("", "区县,指标,期间,数值,备注\n", "区县,指标,2023年1月,2023年2月\n", "2023年新增就业,,\n区县,1月,2月\n") from rows in Gen.ListOf(Gen.ListOf(Gen.Elements(Scraps))) select (header, rows)),
            table =>
            {
                var read = Tables.Read(table.header + string.Concat(table.rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell}\"")) + "\n")));
                var places = read.Figures.Select(figure => (figure.Line, figure.ValueColumn)).ToList();
                foreach (var figure in read.Figures)
                {
                    foreach (var field in Enum.GetValues<FigureField>())
                        _ = figure[field];
                }

                return (read.Layout is null ? read.Issues.Any(issue => issue.IsError) : read.Account.Records == read.Records && read.Account.Figures == read.Figures.Count)
                    && places.Distinct().Count() == places.Count;
            }));

    private static string Pivot(
        string keys, List<(string Area, string Indicator, string Month, string Value)> facts, Func<(string Area, string Indicator, string Month, string Value), string[]> down, Func<(string Area, string Indicator, string Month, string Value), string> across, bool isMerged)
    {
        var columns = facts.Select(across).Distinct().ToList();
        var (text, above) = ($"{keys},{string.Join(',', columns)}\n", "");
        foreach (var row in facts.GroupBy(fact => string.Join(',', down(fact))))
        {
            var parts = row.Key.Split(',');
            text += $"{(isMerged && parts[0] == above ? "" : parts[0])},{parts[1]},{string.Join(',', columns.Select(column => row.First(fact => across(fact) == column).Value))}\n";
            above = parts[0];
        }

        return text;
    }
}
