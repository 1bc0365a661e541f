using EmploymentDashboard.Charts;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Charts;

public sealed class CoverageDrawingTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Fact]
    public void Matrix_TellsItsFourStatesApart()
    {
        var chart = ChartSamples.Matrix().Draw();
        Assert.Equal("0", chart.One("td a.zero-cell").TextContent);
        Assert.Equal("缺", chart.One("td a.reported-missing").TextContent);
        Assert.Equal(["3", "2"], chart.Texts("td a.norm-cell"));
        Assert.Equal((7 * 13) - 15, chart.QuerySelectorAll("td.none").Length);
        Assert.All(chart.QuerySelectorAll("td.none"), cell => Assert.Equal("", cell.TextContent));
    }

    [Fact]
    public void Matrix_CellsSayAreaMonthAndCount()
    {
        var cell = ChartSamples.Matrix().Draw().QuerySelector("tbody tr td a")!;
        Assert.Equal(("?cell=1", "重庆市 2020-02：7 个数字"), (cell.GetAttribute("href"), cell.SpokenName()));
    }

    [Fact]
    public void Matrix_WhereMonthsAreLeftOut_HasAGap()
    {
        var months = ChartSamples.Matrix().Draw().QuerySelectorAll("th.month");
        Assert.Equal("7月 9月 12月 9月 11月 3月 12月", string.Join(' ', months.Where(month => month.ClassList.Contains("gap")).Select(month => month.TextContent)));
        Assert.Equal(["2020", "2021", "2022", "2023", "2025"], ChartSamples.Matrix().Draw().Texts("th.year"));
    }

    [Fact]
    public void Matrix_ShadesMoreForMore()
    {
        var chart = ChartSamples.Matrix().Draw();
        int Shade(string count) => chart.QuerySelectorAll("td a").First(cell => cell.TextContent == count).ClassName![^1] - '0';
        Assert.Equal([1, 2, 3, 4], new[] { Shade("1"), Shade("4"), Shade("9"), Shade("25") });
    }

    [Fact]
    public void Matrix_ScrollsWithinItselfAndTabsThroughFewCells()
    {
        Assert.Equal("0", ChartSamples.Matrix().Draw().One(".scroll").GetAttribute("tabindex"));
        Assert.DoesNotContain(ChartSamples.Matrix().Draw().QuerySelectorAll("td a"), cell => cell.HasAttribute("tabindex"));
        Assert.All(ChartSamples.FullMatrix().Draw().QuerySelectorAll("td a"), cell => Assert.Equal("-1", cell.GetAttribute("tabindex")));
    }

    [Fact]
    public void Matrix_IsTold() =>
        Assert.Equal("7 个地区，13 个月，91 格中 15 格有来源提及。其中 2 格没有实际数，只有目标或标准。1 格来源说缺。其余没有来源提及，不是零。", ChartSentence.Of(ChartSamples.Matrix()).ToString());

    [Fact]
    public void Tiles_ShowOwnFiguresTownshipsAndNone()
    {
        var chart = ChartSamples.Tiles().Draw();
        var tongnan = chart.QuerySelectorAll("a.tile").Single(tile => tile.TextContent.StartsWith("潼南", StringComparison.Ordinal));
        Assert.Equal("潼南区，6 个数字，只来自所辖镇街", tongnan.SpokenName());
        Assert.Contains("dashed", tongnan.One("rect").ClassName, StringComparison.Ordinal);
        Assert.Equal(6, chart.QuerySelectorAll("a.tile").Length);
        Assert.Equal(33, chart.QuerySelectorAll("g.tile rect.shade-0").Length);
    }

    [Fact]
    public void Tiles_StandAtTheirPlacesAndZonesAreRoundedAndWide()
    {
        var zone = ChartSamples.Tiles().Draw().QuerySelectorAll("a.tile").Single(tile => tile.Texts("text:not(.spoken)") is ["高新区 26"]).One("rect");
        Assert.Equal((257, 193, 62, 15), (zone.Number("x"), zone.Number("y"), zone.Number("width"), zone.Number("rx")));
        Assert.Equal("0 0 352 224", ChartSamples.Tiles().Draw().One("svg.tiles").GetAttribute("viewBox"));
    }
}
