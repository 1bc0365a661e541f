using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using EmploymentDashboard.Database;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Web;

/// <summary>What is said where the program fails, and where to find the rest.</summary>
public sealed class FailuresTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly TestFolder _folder = new();
    private List<string> _numbers = [];

    public void Dispose() => _folder.Dispose();

    /// <summary>Every address fails once the figures are gone; the log alone says why.</summary>
    [Fact]
    public async Task Failure_OfTheDatabase_GivesNothingAwayButItsNumber()
    {
        await using (var dashboard = await WebFixture.StartAsync(_folder, "--Logging:LogLevel:Default", "Error"))
        {
            await dashboard.Service<DashboardDatabase>().WriteAsync((connection, transaction) =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "DROP VIEW observation";
                command.Transaction = transaction;
                return command.ExecuteNonQuery();
            });

            var numbers = new List<string>
            {
                await FailAsync(dashboard, "/figures.csv", "text/html,application/xhtml+xml", "text/html", "服务器出了意外错误。", "Something unexpected went wrong on the server."),
                await FailAsync(dashboard, "/figures.csv", "application/json", "application/problem+json", "服务器出了意外错误。"),
                await FailAsync(dashboard, "/figures.csv", "*/*", "text/plain", "服务器出了意外错误。"),
                await FailAsync(dashboard, "/areas/500113", "text/html", "text/html", "Something unexpected went wrong on the server."),
            };
            Assert.Equal(numbers.Count, numbers.Distinct().Count());

            using var ready = await dashboard.AskAsync("/health/ready", "X-Forwarded-For", "203.0.113.9");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.StatusCode, await ready.TextAsync()));
            using var live = await dashboard.AskAsync("/health/live", "X-Forwarded-For", "203.0.113.9");
            Assert.Equal((HttpStatusCode.OK, "Healthy"), (live.StatusCode, await live.TextAsync()));
            using var metrics = await dashboard.AskAsync("/metrics");
            Assert.Contains($"\ndashboard_failures_total {numbers.Count}\n", await metrics.TextAsync(), StringComparison.Ordinal);

            _numbers = numbers;
        }

        var log = await File.ReadAllLinesAsync(Directory.EnumerateFiles(Path.Combine(_folder.Path, "logs"), "dashboard-*.json").Single());
        foreach (var number in _numbers)
        {
            var entry = JsonDocument.Parse(Assert.Single(log, line => line.Contains(number, StringComparison.Ordinal))).RootElement;
            Assert.Equal(number, entry.GetProperty("Properties").GetProperty("Reference").GetString());
            Assert.Contains("no such table", entry.GetProperty("Exception").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("TRACE", "/areas", HttpStatusCode.MethodNotAllowed, "这个地址不能这样用。")]
    [InlineData("POST", "/figures.csv", HttpStatusCode.MethodNotAllowed, "这个地址不能这样用。")]
    [InlineData("POST", "/account/sign-out", HttpStatusCode.BadRequest, "这个请求读不懂")]
    [InlineData("POST", "/account/sign-in", HttpStatusCode.BadRequest, "页面已过期")]
    [InlineData("GET", "/figures.csv?areas=nowhere", HttpStatusCode.NotFound, "没有这个页面")]
    public async Task Refusal_WithoutWords_GetsALine(string method, string address, HttpStatusCode status, string words)
    {
        await using var dashboard = await WebFixture.StartAsync(_folder);
        using var request = new HttpRequestMessage(new(method), new Uri(address, UriKind.Relative));
        using var response = await dashboard.Client.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(words, await response.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> FailAsync(Shell.RunningDashboard dashboard, string address, string accept, string mediaType, params string[] words)
    {
        using var response = await dashboard.AskAsync(address, "Accept", accept);
        var text = await response.TextAsync();
        Assert.Equal((HttpStatusCode.InternalServerError, mediaType), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.All(words, word => Assert.Contains(word, Regex.Unescape(text), StringComparison.Ordinal));
        Assert.All(["Sqlite", "observation", "   at ", "EmploymentDashboard", Path.GetTempPath()], inside => Assert.DoesNotContain(inside, text, StringComparison.OrdinalIgnoreCase));
        return Regex.Matches(text, @"\b[0-9a-f]{12}\b", RegexOptions.None, Patience).Select(match => match.Value).Distinct().Single();
    }
}
