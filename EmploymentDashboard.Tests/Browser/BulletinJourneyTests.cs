using System.Text.RegularExpressions;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>How staff print a month, and how an analyst issues and corrects it.</summary>
public sealed class BulletinJourneyTests : IClassFixture<DashboardFixture>
{
    private readonly DashboardFixture _dashboard;

    public BulletinJourneyTests(DashboardFixture dashboard) => _dashboard = dashboard;

    [Fact]
    public async Task Staff_ChooseMonthAndArea_AndSeeThePagesThatPrint()
    {
        var page = await _dashboard.OpenLiveAsync("/bulletins");
        await page.SelectOptionAsync("select[name=period]", "2023-01");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("period=2023-01", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.SelectOptionAsync("select[name=areas]", "500113");
        await page.ClickAsync(".areas button:has-text('加上')");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("areas=500113", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(page.Locator(".changed")).ToHaveTextAsync(new Regex("^预览：.*巴南区$", RegexOptions.None, TimeSpan.FromSeconds(1)));

        var pages = page.FrameLocator("#preview");
        await pages.Locator("h1:has-text('巴南区就业统计月报')").WaitForAsync();
        Assert.Contains(">1,500", await pages.Locator("table").First.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(await pages.Locator(".page").CountAsync(), await pages.Locator(".page-mark").CountAsync());
        await Axe.AssertAccessibleAsync(page);

        // A chip's cross gives all areas back; leaving a section out leaves it out of the pages.
        await page.ClickAsync(".chip button");
        await pages.Locator("h1:has-text('重庆市区县就业统计月报')").WaitForAsync();
        await page.ClickAsync(".sections summary");
        await page.UncheckAsync(".sections label:has-text('文字概况') input");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("without=summary", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(pages.Locator("h2:has-text('概况')")).ToHaveCountAsync(0);
    }

    /// <summary>Where short pieces share a page, they share their count of footnotes.</summary>
    [Theory]
    [InlineData("2020-02")]
    [InlineData("2020")]
    [InlineData("2021-09")]
    public async Task Page_OfASparseMonth_HasNoTwoNotesOfOneSign(string period)
    {
        var page = await _dashboard.OpenAsync($"/bulletins/draft.html?period={period}&lang=zh");
        await page.Locator("html.is-paged").WaitForAsync();
        Assert.Equal("0", await page.Locator("html").GetAttributeAsync("data-overflowing"));
        var signs = await page.EvaluateAsync<string[][]>("() => [...document.querySelectorAll('.page')].map(page => [...page.querySelectorAll('.footnote sup')].map(sign => sign.textContent))");
        Assert.Contains(signs, ofPage => ofPage.Length > 0);
        Assert.All(signs, ofPage => Assert.Equal(ofPage.Distinct(), ofPage));
    }

    /// <summary>A mistyped address gives no other bulletin than it asks for.</summary>
    [Theory]
    [InlineData("period=2024-13", "2024-13")]
    [InlineData("period=2023-01&areas=999999", "999999")]
    public async Task Address_ThatNamesWhatIsNot_IsRefusedByItsName(string query, string expected)
    {
        var page = await _dashboard.OpenLiveAsync("/bulletins?" + query);
        Assert.Contains(expected, await page.Locator("[role=alert]").First.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (await page.APIRequest.GetAsync($"{_dashboard.Address}/bulletins/draft.html?{query}")).Status);
    }

    [Fact]
    public async Task Reader_WhoHasNotSignedIn_CannotIssue()
    {
        var page = await _dashboard.OpenLiveAsync("/bulletins");
        Assert.Equal(0, await page.Locator("button:has-text('发布')").CountAsync());
    }

    [Fact]
    public async Task Analyst_IssuesABulletin_AndCorrectsItOnceAFigureChanged()
    {
        var page = await _dashboard.OpenLiveSignedInAsync(Role.Publisher, "/bulletins?period=2023-01&areas=500113");
        await page.ClickAsync("button:has-text('发布这一期')");
        await Assertions.Expect(page).ToHaveURLAsync(_dashboard.Address + "/bulletins/2023-01-500113");
        await page.Locator("main[data-live=true]").WaitForAsync();
        Assert.Contains("都没有变", await page.Locator(".changes").TextContentAsync(), StringComparison.Ordinal);
        var pages = page.FrameLocator("#pages");
        await pages.Locator(".edition:has-text('第 2023-01-500113 号')").WaitForAsync();
        Assert.Equal(0, await pages.Locator(".page-mark").CountAsync());
        var asIssued = await (await page.APIRequest.GetAsync(_dashboard.Address + "/bulletins/2023-01-500113/pages.html?lang=zh")).TextAsync();

        await ChangeAsync();
        await page.ReloadAsync();
        await page.Locator("main[data-live=true]").WaitForAsync();
        Assert.Contains("1,600", await page.Locator(".changes table").TextContentAsync(), StringComparison.Ordinal);
        await page.ClickAsync("button:has-text('发布更正版')");
        await Assertions.Expect(page).ToHaveURLAsync(_dashboard.Address + "/bulletins/2023-01-500113-C1");
        await pages.Locator("h2:has-text('更正说明')").WaitForAsync();
        Assert.Contains("更正第 2023-01-500113 号", await pages.Locator(".edition").TextContentAsync(), StringComparison.Ordinal);
        await Axe.AssertAccessibleAsync(page);

        Assert.Equal(asIssued, await (await page.APIRequest.GetAsync(_dashboard.Address + "/bulletins/2023-01-500113/pages.html?lang=zh")).TextAsync());
    }

    /// <summary>The articles' figure of posts at the fair, given by its own source as another number.</summary>
    private async Task ChangeAsync()
    {
        var (database, catalog) = (_dashboard.Services.GetRequiredService<DashboardDatabase>(), _dashboard.Services.GetRequiredService<CatalogCache>().Current);
        Assert.NotNull(catalog);
        var run = new ImportRun(database, TimeProvider.System);
        var file = ImportFile.OfBytes("mended.csv", "area,indicator,basis,period,value,source\n巴南区,招聘会岗位数,flow,2023-01-30~,1600余,cqrb-2023-03-06-banan\n"u8.ToArray());
        using var preview = run.Prepare(file, new());
        Assert.Equal(CommitOutcome.Committed, (await run.CommitAsync(preview, "tester", goodRowsOnly: false)).Outcome);
    }
}
