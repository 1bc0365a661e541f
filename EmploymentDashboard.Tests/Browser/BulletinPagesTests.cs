using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>The pages that a bulletin is dealt onto, as a browser lays them out: nothing is cut, lost or left alone.</summary>
[Collection(PanelCollection.Name)]
public sealed class BulletinPagesTests(PanelFixture dashboard)
{
    /// <summary>One area and all, tall and wide paper, both languages.</summary>
    [Theory]
    [InlineData("period=2024-12&areas=500113&lang=zh")]
    [InlineData("period=2024-12&areas=500113&lang=en")]
    [InlineData("period=2024-Q3&areas=500113,500115&lang=zh&paper=landscape")]
    [InlineData("period=2024-12&lang=zh")]
    public async Task Pages_HoldAllThatWasWritten_AndCutNothing(string query)
    {
        var page = await dashboard.OpenAsync("/bulletins/draft.html?" + query);
        await page.Locator("html.is-paged").WaitForAsync();
        var sheets = await page.Locator(".page").CountAsync();
        Assert.Equal(sheets.ToString(CultureInfo.InvariantCulture), await page.Locator("html").GetAttributeAsync("data-pages"));
        Assert.Equal("0", await page.Locator("html").GetAttributeAsync("data-overflowing"));

        // What the server wrote, before the script's work. The page itself may fetch nothing.
        var source = await (await page.APIRequest.GetAsync($"{dashboard.Address}/bulletins/draft.html?{query}")).TextAsync();
        var written = await page.EvaluateAsync<string[]>(
            "source => [...new DOMParser().parseFromString(source, 'text/html').querySelectorAll('.chapter > .block:not(.table), .chapter tbody tr')].map(node => node.textContent)",
            source);
        var shown = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.page-body > .block:not(.table, .title, .contents *, .entry, .contents-title), .page-body tbody tr')].map(node => node.textContent)");
        Assert.Equal(written, shown);

        // No heading is the last on its page, and each piece of a table has its head and two rows at least, if it has as many.
        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.page-body')].filter(body => /^H[23]$/.test([...body.children].filter(child => !child.classList.contains('page-notes')).at(-1)?.tagName)).length"));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.page-body .table')].filter(table => !table.querySelector('thead th') || !table.querySelector('caption')).length"));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.page-body .table')].filter(part => part.querySelectorAll('tbody tr').length === 1 && part.querySelector('caption').textContent.match(/（续）|continued/)).length"));

        // Every mark on a page has its note at the foot of that page.
        Assert.Equal(0, await page.EvaluateAsync<int>(
            """
            () => [...document.querySelectorAll('.page')].flatMap(page => {
              const notes = new Set([...page.querySelectorAll('.footnote')].map(note => note.textContent.trim()[0]));
              return [...page.querySelectorAll('.page-body > :not(.page-notes) [role=doc-noteref]')].filter(mark => !notes.has(mark.textContent));
            }).length
            """));
    }

    [Fact]
    public async Task Contents_OfALongBulletin_GiveThePageOfEachHeading()
    {
        var page = await dashboard.OpenAsync("/bulletins/draft.html?period=2024-12&lang=zh");
        await page.Locator("html.is-paged").WaitForAsync();
        var wrong = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.entry a')].filter(entry => {
              const heading = document.getElementById(entry.getAttribute('href').slice(1));
              const pages = [...document.querySelectorAll('.page')];
              return entry.querySelector('b').textContent !== String(pages.indexOf(heading.closest('.page')) + 1) || !heading.textContent.includes(entry.querySelector('span').textContent);
            }).map(entry => entry.textContent)
            """);
        Assert.Empty(wrong);
        Assert.Equal(38 + 10, await page.Locator(".entry a").CountAsync());
        Assert.Matches(new Regex(@"^第 1 页，共 \d+ 页$", RegexOptions.None, TimeSpan.FromSeconds(1)), await page.Locator(".page-foot span:nth-child(2)").First.TextContentAsync());
    }

    [Fact]
    public async Task Contents_OfAShortBulletin_AreLeftOut()
    {
        var page = await dashboard.OpenAsync("/bulletins/draft.html?period=2024-12&areas=500113&lang=zh&without=themes,charts");
        await page.Locator("html.is-paged").WaitForAsync();
        Assert.Equal(0, await page.Locator(".entry").CountAsync());
        Assert.True(await page.Locator(".page").CountAsync() <= 4);
    }

    [Fact]
    public async Task Draft_IsMarkedOnEveryPage_AndAsSyntheticAtItsHead()
    {
        var page = await dashboard.OpenAsync("/bulletins/draft.html?period=2024-12&areas=500113&lang=zh");
        await page.Locator("html.is-paged").WaitForAsync();
        Assert.Equal(await page.Locator(".page").CountAsync(), await page.Locator(".page-mark").CountAsync());
        Assert.Equal(await page.Locator(".page").CountAsync(), await page.Locator(".page-head:has-text('演示数据')").CountAsync());
    }

    /// <summary>On a phone a page shrinks to the window; on paper it keeps its size.</summary>
    [Fact]
    public async Task Page_OnAPhone_FitsTheWindow()
    {
        var page = await dashboard.OpenAsync("/bulletins/draft.html?period=2024-12&areas=500113&lang=zh", width: 390);
        await page.Locator("html.is-paged").WaitForAsync();
        Assert.True(await page.EvaluateAsync<double>("() => document.querySelector('.page').getBoundingClientRect().right") <= 390);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.InRange(await page.EvaluateAsync<double>("() => document.querySelector('.page').getBoundingClientRect().width"), 793, 795);
    }

    [Fact]
    public async Task Pages_Themselves_AreAccessible()
    {
        var page = await dashboard.OpenAsync("/bulletins/draft.html?period=2024-12&areas=500113&lang=zh");
        await page.Locator("html.is-paged").WaitForAsync();
        await Axe.AssertAccessibleAsync(page);
    }
}
