using AngleSharp.Html.Parser;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using static EmploymentDashboard.Tests.Charts.ChartSamples;

namespace EmploymentDashboard.Tests.Charts;

public sealed class ChartTableTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Fact]
    public void Timeline_HasValueBasisAndPeriodInWords()
    {
        var table = ChartTable.Of(Loans())!;
        Assert.Equal(["地区", "对象", "数值", "口径", "期间"], table.Header);
        Assert.Equal(["长寿区", "返乡农民工", "877万元", "累计", "起点未载明，至 2020-02（推断）"], table.Rows[0].Select(cell => cell.Text));
        Assert.Equal("?figure=7", table.Rows[0][2].Href);
    }

    [Fact]
    public void Monthly_TellsZeroMissingAndUnreportedApart()
    {
        var table = ChartTable.Of(Drawn.Monthly(MonthlyStyle.Columns, Drawn.Mark(0), Drawn.Mark(null, status: ObsStatus.Missing), null, Drawn.Mark(2300, Bound.MoreThan)))!;
        Assert.Equal(["0", "缺", "", "2,300"], table.Rows.Select(row => row[1].Text));
        Assert.Equal(["", "", "", ">"], table.Rows.Select(row => row[1].Sign));
    }

    [Fact]
    public void Monthly_OfManySeries_HasARowForEach()
    {
        var table = ChartTable.Of(ManyLines(series: 8, months: 12))!;
        Assert.Equal((8, 13), (table.Rows.Count, table.Header.Count));
    }

    [Fact]
    public void Ranking_HoldsRowsThatHaveNoBar()
    {
        var table = ChartTable.Of(Ranking())!;
        Assert.Equal(["1", "2", "3", "4", "5", "5", "7–8", "7–8", "–", "–", "–"], table.Rows.Select(row => row[1].Text));
        Assert.Equal(["存疑，按原样保留", "缺"], table.Rows.TakeLast(2).Select(row => row[^1].Text));
    }

    [Fact]
    public void Parts_EndWithTheirTotal() =>
        Assert.Equal(["37%", "35%", "28%", "100%"], ChartTable.Of(Parts())!.Rows.Select(row => row[2].Text));

    [Fact]
    public void Matrix_IsATableItself() => Assert.Null(ChartTable.Of(Matrix()));

    public static TheoryData<ChartModel> All => new(Loans(), Mixed(), Columns(), ManyLines(), Ranking(), Parts(), Tiles(),
        AreaChartSamples.AwkwardMap(), AreaChartSamples.Heat(), AreaChartSamples.Multiples(), AreaChartSamples.AwkwardScatter(), AreaChartSamples.ChangedRanking());

    [Theory]
    [MemberData(nameof(All))]
    public void Rows_OfEveryKind_AreAsLongAsTheHeader(ChartModel chart)
    {
        var table = ChartTable.Of(chart)!;
        Assert.NotEmpty(table.Rows);
        Assert.All(table.Rows, row => Assert.Equal(table.Header.Count, row.Count));
    }

    [Fact]
    public void Markup_EscapesAndKeepsSignsWithNumbers()
    {
        var chart = new TimelineChart(Caption("a < b", "", People), [new("<b>", "", People, Mark("2022", 5.5m, bound: Bound.LessThan, status: ObsStatus.LowReliability))]);
        var table = new HtmlParser().ParseDocument(ChartTable.Of(chart)!.Markup());
        Assert.Equal("a < b", table.QuerySelector("caption")!.TextContent);
        Assert.Equal("<b>", table.QuerySelector("tbody th")!.TextContent);
        Assert.Equal("<5.5 人", table.QuerySelector("td.number.doubtful a")!.TextContent);
    }
}
