using AngleSharp.Dom;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Charts;

public sealed class HeatTableTests : IDisposable
{
    private static readonly YearMonth[] _months = ChartSamples.Months(new(2022, 12), 3);

    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Fact]
    public void Cells_TellNumberZeroMissingAndUnreportedApart()
    {
        var cells = Cells(Row("甲", Drawn.Mark(100), Drawn.Mark(0), null), Row("乙", Drawn.Mark(null, status: ObsStatus.Missing), Drawn.Mark(50, Bound.MoreThan), Drawn.Mark(900, status: ObsStatus.LowReliability)));
        Assert.Equal(["100", "0", "", "缺", ">50", "◇900"], cells.Select(cell => cell.TextContent));
        Assert.Equal(["p5", "zero-class", "", "off", "p1", "off doubtful"], cells.Select(cell => cell.ClassName));
    }

    [Fact]
    public void PlainCells_LeaveTipsToTheScript_OthersSayAll()
    {
        var cells = Cells(Row("甲", Drawn.Mark(100), Drawn.Mark(50, Bound.MoreThan), Drawn.Mark(60) with { IsRevised = true, IsConflict = true }));
        Assert.False(cells[0].HasAttribute("data-tip"));
        Assert.Equal(">50 人\n甲 2023-01\n当期\n至少属 50 – 60 级", cells[1].GetAttribute("data-tip"));
        Assert.Equal("大于 50 人", cells[1].GetAttribute("aria-label"));
        Assert.Equal("60 人，另有来源给出不同数字，已更正", cells[2].GetAttribute("aria-label"));
        Assert.Equal(2, cells[2].QuerySelectorAll(".flag").Length);
    }

    /// <summary>It opens at its latest month: where it is wider than the page, it says that there is more and since when.</summary>
    [Theory]
    [InlineData(3, null)]
    [InlineData(8, "scroll-hint tick n")]
    [InlineData(14, "scroll-hint tick n m")]
    public void Table_ThatIsTooWide_SaysThatItScrolls(int months, string? classes)
    {
        var chart = new HeatTable(ChartSamples.Caption("t", "", ChartSamples.People), ChartSamples.Months(new(2022, 12), months), [Row("甲", Drawn.Mark(1), Drawn.Mark(2), Drawn.Mark(3))], Classing.Quantile).Draw();
        Assert.Equal(classes, chart.QuerySelector(".scroll-hint")?.ClassName);
        Assert.All(chart.Texts(".scroll-hint"), words => Assert.Equal("← 可左右滑动，从 2022-12 起", words));
    }

    [Fact]
    public void Apart_StandsBelowWithoutAClassAndMovesNone()
    {
        var rows = new[] { Row("甲", Drawn.Mark(1), Drawn.Mark(2), Drawn.Mark(3)), Row("重庆市", Drawn.Mark(9_000), Drawn.Mark(8_000), null) with { IsApart = true } };
        var table = Table(rows).Draw();
        Assert.Equal("与上面的地区重叠，不分级，不相比", table.One(".group-title").TextContent);
        Assert.Equal(["apart", "apart", ""], table.QuerySelectorAll("tbody td").Skip(3).Select(cell => cell.ClassName));
        Assert.Equal(["p1", "p3", "p5"], table.QuerySelectorAll("tbody td").Take(3).Select(cell => cell.ClassName));
        Assert.EndsWith("重庆市与其他地区重叠，不分级，不相比。", ChartSentence.Of(Table(rows)).Caution, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_ShareTheirBeginning()
    {
        var table = AreaChartSamples.Heat().Draw().One("table");
        var first = table.QuerySelector("tbody td")!;
        Assert.Equal("/explore?indicator=new_jobs&view=heat&figure=1", table.GetAttribute("data-href") + first.GetAttribute("data-h"));
    }

    [Fact]
    public void Table_OpensAtItsLatestMonthAndIsOneTabStop()
    {
        foreach (var chart in new[] { AreaChartSamples.Heat(), AreaChartSamples.FullHeat() })
        {
            var drawn = chart.Draw();
            drawn.One(".scroll.to-end");
            var stop = Assert.Single(drawn.QuerySelectorAll("[data-rove] td[tabindex='0']"));
            Assert.Equal(chart.Months.Count, stop.Index());
        }

        ChartSamples.FullMatrix().Draw().One(".scroll.to-end");
    }

    [Fact]
    public void FullTable_IsSmallAndKeepsItsNumbersForThoseWhoHear()
    {
        Assert.InRange(ChartDrawing.Markup(AreaChartSamples.FullHeat(), "test").Length, 1, 150_000);
        var table = AreaChartSamples.FullHeat().Draw().One("table.dense");
        Assert.All(table.QuerySelectorAll("tbody td.p3"), cell => Assert.Matches("[0-9]", cell.TextContent));
        Assert.Equal(38 * 60, table.QuerySelectorAll("tbody td").Length);
    }

    [Fact]
    public void NumberTooLongForItsCell_IsRoundedAndKeptInFull()
    {
        var cell = Cells(Row("甲", Drawn.Mark(1_234_567), null, null))[0];
        Assert.Equal(("123.5万", "1,234,567"), (cell.TextContent, cell.GetAttribute("data-v")));
    }

    [Fact]
    public void Sentence_CountsCellsAndNamesTheLatest() => Assert.Equal(
        "2 个地区，2022-12 至 2023-02，6 格中 4 格有数字。2023-01：最高 乙 9 人，最低 甲 2 人。1 个没有来源提及，不是零。1 个来源说缺。",
        ChartSentence.Of(Table(Row("甲", Drawn.Mark(1), Drawn.Mark(2), null), Row("乙", Drawn.Mark(7), Drawn.Mark(9), Drawn.Mark(null, status: ObsStatus.Missing)))).ToString());

    [Fact]
    public void NumberTable_HasLinksOnlyWhereCellsAreFew()
    {
        Assert.NotNull(ChartTable.Of(AreaChartSamples.Heat())!.Rows[0][1].Href);
        Assert.DoesNotContain(ChartTable.Of(AreaChartSamples.FullHeat())!.Rows.SelectMany(row => row.Skip(1)), cell => cell.Href is not null);
    }

    private static HeatRow Row(string label, params Mark?[] marks) => new(
        label,
        null,
        IsApart: false,
        _months.Zip(marks).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second!));

    private static HeatTable Table(params HeatRow[] rows) => new(ChartSamples.Caption("标题", "", ChartSamples.People), _months, rows, Classing.NaturalBreaks);

    private static List<IElement> Cells(params HeatRow[] rows) => [.. Table(rows).Draw().QuerySelectorAll("tbody td")];
}
