using AngleSharp.Dom;
using Bunit;
using EmploymentDashboard.Features.Targets;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

public sealed class TargetsPageTests : FeatureContext
{
    private static readonly string[] Goals =
    [
        "500113 jobs_created total target 2023 1200", "500113 jobs_created total ytd 2023-01/2023-05 400",
        "500115 jobs_created total target 2023 1000", "500115 jobs_created total ytd 2023-01/2023-05 100",
        "Z-GXQ jobs_created total target 2023 50", "Z-GXQ jobs_created total ytd 2023-01/2023-05 60",
        "500113 unemployment total limit 2023 5.5以内", "500113 unemployment total stock 2023-05 5.7",
        "500115 loans total target 2023 7",
        "500115 loans total target 2021 8",
    ];

    [Fact]
    public async Task Page_Opened_ShowsTheLatestYearWithResultsTheFarthestFirst()
    {
        var page = await OpenAsync("/targets", Goals);

        Assert.Equal("2023", page.Find("select[name=year]").GetAttribute("value"));
        Assert.Equal(["长寿区", "巴南区", "重庆高新区"], Areas(page.Find("section.panel:not(.unranked)")));
        Assert.Equal(["10% 未达到 还差 900 人", "33.3% 未达到 还差 800 人", "120% 已达到 超出 10 人"], page.FindAll("section.panel:not(.unranked) td.state").Select(Text));
        Assert.Equal("已有 每月 20 人还需 每月 129 人，还有 7 个月", Text(page.Find("td.pace")));
        Assert.Equal(
            "按完成比例，离目标最远的是长寿区的新增就业：达到 10%，还差 900 人。共 5 个目标和控制线：1 个已达到或守住，3 个没有，1 个不能定（没有来源提及目标期内的实际数 1 个）。",
            Text(page.Find("#summary")));
    }

    [Fact]
    public async Task Goal_WithoutAShare_StandsInAGroupWithTheReason()
    {
        var page = await OpenAsync("/targets", Goals);
        var groups = page.FindAll("section.unranked");

        Assert.Equal(
            ["没有来源提及目标期内的实际数。", "比率和控制线只看守住没有，没有完成几成之说。"],
            groups.Select(group => Text(group.QuerySelector("p")!)));
        Assert.Equal("已超出 超出 0.2 个百分点", Text(groups[1].QuerySelector("td.state")!));
        Assert.Equal(("没有来源提及", "不能定", ""), (Text(groups[0].QuerySelector("td.result")!), Text(groups[0].QuerySelector("td.state")!), Text(groups[0].QuerySelector("td.pace")!)));
        Assert.Empty(page.FindAll("tr.selected"));
    }

    [Fact]
    public async Task Number_LeadsToItsDetailsOnTheSameList()
    {
        var page = await OpenAsync("/targets?year=2023&area=500113&sort=area", Goals);
        var links = page.FindAll("section.panel:not(.unranked) .figure-link").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(["/targets?year=2023&area=500113&sort=area&figure=1", "/targets?year=2023&area=500113&sort=area&figure=2"], links);

        Services.GetRequiredService<NavigationManager>().NavigateTo(links[1]!);
        var opened = Render<TargetsPage>();
        Assert.Equal("2", opened.Find(".details-panel").GetAttribute("data-figure"));
        Assert.Single(opened.FindAll("tr.selected"));
    }

    [Theory]
    [InlineData("share", "长寿区 巴南区 重庆市 重庆高新区")]
    [InlineData("distance", "长寿区 巴南区 重庆高新区 重庆市")]
    [InlineData("area", "重庆市 巴南区 长寿区 重庆高新区")]
    public async Task Order_OfTheAddress_IsKept(string sort, string expected)
    {
        var page = await OpenAsync($"/targets?sort={sort}", [.. Goals, "500000 loans total target 2023 9000000", "500000 loans total ytd 2023-01/2023-05 8900000"]);
        Assert.Equal(expected, string.Join(' ', Areas(page.Find("section.panel:not(.unranked)"))));
    }

    [Fact]
    public async Task Year_WithoutAnyResult_IsNotShownFirstUnlessAskedFor()
    {
        var page = await OpenAsync("/targets", [.. Goals, "500113 loans total target 2030 7"]);
        Assert.Equal("2023", page.Find("select[name=year]").GetAttribute("value"));

        Services.GetRequiredService<NavigationManager>().NavigateTo("/targets?year=2030");
        page = Render<TargetsPage>();
        Assert.Contains("共 1 个目标和控制线", page.Find("#summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goals_WithoutAnyResult_AreShownOfAllYears()
    {
        var page = await OpenAsync("/targets", "500113 loans total target 2030 7", "500113 loans total target 2025 6");
        Assert.Equal("all", page.Find("select[name=year]").GetAttribute("value"));
        Assert.Equal(2, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task Selection_WithoutGoals_LeadsToAllOfThem()
    {
        var page = await OpenAsync("/targets?year=2019", Goals);
        Assert.Equal("这个选择里没有目标", page.Find("h2").TextContent);
        Assert.Equal("/targets?year=all", page.Find("section.panel a").GetAttribute("href"));
    }

    [Fact]
    public async Task Database_WithoutGoals_SaysWhatToDo()
    {
        var page = await OpenAsync("/targets", "500113 loans total flow 2023-01 7");
        Assert.Equal("没有来源提及目标", page.Find("h2").TextContent);
        Assert.Equal("/sources", page.Find("section.panel a").GetAttribute("href"));
    }

    [Fact]
    public async Task Goals_ManyOfThem_AreShownByPages()
    {
        var years = Enumerable.Range(1960, 60).ToList();
        var page = await OpenAsync("/targets?year=all&page=2", [.. years.Select(year => $"500113 jobs_created total target {year} 100"), .. years.Select(year => $"500113 jobs_created total ytd {year} {year - 1950}")]);
        Assert.Equal(10, page.FindAll("tbody tr").Count);
        Assert.Contains("第 2 页", page.Find(".pager").TextContent, StringComparison.Ordinal);
        Assert.Contains("page=2&figure=", page.Find(".figure-link").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "≥", "0%", true)]
    [InlineData(50, "", "35%", false)]
    [InlineData(100, "", "70%", false)]
    [InlineData(110, "", "77%", false)]
    [InlineData(250, ">", "84%", true)]
    public void Bar_IsAsLongAsWhatIsReachedAndNeverLonger(int share, string sign, string width, bool hasArrow)
    {
        var bound = Enum.GetValues<Bound>().Single(bound => bound.Sign() == sign);
        var bar = Render<ReachBar>(parameters => parameters.Add(bar => bar.Share, new Quantity(share, bound)));
        Assert.Equal((width, hasArrow), (bar.Find(".done").GetAttribute("width"), bar.FindAll(".bound").Count > 0));
    }

    private async Task<IRenderedComponent<TargetsPage>> OpenAsync(string address, params string[] rows)
    {
        await Store.TakeInAsync(rows);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<TargetsPage>();
    }

    private static IEnumerable<string> Areas(IElement section) => section.QuerySelectorAll("th.what > a").Select(Text);

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
