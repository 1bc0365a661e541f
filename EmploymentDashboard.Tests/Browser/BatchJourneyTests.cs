using System.Text;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.History;
using EmploymentDashboard.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>An analyst takes a file back and brings it again. The batch is the test's own and undone when it ends, so that other tests find the data as they were.</summary>
[Collection(DashboardCollection.Name)]
public sealed class BatchJourneyTests(DashboardFixture dashboard) : IAsyncLifetime
{
    private const string Explorer = "/explore?indicator=job_fairs&from=2024-05&to=2024-05&view=table";
    private const string Content = "area,indicator,period,value,as_printed,source\n500113,job_fairs,2024-05,37,37场,cqrb-2023-03-06-banan\n";
    private static int _files;

    private long _batch;

    private DashboardDatabase Database => dashboard.Services.GetRequiredService<DashboardDatabase>();

    private string Page => Addresses.Batch(_batch);

    public async Task InitializeAsync()
    {
        var run = new ImportRun(Database, TimeProvider.System);
        using var preview = run.Prepare(ImportFile.OfBytes("五月.csv", Encoding.UTF8.GetBytes(Content + new string('\n', ++_files))), new());
        _batch = (await run.CommitAsync(preview, "tester", goodRowsOnly: false)).BatchId!.Value;
    }

    public async Task DisposeAsync()
    {
        var history = new BatchHistory(Database, TimeProvider.System);
        if (history.Preview(_batch) is { Kind: ChangeKind.Undo } preview)
            await history.TurnAsync(preview, "tester");
    }

    [Fact]
    public async Task Undo_TakesTheFigureFromTheExplorerAndRedoBringsItBack()
    {
        var page = await dashboard.OpenLiveSignedInAsync(Role.Publisher, "/batches");
        await page.GetByRole(AriaRole.Link, new() { Name = $"#{_batch} 五月.csv" }).ClickAsync();
        await Expect(page.Locator("#figures tbody")).ToContainTextAsync("37 场");
        // Another page that is open already, and has shown the figure.
        var reader = await dashboard.OpenLiveAsync(Explorer);
        await Expect(reader.Locator("main")).ToContainTextAsync("37 场");

        await page.GetByRole(AriaRole.Button, new() { Name = "撤销这个批次" }).ClickAsync();
        await Expect(page.Locator("#reversal-title")).ToBeFocusedAsync();
        await Expect(page.Locator(".reversal")).ToContainTextAsync("1 个数字撤下");
        await Expect(page.Locator(".reversal tbody")).ToContainTextAsync("没有数字");
        await Axe.AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "确认撤销" }).ClickAsync();
        await Expect(page.Locator(".done")).ToBeFocusedAsync();
        await Expect(page.Locator(".done")).ToContainTextAsync("批次已撤销");
        await Axe.AssertAccessibleAsync(page);

        await reader.GotoAsync(dashboard.Address + Explorer);
        await Expect(reader.Locator("main")).ToContainTextAsync("没有来源提及这个选择");
        await Expect((await dashboard.OpenAsync("/")).Locator(".news")).Not.ToContainTextAsync($"#{_batch} ");

        await page.GetByRole(AriaRole.Button, new() { Name = "恢复这个批次" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认恢复" }).ClickAsync();
        await Expect(page.Locator(".done")).ToContainTextAsync("批次已恢复");
        await reader.GotoAsync(dashboard.Address + Explorer);
        await Expect(reader.Locator("main")).ToContainTextAsync("37 场");
        await Expect((await dashboard.OpenAsync("/")).Locator(".news")).ToContainTextAsync($"#{_batch} ");
    }

    [Fact]
    public async Task Undo_OnAPhoneByKeyboardAlone_FitsAndReturnsTheFocusWhenCancelled()
    {
        var page = await dashboard.OpenLiveSignedInAsync(Role.Publisher, Page, 390, 844);
        var undo = page.GetByRole(AriaRole.Button, new() { Name = "撤销这个批次" });
        await undo.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#reversal-title")).ToBeFocusedAsync();
        await Expect(page.Locator(".reversal tbody tr")).ToHaveCountAsync(1);
        await Axe.AssertAccessibleAsync(page);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= 390"), "The page is wider than the phone.");

        await page.GetByRole(AriaRole.Button, new() { Name = "不了" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(undo).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Original_DownloadsUnderItsName()
    {
        var page = await dashboard.OpenLiveSignedInAsync(Role.Publisher, Page);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载原文件" }).ClickAsync());
        Assert.Equal("五月.csv", download.SuggestedFilename);
        Assert.StartsWith(Content, await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figure_OpensItsDetailsBesideTheBatch()
    {
        var page = await dashboard.OpenLiveAsync(Page);
        await page.Locator("#figures .figure-link").ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog);
        await Expect(panel).ToContainTextAsync("37场");
        await panel.GetByRole(AriaRole.Link, new() { Name = $"#{_batch}", Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("五月.csv");
        await Expect(panel).ToHaveCountAsync(0);
    }
}
