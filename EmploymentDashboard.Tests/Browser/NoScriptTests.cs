using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>Pages in a browser that runs no script: read, chosen and followed as plain HTML.</summary>
[Collection(PanelCollection.Name)]
public sealed class NoScriptTests(PanelFixture dashboard)
{
    [Theory]
    [InlineData("/", true, true)]
    [InlineData("/explore?indicator=employment_driven&view=lines&areas=500113,500115", true, true)]
    [InlineData("/explore?indicator=employment_driven&view=columns&areas=500113", true, true)]
    [InlineData("/explore?indicator=employment_driven&view=ranking", true, true)]
    [InlineData("/explore?indicator=employment_driven&view=map", true, true)]
    [InlineData("/explore?indicator=employment_driven&view=multiples&from=2024-01", true, false)]
    [InlineData("/explore?indicator=employment_driven&view=heat&from=2024-01", false, true)]
    [InlineData("/explore?indicator=employment_driven&view=scatter", true, true)]
    [InlineData("/explore?indicator=employment_driven&view=table", false, true)]
    [InlineData("/areas/500113", true, true)]
    [InlineData("/targets?year=all", false, false)]
    [InlineData("/sources", false, false)]
    [InlineData("/news", false, true)]
    public async Task Page_WithoutScript_ShowsChartAndTable(string address, bool hasChart, bool hasTable)
    {
        var page = await OpenAsync(address);
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        if (hasChart)
            Assert.NotEqual(0, await page.Locator("main svg").CountAsync());
        if (hasTable)
            Assert.NotEqual(0, await page.Locator("main table").CountAsync());
        await Expect(page.Locator("main")).Not.ToContainTextAsync("正在更新");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Explorer_WithoutScript_TakesEveryChoiceFromOneForm()
    {
        var page = await OpenAsync("/explore?indicator=employment_driven&view=map");
        await page.Locator(".areas-field summary").ClickAsync();
        foreach (var area in (string[])["500113", "500115", "500112"])
            await page.Locator($"input[name=areas][value='{area}']").CheckAsync();
        await page.Locator("select[name=from]").SelectOptionAsync("2023-01");
        await page.Locator("select[name=transform]").SelectOptionAsync("sum12");
        await page.Locator("select[name=scale]").SelectOptionAsync("wan");
        await page.Locator("select[name=classes]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("noscript select[name=month], select[name=month]").First.SelectOptionAsync("2024-06");
        await page.Locator("form.filters button[type=submit]").ClickAsync();

        foreach (var part in (string[])["areas=500113", "areas=500115", "from=2023-01", "transform=sum12", "scale=wan", "view=map", "month=2024-06"])
            Assert.Contains(part, page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("select[name=from]")).ToHaveValueAsync("2023-01");
        await Expect(page.Locator("select[name=transform]")).ToHaveValueAsync("sum12");
        await Expect(page.Locator("select[name=month]")).ToHaveValueAsync("2024-06");
        Assert.Equal(3, await page.Locator("input[name=areas][checked]").CountAsync());
        await Expect(page.Locator(".chart-figure h2")).ToContainTextAsync("近 12 个月合计");

        await page.Locator("nav.views a[href*='view=table']").ClickAsync();
        await Expect(page.Locator("main table").First).ToBeVisibleAsync();
        await page.Locator("main table a[href*='figure=']").First.ClickAsync();
        await Expect(page.Locator(".details-panel")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Bulletin_WithoutScript_IsChosenByItsForm()
    {
        var page = await OpenAsync("/bulletins");
        await page.Locator("select[name=period]").SelectOptionAsync("2024-06");
        await page.Locator("select[name=areas]").SelectOptionAsync("500113");
        await page.Locator("form.order button[type=submit]").ClickAsync();
        await Expect(page.FrameLocator("#preview").Locator("h1").First).ToContainTextAsync("巴南区");
    }

    [Fact]
    public async Task Targets_WithoutScript_AreChosenByTheirForm()
    {
        var page = await OpenAsync("/targets");
        await page.Locator("select[name=area]").SelectOptionAsync("500113");
        await page.Locator("form.filters button[type=submit]").ClickAsync();
        Assert.Contains("area=500113", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("select[name=area]")).ToHaveValueAsync("500113");
    }

    private async Task<IPage> OpenAsync(string address)
    {
        var context = await dashboard.Browser.NewContextAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(dashboard.Address + address);
        return page;
    }
}
