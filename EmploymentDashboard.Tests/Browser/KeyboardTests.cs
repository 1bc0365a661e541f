using EmploymentDashboard.Accounts;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>Everything by keyboard: a way past the menu, a focus that is seen and not covered, and a way out.</summary>
public sealed class KeyboardTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    [Theory]
    [InlineData("/", 1280)]
    [InlineData("/", 390)]
    [InlineData("/explore?indicator=guaranteed_loan_amount&view=timeline", 1280)]
    [InlineData("/explore?indicator=returned_to_work&view=parts", 390)]
    [InlineData("/explore?indicator=guaranteed_loan_amount&figure=4", 1280)]
    [InlineData("/areas/500113", 1280)]
    [InlineData("/bulletins?period=2023-01&areas=500113", 1280)]
    public async Task Tab_GoesThroughThePage(string address, int width) =>
        await AssertWalkAsync(await dashboard.OpenLiveAsync(address, width));

    [Theory]
    [InlineData("/upload")]
    [InlineData("/annotations")]
    public async Task Tab_GoesThroughAnAnalystsPage(string address)
    {
        var page = await dashboard.OpenLiveSignedInAsync(Role.Analyst, address);
        await page.ReloadAsync();
        await page.Locator("main[data-live=true]").WaitForAsync();
        await AssertWalkAsync(page);
    }

    [Fact]
    public async Task SkipLink_LeadsPastTheMenuAndKeepsTheAddress()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=job_fairs");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=job_fairs");
    }

    [Fact]
    public async Task Link_ToAnotherPage_BringsTheFocusToItsHeading()
    {
        var page = await dashboard.OpenLiveAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "目标", Exact = true }).First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("目标与控制线");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
    }

    /// <summary>Once, and nothing while a page is only opened.</summary>
    [Fact]
    public async Task Choice_IsSaidToThoseWhoCannotSeeWhatItChanged()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=job_fairs");
        var said = page.Locator(".changed");
        await Expect(said).ToHaveAttributeAsync("role", "status");
        await Expect(said).ToBeEmptyAsync();
        await page.EvaluateAsync("() => { window.said = []; new MutationObserver(() => said.push(document.querySelector('.changed').textContent)).observe(document.querySelector('.changed'), { childList: true, characterData: true, subtree: true }); }");
        await page.Locator("select[name=from]").SelectOptionAsync("2021-09");
        await Expect(said).ToContainTextAsync("个数字");
        await Expect(said).ToContainTextAsync("2021-09");
        await page.WaitForTimeoutAsync(500);
        Assert.Single((await page.EvaluateAsync<string[]>("() => window.said")).Distinct());
    }

    internal static async Task AssertWalkAsync(IPage page)
    {
        var stops = await TabWalk.TakeAsync(page);
        Assert.Contains("skip", stops[0].Name, StringComparison.Ordinal);
        Assert.True(stops.Count > 8);
        Findings.AssertNone(stops.Where(stop => stop.Faults.Length > 0).Select(stop => $"{stop.Name}: {stop.Faults}"));
        await page.Context.CloseAsync();
    }
}

/// <summary>The same for the charts that need many figures, whose marks arrow keys reach where there are too many for a stop each.</summary>
[Collection(PanelCollection.Name)]
public sealed class PanelKeyboardTests(PanelFixture dashboard)
{
    [Theory]
    [InlineData("lines&areas=500113,500115")]
    [InlineData("map")]
    [InlineData("heat&from=2024-01")]
    [InlineData("ranking")]
    public async Task Tab_GoesThroughAView(string view) =>
        await KeyboardTests.AssertWalkAsync(await dashboard.OpenLiveAsync("/explore?indicator=employment_driven&view=" + view));
}
