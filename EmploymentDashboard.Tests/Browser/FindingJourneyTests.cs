using EmploymentDashboard.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>How people find what they came for, and find it again.</summary>
[Collection(DashboardCollection.Name)]
public sealed class FindingJourneyTests(DashboardFixture dashboard)
{
    [Fact]
    public async Task Initials_TypedAndEnteredAtOnce_OpenTheArea()
    {
        var page = await dashboard.OpenLiveAsync("/");
        await page.Keyboard.PressAsync("Control+k");
        await Expect(Box(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("bn");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(dashboard.Address + "/areas/500113");
        await Expect(page.Locator("h1")).ToHaveTextAsync("巴南区");
        await Expect(page.Locator("#find")).ToBeHiddenAsync();
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Options_AreChosenByTheArrowsAndSaidToTheScreenReader()
    {
        var page = await dashboard.OpenLiveAsync("/sources");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("创业担保");
        await Expect(Chosen(page)).ToContainTextAsync("创业担保贷款发放额");
        await Expect(Box(page)).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.Locator("#find [role=status]")).ToContainTextAsync("个结果");

        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Chosen(page)).ToContainTextAsync("创业担保贷款人数");
        await Expect(Box(page)).ToHaveAttributeAsync("aria-activedescendant", (await Chosen(page).GetAttributeAsync("id"))!);
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(Chosen(page)).ToHaveAttributeAsync("id", (await page.Locator("#find [role=option]").Last.GetAttributeAsync("id"))!);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=guaranteed_loan_amount");
    }

    [Fact]
    public async Task Escape_ClosesTheSearchOnly_AndTheFocusReturns()
    {
        var page = await dashboard.OpenLiveAsync("/?figure=1");
        await Expect(page.Locator(".details-panel")).ToBeVisibleAsync();
        var card = page.Locator(".card").First;
        await card.FocusAsync();
        await page.Keyboard.PressAsync("Meta+k");
        await page.Keyboard.TypeAsync("bn");
        await Expect(Chosen(page)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator("#find")).ToBeHiddenAsync();
        await Expect(card).ToBeFocusedAsync();
        await Expect(page.Locator(".details-panel")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Slash_InAField_IsALetter()
    {
        var page = await dashboard.OpenLiveAsync("/batches");
        await page.Locator("#file").FocusAsync();
        await page.Keyboard.TypeAsync("a/b");
        await Expect(page.Locator("#file")).ToHaveValueAsync("a/b");
        await Expect(page.Locator("#find")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Box_InTheHead_OpensByWhatIsTypedAndNotByTheTabKey()
    {
        var page = await dashboard.OpenLiveAsync("/areas");
        await page.Locator(".find-box input").FocusAsync();
        await Expect(page.Locator("#find")).ToBeHiddenAsync();
        await page.Keyboard.TypeAsync("b");
        await Expect(Box(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("a nan");
        await Expect(Box(page)).ToHaveValueAsync("ba nan");
        await Expect(Chosen(page)).ToContainTextAsync("巴南区");
    }

    [Fact]
    public async Task WordsThatFindNothing_OnEnter_LeadToThePageThatSaysWhatCanBeTyped()
    {
        var page = await dashboard.OpenLiveAsync("/");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("火星");
        await Expect(page.Locator("#find .found-none")).ToContainTextAsync("没有地区、指标、来源或页面叫「火星」");
        await Expect(page.Locator("#find [role=option]")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#q")).ToHaveValueAsync("火星");
        await Expect(page.Locator("main")).ToContainTextAsync("首字母");
    }

    [Fact]
    public async Task Search_WithoutScript_IsAPageOfLinks()
    {
        var context = await dashboard.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(dashboard.Address + "/areas");
        await page.Locator(".find-box input").FillAsync("巴南 新增就业");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".found a", new() { HasText = "巴南区 · 城镇新增就业" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=urban_new_employment&areas=500113");
        await context.CloseAsync();
    }

    /// <summary>However much stands beside it: in the longer language, for who may open the most pages.</summary>
    [Theory]
    [InlineData(1440, true)]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(1041, false)]
    public async Task Box_InTheHead_ShowsWhatItSearches(int width, bool inEnglish)
    {
        var page = await dashboard.OpenSignedInAsync(Role.Administrator, "/areas", width, 900, inEnglish);
        var missing = await page.EvaluateAsync<double>("""
            () => {
              const box = document.querySelector('.find-box input'), style = getComputedStyle(box), canvas = document.createElement('canvas').getContext('2d');
              canvas.font = style.font;
              return canvas.measureText(box.placeholder).width - (box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight));
            }
            """);
        Assert.True(missing <= 0, $"Its words want {missing} px more than there are.");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the screen.");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Dialog_EmptyFullAndWithoutResults_IsAccessible(int width, bool inEnglish)
    {
        var page = await dashboard.OpenLiveAsync("/areas/500113", width, 844, inEnglish);
        await page.Locator("[data-star]").ClickAsync();
        await page.Locator("[data-find]:visible").ClickAsync();
        await Expect(page.Locator("#find .find-kept a")).ToHaveCountAsync(1);
        await Axe.AssertAccessibleAsync(page);
        await page.Keyboard.TypeAsync("cy");
        await Expect(Chosen(page)).ToBeVisibleAsync();
        await Expect(page.Locator("#find .find-kept")).ToBeHiddenAsync();
        await Axe.AssertAccessibleAsync(page);
        await Box(page).FillAsync("qqqq");
        await Expect(page.Locator("#find .found-none")).ToBeVisibleAsync();
        await Axe.AssertAccessibleAsync(page);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the screen.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Star_AfterReload_IsStillThereAndLeadsBackToTheView()
    {
        const string view = "/explore?indicator=returned_to_work&view=parts";
        var page = await dashboard.OpenLiveAsync(view);
        await Star(page).ClickAsync();
        await Expect(Star(page)).ToHaveAttributeAsync("aria-pressed", "true");
        await page.ReloadAsync();
        await Expect(Star(page)).ToHaveAttributeAsync("aria-pressed", "true");

        // Another view of the same page has a star of its own.
        await page.GetByRole(AriaRole.Link, new() { Name = "表", Exact = true }).ClickAsync();
        await Expect(Star(page)).ToHaveAttributeAsync("aria-pressed", "false");

        await page.GetByRole(AriaRole.Link, new() { Name = "总览" }).First.ClickAsync();
        await page.Locator(".kept-views a", new() { HasText = "返岗复工人数" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(dashboard.Address + view);
        await Expect(Star(page)).ToHaveAttributeAsync("aria-pressed", "true");
        await Star(page).ClickAsync();
        await Expect(Star(page)).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Equal("[]", await page.EvaluateAsync<string>("() => localStorage.getItem('dashboard.starred')"));
        Assert.DoesNotContain(await page.Context.CookiesAsync(), cookie => !cookie.Name.StartsWith(".AspNetCore", StringComparison.Ordinal));
    }

    /// <summary>On the way to a comparison the page is not yet a view of its own.</summary>
    [Fact]
    public async Task Viewed_ComparisonOfFewerThanTwoAreas_IsKeptOnce()
    {
        var page = await dashboard.OpenLiveAsync("/areas/compare");
        foreach (var address in new[] { "/areas/compare?areas=500113", "/areas/compare?areas=500115", "/areas/compare?areas=500115%2C500113", "/areas/500101" })
            await ViewAsync(page, address);
        Assert.Equal(["/areas/500101", "/areas/compare?areas=500115%2C500113", "/areas/compare?areas=500115"], await AddressesAsync(page, "viewed"));
    }

    [Fact]
    public async Task Viewed_AreTheLastEightAndAMonthFurtherIsNoOther()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=job_fairs&from=2021-09");
        foreach (var address in new[] { "/explore?indicator=job_fairs&from=2022-12", "/areas/500113", "/areas/500115", "/areas/500101", "/areas/500102", "/areas/500103", "/areas/500104", "/areas/500105", "/sources/cqkjb-2020-02-changshou" })
            await ViewAsync(page, address);
        Assert.Equal(
            ["/sources/cqkjb-2020-02-changshou", "/areas/500105", "/areas/500104", "/areas/500103", "/areas/500102", "/areas/500101", "/areas/500115", "/areas/500113"],
            await AddressesAsync(page, "viewed"));

        await ViewAsync(page, "/explore?indicator=job_fairs&from=2021-09");
        await ViewAsync(page, "/explore?indicator=job_fairs&from=2022-12");
        Assert.Equal("/explore?indicator=job_fairs&from=2022-12", (await AddressesAsync(page, "viewed"))[0]);
        Assert.Single(await AddressesAsync(page, "viewed"), address => address.Contains("job_fairs", StringComparison.Ordinal));

        await page.GotoAsync(dashboard.Address + "/");
        var lists = page.Locator(".kept-views");
        await Expect(lists.Locator("li")).ToHaveCountAsync(8);
        await lists.GetByRole(AriaRole.Button, new() { Name = "移除 长寿区", Exact = true }).ClickAsync();
        await Expect(lists.Locator("li")).ToHaveCountAsync(7);
        await lists.GetByRole(AriaRole.Button, new() { Name = "全部清除" }).ClickAsync();
        await Expect(lists).ToBeHiddenAsync();
    }

    /// <summary>What others put into the storage is shown as text or not at all.</summary>
    [Theory]
    [InlineData("""[{"address":"https://example.org/","title":"away"}]""", "")]
    [InlineData("""[{"address":"//example.org/","title":"away"}]""", "")]
    [InlineData("""[{"address":"/\\example.org/","title":"away"}]""", "")]
    [InlineData("""[{"address":"/\t/example.org/","title":"away"}]""", "")]
    [InlineData("""[{"address":"javascript:alert(1)","title":"script"}]""", "")]
    [InlineData("""[{"address":"/areas","title":"<img src=x onerror=document.title='broken'>"}]""", "<img src=x onerror=document.title='broken'>")]
    [InlineData("""[null,5,{"address":7},{"title":"none"},{"address":"/areas","title":"good"}]""", "good")]
    [InlineData("""{"address":"/areas"}""", "")]
    [InlineData("not json", "")]
    public async Task Storage_WithJunk_GivesLocalAddressesAndPlainTextOnly(string stored, string shown)
    {
        var page = await dashboard.OpenLiveAsync("/areas");
        var errors = ErrorsOf(page);
        await page.EvaluateAsync("stored => { localStorage.setItem('dashboard.starred', stored); localStorage.setItem('dashboard.viewed', stored); localStorage.setItem('dashboard.visit', stored); }", stored);
        await page.GotoAsync(dashboard.Address + "/");
        await page.Locator("main[data-live=true]").WaitForAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Expect(Box(page)).ToBeFocusedAsync();
        var titles = shown.Length > 0 ? new[] { shown, shown } : [];
        await Expect(page.Locator("#find .find-kept li a")).ToHaveTextAsync(titles);
        await Expect(page.Locator(".kept-views li a")).ToHaveTextAsync(titles);
        Assert.Empty(errors);
        await Expect(page).ToHaveTitleAsync("重庆区县就业统计");
    }

    [Fact]
    public async Task Storage_ThatIsForbidden_IsSaidAtTheStarAndBreaksNothing()
    {
        var context = await dashboard.Browser.NewContextAsync();
        await context.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });");
        var page = await context.NewPageAsync();
        var errors = ErrorsOf(page);
        await page.GotoAsync(dashboard.Address + "/areas/500113");
        await page.Locator("main[data-live=true]").WaitForAsync();
        await Star(page).ClickAsync();
        await Expect(Star(page)).ToHaveAttributeAsync("data-failed", "");
        await Expect(Star(page)).ToHaveAttributeAsync("aria-pressed", "false");
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.Locator("#find .find-kept")).ToContainTextAsync("收藏");
        Assert.Empty(errors);
        await context.CloseAsync();
    }

    [Fact]
    public async Task LastVisit_OfAReaderWhoComesBack_LeadsToWhatChangedSince()
    {
        var page = await dashboard.OpenLiveAsync("/");
        var link = page.Locator("footer a[data-last-visit]");
        await Expect(link).ToHaveAttributeAsync("href", "/news");
        await page.EvaluateAsync("() => localStorage.setItem('dashboard.visit', JSON.stringify({ seen: '2024-05-01T08:00:00.000Z', since: null }))");
        await page.ReloadAsync();
        await Expect(link).ToHaveAttributeAsync("href", "/news?since=2024-05-01T08%3A00%3A00.000Z");

        // A second page of the same visit counts from the same moment.
        await page.ReloadAsync();
        await Expect(link).ToHaveAttributeAsync("href", "/news?since=2024-05-01T08%3A00%3A00.000Z");
        await page.Locator("main[data-live=true]").WaitForAsync();
        // The circuit draws the footer anew, and the script then writes the link again.
        await Expect(link).ToHaveAttributeAsync("href", "/news?since=2024-05-01T08%3A00%3A00.000Z");
        await link.ClickAsync();
        await Expect(page.Locator(".lead")).ToContainTextAsync("自 2024-05-01 16:00 以来：新增 ");
        await Expect(page.Locator("[data-since-visit]")).ToHaveAttributeAsync("aria-current", "page");
    }

    private static ILocator Box(IPage page) => page.Locator("#find [role=combobox]");

    private static ILocator Chosen(IPage page) => page.Locator("#find [role=option][aria-selected=true]");

    private static ILocator Star(IPage page) => page.Locator("[data-star]");

    private static List<string> ErrorsOf(IPage page)
    {
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        return errors;
    }

    private async Task ViewAsync(IPage page, string address)
    {
        await page.GotoAsync(dashboard.Address + address);
        await page.WaitForFunctionAsync("address => JSON.parse(localStorage.getItem('dashboard.viewed'))?.[0]?.address === address", address);
    }

    private static Task<string[]> AddressesAsync(IPage page, string list) =>
        page.EvaluateAsync<string[]>("list => JSON.parse(localStorage.getItem('dashboard.' + list)).map(view => view.address)", list);
}
