using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Tests.Charts.ChartSamples;

namespace EmploymentDashboard.Tests.Charts;

/// <summary>Maps, heat tables, small multiples and scatters with all that makes figures awkward, and charts with signs and flags.</summary>
internal static class AreaChartSamples
{
    /// <summary>Every bound, a zero, losses, a gap, a doubt, a conflict, a correction, a derived figure, a zone.</summary>
    public static ValueMap AwkwardMap(Classing classing = Classing.Quantile) => Map(
        Caption("城镇新增就业比上月的变化", "2023-03，合成数据", Percent),
        classing,
        (_, label) => label switch
        {
            "城口" or "巫溪" or "秀山" => null,
            "万州" => Mark("2023-03", null, status: ObsStatus.Missing),
            "开州" => Mark("2023-03", 950, status: ObsStatus.LowReliability),
            "涪陵" => Mark("2023-03", 0),
            "渝中" => Mark("2023-03", 4.2m, bound: Bound.MoreThan),
            "江北" => Mark("2023-03", -3.1m, bound: Bound.AtMost),
            "南岸" => Mark("2023-03", 8, bound: Bound.About),
            "巴南" => Mark("2023-03", 12.5m, isConflict: true),
            "长寿" => Mark("2023-03", -1.25m) with { IsRevised = true },
            "永川" => Mark("2023-03", 6.4m, isConflict: true) with { IsRevised = true },
            "江津" => Mark("2023-03", 3.3m, isDerived: true) with { ComputedFrom = ["2023-03 本年累计 9,300 人", "减 2023-02 本年累计 6,100 人"] },
            _ => Mark("2023-03", ((label[0] * 37 % 400) - 160) / 10m),
        });

    public static ValueMap PeopleMap(Classing classing = Classing.NaturalBreaks) => Map(
        Caption("城镇新增就业", "2023 年，本年累计，合成数据", People),
        classing,
        (index, _) => Mark("2023-01/2023-12", 3_017 + (index * index * 7_919 % 61_000), Basis.Ytd, index == 5 ? Bound.MoreThan : Bound.Exact));

    /// <summary>Figures of billions, which no tile has room for in full.</summary>
    public static ValueMap LoanMap() => Map(
        Caption("创业担保贷款发放额", "2023 年，合成数据", Yuan),
        Classing.EqualInterval,
        (index, _) => Mark("2023", 1_234_567_891m + (index * 98_765_432m), Basis.Flow, index % 5 == 0 ? Bound.AtLeast : Bound.Exact));

    public static ValueMap MapOfOne() => Map(Caption("返岗人数", "只有一个区有数字", People), Classing.NaturalBreaks, (_, label) => label == "长寿" ? Mark("../2020-02~", 20_000, Basis.Cumulative, Bound.MoreThan) : null);

    public static ValueMap MapOfEquals() => Map(Caption("定点招聘会", "各区县一样多", new("场", "fairs")), Classing.Quantile, (_, _) => Mark("2023-03", 12));

    public static HeatTable Heat() => new(
        Caption("城镇新增就业", "12 个区县，每月，合成数据", People),
        Months(new(2022, 1), 14),
        [
            .. Districts.Take(12).Select((district, index) => new HeatRow(district, "/areas/" + index, IsApart: false, Oddities(new(2022, 1), 14, index, 900 + (index * 3_571 % 24_000)))),
            new("重庆市", "/areas/city", IsApart: true, Oddities(new(2022, 1), 14, 1, 61_234)),
            new("重庆高新区", null, IsApart: true, Oddities(new(2022, 1), 14, 4, 2_100)),
        ],
        Classing.Quantile);

    public static HeatTable FullHeat() => new(
        Caption("城镇新增就业", "38 个区县 × 60 个月，合成数据", People),
        Months(new(2019, 1), 60),
        [.. Districts.Select((district, index) => new HeatRow(district, "/areas/" + index, IsApart: false, Oddities(new(2019, 1), 60, index, 400 + (index * 7_919 % 5_000))))],
        Classing.NaturalBreaks);

