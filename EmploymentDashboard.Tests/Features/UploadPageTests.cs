using System.Text;
using AngleSharp.Dom;
using Bunit;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Features.Uploads;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Uploads;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Tests.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

public sealed class UploadPageTests : FeatureContext
{
    private const string Header = "area,indicator,period,value,source\n";
    private const string Mixed = Header + "500113,loans,2023-01,5,early\n500113,loans,2023-02,many,early\n500113,loans,2023-03,７,early\n";

    public UploadPageTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public async Task File_ShowsWhatWasUnderstoodWhatIsWrongAndWhatWouldChange()
    {
        await Store.TakeInAsync("500113 loans total flow 2023-01 4 A early");
        var page = await OpenAsync(Mixed);

        Assert.Contains("自动：utf-8", Options(page, "编码"));
        Assert.Contains("自动：逗号", Options(page, "分隔符"));
        Assert.Contains("自动：长表，一行一个数字", Options(page, "布局"));
        Assert.Equal(["area", "indicator", "period", "value", "source"], page.FindAll(".columns th[scope=row]").Select(Text));
        Assert.Equal("many", page.Find(".issues .cell input").GetAttribute("value"));
        Assert.Contains("第 3 行第 4 列 value", Text(page.Find(".issues .what")), StringComparison.Ordinal);
        Assert.Equal(["1 新增", "1 更正", "0 未变", "1 退回"], page.FindAll(".decision .counts span").Select(Text));

        // What stands and would be superseded is shown first, beside the cell it comes from.
        Assert.Equal("更正 1", Text(page.Find("#changes .kinds button[aria-pressed=true]")));
        var row = page.Find("#changes tbody tr");
        Assert.Equal(["4 元", "5 元"], row.QuerySelectorAll("td.number").Select(Text));
        Assert.StartsWith("5 第 2 行第 4 列", Text(row.QuerySelector(".place")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commit_OfGoodRows_LeadsToTheBatchAndTakesTheUploadAway()
    {
        var page = await OpenAsync(Mixed);
        await LoadAsync(page, "只载入无错的 2 个数字");

        page.WaitForAssertion(() => Assert.EndsWith("/batches/1", Navigation.Uri, StringComparison.Ordinal));
        Assert.Empty(Uploads.Of(TestUsers.NameOf(Role.Analyst)));
        using var connection = Store.Database.Open();
        Assert.Equal((2, 1, TestUsers.NameOf(Role.Analyst)), (BatchStore.Find(connection, 1)!.Added, BatchStore.Find(connection, 1)!.Rejected, BatchStore.Find(connection, 1)!.ImportedBy));
    }

    /// <summary>Nothing is lost with it: the file waits, and goes in once the store takes it.</summary>
    [Fact]
    public async Task Commit_ThatTheStoreRefuses_SaysWhy_AndKeepsTheFile()
    {
        var page = await OpenAsync(Mixed);
        Store.Database.IsDamaged = true;

        await DoAsync(page, () => Button(page, "只载入无错的 2 个数字").ClickAsync());

        page.WaitForAssertion(() => Assert.Contains("已损坏", page.Find(".messages [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Single(Uploads.Of(TestUsers.NameOf(Role.Analyst)));
        Assert.False(Button(page, "只载入无错的 2 个数字").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Cell_SetRightInItsPlace_IsReadAnewAndKeptWithTheBatch()
    {
        var page = await OpenAsync(Mixed);
        await DoAsync(page, () => page.Find(".issues .cell input").ChangeAsync("1500余"));
        page.WaitForAssertion(() => Assert.Equal("载入 3 个数字", Text(page.Find(".decision .button-primary"))));
        Assert.Contains("第 3 行第 4 列改为「1500余」", Text(page.Find(".mends li")), StringComparison.Ordinal);
        Assert.Contains("> 大于 1,500 元", page.FindAll("#changes td.number").Select(cell => Text(cell).Replace(">大", "> 大", StringComparison.Ordinal)));

        await LoadAsync(page, "载入 3 个数字");
        page.WaitForAssertion(() => Assert.EndsWith("/batches/1", Navigation.Uri, StringComparison.Ordinal));
        using var connection = Store.Database.Open();
        Assert.Equal(new Mend(3, 4, "1500余"), Assert.Single(ImportSettings.Parse(BatchStore.Find(connection, 1)!.Settings).Mends));
    }

    [Fact]
    public async Task Cell_PutBack_IsAsItWas()
    {
        var page = await OpenAsync(Mixed);
        await DoAsync(page, () => page.Find(".issues .cell input").ChangeAsync("6"));
        page.WaitForElement(".mends button");
        await DoAsync(page, () => page.Find(".mends button").ClickAsync());
        page.WaitForAssertion(() => Assert.Equal("many", page.Find(".issues .cell input").GetAttribute("value")));
        Assert.Empty(page.FindAll(".mends"));
    }

    [Fact]
    public async Task Meaning_ChosenForAColumn_IsHeldTo()
    {
        var page = await OpenAsync("地方*,loans,period,来源\n巴南,5,2023-01,early\n");
        await DoAsync(page, () => Select(page, "第 1 列的含义").ChangeAsync("LeftOut"));
        page.WaitForAssertion(() => Assert.Contains("by-hand", Select(page, "第 1 列的含义").ClassList));
        await DoAsync(page, () => Select(page, "地区").ChangeAsync("500115"));
        page.WaitForAssertion(() => Assert.Equal("长寿区", Text(page.Find("#changes tbody td"))));
    }

    [Fact]
    public async Task Source_ThatNothingSays_IsAskedForAndMayBeANewOne()
    {
        var page = await OpenAsync("area,indicator,period,value\n500113,loans,2023-01,5\n500115,loans,2023-01,6\n");
        Assert.Contains("这些数字从哪里来？", page.Find(".asked").TextContent, StringComparison.Ordinal);
        Assert.Equal(["0 新增", "0 更正", "0 未变", "2 退回"], page.FindAll(".decision .counts span").Select(Text));

        await DoAsync(page, () => page.Find(".asked form").SubmitAsync());
        Assert.Equal(["写上标题", "写上报社或单位", "写上见报日期，如 2020-03-21"], page.FindAll(".asked .problems li").Select(Text));
        string[] draft = ["一月快报", "市人社局", "2023年2月8日"];
        for (var i = 0; i < draft.Length; i++)
            await DoAsync(page, () => page.FindAll(".asked form input")[i].ChangeAsync(draft[i]));
        await DoAsync(page, () => page.Find(".asked form").SubmitAsync());

        page.WaitForAssertion(() => Assert.Equal(["2 新增", "0 更正", "0 未变", "0 退回"], page.FindAll(".decision .counts span").Select(Text)));
        Assert.Empty(page.FindAll(".asked"));
        Assert.Contains("一月快报", page.Find("#changes .place").TextContent, StringComparison.Ordinal);
        Assert.True(Store.Catalogs.Current.TrySource("entered-2023-02-08-1", out var source));
        Assert.Equal(("市人社局", "2023-02-08"), (source.Publisher, source.Published.Edtf));
    }

    [Fact]
    public async Task Kind_OfIssues_NarrowsTheList()
    {
        var page = await OpenAsync(Mixed + "nowhere,loans,2023-04,5,early\nnowhere,loans,2023-05,5,early\n");
        Assert.Equal(3, page.FindAll(".issues li").Count);
        await DoAsync(page, () => page.FindAll("#issues .kinds button").Single(button => button.TextContent.Contains("地区不认识", StringComparison.Ordinal)).ClickAsync());
        page.WaitForAssertion(() => Assert.Equal(["nowhere", "nowhere"], page.FindAll(".issues .cell input").Select(input => input.GetAttribute("value"))));
    }

    [Fact]
    public async Task Commit_OvertakenByABatch_ComparesAnew()
    {
        var page = await OpenAsync(Header + "500113,loans,2023-01,5,early\n");
        await Store.TakeInAsync("500113 loans total flow 2023-01 4 A early");
        await LoadAsync(page, "载入 1 个数字");

        page.WaitForAssertion(() => Assert.Contains("所以没有载入", page.Find(".messages .problems").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal(["0 新增", "1 更正", "0 未变", "0 退回"], page.FindAll(".decision .counts span").Select(Text)));
        using var connection = Store.Database.Open();
        Assert.Null(BatchStore.Find(connection, 2));
    }

    [Fact]
    public async Task SameBytes_LeadToTheBatchThatBroughtThem()
    {
        var first = await OpenAsync(Header + "500113,loans,2023-01,5,early\n");
        await LoadAsync(first, "载入 1 个数字");
        WaitForCommit(1);

        var again = await OpenAsync(Header + "500113,loans,2023-01,5,early\n");
        Assert.Equal(Addresses.Batch(1), again.Find(".known a").GetAttribute("href"));
        Assert.Contains("没有什么可再载入", again.Find(".known").TextContent, StringComparison.Ordinal);
        Assert.True(again.Find(".decision .button-primary").HasAttribute("disabled"));

        await Store.TurnAsync(1);
        Assert.Contains("后来撤销了", (await OpenAsync(Header + "500113,loans,2023-01,5,early\n")).Find(".known").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_SetRightOnce_AreReadSoInTheNextFile()
    {
        const string headers = "地方*,loans,period,来源\n";
        var first = await OpenAsync(headers + "巴南,5,2023-01,early\n");
        await DoAsync(first, () => Select(first, "第 1 列的含义").ChangeAsync("field:Area"));
        first.WaitForAssertion(() => Assert.Contains("by-hand", Select(first, "第 1 列的含义").ClassList));
        await LoadAsync(first, "载入 1 个数字");
        WaitForCommit(1);

        var second = await OpenAsync(headers + "长寿,7,2023-01,early\n");
        Assert.Contains("这次照用", second.Find(".done").TextContent, StringComparison.Ordinal);
        Assert.Equal("长寿区", Text(second.Find("#changes tbody td")));

        await DoAsync(second, () => Button(second, "不用，重新认").ClickAsync());
        second.WaitForAssertion(() => Assert.Empty(second.FindAll(".done")));
    }

    [Fact]
    public async Task Analyst_WhoWasDisabledMeanwhile_IsRefusedByEveryHandler()
    {
        var page = await OpenAsync(Mixed);
        await Services.GetRequiredService<Users>().DisableAsync(TestUsers.NameOf(Role.Analyst), "test");

        await DoAsync(page, () => page.Find(".issues .cell input").ChangeAsync("6"));
        Assert.Contains("没有这个权限", page.Find(".messages .problems").TextContent, StringComparison.Ordinal);
        await LoadAsync(page, "只载入无错的 2 个数字");
        await DoAsync(page, () => Button(page, "丢弃文件").ClickAsync());

        Assert.Single(Uploads.Of(TestUsers.NameOf(Role.Analyst)));
        using var connection = Store.Database.Open();
        Assert.Null(BatchStore.Find(connection, 1));
    }

    [Fact]
    public async Task File_OfSomeoneElse_IsNotThere()
    {
        await SignInAsync(Role.Analyst);
        var upload = await ReceiveAsync("someone", Mixed);
        Assert.Contains("这里没有文件", Open(upload.Id).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ShowsWhatIsNotFinishedAndDiscardsIt()
    {
        await SignInAsync(Role.Analyst);
        await ReceiveAsync(TestUsers.NameOf(Role.Analyst), Mixed);
        await ReceiveAsync("someone", Mixed);
        var page = Render<UploadsPage>();

        page.WaitForAssertion(() => Assert.Equal("3 个数字，1 处错误", Text(page.Find("#unfinished tbody td:nth-child(3)"))));
        Assert.Single(page.FindAll("#unfinished tbody tr"));
        await DoAsync(page, () => page.Find("#unfinished button").ClickAsync());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#unfinished")));
        Assert.Single(Uploads.Of("someone"));
    }

    private UploadStore Uploads => Services.GetRequiredService<UploadStore>();

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private async Task<IRenderedComponent<UploadPage>> OpenAsync(string text)
    {
        await SignInAsync(Role.Analyst);
        return Open((await ReceiveAsync(TestUsers.NameOf(Role.Analyst), text)).Id);
    }

    private async Task<Upload> ReceiveAsync(string owner, string text)
    {
        var upload = (await Uploads.ReceiveAsync(owner, "test.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), 1_000_000))!;
        await upload.WhenReadAsync();
        return upload;
    }

    private IRenderedComponent<UploadPage> Open(string id)
    {
        var page = Render<UploadPage>(parameters => parameters.Add(page => page.Id, id));
        page.WaitForState(() => page.FindAll("h1").Count > 0);
        if (page.FindAll("#issues .kinds").Count > 0)
            page.WaitForElement(".issues li");
        return page;
    }

    private void WaitForCommit(long batch) => Assert.True(SpinWait.SpinUntil(
        () =>
        {
            using var connection = Store.Database.Open();
            return BatchStore.Find(connection, batch) is not null && Uploads.Of(TestUsers.NameOf(Role.Analyst)).Count == 0;
        },
        TimeSpan.FromSeconds(30)));

    /// <summary>Once the file is read: before, the button is not to be pressed.</summary>
    private static async Task LoadAsync(IRenderedComponent<UploadPage> page, string text)
    {
        page.WaitForAssertion(() => Assert.False(Button(page, text).HasAttribute("disabled")));
        await DoAsync(page, () => Button(page, text).ClickAsync());
    }

    /// <summary>Between two renderings, so that no element goes between being found and being used.</summary>
    private static Task DoAsync<T>(IRenderedComponent<T> page, Func<Task> act)
        where T : IComponent => page.InvokeAsync(act);

    private static IElement Button(IRenderedComponent<UploadPage> page, string text) => page.FindAll("button").Single(button => Text(button) == text);

    private static IElement Select(IRenderedComponent<UploadPage> page, string label) => page.FindAll("label.choice").First(choice => Text(choice.QuerySelector(".name")!) == label).QuerySelector("select")!;

    private static IEnumerable<string> Options(IRenderedComponent<UploadPage> page, string label) => Select(page, label).QuerySelectorAll("option").Select(Text);

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
