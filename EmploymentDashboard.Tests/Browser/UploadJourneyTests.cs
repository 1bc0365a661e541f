using System.Text;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import.History;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>An analyst brings files as Excel and WPS save them. What a test loads it takes back, so that other tests find the data as they were.</summary>
[Collection(DashboardCollection.Name)]
public sealed class UploadJourneyTests(DashboardFixture dashboard)
{
    private const string Source = "cqrb-2023-03-06-banan";

    static UploadJourneyTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task WideGbkTable_IsUnderstoodMendedLoadedAndTakenBack(int width, ColorScheme scheme)
    {
        // A title, a remark with the unit, full-width digits, bounds, a wrong name, a sum and a note.
        var table = Encoding.GetEncoding("gb18030").GetBytes(
            $"2024年1—3月各区县招聘会情况,,,（{width}）\r\n,,,单位：场\r\n区县,1月,2月,3月\r\n巴南区,１２,约15,20余\r\n长寿驱,9,—,11\r\n合计,21,15,31\r\n注：快报数。,,,\r\n");
        var page = await dashboard.OpenLiveSignedInAsync(Role.Analyst, "/upload", width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Axe.AssertAccessibleAsync(page);
        await SendAsync(page, ("各区县招聘会.csv", table));

        await Expect(page.Locator("h1")).ToHaveTextAsync("各区县招聘会.csv");
        await Expect(page.Locator("#understood")).ToContainTextAsync("gb18030");
        await Expect(page.Locator("#understood")).ToContainTextAsync("自动：宽表，一列一个月");
        // The title says the indicator, the remark the unit; no one says the source.
        await Expect(page.Locator("#understood")).ToContainTextAsync("自动：招聘会（第 1 行）");
        await page.Locator(".asked select").SelectOptionAsync(Source);
        await Expect(page.Locator(".decision .button-primary")).ToHaveTextAsync("只载入无错的 3 个数字");

        var cell = page.GetByLabel("第 5 行第 1 列，改为").First;
        await Expect(cell).ToHaveValueAsync("长寿驱");
        await Axe.AssertAccessibleAsync(page);
        Assert.True(await page.EvaluateAsync<bool>("width => document.documentElement.scrollWidth <= width", width), "The page is wider than the window.");
        await cell.FillAsync("长寿区");
        await cell.PressAsync("Enter");
        await Expect(page.Locator(".decision .button-primary")).ToHaveTextAsync("载入 6 个数字");

        await page.Locator(".decision .button-primary").ClickAsync();
        await page.WaitForURLAsync("**/batches/*");
        await Expect(page.Locator(".lead")).ToContainTextAsync("新增 6");
        await Expect(page.Locator("#figures")).ToContainTextAsync("20 场");
        await TakeBackAsync(page);
    }

    [Fact]
    public async Task Cells_PastedFromExcel_AreAFile()
    {
        var page = await dashboard.OpenLiveSignedInAsync(Role.Analyst, "/upload");
        await page.EvaluateAsync(
            """
            text => {
              const clipboardData = new DataTransfer();
              clipboardData.setData('text/plain', text);
              document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """,
            $"区县\t指标\t期间\t数值\t来源\n巴南\tjob_fairs\t2024-06\t3.2千\t{Source}\n");

        await Expect(page.Locator("h1")).ToHaveTextAsync("粘贴的表格.tsv");
        await Expect(page.Locator("#changes tbody tr").First).ToContainTextAsync("3,200 场");
        await page.GetByRole(AriaRole.Button, new() { Name = "丢弃文件" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("导入数据");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "粘贴的表格.tsv" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task SeveralFiles_AreListedAndWaitUntilTheyAreOpened()
    {
        var page = await dashboard.OpenLiveSignedInAsync(Role.Analyst, "/upload");
        await SendAsync(page, ("一.csv", File("2024-07", 1)), ("二.csv", File("2024-08", 2)));
        await Expect(page.Locator("#unfinished tbody tr")).ToHaveCountAsync(2);

        // The connection is lost, and someone comes back to it.
        await page.GotoAsync(dashboard.Address + "/");
        await page.GotoAsync(dashboard.Address + "/upload");
        await page.GetByRole(AriaRole.Link, new() { Name = "二.csv" }).ClickAsync();
        await Expect(page.Locator("#changes tbody tr").First).ToContainTextAsync("2 场");
        foreach (var name in (string[])["一.csv", "二.csv"])
        {
            await page.GotoAsync(dashboard.Address + "/upload");
            await page.Locator("main[data-live=true]").WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = $"丢弃 {name}" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = name })).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task Archive_IsRefusedWithTheWayOut()
    {
        var page = await dashboard.OpenLiveSignedInAsync(Role.Analyst, "/upload");
        await SendAsync(page, ("表.csv", [(byte)'P', (byte)'K', 3, 4, .. new byte[200]]));
        await Expect(page.Locator("#issues")).ToContainTextAsync("先解压，再导入里面的 CSV 文件");
        await Expect(page.Locator(".decision .button-primary")).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "丢弃文件" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("导入数据");
    }

    private static byte[] File(string month, int value) => Encoding.UTF8.GetBytes($"area,indicator,period,value,source\n500113,job_fairs,{month},{value},{Source}\n");

    private static Task SendAsync(IPage page, params (string Name, byte[] Content)[] files) =>
        page.Locator("input[type=file]").SetInputFilesAsync(files.Select(file => new FilePayload { Name = file.Name, MimeType = "text/csv", Buffer = file.Content }));

    private async Task TakeBackAsync(IPage page)
    {
        var history = new BatchHistory(dashboard.Services.GetRequiredService<DashboardDatabase>(), TimeProvider.System);
        Assert.Equal(ReversalOutcome.Done, await history.TurnAsync(history.Preview(long.Parse(new Uri(page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture))!, "tester"));
    }
}
