using AngleSharp.Dom;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Charts;

public sealed class ValueMapTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Theory]
    [InlineData("城口", "hatched", "")]
    [InlineData("万州", "no-class", "缺")]
    [InlineData("开州", "no-class", "")]
    [InlineData("涪陵", "zero-class", "0")]
    [InlineData("渝中", "p2", ">4.2")]
    [InlineData("江北", "n2", "≤-3.1")]
    [InlineData("南岸", "p4", "≈8")]
    [InlineData("潼南", "p5", "22")]
    [InlineData("高新区", "no-class", "12")]
    public void Tile_ShowsItsClassAndItsFigure(string label, string classes, string figure)
    {
        var tile = Tile(label);
        Assert.Equal(classes, tile.QuerySelector("rect")!.ClassName);
        Assert.Equal(figure, string.Concat(tile.Texts("text:not(.spoken)").Skip(1)));
    }

    [Theory]
    [InlineData("渝中", "渝中区，大于 4.2%，2023-03，当期，至少属 >0 – 5 级")]
    [InlineData("城口", "城口区，没有来源提及")]
    [InlineData("巴南", "巴南区，12.5%，2023-03，当期，属 12 – 25 级，另有来源给出不同数字")]
    [InlineData("江津", "江津区，3.3%，2023-03，当期，属 >0 – 5 级，由其他数字推算，2023-03 本年累计 9,300 人，减 2023-02 本年累计 6,100 人")]
    [InlineData("高新区", "重庆高新区，12%，2023-03，当期，功能区，与区县重叠，不分级，不相加")]
    public void Tile_IsNamedInFull(string label, string name) => Assert.Equal(name, Tile(label).SpokenName());

    [Theory]
    [InlineData("城口", "/areas/2")]
    [InlineData("渝中", "?figure=7")]
    public void Tile_LeadsToItsFigureOrElseToItsArea(string label, string href)
    {
        var actual = Tile(label).GetAttribute("href")!;
        Assert.Equal(href[0] == '/' ? "/areas/" : href, href[0] == '/' ? actual[..7] : actual);
    }

    [Fact]
    public void Signs_OfConflictRevisionAndOrigin_StandOnTheTile()
    {
        Assert.Equal([MarkSigns.Conflict], Flags("巴南"));
        Assert.Equal([MarkSigns.Revised], Flags("长寿"));
        Assert.Equal([MarkSigns.Conflict, MarkSigns.Revised], Flags("永川"));
        Assert.Empty(Flags("潼南"));
        Tile("江津").One(".derived-outline");
        Tile("奉节").One("rect.over");
        Tile("开州").One(".doubtful-point");
    }

    /// <summary>Classes that hold for all months; the numbers in brackets are those of the month on the map.</summary>
    [Fact]
    public void Classes_MadeOfMoreNumbers_CountThoseOnTheMap()
    {
        TilePosition At(int column) => new(column, 0);
        var map = new ValueMap(
            ChartSamples.Caption("t", "", ChartSamples.People),
            [new("甲", "甲区", AreaKind.District, At(0), Drawn.Mark(10)), new("乙", "乙区", AreaKind.District, At(1), Drawn.Mark(12))],
            Classing.EqualInterval)
        { ClassedAmong = [10, 12, 100, 200, 500] };

        Assert.Equal([2, 0, 0, 0, 0], map.Classes().All.Select(one => one.Count));
        Assert.Equal(["p1", "p1"], map.Draw().QuerySelectorAll(".tile rect").Select(tile => tile.ClassName!));
        Assert.Equal(["p1", "p5"], (map with { ClassedAmong = [] }).Draw().QuerySelectorAll(".tile rect").Select(tile => tile.ClassName!));
    }

    [Fact]
    public void Map_IsOneTabStop()
    {
        var map = AreaChartSamples.AwkwardMap().Draw().One("[data-rove=map]");
        Assert.Single(map.QuerySelectorAll("[tabindex='0']"));
        Assert.Equal(39, map.QuerySelectorAll(".tile[tabindex]").Length);
    }

    [Fact]
    public void Legend_ListsClassesWithTheirCounts()
    {
        var chart = AreaChartSamples.PeopleMap(Classing.EqualInterval).Draw();
        Assert.Equal("颜色分级（等距，人；含下限，不含上限；括号内是数字个数）", chart.One(".class-key p").TextContent);
        Assert.Equal(38, chart.Texts(".class-key small").Sum(count => int.Parse(count.Trim('(', ')'), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.StartsWith(">0 – 20,000(", chart.Texts(".class-key li")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Map_WithoutAnyFigure_HasNoLegendAndSaysSo()
    {
        var map = AreaChartSamples.MapOfOne() with { Tiles = [.. AreaChartSamples.MapOfOne().Tiles.Select(tile => tile with { Mark = null })] };
        map.Draw().None(".class-key");
        Assert.Equal("39 个地区，0 个有可画的数字。39 个没有来源提及，不是零。", ChartSentence.Of(map).ToString());
    }

    [Fact]
    public void Sentence_ClaimsOnlyWhatTheBoundsAllow()
    {
        Assert.StartsWith("39 个地区，39 个有可画的数字。所载最大 万州区 62,917 人，最低 城口区 3,017 人。1 个不是确数", ChartSentence.Of(AreaChartSamples.PeopleMap()).ToString(), StringComparison.Ordinal);
        using var english = Language.English();
        Assert.StartsWith("39 areas, 39 with a figure that can be drawn. All 12 fairs.", ChartSentence.Of(AreaChartSamples.MapOfEquals()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Table_HasEveryAreaTheLargestFirst()
    {
        var table = ChartTable.Of(AreaChartSamples.AwkwardMap())!;
        Assert.Equal(39, table.Rows.Count);
        Assert.Equal(("铜梁区", "23.6", "12 – 25"), (table.Rows[0][0].Text, table.Rows[0][1].Text, table.Rows[0][2].Text));
        Assert.Equal(["", "", "", "950", "缺"], table.Rows.TakeLast(5).Select(row => row[1].Text).Order(StringComparer.Ordinal));
    }

    private static IElement Tile(string label) =>
        AreaChartSamples.AwkwardMap().Draw().QuerySelectorAll(".tile").Single(tile => tile.Texts("text:not(.spoken)")[0] == label);

    private static string[] Flags(string label) => [.. Tile(label).QuerySelectorAll(".flag").Select(path => path.GetAttribute("d")!)];
}
