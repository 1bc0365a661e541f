using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Charts;

/// <summary>Charts like those the pages build, for tests and for the gallery.</summary>
internal static class ChartSamples
{
    public static readonly Unit People = new("人", "people");
    public static readonly Unit Yuan = new("元", "yuan");
    public static readonly Unit Percent = new("%", "%");

    public static readonly string[] Districts = "万州区 涪陵区 渝中区 大渡口区 江北区 沙坪坝区 九龙坡区 南岸区 北碚区 綦江区 大足区 渝北区 巴南区 黔江区 长寿区 江津区 合川区 永川区 南川区 璧山区 铜梁区 潼南区 荣昌区 开州区 梁平区 武隆区 城口县 丰都县 垫江县 忠县 云阳县 奉节县 巫山县 巫溪县 石柱县 秀山县 酉阳县 彭水县".Split(' ');

    public static ChartCaption Caption(string title, string subtitle, Unit unit) =>
        new(title, subtitle, unit, [new("长寿区：“四心”服务帮扶农民工就业", "/sources/1"), new("巴南区就业工作", "/sources/2")]);

    public static Mark Mark(string period, decimal? value, Basis basis = Basis.Flow, Bound bound = Bound.Exact, ObsStatus status = ObsStatus.Normal, string? href = "?figure=7", bool isDerived = false, bool isConflict = false) => new()
    {
        Period = Period.Parse(period),
        Quantity = value is { } number ? new(number, bound) : null,
        Basis = basis,
        Status = status,
        Href = href,
        IsDerived = isDerived,
        IsConflict = isConflict,
    };

    public static TimelineChart Loans() => new(
        Caption("创业担保贷款发放额", "三个地区，口径与期间各不相同", Yuan),
        [
            new("长寿区", "返乡农民工", Yuan, Mark("../2020-02~", 8_770_000, Basis.Cumulative)),
            new("重庆高新区", "升级版贷款", Yuan, Mark("../2021-09~", 43_280_000, Basis.Cumulative)),
            new("巴南区", "全部对象", Yuan, Mark("../2023-03", 430_000_000, Basis.Cumulative)),
        ]);

    public static TimelineChart Mixed() => new(
        Caption("城镇新增就业及其目标", "数字、年均、目标与控制线，各占一行", People),
        [
            new("长寿区", "农民工返岗", People, Mark("../2020-02~", 20_000, Basis.Cumulative, Bound.MoreThan)),
            new("重庆高新区", "职业技能培训", new("人次", "person-times"), Mark("2021-01/2021-09~", 10_561, Basis.Ytd)),
            new("巴南区", "城镇新增就业", People, Mark("2021/2022", 32_000, Basis.Average, Bound.AtLeast)),
            new("巴南区", "春风行动招聘", People, Mark("2023-01-30", 2_300, Basis.Flow, Bound.About)),
            new("大渡口区", "就业援助", People, Mark("2020-07/2020-09", 860, Basis.Flow)),
            new("大渡口区", "带动就业", People, Mark("../2020-09", 60, Basis.Cumulative, status: ObsStatus.LowReliability)),
            new("巴南区", "城镇调查失业率", Percent, Mark("2021/2022", 5.5m, Basis.Limit, Bound.AtMost)),
            new("巴南区", "新增就业五年目标", People, Mark("2021/2025", 170_000, Basis.Target)),
            new("重庆市", "高校毕业生年底就业率", Percent, Mark("2020-12", 90, Basis.Target, Bound.AtLeast)),
            new("重庆市", "公益性岗位在岗", People, Mark("2022-11-30", 41_000, Basis.Stock, Bound.Nearly)),
            new("重庆市", "助企纾困", Yuan, Mark("2020-03/..", 2_486_000_000, Basis.Cumulative, Bound.AtLeast)),
        ]);

    public static MonthlyChart Columns(int months = 18) => new(
        Caption("城镇新增就业", "巴南区，每月；斜纹是没有来源提及的月份", People),
        MonthlyStyle.Columns,
        Months(new(2021, 10), months),
        [new("巴南区", Cells(Months(new(2021, 10), months), seed: 3, 2_900, withOddities: true))],
        [new("月均目标", Mark("2022", 2_667, Basis.Target)), new("上限", Mark("2021", 3_600, Basis.Limit, Bound.AtMost))]);

    public static MonthlyChart ManyLines(int series = 38, int months = 60) => new(
        Caption("城镇新增就业", "38 个区县，每月，合成数据", People),
        MonthlyStyle.Lines,
        Months(new(2019, 1), months),
        [.. Districts.Take(series).Select((district, index) => new MonthlySeries(district, Cells(Months(new(2019, 1), months), index, 600 + (index * 7919 % 2400), withOddities: index < 2)))],
        []);

