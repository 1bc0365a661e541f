using AngleSharp.Dom;
using Bunit;
using EmploymentDashboard.Features.News;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Tests.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

public sealed class NewsPageTests : FeatureContext
{
    public NewsPageTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Page_BeforeAnyBatch_SaysSoAndLeadsBack()
    {
        var page = At("/news");
        Assert.Contains("还没有载入过数字", page.Markup, StringComparison.Ordinal);
        Assert.Equal("/", page.Find("section a").GetAttribute("href"));
    }

    [Fact]
    public async Task Page_WithoutAMoment_ShowsWhatTheLastBatchChanged()
    {
        await TakeInThreeAsync();
        var page = At("/news");

        Assert.Equal("自上一个批次以来：新增 1 个数字，更正 1 个，撤下 0 个。", Text(page.Find(".lead")));
        Assert.Equal(["巴南区 贷款 1 人 9 人", "长寿区 贷款 没有数字 4 人"], Rows(page));
    }

    [Fact]
    public async Task Page_SinceAMoment_ListsTheOlderBesideTheNewerAndBothLeadToTheirDetails()
    {
        await TakeInThreeAsync();
        var address = Addresses.News(new DateTimeOffset(2023, 4, 1, 8, 1, 30, TimeSpan.Zero));
        Assert.Equal("/news?since=2023-04-01T08:01:30.000Z", address);
        var page = At(address);

        Assert.StartsWith("自 2023-04-01 16:01 以来：", Text(page.Find(".lead")), StringComparison.Ordinal);
        Assert.Equal(
            ["/news?since=2023-04-01T08:01:30.000Z&figure=1", "/news?since=2023-04-01T08:01:30.000Z&figure=4"],
            page.FindAll("#changes tbody tr").Single(row => Text(row).Contains("9 ", StringComparison.Ordinal)).QuerySelectorAll(".figure-link").Select(link => link.GetAttribute("href")));
        Assert.Equal(["载入 #3", "载入 #2"], page.FindAll(".events a").Select(Text));
    }

    /// <summary>To those who cannot see it; what the page shows at first is read as it is.</summary>
    [Fact]
    public async Task Choice_IsSaidWithWhatTheListHoldsNow()
    {
        await TakeInThreeAsync();
        var page = At("/news");
        Assert.Equal("", Text(page.Find(".changed")));

        Services.GetRequiredService<NavigationManager>().NavigateTo("/news?show=added");
        page.WaitForAssertion(() => Assert.Equal("新增：1", Text(page.Find(".changed"))));
    }

    /// <summary>A day begins in China: what was loaded at 20:00 UTC was loaded on the next day there.</summary>
    [Theory]
    [InlineData("2023-04-02", false)]
    [InlineData("2023-04-03", true)]
    [InlineData("9999-12-31", false)]
    [InlineData("yesterday", false)]
    public async Task Page_SinceADay_SaysPlainlyWhereNothingChanged(string since, bool isNothing)
    {
        Store.Clock.Now = new(2023, 4, 1, 20, 0, 0, TimeSpan.Zero);
        await Store.TakeInAsync("500113 loans total flow 2023-01 1");
        var page = At($"/news?since={since}");
        Assert.Equal(isNothing, page.Markup.Contains("没有变化", StringComparison.Ordinal));
        Assert.Equal(!isNothing, page.Markup.Contains("变了的数字", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("area=500115", "长寿区 贷款 没有数字 4 人")]
    [InlineData("show=changed", "巴南区 贷款 1 人 9 人")]
    [InlineData("theme=standards", "")]
    [InlineData("theme=jobs&area=500113&show=changed", "巴南区 贷款 1 人 9 人")]
    [InlineData("area=nowhere&show=nothing&page=x", "巴南区 贷款 1 人 9 人|长寿区 贷款 没有数字 4 人")]
    public async Task Page_IsNarrowedByItsAddress(string parameters, string expected)
    {
        await TakeInThreeAsync();
        // One row that was only added has no column for what stood before.
        var rows = Rows(At($"/news?{parameters}")).Select(row => row == "长寿区 贷款 4 人" ? "长寿区 贷款 没有数字 4 人" : row);
        Assert.Equal(expected, string.Join('|', rows));
    }

    [Fact]
    public async Task Page_OfManyChanges_IsPagedWithinItsSelection()
    {
        await Store.TakeInAsync([.. Enumerable.Range(0, 120).Select(day => $"500113 loans total flow {new DateOnly(2021, 1, 1).AddDays(day):yyyy-MM-dd} {day}")]);
        var page = At("/news?show=added&page=3");
        Assert.Equal(20, page.FindAll("#changes tbody tr").Count);
        Assert.Equal("/news?show=added&page=2#changes", page.Find(".pager a[rel=prev]").GetAttribute("href"));
    }

    [Fact]
    public async Task Summary_CountsByThemeAndLeadsToEachPart()
    {
        await TakeInThreeAsync();
        var row = Assert.Single(At("/news").FindAll("table")[0].QuerySelectorAll("tbody tr"));
        Assert.Equal(["/news?theme=jobs", "/news?theme=jobs&show=added", "/news?theme=jobs&show=changed", "/news?area=500113&theme=jobs", "/news?area=500115&theme=jobs"], row.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["1", "1", "0"], row.QuerySelectorAll("td.number").Select(Text));
    }

    [Fact]
    public async Task Page_InEnglish_IsInEnglish()
    {
        await TakeInThreeAsync();
        using var language = Language.English();
        Assert.Equal("Since the last batch: 1 figures added, 1 changed, 0 removed.", Text(At("/news").Find(".lead")));
    }

    /// <summary>A minute apart: one figure; another; then the first changed and a third.</summary>
    private async Task TakeInThreeAsync()
    {
        foreach (var rows in (string[][])[["500113 loans total flow 2023-01 1"], ["500113 jobs_created total flow 2023-01 2"], ["500115 loans total flow 2023-01 4", "500113 loans total flow 2023-01 9"]])
        {
            Store.Clock.Now += TimeSpan.FromMinutes(1);
            await Store.TakeInAsync(rows);
        }
    }

    private static IEnumerable<string> Rows(IRenderedComponent<NewsPage> page) =>
        page.FindAll("#changes tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll(".area, .indicator, .number").Select(Text)).Replace("元", "人", StringComparison.Ordinal));

    private IRenderedComponent<NewsPage> At(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<NewsPage>();
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
