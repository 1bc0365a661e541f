using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>Pages enlarged, narrowed and spaced out: nothing is lost, and no line needs scrolling aside.</summary>
public sealed class ReflowTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    /// <summary>What WCAG 1.4.12 has readers set.</summary>
    private const string Spaced = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";

    /// <summary>640 px are a screen of 1280 px at 200 %, 320 px one at 400 % (WCAG 1.4.4, 1.4.10).</summary>
    [Theory]
    [MemberData(nameof(PagesTests.Addresses), MemberType = typeof(PagesTests))]
    public async Task Page_EnlargedOrSpacedOut_NeedsNoSidewaysScrolling(string address)
    {
        var page = await dashboard.OpenAsync(address, 640, 450, inEnglish: true);
        await AssertFitsAsync(page, 640);
        await page.SetViewportSizeAsync(320, 256);
        await AssertFitsAsync(page, 320);
        await page.SetViewportSizeAsync(1280, 900);
        // As a reader's own style sheet, which the content policy of the page is not asked about.
        await page.EvaluateAsync("css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets.push(sheet); }", Spaced);
        await AssertFitsAsync(page, 1280);
        var cut = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main :is(p, a, button, summary, h1, h2, h3, td, label)')].filter(element => !element.closest('svg, .visually-hidden, .scroll') && !element.matches('.visually-hidden') && /hidden|clip/.test(getComputedStyle(element).overflow) && element.scrollHeight > element.clientHeight + 2).map(element => element.outerHTML.slice(0, 120))");
        Assert.Empty(cut);
        await page.Context.CloseAsync();
    }

    /// <summary>Who asked for less motion sees none.</summary>
    [Fact]
    public async Task Page_WithReducedMotion_MovesNothing()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=guaranteed_loan_amount");
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('*')].filter(element => { const style = getComputedStyle(element); return style.scrollBehavior === 'smooth' || style.transitionDuration.split(', ').some(time => parseFloat(time) > 0); }).map(element => element.outerHTML.slice(0, 120))"));
    }

    private static async Task AssertFitsAsync(IPage page, int width)
    {
        var wide = await page.EvaluateAsync<string[]>("width => document.documentElement.scrollWidth <= width ? [] : [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > width + 1 && !element.closest('.scroll, .drawing, svg')).slice(-4).map(element => element.outerHTML.slice(0, 160))", width);
        Assert.True(wide.Length == 0, $"Wider than {width} px: {string.Join(Environment.NewLine, wide)}");
    }
}
