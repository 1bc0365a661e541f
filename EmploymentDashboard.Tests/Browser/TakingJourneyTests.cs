using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>How an official sends a view on, and takes its picture and figures away.</summary>
[Collection(DashboardCollection.Name)]
public sealed class TakingJourneyTests(DashboardFixture dashboard)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>A drawing of a kind each; what must be read in it besides title, moment and address.</summary>
    [Theory]
    [InlineData("/explore?indicator=guaranteed_loan_amount", "877万", "累计")]
    [InlineData("/explore?indicator=returned_to_work&view=parts", "1,111", "就地就近")]
    [InlineData("/explore?indicator=skilled_workers", "17万", "目标")]
    public async Task Picture_AsSvg_StandsByItselfAndSaysWhatThePageSays(string address, params string[] words)
    {
        var page = await dashboard.OpenLiveAsync(address);
        var drawing = XDocument.Load(await DownloadAsync(page, "svg"));
        var text = string.Join(' ', drawing.Descendants(Svg + "text").Select(element => element.Value));
        Assert.All([.. words, await page.Locator("#chart-title").InnerTextAsync(), "数据截至", dashboard.Address], word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.Equal(await page.Locator("#chart-title").InnerTextAsync(), drawing.Root!.Element(Svg + "title")!.Value);
        // Nothing that another program could not draw, and nothing that points elsewhere.
        Assert.Empty(drawing.Descendants(Svg + "foreignObject"));
        Assert.Empty(drawing.Descendants(Svg + "script"));
        Assert.Empty(drawing.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "class" or "style" or "href").Select(attribute => attribute.ToString()));
        Assert.Empty(Regex.Matches(drawing.ToString(), @"var\(--", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var ids = drawing.Descendants().Attributes("id").Select(attribute => attribute.Value).ToHashSet();
        Assert.All(Regex.Matches(drawing.ToString(), @"url\(#(?<id>[^)]+)\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), use => Assert.Contains(use.Groups["id"].Value, ids));
        PolicyWatch.AssertNone(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Picture_AsPng_IsTwiceTheSizeOfTheDrawing()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=guaranteed_loan_amount");
        var drawing = XDocument.Load(await DownloadAsync(page, "svg"));
        var png = await File.ReadAllBytesAsync(await DownloadAsync(page, "png"));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal(2 * (int)drawing.Root!.Attribute("width")!, (png[18] << 8) | png[19]);
        Assert.Equal(2 * (int)drawing.Root!.Attribute("height")!, (png[22] << 8) | png[23]);
        PolicyWatch.AssertNone(page);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("CSV", ".csv")]
    [InlineData("Excel", ".xlsx")]
    public async Task Figures_TakenAway_ComeAsAFileNamedAfterThem(string format, string ending)
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=job_fairs");
        await page.ClickAsync(".take summary >> nth=0");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync($".take[open] a:has-text('{format}')"));
        Assert.Equal("就业-招聘活动场次-期间" + ending, download.SuggestedFilename);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task LinkToThisMoment_OpenedLater_ShowsTheSameAndSaysWhatMoment()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=job_fairs");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.ClickAsync(".take summary >> nth=1");
        await page.ClickAsync(".take[open] button:has-text('此刻')");
        await Assertions.Expect(page.Locator(".take[open] [data-done]")).ToHaveCountAsync(1);
        var copied = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.StartsWith(dashboard.Address + "/explore?indicator=job_fairs&asof=20", copied, StringComparison.Ordinal);

        await page.GotoAsync(copied);
        await Assertions.Expect(page.Locator(".as-of")).ToContainTextAsync("时所知显示");
        await Assertions.Expect(page.Locator(".as-of")).ToContainTextAsync("此后没有变化");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Menus_AreWorkedByTheKeyboard()
    {
        var page = await dashboard.OpenLiveAsync("/explore?indicator=job_fairs");
        await page.Locator(".take summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".take[open]")).ToHaveCountAsync(1);
        await Axe.AssertAccessibleAsync(page);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Excel", await page.EvaluateAsync<string>("() => document.activeElement.firstChild.textContent"));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".take[open]")).ToHaveCountAsync(0);
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.matches('.take summary')"), "The focus is lost when the menu closes.");
        await page.Context.CloseAsync();
    }

    /// <summary>A page of another site shows the chart in a frame: without a circuit, and with a way back.</summary>
    [Fact]
    public async Task EmbeddedView_InAFrameOfAnotherSite_ShowsTheChartAndLeadsBack()
    {
        // A server of its own: a page that only the test makes up would not be let to one on this machine.
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var elsewhere = builder.Build();
        elsewhere.MapGet("/article", () => Results.Content($"<!DOCTYPE html><title>elsewhere</title><iframe title=chart width=600 height=600 src='{dashboard.Address}/explore?indicator=guaranteed_loan_amount&embed=1'></iframe>", "text/html"));
        await elsewhere.StartAsync();
        var page = await dashboard.OpenAsync("/sources");
        // Another host name is another site: what a page allows to its own site only would be refused here.
        await page.GotoAsync(elsewhere.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/article");
        var frame = page.FrameLocator("iframe");
        await frame.Locator(".chart-timeline").WaitForAsync();
        Assert.Equal($"{dashboard.Address}/explore?indicator=guaranteed_loan_amount", await frame.Locator(".embed-foot a").First.EvaluateAsync<string>("link => link.href"));
        Assert.Equal("_blank", await frame.Locator("base").GetAttributeAsync("target"));
        Assert.Equal(0, await frame.Locator("script[src*='blazor']").CountAsync());
        Assert.Equal(0, await frame.Locator("header, nav").CountAsync());

        await page.GotoAsync(dashboard.Address + "/explore?indicator=guaranteed_loan_amount&embed=1");
        await Axe.AssertAccessibleAsync(page);
        await page.Context.CloseAsync();
    }

    /// <summary>Only the embedded form may be framed by others.</summary>
    [Theory]
    [InlineData("/explore?indicator=job_fairs", "frame-ancestors 'self'")]
    [InlineData("/explore?indicator=job_fairs&embed=1", "frame-ancestors *")]
    public async Task Page_SaysWhoMayFrameIt(string address, string policy)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(dashboard.Address + address));
        Assert.EndsWith("; " + policy, Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(policy == "frame-ancestors 'self'", response.Headers.Contains("X-Frame-Options"));
    }

    [Fact]
    public async Task Link_ShownInAChat_HasATitleWordsAndAPicture()
    {
        var page = await dashboard.OpenAsync("/explore?indicator=guaranteed_loan_amount");
        Assert.Equal("创业担保贷款发放额，期间", await Property("title"));
        Assert.Contains("3 个数字", await Property("description"), StringComparison.Ordinal);
        var picture = await page.APIRequest.GetAsync((await Property("image"))!);
        Assert.Equal("image/png", picture.Headers["content-type"]);
        var png = await picture.BodyAsync();
        Assert.Equal((1200, 630), ((png[18] << 8) | png[19], (png[22] << 8) | png[23]));
        await page.Context.CloseAsync();

        Task<string?> Property(string name) => page.Locator($"meta[property='og:{name}']").GetAttributeAsync("content");
    }

    private static async Task<string> DownloadAsync(IPage page, string format)
    {
        await page.ClickAsync(".take summary >> nth=0");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync($"[data-picture={format}]"));
        await Assertions.Expect(page.Locator(".take[open]")).ToHaveCountAsync(0);
        return await download.PathAsync();
    }
}
