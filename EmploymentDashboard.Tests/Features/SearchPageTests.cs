using AngleSharp.Dom;
using Bunit;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Features.Finding;
using EmploymentDashboard.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

public sealed class SearchPageTests : FeatureContext
{
    [Fact]
    public async Task Page_ListsWhatFitsByKindWithItsFigures()
    {
        await Store.TakeInAsync("500113 loans total flow 2023-01 1", "500113 loans total flow 2023-02 2");
        var page = At("/search?q=%E5%B7%B4%E5%8D%97%20loans");

        Assert.Equal(["地区的指标"], page.FindAll(".found h2").Select(title => title.TextContent));
        var link = page.Find(".found li a");
        Assert.Equal("/explore?indicator=loans&areas=500113", link.GetAttribute("href"));
        Assert.Equal("巴南区 · 贷款 这个地区的这个指标 2 个数字", Text(link));
        Assert.Equal("巴南 loans", page.Find("#q").GetAttribute("value"));
    }

    [Fact]
    public void Page_OfAnAreaWithoutFigures_SaysSo() =>
        Assert.Equal("巴南区 区，重庆市 没有来源提及", Text(At("/search?q=bn").Find(".found li a")));

    [Fact]
    public void Page_ThatFindsNothing_SaysWhatCanBeTyped()
    {
        var page = At("/search?q=%3Cb%3Emars%3C/b%3E");
        Assert.Contains("没有地区、指标、来源或页面叫「<b>mars</b>」", page.Find(".found-none").TextContent, StringComparison.Ordinal);
        Assert.Contains("首字母", page.Find(".found-none").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_WithoutWords_LeadsToTheLists()
    {
        var page = At("/search");
        Assert.Empty(page.FindAll(".found, .found-none"));
        Assert.Equal(["/areas", "/explore", "/sources"], page.FindAll("section p a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Options_BelongToAListBoxAndEndInTheWayToAll()
    {
        var options = Render<SearchResults>(parameters => parameters.Add(results => results.Words, "district").Add(results => results.Most, 2).Add(results => results.AsOptions, true));

        var all = options.FindAll("[role=option]");
        Assert.Equal(["/areas/500113", "/areas/500115", "/search?q=district"], all.Select(option => option.GetAttribute("href")));
        Assert.Equal(3, all.Select(option => option.Id).Distinct().Count());
        var group = options.Find("[role=group]");
        Assert.Equal("地区", options.Find($"#{group.GetAttribute("aria-labelledby")}").TextContent);
        Assert.Contains("全部 3 个结果", Text(all[^1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(Role.Analyst, 1)]
    public async Task Pages_OfAnalysts_AreOfferedToThemOnly(Role? role, int found)
    {
        if (role is { } signedIn)
            await SignInAsync(signedIn);
        Assert.Equal(found, At("/search?q=%E6%89%B9%E6%AC%A1").FindAll(".found li").Count);
    }

    [Fact]
    public void Breadcrumbs_OfATown_NameTheAreasThatHoldIt()
    {
        var crumbs = Render<Breadcrumbs>(parameters => parameters.Add(line => line.Trail, Crumb.Above(Store.Catalog.Area("500112-LXZ"), Store.Catalog)));
        Assert.Equal(["区县 /areas", "重庆市 /areas/500000", "渝北区 /areas/500112"], crumbs.FindAll("nav[aria-label] ol > li > a").Select(link => $"{link.TextContent} {link.GetAttribute("href")}"));
    }

    /// <summary>The theme leads to the search for it, which lists its indicators.</summary>
    [Fact]
    public void Breadcrumbs_OfAnIndicator_LeadToTheIndicatorsOfItsTheme()
    {
        var theme = Crumb.Above(Store.Catalog.Indicator("subsidy"), Store.Catalog)[^1];
        Assert.Equal("政策标准", theme.Title);
        Assert.Equal(["补贴标准"], At(theme.Address).FindAll(".found-name").Select(Text));
    }

    private IRenderedComponent<SearchPage> At(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<SearchPage>();
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