    public static MonthlyChart FewLines() => new(
        Caption("登记失业率", "三个区，每月", Percent),
        MonthlyStyle.Lines,
        Months(new(2022, 1), 15),
        [
            new("巴南区", Rates(1, 3.9m)),
            new("长寿区", Rates(2, 3.6m)),
            new("大渡口区", Rates(5, 3.7m)),
        ],
        [new("控制线", Mark("2022", 5.5m, Basis.Limit, Bound.AtMost))]);

    public static MonthlyChart Grouped() => new(
        Caption("招聘会场次", "三个区，2022 年", new("场", "fairs")),
        MonthlyStyle.Columns,
        Months(new(2022, 1), 8),
        [
            new("巴南区", Cells(Months(new(2022, 1), 8), 11, 14, withOddities: false)),
            new("长寿区", Cells(Months(new(2022, 1), 8).Where(month => month.Month != 4), 12, 9, withOddities: false)),
            new("大渡口区", Cells(Months(new(2022, 1), 8), 13, 11, withOddities: false)),
        ],
        []);

    public static RankingChart Ranking() => new(
        Caption("农民工返岗人数", "2020 年 2 月，累计", People),
        [
            new("长寿区", "", Mark("../2020-02~", 20_000, Basis.Cumulative, Bound.MoreThan)),
            new("巴南区", "", Mark("../2020-02", 18_240, Basis.Cumulative)),
            new("渝北区", "", Mark("../2020-02", 12_000, Basis.Cumulative, Bound.Nearly)),
            new("大渡口区", "", Mark("../2020-02", 9_800, Basis.Cumulative, Bound.About)),
            new("潼南区", "", Mark("../2020-02", 3_032, Basis.Cumulative)),
            new("江津区", "", Mark("../2020-02", 3_032, Basis.Cumulative)),
            new("永川区", "", Mark("../2020-02", 2_500, Basis.Cumulative, Bound.AtMost)),
            new("城口县", "", Mark("../2020-02", 0, Basis.Cumulative)),
            new("重庆高新区", "", Mark("../2020-02", 15_100, Basis.Cumulative), IsApart: true),
            new("万州区", "", Mark("../2020-02", 60, Basis.Cumulative, status: ObsStatus.LowReliability)),
            new("开州区", "", Mark("../2020-02", null, Basis.Cumulative, status: ObsStatus.Missing)),
        ]);

    public static RankingChart FullRanking() => new(
        Caption("城镇新增就业", "2023 年 12 月，合成数据", People),
        [.. Districts.Select((district, index) => new RankingRow(district, "", Mark("2023-12", 300 + (index * 7919 % 5200))))]);

    public static PartsChart Parts() => new(
        Caption("潼南区塘坝镇 返岗复工去向", "共 3,032 人，三项相加等于总数", People),
        Mark("../2020-02", 3_032, Basis.Cumulative),
        [
            new("就地就近", Mark("../2020-02", 1_111, Basis.Cumulative)),
            new("辖区外市内", Mark("../2020-02", 1_061, Basis.Cumulative)),
            new("市外", Mark("../2020-02", 860, Basis.Cumulative)),
        ],
        IsComplete: true);

    public static PartsChart ManyParts() => new(
        Caption("就业援助对象", "七类，来源没有说齐", People),
        Mark("2022", 9_400, Basis.Flow),
        [
            new("登记失业人员", Mark("2022", 4_100)),
            new("就业困难人员", Mark("2022", 2_300)),
            new("退役军人", Mark("2022", 640)),
            new("脱贫人口", Mark("2022", 520)),
            new("残疾人", Mark("2022", 130)),
            new("长江退捕渔民", Mark("2022", 44)),
        ],
        IsComplete: false);

    public static PartsChart BoundedParts() => new(
        Caption("贷款对象", "有一项不是确数，也没有总数", Yuan),
        Total: null,
        [
            new("返乡农民工", Mark("../2020-02", 8_770_000, Basis.Cumulative)),
            new("高校毕业生", Mark("../2020-02", 4_000_000, Basis.Cumulative, Bound.MoreThan)),
            new("退役军人", Mark("../2020-02", null, Basis.Cumulative, status: ObsStatus.Missing)),
        ],
        IsComplete: false);

    public static CoverageMatrix Matrix()
    {
        YearMonth[] months = [new(2020, 2), new(2020, 3), new(2020, 4), new(2020, 7), new(2020, 9), new(2020, 12), new(2021, 9), new(2021, 10), new(2022, 11), new(2022, 12), new(2023, 1), new(2023, 3), new(2025, 12)];
        MatrixRow Row(string label, int indent, params (int Month, MatrixCell Cell)[] cells) => new(label, indent, "/area/" + label, cells.ToDictionary(cell => months[cell.Month], cell => cell.Cell));
        MatrixCell Cell(int count) => new(count, CellState.Figure, Href: "?cell=1");
        return new(
            Caption("哪里、哪个月有数字", "数字个数", new("个", "figures")),
            months,
            [
                Row("重庆市", 0, (0, Cell(7)), (5, new(3, CellState.Figure, Norms.Targets, "?cell=2"))),
                Row("重庆高新区", 0, (6, Cell(25)), (7, Cell(1))),
                Row("巴南区", 0, (8, Cell(2)), (9, Cell(4)), (10, Cell(9)), (11, new(1, CellState.Zero, Href: "?cell=3")), (12, new(2, CellState.Figure, Norms.Targets, "?cell=4"))),
                Row("长寿区", 0, (0, Cell(14))),
                Row("大渡口区", 0, (1, Cell(2)), (4, Cell(16)), (2, new(1, CellState.ReportedMissing, Href: "?cell=5"))),
                Row("龙兴镇", 1, (0, Cell(4))),
                Row("塘坝镇", 1, (0, Cell(6))),
            ]);
    }

