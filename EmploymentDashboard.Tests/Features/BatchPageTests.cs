using AngleSharp.Dom;
using Bunit;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

public sealed class BatchPageTests : FeatureContext
{
    public BatchPageTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public async Task List_ShowsStateWhoAndCountsAndLeadsToEachBatch()
    {
        await TakeInTwoAsync();
        await Store.TurnAsync(1);
        var rows = Render<BatchesPage>().FindAll("tbody tr");

        Assert.Equal(["/batches/2", "/batches/1"], rows.Select(row => row.QuerySelector("th a")!.GetAttribute("href")));
        Assert.Equal(["已载入", "已撤销"], rows.Select(row => row.QuerySelector(".chip")!.TextContent));
        Assert.Equal(["1", "1", "1", "0"], rows[0].QuerySelectorAll("td.number").Select(Text));
        Assert.Equal("2023-04-01 16:00 tester", Text(rows[0].QuerySelector(".when")!));
    }

    [Fact]
    public async Task List_WithoutBatches_SaysSo()
    {
        Assert.Contains("还没有批次", Render<BatchesPage>().Markup, StringComparison.Ordinal);
        await TakeInTwoAsync();
        Assert.Contains("没有文件名含「nothing」的批次", At<BatchesPage>("/batches?file=nothing").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfManyBatches_IsPagedWithinItsSearch()
    {
        for (var day = 0; day < BatchQuery.RowsPerPage + 2; day++)
            await Store.TakeInAsync($"500113 loans total flow {new DateOnly(2022, 1, 1).AddDays(day):yyyy-MM-dd} 1");

        var second = At<BatchesPage>("/batches?file=file&page=2");
        Assert.Equal(["/batches/2", "/batches/1"], second.FindAll("tbody th a").Select(link => link.GetAttribute("href")));
        Assert.Equal("/batches?file=file&page=1", second.Find(".pager a[rel=prev]").GetAttribute("href"));
        Assert.Empty(second.FindAll(".pager a[rel=next]"));
    }

    [Fact]
    public async Task ChangedFigures_StandBesideWhatTheyChangedAsPrinted()
    {
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 2500余 A late 2500余人");
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 2600 A late 2600人 更正");
        var page = Open(2, "show=changed");

        var row = page.Find("#figures tbody tr");
        Assert.Equal("> 大于 2,500 人 2500余人", Text(row.QuerySelector(".before")!).Replace(">大", "> 大", StringComparison.Ordinal));
        Assert.Equal("2,600 人 2600人", Text(row.QuerySelector(".after")!));
        Assert.Equal("/batches/2?show=changed&figure=1", row.QuerySelector(".before a")!.GetAttribute("href"));
        Assert.Equal("/batches/2?show=changed&figure=2", row.QuerySelector(".after a")!.GetAttribute("href"));
        Assert.Contains("第 2 行第 6 列", Text(row.QuerySelector(".place")!), StringComparison.Ordinal);
        Assert.Contains("说明：空 → 更正", Text(row.QuerySelector(".place")!), StringComparison.Ordinal);
    }

    /// <summary>The address and the kind of figures shown with it.</summary>
    [Theory]
    [InlineData("", "新增 1")]
    [InlineData("show=changed", "更正 1")]
    [InlineData("show=unchanged", "未变 1")]
    [InlineData("show=nonsense&page=-4", "新增 1")]
    public async Task Address_SaysWhichFiguresAreShown(string query, string current)
    {
        await TakeInTwoAsync();
        var page = Open(2, query);
        Assert.Equal(current, Text(page.Find("#figures .kinds a[aria-current]")));
        Assert.Single(page.FindAll("#figures tbody tr"));
    }

    [Fact]
    public async Task Issues_AreFilteredByTheirKind()
    {
        await Store.TakeInAsync("500113 loans total flow 2023-01 1", "nowhere loans total flow 2023-01 5", "500113 loans total flow 2023-13 5");
        var all = Open(1);
        Assert.Equal(["全部 2", "期间读不懂 1", "地区不认识 1"], all.FindAll("#issues .kinds a").Select(Text));
        Assert.Equal(2, all.FindAll("#issues tbody tr").Count);

        var areas = Open(1, "issue=unknown_area");
        Assert.Equal("第 3 行第 1 列 area", Text(Assert.Single(areas.FindAll("#issues tbody .place"))));
        Assert.Equal("nowhere", areas.Find("#issues tbody code").TextContent);
    }

    [Fact]
    public async Task Reader_SeesTheBatchButNothingToDo()
    {
        await TakeInTwoAsync();
        var page = Open(2);
        Assert.Contains("SHA-256", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("main button, .actions, a[download]"));
        Assert.DoesNotContain("撤销这个批次", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RejectedRows_AreOfferedWhereThereAreAny()
    {
        await Store.TakeInAsync("500113 loans total flow 2023-01 1");
        await Store.TakeInAsync("500113 loans total flow 2023-02 1", "nowhere loans total flow 2023-01 5");
        await SignInAsync(Role.Publisher);

        Assert.Equal(["/batches/1/original"], Open(1).FindAll("a[download]").Select(link => link.GetAttribute("href")));
        Assert.Equal(["/batches/2/original", "/batches/2/rejected"], Open(2).FindAll("a[download]").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Undo_ShowsWhatItWouldDoAndDoesItOnceConfirmed()
    {
        await TakeInTwoAsync();
        await SignInAsync(Role.Publisher);
        var page = Open(2);
        await Button(page, "撤销这个批次…").ClickAsync();
        page.WaitForElement(".reversal tbody tr");

        Assert.Equal(["1 个数字撤下，此后没有来源提及", "1 个数字换成别的批次所说的"], page.FindAll(".counts li").Select(Text));
        Assert.Equal(["9 元 → 2 元", "7 元 → 没有数字"], page.FindAll(".reversal tbody tr").Select(row => $"{Text(row.QuerySelector(".before")!)} → {Text(row.QuerySelector(".after")!)}"));
        Assert.Equal(BatchState.Committed, State(2));

        await Button(page, "确认撤销").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("批次已撤销", page.Find(".done").TextContent, StringComparison.Ordinal));
        Assert.Equal(BatchState.Undone, State(2));
        Assert.Equal([1m, 2m], Standing());
        Assert.Empty(page.FindAll(".reversal"));
        Assert.Equal(["载入", "撤销"], page.FindAll(".changes strong").Select(Text));
        Assert.Contains("test-publisher", page.FindAll(".changes li")[^1].TextContent, StringComparison.Ordinal);

        await Button(page, "恢复这个批次…").ClickAsync();
        page.WaitForElement(".reversal tbody tr");
        await Button(page, "确认恢复").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("批次已恢复", page.Find(".done").TextContent, StringComparison.Ordinal));
        Assert.Equal([1m, 9m, 7m], Standing());
    }

    [Fact]
    public async Task Undo_OfABatchWhoseFiguresOthersSay_SaysThatNothingShows()
    {
        await Store.TakeInAsync("500113 loans total flow 2023-01 1");
        await Store.TakeInAsync("500113 loans total flow 2023-01 2");
        await SignInAsync(Role.Publisher);
        var page = Open(1);
        await Button(page, "撤销这个批次…").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("页面上的数字都不变", page.Find(".reversal").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Undo_Cancelled_DoesNothing()
    {
        await TakeInTwoAsync();
        await SignInAsync(Role.Publisher);
        var page = Open(2);
        await Button(page, "撤销这个批次…").ClickAsync();
        page.WaitForElement(".reversal tbody tr");
        await Button(page, "不了").ClickAsync();
        Assert.Empty(page.FindAll(".reversal"));
        Assert.Equal(BatchState.Committed, State(2));
    }

    [Fact]
    public async Task Undo_OvertakenByABatch_ShowsWhatItWouldDoNow()
    {
        await TakeInTwoAsync();
        await SignInAsync(Role.Publisher);
        var page = Open(2);
        await Button(page, "撤销这个批次…").ClickAsync();
        page.WaitForElement(".reversal tbody tr");
        await Store.TakeInAsync("500113 loans total flow 2023-03 8");

        await Button(page, "确认撤销").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("所以没有动手", page.Find(".reversal .problems").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal(["1 个数字换成别的批次所说的"], page.FindAll(".counts li").Select(Text)));
        Assert.Equal(BatchState.Committed, State(2));

        await Button(page, "确认撤销").ClickAsync();
        page.WaitForAssertion(() => Assert.Equal(BatchState.Undone, State(2)));
        Assert.Equal([1m, 2m, 8m], Standing());
    }

    /// <summary>What is confirmed must be what was asked for: not a redo by who meant to undo.</summary>
    [Fact]
    public async Task Undo_DoneBySomeoneElseMeanwhile_IsNotTurnedBack()
    {
        await TakeInTwoAsync();
        await SignInAsync(Role.Publisher);
        var page = Open(2);
        await Button(page, "撤销这个批次…").ClickAsync();
        page.WaitForElement(".reversal tbody tr");
        await Store.TurnAsync(2);

        await Button(page, "确认撤销").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("已有人撤销了这个批次", page.Find(".problems").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".reversal"));
        Assert.Equal(BatchState.Undone, State(2));
        Assert.NotNull(Button(page, "恢复这个批次…"));
    }

    [Fact]
    public async Task Analyst_WhoWasDisabledMeanwhile_IsRefusedByEveryHandler()
    {
        await TakeInTwoAsync();
        await SignInAsync(Role.Publisher);
        var (opened, waiting) = (Open(2), Open(2));
        await Button(opened, "撤销这个批次…").ClickAsync();
        opened.WaitForElement(".reversal tbody tr");
        await Services.GetRequiredService<Users>().DisableAsync(TestUsers.NameOf(Role.Publisher), "test");

        await Button(opened, "确认撤销").ClickAsync();
        opened.WaitForAssertion(() => Assert.Contains("您现在没有这个权限", opened.Find(".reversal .problems").TextContent, StringComparison.Ordinal));
        await Button(waiting, "撤销这个批次…").ClickAsync();
        waiting.WaitForAssertion(() => Assert.Contains("您现在没有这个权限", waiting.Find(".problems").TextContent, StringComparison.Ordinal));
        Assert.Empty(waiting.FindAll(".reversal"));
        Assert.Equal(BatchState.Committed, State(2));
    }

    /// <summary>Analysts take back what they brought, publishers what anyone brought. Whose button is not shown.</summary>
    [Theory]
    [InlineData(Role.Analyst, "test-analyst", true)]
    [InlineData(Role.Analyst, "someone-else", false)]
    [InlineData(Role.Publisher, "someone-else", true)]
    [InlineData(Role.Administrator, "someone-else", true)]
    public async Task Undo_IsOfferedToWhoMayDoIt(Role role, string importedBy, bool isOffered)
    {
        await Store.TakeInAsync(importedBy, ["500113 loans total flow 2023-01 1"]);
        await SignInAsync(role);
        Assert.Equal(isOffered, Open(1).FindAll("main button, .actions button").Any(button => Text(button) == "撤销这个批次…"));
    }

    /// <summary>The panel alone, as if a page forgot to ask.</summary>
    [Fact]
    public async Task Panel_OfAnotherAnalyst_ShowsNothingAndDoesNothing()
    {
        await TakeInTwoAsync();
        await SignInAsync(Role.Analyst);
        var panel = Render<ReversalPanel>(parameters => parameters.Add(shown => shown.Batch, Services.GetRequiredService<BatchQuery>().Find(2)!.Batch).Add(shown => shown.Kind, ChangeKind.Undo).Add(shown => shown.Here, "/batches/2"));
        await Button(panel, "确认撤销").ClickAsync();
        Assert.Contains("您现在没有这个权限", panel.Find(".problems").TextContent, StringComparison.Ordinal);
        Assert.Equal(BatchState.Committed, State(2));
    }

    /// <summary>The same for who is not signed in at all.</summary>
    [Fact]
    public async Task Panel_OfAReader_ShowsNothingAndDoesNothing()
    {
        await TakeInTwoAsync();
        var panel = Render<ReversalPanel>(parameters => parameters.Add(shown => shown.Batch, Services.GetRequiredService<BatchQuery>().Find(2)!.Batch).Add(shown => shown.Kind, ChangeKind.Undo).Add(shown => shown.Here, "/batches/2"));
        await Button(panel, "确认撤销").ClickAsync();
        Assert.Contains("您现在没有这个权限", panel.Find(".problems").TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("tbody"));
        Assert.Equal(BatchState.Committed, State(2));
    }

    [Fact]
    public async Task UnknownBatch_IsNotFound()
    {
        await TakeInTwoAsync();
        Assert.Empty(Open(77).FindAll("h1"));
    }

    private async Task TakeInTwoAsync()
    {
        await Store.TakeInAsync("500113 loans total flow 2023-01 1", "500113 loans total flow 2023-02 2");
        await Store.TakeInAsync("500113 loans total flow 2023-02 9", "500113 loans total flow 2023-03 7", "500113 loans total flow 2023-01 1");
    }

    private IRenderedComponent<BatchPage> Open(long batch, string query = "")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/batches/{batch}?{query}");
        return Render<BatchPage>(parameters => parameters.Add(page => page.Id, batch));
    }

    private IRenderedComponent<T> At<T>(string address)
        where T : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<T>();
    }

    private BatchState State(long batch) => new BatchQuery(Store.Database).Find(batch)!.Batch.State;

    private IEnumerable<decimal> Standing() =>
        new ExplorerQuery(Store.Database).Figures("loans", asOf: null).Figures.Select(figure => figure.Observation.Quantity!.Value.Value);

    private static IElement Button(IRenderedComponent<IComponent> page, string words) => page.FindAll("button").Single(button => Text(button) == words);

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
