using System.Net;
using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>What holds for every page: it answers at once with its content, is accessible, and fits a phone.</summary>
public sealed class PagesTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    public static TheoryData<string> Addresses => new(
        "/",
        "/explore?indicator=guaranteed_loan_amount",
        "/explore?indicator=returned_to_work&view=parts",
        "/explore?indicator=firm_loan_amount&view=table",
        "/explore?indicator=guaranteed_loan_amount&transform=yoy",
        "/explore?indicator=skilled_workers&view=targets",
        "/areas",
        "/areas/compare",
        "/areas/compare?areas=500115,Z-GXQ,500113",
        "/areas/500115",
        "/areas/500112",
        "/areas/Z-GXQ",
        "/areas/500101",
        "/sources",
        "/sources/cqkjb-2020-02-changshou",
        "/targets",
        "/targets?year=2025&figure=1",
        "/annotations",
        "/annotations?show=all",
        "/bulletins?period=2023-01&areas=500113",
        "/batches",
        "/batches/5",
        "/batches/5?show=changed&figure=82",
        "/?figure=1",
        "/search",
        "/search?q=%E5%B0%B1%E4%B8%9A",
        "/search?q=nothing",
        "/news",
        "/news?since=2020-01-01&figure=82",
        "/news?since=2030-01-01");

    /// <summary>Chinese in light colours, wide and on a phone, and English in dark ones.</summary>
    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_InBothLanguagesAndSchemes_IsAccessibleAndFits(string address)
    {
        var page = await dashboard.OpenLiveAsync(address);
        await Axe.AssertAccessibleAsync(page);
        await page.SetViewportSizeAsync(390, 844);
        await Axe.AssertAccessibleAsync(page);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= 390"), "The page is wider than the phone.");
        await page.Context.CloseAsync();

        page = await dashboard.OpenLiveAsync(address, inEnglish: true);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Axe.AssertAccessibleAsync(page);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/explore?indicator=guaranteed_loan_amount")]
    [InlineData("/areas/500113")]
    public async Task Page_BeforeAnyScript_HoldsChartAndTable(string address)
    {
        using var client = new HttpClient();
        var html = await client.GetStringAsync(new Uri(dashboard.Address + address));
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("<table", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/areas/999999")]
    [InlineData("/sources/nothing")]
    [InlineData("/batches/999")]
    [InlineData("/batches/first")]
    [InlineData("/nowhere")]
    public async Task Page_ThatDoesNotExist_SaysSo(string address)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(dashboard.Address + address));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("没有这个页面", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/explore?asof=yesterday", true)]
    [InlineData("/explore?asof=2026-11-21T08:00:00Z", false)]
    [InlineData("/explore", false)]
    public async Task Explorer_AtAMomentThatCannotBeRead_SaysThatItShowsThePresent(string address, bool isSaid)
    {
        using var client = new HttpClient();
        var html = await client.GetStringAsync(new Uri(dashboard.Address + address));
        Assert.Equal(isSaid, html.Contains("读不出来", StringComparison.Ordinal));
    }
}