    public static HeatTable ChangeHeat() => new(
        Caption("城镇新增就业比上年同月", "8 个区县，合成数据", Percent),
        Months(new(2022, 6), 9),
        [.. Districts.Take(8).Select((district, index) => new HeatRow(district, null, IsApart: false, Months(new(2022, 6), 9).ToDictionary(month => month, month => Mark(month.ToString(), ((index * 53) + (month.Month * 29)) % 40 / 2m - 10, isDerived: month.Month == 2))))],
        Classing.EqualInterval);

    public static SmallMultiples Multiples() => new(
        Caption("城镇新增就业", "38 个区县，每月，合成数据", People),
        Months(new(2019, 1), 60),
        [.. Districts.Select((district, index) => new MonthlySeries(district, Oddities(new(2019, 1), 60, index, 600 + (index * 7_919 % 2_400))))],
        HasFreeScales: false);

    public static SmallMultiples FreeMultiples() => new(
        Caption("城镇新增就业与变化", "每幅自有刻度", People),
        Months(new(2022, 1), 12),
        [
            new("重庆两江新区直管区及所辖街道 (Liangjiang New Area, directly administered part)", Oddities(new(2022, 1), 12, 0, 61_234_567)),
            new("巴南区", Oddities(new(2022, 1), 12, 7, 820)),
            new("城口县", new Dictionary<YearMonth, Mark> { [new(2022, 5)] = Mark("2022-05", 31, bound: Bound.MoreThan) }),
            new("酉阳县", new Dictionary<YearMonth, Mark>()),
            new("秀山县", new Dictionary<YearMonth, Mark> { [new(2022, 5)] = Mark("2022-05", null, status: ObsStatus.Missing) }),
            new("净增", Months(new(2022, 1), 12).ToDictionary(month => month, month => Mark(month.ToString(), (month.Month * 37 % 120) - 60))),
            new("都一样", Months(new(2022, 1), 12).ToDictionary(month => month, month => Mark(month.ToString(), 40))),
            new("都是零", Months(new(2022, 1), 12).ToDictionary(month => month, month => Mark(month.ToString(), 0))),
        ],
        HasFreeScales: true);

    public static ScatterChart Scatter() => new(
        Caption("新增就业与失业率", "2023-12，38 个区县和高新区，合成数据", People),
        new("城镇新增就业", People),
        new("登记失业率", Percent),
        [
            .. Districts.Select((district, index) => new ScatterPoint(district, Mark("2023-12", 700 + (index * 7_919 % 5_300)), Mark("2023-12", 2.8m + (index * 31 % 19 / 10m), Basis.Stock), IsApart: false)),
            new("重庆高新区", Mark("2023-12", 4_400), Mark("2023-12", 3.05m, Basis.Stock), IsApart: true),
        ]);

    public static ScatterChart AwkwardScatter() => new(
        Caption("变化与贷款", "各种界限", People),
        new("城镇新增就业比上月的变化，按本年累计推算", Percent),
        new("创业担保贷款", Yuan),
        [
            new("巴南区", Mark("2023-03", 3, bound: Bound.MoreThan), Mark("2023-03", 430_000_000, Basis.Cumulative), false),
            new("长寿区", Mark("2023-03", -2, bound: Bound.LessThan), Mark("2023-03", 8_770_000, Basis.Cumulative, Bound.AtLeast), false),
            new("渝北区", Mark("2023-03", 0), Mark("2023-03", 120_000_000, Basis.Cumulative, Bound.About), false),
            new("大渡口区", Mark("2023-03", 6, bound: Bound.About), Mark("2023-03", 0, Basis.Cumulative), false),
            new("江津区", Mark("2023-03", -5, isDerived: true), Mark("2023-03", 300_000_000, Basis.Cumulative, Bound.AtMost), false),
            new("合川区", Mark("2023-03", 2, isConflict: true), Mark("2023-03", 220_000_000, Basis.Cumulative), false),
            new("永川区", Mark("2023-03", 2.1m), Mark("2023-03", 215_000_000, Basis.Cumulative) with { IsRevised = true }, false),
            new("开州区", Mark("2023-03", null, status: ObsStatus.Missing), Mark("2023-03", 10_000_000, Basis.Cumulative), false),
            new("万州区", Mark("2023-03", 1), Mark("2023-03", 99_000_000_000, Basis.Cumulative, status: ObsStatus.LowReliability), false),
            new("重庆高新区", Mark("2023-03", 5), Mark("2023-03", 43_280_000, Basis.Cumulative), true),
        ]);

