using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Import.Uploads;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;

namespace EmploymentDashboard.Tests.Features;

/// <summary>Files in and out over HTTP.</summary>
public sealed class UploadEndpointTests : IAsyncLifetime, IDisposable
{
    private const string Text = "area,indicator,period,value,source\n500113,job_fairs,2024-01,5,cqrb-2023-03-06-banan\n500115,job_fairs,2024-01,many,cqrb-2023-03-06-banan\n";

    private readonly TestFolder _folder = new();
    private RunningDashboard _dashboard = null!;

    public async Task InitializeAsync() =>
        _dashboard = await RunningDashboard.StartAsync("--database", Path.Combine(_folder.Path, "dashboard.db"), "--data", Repository.Data, "--Dashboard:UploadLimit", "1");

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task File_SentByAnAnalyst_IsTheirsAndReadInTheBackground()
    {
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        using var response = await SendAsync(analyst, "../一月.csv", Encoding.UTF8.GetBytes(Text));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var (id, sheet) = Assert.Single(_dashboard.Service<UploadStore>().Of(TestUsers.NameOf(Role.Analyst)));
        Assert.Equal(($"/upload/{id}", "一月.csv"), (response.Headers.Location?.ToString(), sheet.FileName));
        var upload = await _dashboard.Service<UploadStore>().FindAsync(id, TestUsers.NameOf(Role.Analyst));
        await upload!.WhenReadAsync();
        Assert.Equal((1, 1), (upload.Preview!.Counts.Added, upload.Preview.Counts.Rejected));
    }

    /// <summary>The folder of uploads cannot be made, as on a disk that is full or read-only.</summary>
    [Fact]
    public async Task File_ThatTheDiskDoesNotTake_IsRefusedWithTheReason()
    {
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "dashboard.db.uploads"), "");

        using var response = await SendAsync(analyst, "一月.csv", Encoding.UTF8.GetBytes(Text));

        Assert.Equal(HttpStatusCode.InsufficientStorage, response.StatusCode);
        Assert.Contains("数据库打不开", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_LargerThanTheLimit_IsRefusedWithTheLimit_WhetherItsLengthIsSaidOrNot()
    {
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        foreach (var saysLength in (bool[])[true, false])
        {
            using var response = await SendAsync(analyst, "big.csv", new byte[1_000_001], saysLength: saysLength);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
            Assert.Contains("1 MB", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(_dashboard.Service<UploadStore>().Of(TestUsers.NameOf(Role.Analyst)));
    }

    [Fact]
    public async Task File_SentFromAnotherSite_IsRefused()
    {
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        using var response = await SendAsync(analyst, "a.csv", Encoding.UTF8.GetBytes(Text), withToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_dashboard.Service<UploadStore>().Of(TestUsers.NameOf(Role.Analyst)));
    }

    [Fact]
    public async Task File_SentByNobody_IsRefusedInALine()
    {
        using var visitor = _dashboard.Visit();
        using var response = await SendAsync(visitor, "a.csv", Encoding.UTF8.GetBytes(Text), withToken: false);
        Assert.Equal((HttpStatusCode.Unauthorized, "请先登录。"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task RejectedRows_AreForTheOwnerOnly()
    {
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        using var sent = await SendAsync(analyst, "一月.csv", Encoding.UTF8.GetBytes(Text));
        var address = $"{sent.Headers.Location}/rejected";

        using var response = await analyst.GetAsync(address);
        var lines = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()).Split("\r\n");
        Assert.Equal("\uFEFFarea,indicator,period,value,source,退回原因", lines[0]);
        Assert.StartsWith("500115,job_fairs,2024-01,many,", lines[1], StringComparison.Ordinal);
        Assert.Equal("一月-退回的行.csv", response.Content.Headers.ContentDisposition?.FileNameStar);

        using var administrator = await _dashboard.SignedInAsync(Role.Administrator);
        using var refused = await administrator.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Theory]
    [InlineData("long", "长表模板.csv", "\uFEFF区县,指标,")]
    [InlineData("wide_by_month", "按月宽表模板.csv", "\uFEFF区县,指标,单位,")]
    public async Task Template_OpensInExcel(string layout, string name, string start)
    {
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        using var response = await analyst.GetAsync($"/upload/templates/{layout}");
        Assert.Equal(name, response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.StartsWith(start, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string name, byte[] content, bool withToken = true, bool saysLength = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/upload/files?name={Uri.EscapeDataString(name)}", UriKind.Relative))
        {
            Content = saysLength ? new ByteArrayContent(content) : new StreamContent(new MemoryStream(content)),
        };
        request.Headers.TransferEncodingChunked = !saysLength;
        if (withToken)
        {
            var page = await new HtmlParser().ParseDocumentAsync(await visitor.PageAsync("/upload"));
            request.Headers.Add("RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        }

        return await visitor.Client.SendAsync(request);
    }
}
