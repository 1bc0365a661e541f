using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>What people come for, from the first click to the last.</summary>
[Collection(DashboardCollection.Name)]
public sealed class JourneyTests(DashboardFixture dashboard)
{
    [Fact]
    public async Task Headline_WhenClicked_ShowsTheFragmentAndSourceItCameFrom()
    {
        var page = await dashboard.OpenLiveAsync("/");
        await page.Locator(".card", new() { HasText = "职业技能培训" }).ClickAsync();

        var panel = page.GetByRole(AriaRole.Dialog);
        await Expect(panel).ToContainTextAsync("5.31万人次");
        await Expect(panel).ToContainTextAsync("起点未载明，至 2023-03");
        await Expect(panel).ToContainTextAsync("巴南 三大就业品牌齐发力");
        await panel.GetByRole(AriaRole.Link, new() { Name = "巴南 三大就业品牌齐发力" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("巴南 三大就业品牌齐发力");
        await Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task DetailsPanel_OnEscape_ClosesAndKeepsThePage()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=guaranteed_loan_amount&figure=4");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=guaranteed_loan_amount");
    }

    [Fact]
    public async Task DetailsPanel_OpenedFromFarDown_KeepsTheReadersPlaceAndReturnsTheFocus()
    {
        var page = await dashboard.OpenLiveAsync("/areas/500113");
        var link = page.Locator(".figure-link").Last;
        await link.FocusAsync();
        var scrolled = await page.EvaluateAsync<int>("() => scrollY");
        Assert.True(scrolled > 500, "The page is too short for this test.");

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#details-title")).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<int>("() => scrollY") > 500, "Opening the details scrolled to the top.");
        await page.Keyboard.PressAsync("Escape");
        await Expect(link).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<int>("() => scrollY") > 500, "Closing the details scrolled to the top.");
    }

    [Fact]
    public async Task Explorer_OnBack_ShowsInItsFiltersWhatTheAddressSays()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=job_fairs");
        await page.Locator("select[name=from]").SelectOptionAsync("2021-09");
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=job_fairs&from=2021-09");
        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=job_fairs");
        await Expect(page.Locator("select[name=from]")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Explorer_ViewThatDoesNotFit_SaysWhyWhenChosen()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=guaranteed_loan_amount");
        await page.Locator(".unfit summary").ClickAsync();
        await Expect(page.Locator(".unfit li", new() { HasText = "排名" })).ToContainTextAsync("没有两个地区的期间、口径和分项都相同");

        page = await dashboard.OpenLiveAsync("/explore?indicator=guaranteed_loan_amount&view=ranking");
        await Expect(page.Locator(".as-of")).ToContainTextAsync("没有两个地区的期间、口径和分项都相同");
        await Expect(page.Locator(".chart-timeline")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Explorer_AfterChoosing_KeepsTheViewInItsAddress()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=guaranteed_loan_amount");
        await page.Locator("select[name=indicator]").SelectOptionAsync("returned_to_work");
        await Expect(page.Locator("h1")).ToHaveTextAsync("返岗复工人数");
        await page.GetByRole(AriaRole.Link, new() { Name = "构成", Exact = true }).ClickAsync();
        await Expect(page.Locator(".chart-parts")).ToBeVisibleAsync();

        var shared = page.Url;
        var colleague = await dashboard.OpenAsync(new Uri(shared).PathAndQuery);
        await Expect(colleague.Locator(".chart-parts")).ToBeVisibleAsync();
        await Expect(colleague.Locator("h1")).ToHaveTextAsync("返岗复工人数");

        await page.GoBackAsync();
        await Expect(page.Locator(".chart-timeline")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Mark_OfTheChart_OpensItsDetailsByKeyboard()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=guaranteed_loan_amount&view=timeline");
        var mark = page.Locator(".chart-timeline a").First;
        await mark.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("877万元");
    }

    [Fact]
    public async Task DoubtfulFigure_IsNamedButNotDrawnOnTheScale()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=firm_loan_amount");
        await Expect(page.Locator("main")).ToContainTextAsync("存疑");
        await page.Locator(".notice a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("339亿元");
    }

    [Fact]
    public async Task Language_WhenSwitched_StaysOnTheSameView()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=returned_to_work&view=parts");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Persons returned to work");
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=returned_to_work&view=parts");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task CoverageCell_LeadsToTheFiguresOfThatAreaAndMonth()
    {
        var page = await dashboard.OpenLiveAsync("/");
        await page.Locator(".chart-matrix a[href*='/areas/500113?month=2023-01']").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("巴南区");
        await Expect(page.Locator("#job_fairs tbody tr").Filter(new() { HasText = "进场求职" })).ToHaveCountAsync(1);
        await Expect(page.Locator("main")).Not.ToContainTextAsync("城镇新增就业");
    }
}