    public static ScatterChart ScatterOfOne() => new(
        Caption("两个指标", "只有一个区两项都有", People),
        new("城镇新增就业", People),
        new("登记失业率", Percent),
        [new("巴南区", Mark("2023-03", 2_300), Mark("2023-03", 3.2m, Basis.Stock), false)]);

    public static RankingChart ChangedRanking()
    {
        RankingRow Row(string label, Mark mark, Mark? before) => new(label, "", mark) { Before = before };
        return new(
            Caption("城镇新增就业", "2023-03，与 2023-02 比名次", People),
            [
                Row("巴南区", Mark("2023-03", 9_300), Mark("2023-02", 6_100)),
                Row("长寿区", Mark("2023-03", 8_200), Mark("2023-02", 7_400)),
                Row("渝北区", Mark("2023-03", 8_000, bound: Bound.MoreThan, isConflict: true), Mark("2023-02", 5_900)),
                Row("江津区", Mark("2023-03", 6_000) with { IsRevised = true }, null),
                Row("永川区", Mark("2023-03", 5_500), Mark("2023-02", null, status: ObsStatus.Missing)),
                Row("合川区", Mark("2023-03", 3_100), Mark("2023-02", 3_300)),
                Row("城口县", Mark("2023-03", -40), Mark("2023-02", 15)),
                new("重庆高新区", "", Mark("2023-03", 4_700), IsApart: true) { Before = Mark("2023-02", 4_600) },
            ])
        { PeriodBefore = Period.Parse("2023-02") };
    }

    public static MonthlyChart AnnotatedColumns() => Columns() with
    {
        Series = [new("巴南区", Flagged(Columns().Series[0].Cells))],
        Annotations =
        [
            new(new(2022, 4), "统计口径改为按常住地", null),
            new(new(2022, 3), "市里出台稳就业二十条", "/sources/3"),
            new(new(2022, 4), "春风行动延长一个月，全区设十二个分会场，线上同步招聘", null),
            new(new(2030, 1), "轴外的事", null),
        ],
    };

    public static MonthlyChart AnnotatedLines() => FewLines() with
    {
        Series = [.. FewLines().Series.Select(series => new MonthlySeries(series.Label, Flagged(series.Cells)))],
        Annotations = [new(new(2022, 9), "控制线下调", "/sources/3")],
    };

    private static Dictionary<YearMonth, Mark> Flagged(IReadOnlyDictionary<YearMonth, Mark> cells) =>
        cells.ToDictionary(cell => cell.Key, cell => cell.Value with { IsConflict = cell.Key.Month % 5 == 0, IsRevised = cell.Key.Month % 4 == 3 });

    private static Dictionary<YearMonth, Mark> Oddities(YearMonth first, int months, int seed, decimal around)
    {
        var cells = Cells(Months(first, months), seed, around, withOddities: seed % 3 == 0);
        foreach (var (month, mark) in cells)
            cells[month] = mark with { Href = $"/explore?indicator=new_jobs&view=heat&figure={(seed * 100) + month.Month}", IsConflict = seed == 1 && month.Month == 4, IsRevised = seed == 4 && month.Month == 7 };
        return cells;
    }

    private static ValueMap Map(ChartCaption caption, Classing classing, Func<int, string, Mark?> mark) => new(
        caption,
        [.. Tiles().Tiles.Select((tile, index) => new MapTile(tile.Label, tile.Name, tile.Kind, tile.Position, mark(index, tile.Label), "/areas/" + index))],
        classing);
}
