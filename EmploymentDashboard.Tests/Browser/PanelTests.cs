using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>The views that the articles' few figures do not fill, over the generated panel, as a reader works with them.</summary>
[Collection(PanelCollection.Name)]
public sealed class PanelTests(PanelFixture dashboard)
{
    public static TheoryData<string> Addresses => new(
        "/explore",
        "/explore?indicator=urban_new_employment&view=lines&transform=yoy",
        "/explore?indicator=urban_new_employment&view=columns&areas=500113&reading=month",
        "/explore?indicator=urban_new_employment&view=ranking",
        "/explore?indicator=urban_new_employment&view=map&transform=yoy",
        "/explore?indicator=hiring_employers&view=multiples&areas=500113,500115,500112&scales=free",
        "/explore?indicator=hiring_employers&view=heat&from=2024-01",
        "/explore?indicator=workers_hired&view=parts",
        "/explore?indicator=employment_driven&view=scatter",
        "/explore?indicator=urban_new_employment&view=targets",
        "/explore?indicator=employment_driven&view=table&areas=500113&order=-value",
        "/areas/500113",
        "/areas/compare?areas=500113,500115");

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task View_OfThePanel_IsAccessibleAtBothWidths(string address)
    {
        var page = await dashboard.OpenLiveAsync(address);
        foreach (var width in new[] { 1280, 390 })
        {
            await page.SetViewportSizeAsync(width, 844);
            await Axe.AssertAccessibleAsync(page);
            Assert.True(await page.EvaluateAsync<bool>($"() => document.documentElement.scrollWidth <= {width}"), $"{address} is wider than {width} px.");
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Months_Played_ChangeTheMapAndItsAddress()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=employment_driven&view=map&month=2024-10");
        await page.GetByRole(AriaRole.Button, new() { Name = "播放", Exact = true }).ClickAsync();
        await Expect(page.Locator(".month-slider output")).ToHaveTextAsync("2024-12");
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=employment_driven&view=map&month=2024-12");
        await Expect(page.Locator(".chart-figure .subtitle")).ToContainTextAsync("2024-12");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "播放", Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>A choice goes into the address, and what the rules forbid cannot be chosen.</summary>
    [Fact]
    public async Task Transform_Chosen_IsDrawnAndOneThatTheRulesForbidIsGrey()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=urban_new_employment&areas=500113");
        var transforms = page.Locator("select[name=transform]");
        await Expect(transforms.Locator("option[value=pop]")).ToHaveAttributeAsync("disabled", "");
        await Expect(transforms.Locator("option[value=pop]")).ToContainTextAsync("累计数已含上一期");

        await transforms.SelectOptionAsync("yoy");
        await Expect(page.Locator(".chart-figure h2")).ToHaveTextAsync("城镇新增就业：同比 %");
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=urban_new_employment&areas=500113&transform=yoy");

        await page.Locator("select[name=reading]").SelectOptionAsync("month");
        await transforms.SelectOptionAsync("pop");
        await Expect(page.Locator(".chart-figure h2")).ToHaveTextAsync("城镇新增就业：环比 %");
    }

    [Fact]
    public async Task Table_SortedByItsHead_TurnsRound()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=employment_driven&view=table&areas=500113&from=2024-01");
        await page.GetByRole(AriaRole.Link, new() { Name = "数值" }).ClickAsync();
        await Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("数值");
        await Expect(page.Locator("tfoot")).ToContainTextAsync("合计（12 个数字）");
        await page.GetByRole(AriaRole.Link, new() { Name = "数值" }).ClickAsync();
        await Expect(page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("数值");
    }

    [Fact]
    public async Task Compare_AreaAdded_JoinsTheTable()
    {
        var page = await dashboard.OpenLiveAsync("/areas/500113");
        await page.GetByRole(AriaRole.Link, new() { Name = "与其他地区比" }).ClickAsync();
        await page.GetByLabel("地区 2").SelectOptionAsync("500115");
        await Expect(page.Locator("h1")).ToHaveTextAsync("巴南区与长寿区");
        await Expect(page.Locator("#comparable tbody tr")).ToHaveCountAsync(30);
    }

    /// <summary>Choices that come faster than the answers, as on a slow line.</summary>
    [Fact]
    public async Task Choices_MadeWhileThePageStillAnswers_AllTakeEffect()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=employment_driven&view=ranking");
        await ChooseAtOnceAsync(page, ("[name=transform]", "share"), ("[name=transform]", "sum12"), ("[name=scale]", "wan"), ("[name=from]", "2023-01"));
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=employment_driven&from=2023-01&transform=sum12&scale=wan&view=ranking");
        await Expect(page.Locator(".chart-figure h2")).ToHaveTextAsync("带动就业人数：近 12 个月合计");
        await Expect(page.Locator(".chart-panel")).Not.ToHaveAttributeAsync("aria-busy", "true");

        await page.GotoAsync(dashboard.Address + "/areas/compare?areas=500113,500115,500112");
        await page.Locator("main[data-live=true]").WaitForAsync();
        await ChooseAtOnceAsync(page, ("label:nth-of-type(2) select", "500106"), ("label:nth-of-type(3) select", "500107"), ("label:nth-of-type(4) select", "500108"));
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/areas/compare?areas=500113,500106,500107,500108");
        await Expect(page.Locator("#comparable thead th.number")).ToHaveCountAsync(4);
    }

    private static Task ChooseAtOnceAsync(IPage page, params (string Select, string Value)[] choices) =>
        page.EvaluateAsync(
            """
            async choices => {
              for (const [select, value] of choices) {
                const field = document.querySelector('form ' + select);
                field.value = value;
                field.dispatchEvent(new Event('change', { bubbles: true }));
                await new Promise(done => setTimeout(done, 20));
              }
            }
            """,
            choices.Select(choice => new[] { choice.Select, choice.Value }));
}
