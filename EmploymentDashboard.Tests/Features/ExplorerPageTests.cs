using Bunit;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

public sealed class ExplorerPageTests
{
    [Fact]
    public async Task Page_OverACatalogueWithoutIndicators_OpensAndSaysSo()
    {
        using var chinese = Language.Chinese();
        using var store = await TestDatabase.CreateAsync();
        await using var context = new BunitContext();
        context.Services.AddSingleton(store.Database);
        context.Services.AddSingleton(new CatalogCache(store.Database));
        context.Services.AddSingleton(Catalog.Empty);
        context.Services.AddSingleton(TimeProvider.System);
        context.Services.AddFeatures();

        Assert.Equal("还没有指标", context.Render<ExplorerPage>().Find("h1").TextContent);
    }
}

/// <summary>What the Explorer says beside its charts.</summary>
public sealed class ExplorerWordsTests : FeatureContext
{
    [Fact]
    public async Task Computed_WhereSomeCouldNotBe_SaysHowManyAndWhy()
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 10", "500113 jobs_created total flow 2023-02 12", "500113 jobs_created total flow 2023-03 15");
        Assert.Contains("1 个算不出：没有上一期的数字。", At("/explore?indicator=jobs_created&transform=pop").Find(".notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MonthAxis_ThatLeavesFiguresOut_SaysHowMany()
    {
        await Store.TakeInAsync(
            "500113 jobs_created total flow 2023-01 10", "500113 jobs_created total flow 2023-02 12",
            "500113 jobs_created local flow 2023-02 5", "500113 jobs_created total cumulative ../2023-02 99", "500113 jobs_created total target 2023 500");
        Assert.Contains("另有 2 个数字的口径、分项或期间不同", At("/explore?indicator=jobs_created").Find(".notice").TextContent, StringComparison.Ordinal);
    }

    /// <summary>The rows of a table and its total, or why there is none.</summary>
    [Theory]
    [InlineData("500113 jobs_created total flow 2023-01 10; 500113 jobs_created total flow 2023-02 12余", ">22 人")]
    [InlineData("500113 jobs_created total flow 2023-01 10; 500115 jobs_created total flow 2023-01 12", "22 人")]
    [InlineData("500113 jobs_created total ytd 2023-01 10; 500113 jobs_created total ytd 2023-01/2023-02 12", "不能合计：累计、时点、平均、目标和标准不能按时间相加")]
    [InlineData("500113 jobs_created total flow 2023-01 10; Z-GXQ jobs_created total flow 2023-01 12", "不能合计：地区重叠，相加会重复计算")]
    [InlineData("500113 jobs_created total flow 2023-01 10; 500113 jobs_created total flow 2023-02 — O", "不能合计：有数字缺失，缺不等于零")]
    [InlineData("500113 jobs_created total flow 2023-01 10; 500113 jobs_created local flow 2023-01 4", "不能合计：分项重叠或不同类，不能相加")]
    public async Task Table_HasATotalOnlyWhereTheRulesAllowOne(string rows, string total)
    {
        await Store.TakeInAsync(rows.Split("; "));
        Assert.Equal(total, At("/explore?indicator=jobs_created&view=table").Find("tfoot .value").TextContent.Trim());
    }

    [Fact]
    public async Task Table_CountsInItsTotalOnlyWhatIsThereAndNamesTheSource()
    {
        await Store.TakeInAsync("500113 jobs_created total ytd 2023-01 10", "500113 jobs_created total ytd 2023-01/2023-02 12", "500113 jobs_created total ytd 2023-01/2023-05 19");
        Assert.Equal("合计（2 个数字，另有 1 个算不出）", At("/explore?indicator=jobs_created&view=table&reading=month").Find("tfoot th").TextContent);
        var row = At("/explore?indicator=jobs_created&view=table").Find("tbody tr");
        Assert.Equal(Store.Catalog.Source("late").Publisher, row.QuerySelector(".origin a")!.TextContent);
    }

    [Fact]
    public async Task Parts_OfSeveralAreas_OfferTheAreaToShow()
    {
        await Store.TakeInAsync("500113 jobs_created local flow 2023-01 3", "500113 jobs_created outside flow 2023-01 2", "500115 jobs_created local flow 2023-01 7", "500115 jobs_created outside flow 2023-01 2");
        var choice = At("/explore?indicator=jobs_created&view=parts&of=500115").Find(".options select");
        Assert.Equal(["巴南区", "长寿区"], choice.Children.Select(option => option.TextContent));
        Assert.Equal(("of", "500115", "view=parts"), (choice.GetAttribute("name"), choice.QuerySelector("[selected]")!.GetAttribute("value"), choice.GetAttribute("data-sets")));
    }

    /// <summary>The months of the slider are those with figures, and at the ends there is no step beyond.</summary>
    [Theory]
    [InlineData("", "2023-05", 2, "- disabled")]
    [InlineData("&month=2023-02", "2023-02", 1, "- -")]
    [InlineData("&month=2023-01", "2023-01", 0, "disabled -")]
    public async Task Slider_OffersTheMonthsThatHaveFigures(string month, string shown, int place, string steps)
    {
        string[] months = ["2023-01", "2023-02", "2023-05"];
        await Store.TakeInAsync([.. months.SelectMany(known => new[] { $"500113 jobs_created total flow {known} 3", $"500115 jobs_created total flow {known} 2" })]);
        var slider = At("/explore?indicator=jobs_created&view=map" + month).Find(".month-slider");
        Assert.Equal(("2023-01 2023-02 2023-05", "map"), (slider.GetAttribute("data-months"), slider.GetAttribute("data-view")));
        Assert.Equal((shown, shown, $"{place}"), (slider.QuerySelector("output")!.TextContent, slider.QuerySelector("input")!.GetAttribute("aria-valuetext"), slider.QuerySelector("input")!.GetAttribute("value")));
        Assert.Equal(steps.Split(' '), slider.QuerySelectorAll(".step").Select(step => step.HasAttribute("disabled") ? "disabled" : "-"));
    }

    [Theory]
    [InlineData("order=value", "10 12 7000")]
    [InlineData("order=-value", "7000 12 10")]
    [InlineData("order=period", "12 7000 10")]
    [InlineData("order=-area", "7000 12 10")]
    public async Task Table_IsSortedAsAsked(string order, string values)
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-03 10", "500113 jobs_created total flow 2023-01 12", "500115 jobs_created total flow 2023-02 7000");
        var cells = At("/explore?indicator=jobs_created&view=table&" + order).FindAll("tbody .quantity").Select(cell => cell.TextContent.Replace("人", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Trim());
        Assert.Equal(values.Split(' '), cells);
    }

    /// <summary>The same figures in 万, in 亿, and in full.</summary>
    [Theory]
    [InlineData("", "6.5万人")]
    [InlineData("&scale=wan", "6.5 万人")]
    [InlineData("&scale=yi", "6.5万人")]
    [InlineData("&scale=plain", "65,000 人")]
    public async Task Numbers_AreWrittenInTheStepAskedFor(string scale, string expected)
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-03 65000");
        Assert.Equal(expected, At("/explore?indicator=jobs_created&view=table" + scale).Find("tbody .quantity").TextContent);
    }

    /// <summary>A step in which the numbers would be noughts behind the point is neither offered nor used: +0.0001 万人.</summary>
    [Theory]
    [InlineData("", "1000", "wan plain", "0.1 万人")]
    [InlineData("", "999", "plain", "999 人")]
    [InlineData("&transform=pop_change", "60001", "plain", "+1 人")]
    [InlineData("&transform=pop", "60300", "wan yi plain", "+0.5%")]
    public async Task Steps_OfferedForNumbers_AreThoseInWhichTheyCanBeRead(string transform, string value, string offered, string written)
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-02 60000", $"500115 jobs_created total flow 2023-03 {value}", $"500113 jobs_created total flow 2023-03 {value}");
        var page = At("/explore?indicator=jobs_created&view=table&from=2023-03&scale=wan" + transform);
        Assert.Equal(offered.Split(' '), page.FindAll("select[name=scale] option").Skip(1).Where(option => !option.TextContent.Contains("太小", StringComparison.Ordinal)).Select(option => option.GetAttribute("value")));
        Assert.Contains(written, page.FindAll("tbody .quantity").Select(cell => cell.TextContent));
    }

