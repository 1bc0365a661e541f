using System.Globalization;
using Bunit;
using EmploymentDashboard.Features.Figures;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

public sealed class DetailsPanelTests : FeatureContext
{
    [Fact]
    public async Task Figure_ShowsFragmentBoundBasisPeriodSourceAndBatch()
    {
        await Store.TakeInAsync("500113 loans migrants cumulative ../2023-03~ 4.3亿余 A late 4.3亿余元 起点未载明");
        var panel = Open(1);

        Assert.Equal("4.3亿余元", panel.Find("q").TextContent);
        Assert.Contains("大于 4.3亿元，不是确数", panel.Markup, StringComparison.Ordinal);
        Assert.StartsWith("贷款", Fact(panel, "指标"), StringComparison.Ordinal);
        Assert.Equal("农民工", Fact(panel, "分项"));
        Assert.Equal("巴南区", Fact(panel, "地区"));
        Assert.Equal("累计 自更早或未载明的起点计", Fact(panel, "口径"));
        Assert.Equal("起点未载明，至 2023-03（推断） ../2023-03~", Fact(panel, "期间"));
        Assert.Equal("起点未载明", Fact(panel, "说明"));
        Assert.Equal("标题", Fact(panel, "来源"));
        Assert.Equal("日报，2023-03-20", Fact(panel, "刊载"));
        Assert.Equal("#1，2023-04-01 16:00file-1.csv，第 2 行，由 tester 载入", Fact(panel, "批次"));
        Assert.Equal("无更正", Fact(panel, "历史"));
        Assert.Equal("无冲突", Fact(panel, "冲突"));
    }

    /// <summary>No praise for a doubtful figure: nothing contradicts it, and nothing bears it out.</summary>
    [Theory]
    [InlineData("A", "无冲突", "chip-green")]
    [InlineData("U", "没有别的来源可对照", "chip-plain")]
    public async Task Figure_OfOneSource_IsSaidToBeWithoutConflictOnlyIfItIsNotDoubtful(string status, string words, string chip)
    {
        await Store.TakeInAsync($"500113 jobs_created total flow 2023-01 100 {status}");
        var panel = Open(1);
        Assert.Equal(words, Fact(panel, "冲突"));
        Assert.NotNull(panel.Find("." + chip));
    }

    [Fact]
    public async Task SupersededFigure_ShowsItsHistoryOldestFirst()
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 100");
        Store.Clock.Now = Store.Clock.Now.AddDays(1);
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 120");
        var panel = Open(1);

