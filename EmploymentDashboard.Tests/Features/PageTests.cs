using AngleSharp.Dom;
using Bunit;
using EmploymentDashboard.Features.Areas;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Features.Overview;
using EmploymentDashboard.Features.Sources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

/// <summary>Pages over figures that the articles happen not to hold.</summary>
public sealed class PageTests : FeatureContext
{
    [Fact]
    public async Task AreaPage_OfTwoSources_ListsTheFigurePublishedLastAndMarksTheConflict()
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 9 A early", "500113 jobs_created total flow 2023-01 5 A late", "500113 jobs_created total flow 2022-12 7");
        var page = Area("500113");

        Assert.Equal(["5 人"], page.FindAll("#jobs tbody .quantity").Select(Text));
        Assert.Contains("另有来源给出不同数字", page.Find(".chart-timeline").TextContent, StringComparison.Ordinal);
        Assert.Contains("每个序列只列最近一期", page.Markup, StringComparison.Ordinal);
    }

    /// <summary>What the timeline leaves out it says: months before the last, rows beyond the fortieth.</summary>
    [Theory]
    [InlineData(3, "巴南区，横条的长短是时间，不是数值", 3)]
    [InlineData(42, "巴南区，42 个序列只画前 40 个，其余 2 个在下面的表里，横条的长短是时间，不是数值", 40)]
    public async Task AreaPage_Timeline_DrawsStandardsTooAndSaysWhatItLeavesOut(int series, string subtitle, int rows)
    {
        string[] bases = ["limit", "target", "flow", "ytd", "stock", "cumulative", "average"];
        string[] indicators = ["jobs_created", "loans"];
        string[] breakdowns = ["total", "local", "outside", "abroad", "migrants"];
        var keys = from indicator in indicators from breakdown in breakdowns from basis in bases select $"500113 {indicator} {breakdown} {basis} 2023 5";
        await Store.TakeInAsync([.. keys.Take(series)]);
        var page = Area("500113");

        Assert.Equal(subtitle, Text(page.Find("#timeline .subtitle")));
        Assert.Equal(rows, page.FindAll("#timeline .row").Count);
        Assert.NotNull(page.Find("#timeline .limit"));
    }

    [Fact]
    public async Task AreaPage_OfADistrictOfWhichOnlyATownIsKnown_LeadsToTheTown()
    {
        await Store.TakeInAsync("500112-LXZ jobs_created total flow 2023-01 9");
        var page = Area("500112");
        Assert.Contains("没有来源提及这个地区", page.Markup, StringComparison.Ordinal);
        Assert.Equal("/areas/500112-LXZ", page.Find("section.panel li a").GetAttribute("href"));
    }

    [Fact]
    public async Task AreasPage_SetsADistrictOfWhichOnlyATownIsKnownApart()
    {
        await Store.TakeInAsync("500112-LXZ jobs_created total flow 2023-01 9");
        var group = Render<AreasPage>().FindAll("section.panel").Single(panel => panel.QuerySelector("h2")!.TextContent == "只有所辖镇街有数字的地区");
        Assert.Equal(["渝北区：只有龙兴镇"], group.QuerySelectorAll("li").Select(Text));
    }

    /// <summary>A lower bound is rounded down: more than 99.96 % is not more than 100 %.</summary>
    [Theory]
    [InlineData("9996余", ">99.9%")]
    [InlineData("9996", "100%")]
    [InlineData("2500", "25%")]
    public async Task OverviewPage_RoundsAShareToTheSideOnWhichItsBoundStaysTrue(string result, string share)
    {
        await Store.TakeInAsync("500113 jobs_created total target 2023 10000", $"500113 jobs_created total ytd 2023-01/2023-03 {result}");
        Assert.Contains($"，{share}，", Text(Render<OverviewPage>().Find(".goals li")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExplorerPage_AskedForAViewThatDoesNotFit_SaysWhyAndShowsAnother()
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 5");
        var page = At<ExplorerPage>("/explore?indicator=jobs_created&view=ranking");

        Assert.Contains("这些数字不能画成「排名」：只有一个地区有数字", page.Find(".as-of").TextContent, StringComparison.Ordinal);
        Assert.Equal("期间", page.Find(".tabs a[aria-current=page]").TextContent);
    }

    [Fact]
    public async Task ExplorerPage_OfASelectionWithoutFigures_SaysThatThisIsNotZero()
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 5");
        var page = At<ExplorerPage>("/explore?indicator=jobs_created&areas=500115");
        Assert.Equal("没有来源提及这个选择", page.Find(".chart-panel h2").TextContent);
        Assert.Equal(["巴南区"], page.FindAll(".choices label").Select(Text));
    }

    [Fact]
    public async Task ExplorerPage_OfManyFigures_PagesItsTable()
    {
        await Store.TakeInAsync([.. Enumerable.Range(0, 401).Select(day => $"500113 jobs_created total flow {new DateOnly(2021, 1, 1).AddDays(day):yyyy-MM-dd} {day}")]);
        var page = At<ExplorerPage>("/explore?indicator=jobs_created&view=table&page=3");
        Assert.Equal("0 人", Text(Assert.Single(page.FindAll("tbody .quantity"))));
        Assert.StartsWith("第 3 页，共 3 页", Text(page.Find(".pager .soft")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SourcesPage_CountsEachSourcesFiguresAndAreas()
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 5 A early", "500115 loans total flow 2023-01 6 A early");
        var cards = Render<SourcesPage>().FindAll(".cards > li").Select(Text).ToList();
        Assert.Contains("没有载入这篇报道的数字", cards[0], StringComparison.Ordinal);
        Assert.Contains("2 个数字", cards[1], StringComparison.Ordinal);
        Assert.Contains("巴南区", cards[1], StringComparison.Ordinal);
        Assert.Contains("长寿区", cards[1], StringComparison.Ordinal);
    }

    private IRenderedComponent<AreaPage> Area(string code) => Render<AreaPage>(parameters => parameters.Add(page => page.Code, code));

    private IRenderedComponent<T> At<T>(string address)
        where T : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<T>();
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