    /// <summary>Computed shares of one column have the same places; what sources print keeps its own.</summary>
    [Theory]
    [InlineData("&transform=share", "5.00% 4.93%")]
    [InlineData("", "500 人 493 人")]
    public async Task Column_OfComputedNumbers_HasOneNumberOfPlaces(string transform, string expected)
    {
        await Store.TakeInAsync("500000 jobs_created total flow 2023-01 10000", "500113 jobs_created total flow 2023-01 500", "500115 jobs_created total flow 2023-01 493");
        Assert.Equal(expected, string.Join(' ', At("/explore?indicator=jobs_created&view=table&areas=500113,500115&order=-value" + transform).FindAll("tbody .value .quantity").Select(cell => cell.TextContent)));
    }

    /// <summary>The count of what could not be computed leads to just these rows.</summary>
    [Fact]
    public async Task NotComputed_SeenOneByOne_AreTheRowsThatWereCounted()
    {
        await Store.TakeInAsync(
            "500113 jobs_created total flow 2023-01 10", "500113 jobs_created total flow 2023-02 12", "500113 jobs_created total flow 2023-03 15",
            "500115 jobs_created total flow 2023-02 12", "500115 jobs_created total flow 2023-03 15", "500113 jobs_created total target 2023 99");
        var page = At("/explore?indicator=jobs_created&transform=pop&view=lines");
        Assert.Contains("2 个算不出", page.Find(".notice").TextContent, StringComparison.Ordinal);

        var table = At(page.Find(".notice a").GetAttribute("href")!);
        Assert.Equal(["2023-02", "2023-01"], table.FindAll("tbody .period").Select(cell => cell.TextContent));
        Assert.StartsWith("只列算不出的 2 个。", table.Find(".only").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("合计（0 个数字，另有 2 个算不出）", table.Find("tfoot").TextContent.Trim(), StringComparison.Ordinal);

        Assert.Equal(6, At(table.Find(".only a").GetAttribute("href")!).FindAll("tbody tr").Count);
    }

    /// <summary>What a target has no use for is said not to matter, not silently ignored.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("&transform=yoy_change&reading=month", "累计 / 当月、换算")]
    [InlineData("&from=2023-01&scale=wan", "起止月份、数字写法")]
    public async Task Targets_UnderChoicesThatDoNotConcernThem_SaySo(string choices, string ignored)
    {
        await Store.TakeInAsync("500113 jobs_created total target 2023 50", "500113 jobs_created total ytd 2023-01/2023-05 20", "500113 jobs_created total ytd 2023-01/2023-04 15");
        var page = At("/explore?indicator=jobs_created&view=targets" + choices);
        Assert.Equal(ignored, page.FindAll(".notice").Select(notice => notice.TextContent.Split("选的")[1].Split("在这里")[0]).FirstOrDefault() ?? "");
    }

    [Fact]
    public async Task OlderKnowledge_IsShownWithWhatHasChangedSince()
    {
        var start = Store.Clock.Now;
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 10", "500113 jobs_created total flow 2023-02 11");
        Store.Clock.Now = start.AddDays(3);
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 12");

        var page = At($"/explore?indicator=jobs_created&view=table&asof={start.AddDays(1).UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
        Assert.Equal(["11 人", "10 人"], page.FindAll("tbody[role] .value .quantity").Select(cell => cell.TextContent).TakeLast(2));
        Assert.Equal("此后有 1 个数字变了", page.Find(".as-of summary").TextContent);
        Assert.Contains("12 人", page.Find(".as-of details").TextContent, StringComparison.Ordinal);

        var now = At("/explore?indicator=jobs_created&view=table");
        Assert.Equal(["已更正"], now.FindAll(".origin .chip").Select(chip => chip.TextContent));
        Assert.Equal(2, now.FindAll("select[name=asof] option").Count);
    }

    /// <summary>Hundreds may have the page open: what it was drawn from is let go, whichever view is shown, and can be asked for again.</summary>
    [Theory]
    [InlineData("columns")]
    [InlineData("ranking")]
    [InlineData("table")]
    [InlineData("targets")]
    public async Task Page_OnceDrawn_HoldsNoFigures(string view)
    {
        await Store.TakeInAsync(
            "500113 jobs_created total flow 2023-01 10", "500113 jobs_created total flow 2023-02 12", "500115 jobs_created total flow 2023-02 5",
            "500113 jobs_created total target 2023 500");
        var (page, drawnFrom) = Drawn(view);
        for (var other = 1; other <= 64; other++)
            Screen($"view={view}&from={2000 + other}-01");
        for (var round = 0; round < 5 && drawnFrom.IsAlive; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(drawnFrom.IsAlive);
        page.Render();
        Assert.Equal("新增就业", page.Find("h1").TextContent);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private (IRenderedComponent<ExplorerPage> Page, WeakReference DrawnFrom) Drawn(string view)
    {
        var page = At($"/explore?indicator=jobs_created&view={view}");
        var screen = Screen($"view={view}");
        Assert.Equal(view, ExplorerSelection.Name(screen.View.View));
        return (page, new(screen));
    }

    private ExplorerScreen Screen(string query)
    {
        var screens = Services.GetRequiredService<ExplorerScreens>();
        var catalog = Services.GetRequiredService<CatalogCache>().Current;
        return screens.Show(catalog, screens.Read(catalog, Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery("indicator=jobs_created&" + query))!);
    }

    private IRenderedComponent<ExplorerPage> At(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<ExplorerPage>();
    }
}