    public static CoverageMatrix FullMatrix()
    {
        var months = Months(new(2019, 1), 60);
        return new(
            Caption("哪里、哪个月有数字", "38 个区县 × 60 个月，合成数据", new("个", "figures")),
            months,
            [.. Districts.Select((district, row) => new MatrixRow(district, 0, "/area/" + row, months.Where((_, column) => (row * 31 + column * 17) % 7 != 0).ToDictionary(month => month, month => new MatrixCell(1 + ((row + month.Month) % 9), CellState.Figure, Href: "?cell=1"))))]);
    }

    public static TileGrid Tiles()
    {
        var tiles = new List<Tile>();
        void Add(string label, int column, int row, int count = 0, bool isDashed = false) =>
            tiles.Add(new(label, label + "区", count, AreaKind.District, new(column, row), count > 0 ? "/area/1" : null, isDashed));
        string[] rows = ["........城口..", ".......开州.巫溪.", "潼南.合川.北碚.渝北.长寿.垫江.梁平.万州.云阳.奉节.巫山", "大足.铜梁.沙坪坝.江北.涪陵.丰都.忠县.石柱", "荣昌.璧山.九龙坡.渝中.南岸.武隆.彭水.黔江", "永川.江津.大渡口.巴南.南川...酉阳", "...綦江....秀山"];
        for (var row = 0; row < rows.Length; row++)
        {
            var column = 0;
            foreach (var label in rows[row].Split('.'))
            {
                if (label.Length > 0)
                {
                    var (count, isDashed) = label switch { "潼南" => (6, true), "渝北" => (4, true), "长寿" => (14, false), "大渡口" => (18, false), "巴南" => (17, false), _ => (0, false) };
                    Add(label, column, row, count, isDashed);
                }

                column++;
            }
        }

        tiles.Add(new("高新区", "重庆高新区", 26, AreaKind.Zone, new(8, 6), "/area/z"));
        return new(Caption("地区", "有数字的区县", new("个", "figures")), tiles);
    }

    public static YearMonth[] Months(YearMonth first, int count) => [.. YearMonth.Range(first, first.AddMonths(count - 1))];

    private static Dictionary<YearMonth, Mark> Rates(int seed, decimal around) =>
        Cells(Months(new(2022, 1), 15), seed, 100, withOddities: false).Where(cell => cell.Key != new YearMonth(2022, 6) || seed != 2)
            .ToDictionary(cell => cell.Key, cell => cell.Value with { Quantity = new(Math.Round(around * cell.Value.Quantity!.Value.Value / 100, 1), seed == 1 && cell.Key.Month == 9 ? Bound.About : Bound.Exact), Basis = Basis.Stock });

    public static Dictionary<YearMonth, Mark> Cells(IEnumerable<YearMonth> months, int seed, decimal around, bool withOddities)
    {
        var cells = new Dictionary<YearMonth, Mark>();
        var index = 0;
        foreach (var month in months)
        {
            var wave = (decimal)(Math.Sin((index + seed) / 2.7) * 0.22) + (decimal)(((index * 37) + (seed * 101)) % 23 - 11) / 90;
            var value = Math.Round(around * (1 + wave));
            var period = month.ToString();
            index++;
            if (!withOddities)
            {
                cells[month] = Mark(period, value);
                continue;
            }

            switch ((index + seed) % 17)
            {
                case 4 or 5:
                    break;
                case 7:
                    cells[month] = Mark(period, value, bound: Bound.MoreThan);
                    break;
                case 9:
                    cells[month] = Mark(period, null, status: ObsStatus.Missing);
                    break;
                case 11:
                    cells[month] = Mark(period, value, bound: Bound.AtMost);
                    break;
                case 12:
                    cells[month] = Mark(period, 0);
                    break;
                case 13:
                    cells[month] = Mark(period, value, bound: Bound.About);
                    break;
                case 14:
                    cells[month] = Mark(period, value * 40, status: ObsStatus.LowReliability);
                    break;
                case 15:
                    cells[month] = Mark(period, value, isDerived: true);
                    break;
                default:
                    cells[month] = Mark(period, value);
                    break;
            }
        }

        return cells;
    }
}
