using EmploymentDashboard.Accounts;
using static Microsoft.Playwright.Assertions;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>A dashboard whose server can be ended and started again.</summary>
public sealed class RestartableFixture : DashboardFixture
{
    public Task StopAsync() => StopServerAsync();

    public Task StartAgainAsync() => StartServerAsync(Address);
}

/// <summary>The circuit goes, and reading goes on.</summary>
public sealed class ConnectionTests(RestartableFixture dashboard) : IClassFixture<RestartableFixture>
{
    private const string View = "/explore?indicator=guaranteed_loan_amount&view=timeline";
    private const string Notice = "#components-reconnect-modal";

    [Fact]
    public async Task Page_WhoseServerStops_StaysReadableAndComesBackToItsView()
    {
        var page = await dashboard.OpenLiveAsync(View);
        var writer = await dashboard.OpenLiveSignedInAsync(Role.Analyst, "/annotations");
        await writer.Locator("details:has(.annotation-form) > summary").First.ClickAsync();
        await writer.Locator("[name=chinese]").First.FillAsync("还没有存的话");
        var follower = await dashboard.OpenLiveAsync(View);
        await dashboard.StopAsync();
        try
        {
            await Expect(page.Locator(Notice)).ToBeVisibleAsync();
            await Expect(page.Locator(".chart-timeline")).ToBeVisibleAsync();
            var box = (await page.Locator(Notice).BoundingBoxAsync())!;
            Assert.True(box.Height < 80, "The notice covers what is read.");
            await Expect(page.Locator(Notice)).ToHaveAttributeAsync("role", "status");

            // A link is not followed into nothing: the page that can be read stays.
            await follower.Locator(".top nav a[href='/areas']").ClickAsync();
            await Expect(follower.Locator(Notice)).ToContainTextAsync("服务器现在连不上");
            await Expect(follower.Locator(".chart-timeline")).ToBeVisibleAsync();
            // What keeps this page from coming back of itself keeps its circuit gone, too.
            await follower.EvaluateAsync("() => sessionStorage.setItem('came-back', Date.now() + 60_000)");
        }
        finally
        {
            await dashboard.StartAgainAsync();
        }

        await Expect(page.Locator(Notice)).ToBeHiddenAsync(new() { Timeout = 40_000 });
        await page.Locator("main[data-live=true]").WaitForAsync();
        await Expect(page).ToHaveURLAsync(dashboard.Address + View);
        await page.Locator("select[name=indicator]").SelectOptionAsync("job_fairs");
        await Expect(page.Locator("h1")).Not.ToHaveTextAsync("创业担保贷款发放额");

        await Expect(follower.Locator(Notice)).ToHaveClassAsync("components-reconnect-rejected", new() { Timeout = 40_000 });
        await follower.Locator(".top nav a[href='/areas']").ClickAsync();
        await Expect(follower).ToHaveURLAsync(dashboard.Address + "/areas");
        await Expect(follower.Locator("h1")).ToHaveTextAsync("区县");

        await Expect(writer.Locator(Notice)).ToContainTextAsync("您填的内容还在", new() { Timeout = 40_000 });
        await Expect(writer.Locator("[name=chinese]").First).ToHaveValueAsync("还没有存的话");
    }

    [Fact]
    public async Task Page_WhoseLineIsCutForAMoment_GoesOnWhereItWas()
    {
        var page = await dashboard.OpenLiveAsync(View);
        await page.EvaluateAsync("() => { window.isTheSame = true; Blazor._internal.forceCloseConnection(); }");
        await page.EvaluateAsync("() => Blazor.reconnect()");
        await page.Locator("select[name=indicator]").SelectOptionAsync("job_fairs");
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/explore?indicator=job_fairs");
        Assert.True(await page.EvaluateAsync<bool>("() => window.isTheSame"));
    }
}
