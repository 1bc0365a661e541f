using System.Net;
using System.Text.Json;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using EmploymentDashboard.Web;
using Microsoft.Extensions.Logging;

namespace EmploymentDashboard.Tests.Web;

/// <summary>Attempts to get around what guards the dashboard stand in the log, and a flood of them does not fill it.</summary>
public sealed class RefusalNotesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Refusal_ThatIsTheSame_IsNotedOnceAMinute()
    {
        var (notes, lines, clock) = Start();
        for (var i = 0; i < 5; i++)
            notes.Note("203.0.113.1", 429, "/figures.csv");
        notes.Note("203.0.113.1", 400, "/figures.csv");
        notes.Note("203.0.113.2", 429, "/figures.csv");
        Assert.Equal(["Refused with 429: 203.0.113.1 asked for /figures.csv", "Refused with 400: 203.0.113.1 asked for /figures.csv", "Refused with 429: 203.0.113.2 asked for /figures.csv"], lines.Lines);

        clock.Advance(TimeSpan.FromMinutes(1));
        notes.Note("203.0.113.1", 429, "/figures.csv");
        Assert.Equal(4, lines.Lines.Count);
    }

    [Fact]
    public void Refusals_OfVeryMany_AreNotedUpToANumber()
    {
        var (notes, lines, clock) = Start();
        for (var i = 0; i < 1000; i++)
            notes.Note($"asker {i}", 429, "/figures.csv");
        Assert.Equal(RefusalNotes.MostInAMinute, lines.Lines.Count);

        clock.Advance(TimeSpan.FromMinutes(1));
        notes.Note("another", 429, "/figures.csv");
        Assert.Equal(RefusalNotes.MostInAMinute + 1, lines.Lines.Count);
    }

    /// <summary>Too many requests, a forged form, a form too large, a connection of another site’s page; and nothing of what the requests bring along.</summary>
    [Fact]
    public async Task Refusals_OfAllKinds_StandInTheLog()
    {
        await using (var dashboard = await WebFixture.StartAsync(_folder, "--Logging:LogLevel:Default", "Warning", "--Limits:Downloads", "1", "--Limits:FormKilobytes", "64"))
        {
            Assert.Equal(HttpStatusCode.OK, await AskAsync(dashboard, "/figures.csv?secret=1"));
            Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(dashboard, "/figures.csv?secret=1"));
            Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(dashboard, "/_blazor?secret=1", "Origin", "https://evil.test"));
            foreach (var size in new[] { 10, 100_000 })
            {
                using var content = new StringContent(new string('a', size));
                using var response = await dashboard.Client.PostAsync(new Uri("/account/sign-out?secret=1", UriKind.Relative), content);
                Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            }
        }

        var log = await File.ReadAllTextAsync(Directory.EnumerateFiles(Path.Combine(_folder.Path, "logs"), "dashboard-*.json").Single());
        var refusals = log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Properties")).Where(said => said.TryGetProperty("Asker", out _)).ToList();
        Assert.Equal(
            ["429 HTTP: GET /figures.csv", "403 /_blazor", "400 HTTP: POST /account/sign-out"],
            refusals.Select(said => $"{said.GetProperty("Status")} {said.GetProperty("Asked")}"));
        Assert.All(refusals, said => Assert.Equal("127.0.0.1", said.GetProperty("Asker").GetString()));
        Assert.DoesNotContain("secret", log, StringComparison.Ordinal);
    }

    private static (RefusalNotes Notes, LogLines Lines, TestClock Clock) Start()
    {
        var (lines, clock) = (new LogLines(), new TestClock());
        return (new(clock, new Logger<RefusalNotes>(new LoggerFactory([lines]))), lines, clock);
    }

    private static async Task<HttpStatusCode> AskAsync(RunningDashboard dashboard, string address, params string[] headers)
    {
        using var response = await dashboard.AskAsync(address, headers);
        return response.StatusCode;
    }
}
