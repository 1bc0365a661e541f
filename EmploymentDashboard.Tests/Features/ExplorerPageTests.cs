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
        choice.Change("500113");
        Assert.Contains("of=500113", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
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
    [InlineData("&scale=yi", "0.00065 亿人")]
    [InlineData("&scale=plain", "65,000 人")]
    public async Task Numbers_AreWrittenInTheStepAskedFor(string scale, string expected)
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-03 65000");
        Assert.Equal(expected, At("/explore?indicator=jobs_created&view=table" + scale).Find("tbody .quantity").TextContent);
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

    private IRenderedComponent<ExplorerPage> At(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<ExplorerPage>();
    }
}
