using System.Net;
using System.Net.Http.Headers;
using System.Text;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;

namespace EmploymentDashboard.Tests.Features;

/// <summary>The file of a batch and its rejected rows, over HTTP.</summary>
public sealed class BatchDownloadTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private RunningDashboard _dashboard = null!;

    public async Task InitializeAsync() =>
        _dashboard = await RunningDashboard.StartAsync("--database", Path.Combine(_folder.Path, "dashboard.db"), "--data", Repository.Data);

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Analyst_GetsTheBytesAsTheyCameIn()
    {
        // More than one stored part, with a mark at the beginning and line ends of both kinds.
        var text = new StringBuilder("\uFEFFarea,indicator,period,value,source,note\r\n500113,job_fairs,2024-01,5,cqrb-2023-03-06-banan,\n");
        for (var line = 0; line < 40_000; line++)
            text.Append("\r\n,,,,,").Append(line % 7).AppendLine("                                   ");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var batch = await CommitAsync("一月 “更正”;.csv", bytes);

        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        using var response = await analyst.GetAsync($"/batches/{batch}/original");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(bytes.Length, response.Content.Headers.ContentLength);
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("attachment", "一月 “更正”;.csv"), (Disposition(response).DispositionType, Disposition(response).FileNameStar));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Analyst_GetsTheRejectedRows()
    {
        var batch = await CommitAsync("一月.csv", Encoding.UTF8.GetBytes("area,indicator,period,value,source\n500113,job_fairs,2024-01,5,cqrb-2023-03-06-banan\n500115,job_fairs,2024-01,many,cqrb-2023-03-06-banan\n"));

        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        using var response = await analyst.GetAsync($"/batches/{batch}/rejected");

        var lines = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()).Split("\r\n");
        Assert.Equal("\uFEFFarea,indicator,period,value,source,退回原因", lines[0]);
        Assert.StartsWith("500115,job_fairs,2024-01,many,cqrb-2023-03-06-banan,第 3 行 第 4 列 (value)：", lines[1], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
        Assert.Equal(("attachment", "一月-退回的行.csv"), (Disposition(response).DispositionType, Disposition(response).FileNameStar));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*.rejected-*"));
    }

    [Theory]
    [InlineData("original")]
    [InlineData("rejected")]
    public async Task Anonymous_IsLedToSignIn(string file)
    {
        using var visitor = _dashboard.Visit();
        using var response = await visitor.GetAsync($"/batches/1/{file}");
        Assert.Equal((HttpStatusCode.Found, $"/account/sign-in?returnUrl=%2Fbatches%2F1%2F{file}"), (response.StatusCode, response.Headers.Location?.PathAndQuery));
    }

    [Theory]
    [InlineData("/batches/1/rejected")]
    [InlineData("/batches/999/rejected")]
    [InlineData("/batches/999/original")]
    [InlineData("/batches/first/original")]
    public async Task Batch_ThatDoesNotExist_IsNotFound(string address)
    {
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        using var response = await analyst.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static ContentDispositionHeaderValue Disposition(HttpResponseMessage response) => response.Content.Headers.ContentDisposition!;

    private async Task<long> CommitAsync(string name, byte[] bytes)
    {
        var run = new ImportRun(_dashboard.Service<DashboardDatabase>(), TimeProvider.System);
        using var preview = run.Prepare(ImportFile.OfBytes(name, bytes), new());
        return (await run.CommitAsync(preview, "tester", goodRowsOnly: true)).BatchId!.Value;
    }
}
