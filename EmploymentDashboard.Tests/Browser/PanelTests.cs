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
            await page.EmulateMediaAsync(new() { ColorScheme = width > 1000 ? ColorScheme.Light : ColorScheme.Dark });
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

    /// <summary>A hand that moves on before the answer gets the month where it stopped, and the back button none of those between.</summary>
    [Fact]
    public async Task Slider_MovedFast_ShowsTheMonthWhereItStopped()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=employment_driven&view=map&month=2024-10");
        var slider = page.Locator(".month-slider input");
        await slider.FocusAsync();
        for (var i = 0; i < 6; i++)
            await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=employment_driven&view=map&month=2024-04");
        await Expect(page.Locator(".chart-figure .subtitle")).ToContainTextAsync("2024-04");
        await Expect(page.Locator(".chart-panel")).Not.ToHaveAttributeAsync("aria-busy", "true");
        Assert.Equal("18 2024-04 2024-04", await slider.EvaluateAsync<string>("slider => `${slider.max - slider.value + 10} ${slider.ariaValueText} ${document.querySelector('.month-slider output').textContent}`"));

        await page.GetByRole(AriaRole.Button, new() { Name = "下一个月份" }).ClickAsync();
        await Expect(page.Locator(".chart-figure .subtitle")).ToContainTextAsync("2024-05");
    }

    /// <summary>Faster than the answers come: the keyboard stays where it is, and the boxes say what the address says.</summary>
    [Fact]
    public async Task Areas_TickedByKeyboard_KeepTheFocusAndTheView()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=employment_driven&view=lines");
        await page.Locator(".areas-field summary").ClickAsync();
        foreach (var area in new[] { "500113", "500115" })
        {
            await page.Locator($".choices input[value='{area}']").FocusAsync();
            await page.Keyboard.PressAsync("Space");
        }

        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=employment_driven&areas=500113,500115&view=lines");
        await Expect(page.Locator(".areas-field summary")).ToContainTextAsync("巴南区、长寿区");
        await Expect(page.Locator(".choices input[value='500115']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=employment_driven&areas=500113&view=lines");
        await page.Locator(".areas-field").GetByRole(AriaRole.Link, new() { Name = "全部地区" }).ClickAsync();
        await Expect(page.Locator(".choices input:checked")).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await Expect(page.Locator(".choices input[value='500113']")).ToBeCheckedAsync();
    }

    /// <summary>The answer to one choice, drawn in the very moment of the next, does not take the next back.</summary>
    [Fact]
    public async Task Area_TickedAsAnAnswerIsDrawn_StaysChosen()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=employment_driven&view=lines");
        await page.Locator(".areas-field summary").ClickAsync();
        await page.Locator(".choices input[value='500113']").CheckAsync();
        await Expect(page.Locator(".areas-field summary")).ToContainTextAsync("巴南区");
        await page.EvaluateAsync("""
            () => {
                document.querySelector('.choices input[value="500115"]').click();
                for (const list of document.querySelectorAll('[data-chosen]')) list.dataset.chosen = '500113';
            }
            """);
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=employment_driven&areas=500113,500115&view=lines");
        await Expect(page.Locator(".areas-field summary")).ToContainTextAsync("巴南区、长寿区");
        await Expect(page.Locator(".choices input:checked")).ToHaveCountAsync(2);
    }

    /// <summary>Links to other views are of the choices before; followed before the answer they lose none.</summary>
    [Fact]
    public async Task Tab_FollowedWhileAChoiceIsUnderWay_KeepsTheChoice()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=employment_driven&view=lines");
        await page.Locator("select[name=from]").FocusAsync();
        await page.EvaluateAsync("""
            () => new Promise(done => {
                const from = document.querySelector('select[name=from]');
                new MutationObserver((_, watch) => {
                    watch.disconnect();
                    document.querySelector('.views a[data-sets="view=ranking"]').click();
                    done();
                }).observe(document.querySelector('.chart-panel'), { attributeFilter: ['aria-busy'] });
                from.value = '2023-01';
                from.dispatchEvent(new Event('change', { bubbles: true }));
            })
            """);
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=employment_driven&from=2023-01&view=ranking");
        await Expect(page.Locator(".views a[aria-current]")).ToHaveTextAsync("排名");
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

    /// <summary>Not the last month alone: each month of each panel opens its figure.</summary>
    [Fact]
    public async Task Panel_ClickedAtAMonth_OpensItsFigure()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=employment_driven&view=multiples&areas=500113,500115&from=2024-01");
        var course = page.Locator(".panels [data-cells]").First;
        foreach (var (at, period) in new[] { (4.5, "2024-05"), (11.5, "2024-12") })
        {
            await course.ScrollIntoViewIfNeededAsync();
            var box = (await course.BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(box.X + (float)(box.Width * at / 12), box.Y + (box.Height / 2));
            await Expect(page.Locator(".chart-tip")).ToContainTextAsync(period);
            await page.Mouse.ClickAsync(box.X + (float)(box.Width * at / 12), box.Y + (box.Height / 2));
            await Expect(page.Locator(".details-panel")).ToContainTextAsync(period);
            await page.Locator(".details-panel .close").ClickAsync();
        }

        // The latest dot itself, at its very centre, where the line to its number begins.
        await page.Locator(".panels [data-cells]").First.Locator("circle").Last.ClickAsync();
        await Expect(page.Locator(".details-panel")).ToContainTextAsync("2024-12");
    }

    [Fact]
    public async Task Compare_OnAPhone_ShowsEveryAreaWithoutScrollingAside()
    {
        var page = await dashboard.OpenLiveAsync("/areas/compare?areas=500113,500115,500112", 390, 844);
        Assert.True(await page.EvaluateAsync<bool>("() => { const scroll = document.querySelector('#comparable .scroll'); return scroll.scrollWidth <= scroll.clientWidth; }"));
        await Expect(page.Locator("#comparable tbody tr").First.Locator(".whose")).ToHaveTextAsync(["巴南区", "长寿区", "渝北区"]);
        await Expect(page.Locator("#comparable tbody tr").First.Locator(".whose").Last).ToBeVisibleAsync();
    }

    [Fact]
    public async Task HeatCell_Opened_IsMarkedUntilItsDetailsClose()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=employment_driven&view=heat&from=2024-01");
        var cell = page.Locator(".heat tbody tr").Nth(3).Locator("td").Nth(5);
        await cell.HoverAsync();
        await cell.ClickAsync();
        await Expect(page.Locator(".details-panel")).ToBeVisibleAsync();
        await Expect(page.Locator(".heat td.opened")).ToHaveCountAsync(1);
        await Expect(page.Locator(".heat tbody tr").Nth(3).Locator("td").Nth(5).And(page.Locator(".opened"))).ToBeVisibleAsync();
        await page.Locator(".details-panel .close").ClickAsync();
        await Expect(page.Locator(".heat td.opened")).ToHaveCountAsync(0);
    }

    /// <summary>Beside the open details the head of the page keeps to one line, in both languages.</summary>
    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(1200, true)]
    public async Task Head_BesideTheDetails_StaysOnOneLine(int width, bool inEnglish)
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=employment_driven&view=heat&figure=1", width, inEnglish: inEnglish);
        await Expect(page.Locator(".details-panel")).ToBeVisibleAsync();
        var isOneLine = await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.top > :is(.brand, .language, .sign-in), .top nav a')].every(link => { const words = document.createRange(); words.selectNodeContents(link); return words.getBoundingClientRect().height < 34 && link.getBoundingClientRect().right <= innerWidth - 420; })");
        Assert.True(isOneLine);
    }

    /// <summary>Under the reader's own colours: no bars where months are left out, hatching where no source speaks, and the current tab told by more than its weight.</summary>
    [Fact]
    public async Task ForcedColors_KeepWhatColoursSay()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=employment_driven&view=map");
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        Assert.NotEqual("none", await Style("nav.views a[aria-current]", "outlineStyle"));
        Assert.Equal("none", await Style("nav.views a:not([aria-current])", "outlineStyle"));
        Assert.NotEqual(await Style(".top nav a.active", "borderBottomColor"), await Style(".top nav a:not(.active)", "borderBottomColor"));

        Task<string> Style(string selector, string property) => page.EvaluateAsync<string>($"() => getComputedStyle(document.querySelector('{selector}')).{property}");
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

        await page.GotoAsync(dashboard.Address + "/targets");
        await page.Locator("main[data-live=true]").WaitForAsync();
        await ChooseAtOnceAsync(page, ("[name=year]", "2023"), ("[name=indicator]", "urban_new_employment"), ("[name=area]", "500113"));
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/targets?year=2023&indicator=urban_new_employment&area=500113");
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