        var versions = panel.FindAll("ol.plain li");
        Assert.Equal(2, versions.Count);
        Assert.Contains("100 人", versions[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("批次 #1，2023-04-01 16:00", versions[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("120 人", versions[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("批次 #2，2023-04-02 16:00，现行", versions[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("true", versions[0].QuerySelector("a")!.GetAttribute("aria-current"));
        Assert.Equal("http://localhost/areas/500113?figure=2", versions[1].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("这已不是现行的数字。现行的是120 人", string.Concat(panel.Find(".notice").TextContent.Where(letter => letter is not '\n')), StringComparison.Ordinal);
    }

    /// <summary>Batches of figures, apart by |; then what is turned; then the lines of the history.</summary>
    [Theory]
    [InlineData("100", "1", "100 人 批次 #1|没有数字 撤销批次 #1")]
    [InlineData("100", "1 1", "100 人 批次 #1|没有数字 撤销批次 #1|100 人 恢复批次 #1，现行")]
    [InlineData("100|120", "2", "100 人 批次 #1|120 人 批次 #2|100 人 撤销批次 #2，回到批次 #1 的数字，现行")]
    [InlineData("100|120", "2 2", "100 人 批次 #1|120 人 批次 #2|100 人 撤销批次 #2，回到批次 #1 的数字|120 人 恢复批次 #2，现行")]
    [InlineData("100|120", "1", "100 人 批次 #1|120 人 批次 #2，现行")]
    [InlineData("100|100", "1", "100 人 批次 #1|100 人 撤销批次 #1，数字不变，改记在批次 #2 名下，现行")]
    [InlineData("100|100", "1 1", "100 人 批次 #1|100 人 撤销批次 #1，数字不变，改记在批次 #2 名下|100 人 恢复批次 #1，现行")]
    public async Task FigureOfBatchesUndoneAndRedone_ListsEachChangeOnce(string batches, string turned, string lines)
    {
        // A second figure tells the files apart, for the same bytes are one file.
        foreach (var (value, number) in batches.Split('|').Select((value, index) => (value, index + 2)))
            await Store.TakeInAsync($"500113 jobs_created total flow 2023-01 {value}", $"500113 loans total flow 2023-{number:00} 1");
        foreach (var batch in turned.Split(' '))
            await Store.TurnAsync(long.Parse(batch, CultureInfo.InvariantCulture));

        var written = Open(1).FindAll("ol.plain li").Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(lines.Replace("，现行", "", StringComparison.Ordinal), string.Join('|', written.Select(line => line.Split("，2023-04-01 16:00")[0])));
        Assert.Equal(lines.EndsWith("，现行", StringComparison.Ordinal), written.Last().EndsWith("，现行", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FigureSaidAgain_NamesTheLaterFiles()
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 100");
        var second = await Store.TakeInAsync("500113 loans total flow 2023-01 5", "500113 jobs_created total flow 2023-01 100");
        Assert.Contains("再次载入： #2 第 3 行", Fact(Open(1), "批次"), StringComparison.Ordinal);

        await Store.TurnAsync(second);
        Assert.DoesNotContain("再次载入", Fact(Open(1), "批次"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("120", true)]
    [InlineData("100", false)]
    public async Task Figure_OfTwoSources_ListsTheOtherAndSaysWhetherTheyDiffer(string other, bool differs)
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 100 A early", $"500113 jobs_created total flow 2023-01 {other} A late");
        var conflicts = Fact(Open(2), "冲突");
        Assert.Contains("100 人 标题", conflicts, StringComparison.Ordinal);
        Assert.Equal(differs, conflicts.Contains("来源说法不一", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whole_ListsItsPartsAndAPartItsWhole()
    {
        await Store.TakeInAsync(
            "500113 jobs_created total flow 2023-01 30",
            "500113 jobs_created local flow 2023-01 20",
            "500113 jobs_created outside flow 2023-01 10",
            "500113 jobs_created local flow 2023-02 7");

        Assert.Equal("20 人 就地10 人 外地", Fact(Open(1), "分项与总数"));
        Assert.Equal("30 人 总数", Fact(Open(2), "分项与总数"));
        Assert.DoesNotContain("分项与总数", Open(4).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoubtfulFigure_SaysThatNothingIsComputedFromIt()
    {
        await Store.TakeInAsync("500113 loans total cumulative ../2023-03 339亿 U");
        Assert.Contains("存疑，按原样保留", Open(1).Find(".notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingFigure_SaysItsStatus()
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 — Q");
        Assert.Equal("不公布", Fact(Open(1), "状态"));
    }

    [Fact]
    public void UnknownNumber_SaysSoAndCanBeClosed()
    {
        var panel = Open(77);
        Assert.Equal("没有这个数字", panel.Find("h2").TextContent);
        Assert.Contains("77", panel.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Equal("http://localhost/areas/500113", panel.Find("a.close").GetAttribute("href"));
    }

    [Fact]
    public void NoNumber_ShowsNothing() => Assert.Empty(Open(null).Markup.Trim());

    [Fact]
    public async Task AnotherNumber_ShowsThatFigure()
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 100 A late 100人", "500113 jobs_created total flow 2023-02 120 A late 120人");
        var panel = Open(1);
        panel.Render(parameters => parameters.Add(opened => opened.Id, 2));
        Assert.Equal("120人", panel.Find("q").TextContent);
    }

    private IRenderedComponent<DetailsPanel> Open(long? figure)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.GetRequiredService<NavigationManager>().NavigateTo(figure is null ? "/areas/500113" : $"/areas/500113?figure={figure}");
        return Render<DetailsPanel>(parameters => parameters.Add(panel => panel.Id, figure));
    }

    /// <summary>What stands beside a term, white space put together.</summary>
    private static string Fact(IRenderedComponent<DetailsPanel> panel, string term)
    {
        var fact = panel.FindAll("dt").Single(name => name.TextContent == term).NextElementSibling!;
        return string.Join(' ', fact.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
