using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using EmploymentDashboard.Tests.Web;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Tests.Operations;

/// <summary>How the server is, what it does, and how it ends.</summary>
public sealed class OperationsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string DatabasePath => Path.Combine(_folder.Path, "dashboard.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Health_ForThoseWhoWatch_SaysWhatIsWrong()
    {
        await using var dashboard = await WebFixture.StartAsync(_folder, "--Monitoring:LeastFreeMegabytes", "10000000");
        using var ready = await dashboard.AskAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        var checks = JsonDocument.Parse(await ready.TextAsync()).RootElement.GetProperty("checks");
        Assert.Equal("Healthy", checks.GetProperty("database").GetProperty("status").GetString());
        Assert.Equal("Unhealthy", checks.GetProperty("disk").GetProperty("status").GetString());
        Assert.Contains("10000000 MB wanted", checks.GetProperty("disk").GetProperty("description").GetString(), StringComparison.Ordinal);

        using var live = await dashboard.AskAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var stranger = await dashboard.AskAsync("/health/ready", "X-Forwarded-For", "203.0.113.9");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (stranger.StatusCode, await stranger.TextAsync()));
    }

    /// <summary>Settings are read at the start: one that is another than at the start before is written down, a secret without what it is.</summary>
    [Fact]
    public async Task Settings_ThatChanged_AreWrittenDown()
    {
        string[][] starts = [["--Accounts:LockoutAttempts", "3"], ["--Accounts:LockoutAttempts", "3"], ["--Accounts:LockoutAttempts", "4", "--Keys:CertificatePassword", "hush"], []];
        foreach (var start in starts)
            await (await WebFixture.StartAsync(_folder, start)).DisposeAsync();

        await using var dashboard = await WebFixture.StartAsync(_folder);
        var entries = dashboard.Service<AuditTrail>().Entries(new(AuditKind.SettingsChanged)).Select(entry => entry.Event).Reverse().ToList();
        Assert.Equal(3, entries.Count);
        Assert.Contains("Accounts:LockoutAttempts", entries[0].Subject, StringComparison.Ordinal);
        Assert.Equal(["Accounts:LockoutAttempts, Keys:CertificatePassword", "Accounts:LockoutAttempts, Keys:CertificatePassword"], entries.Skip(1).Select(entry => entry.Subject));
        Assert.Contains("\"Accounts:LockoutAttempts\":\"4\"", entries[1].Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", entries[1].Detail, StringComparison.Ordinal);
    }

    /// <summary>Every line is one that Prometheus reads, and the numbers are those of what was done.</summary>
    [Fact]
    public async Task Metrics_TellWhatWasDone()
    {
        await using var dashboard = await WebFixture.StartAsync(_folder);
        for (var i = 0; i < 3; i++)
            (await dashboard.AskAsync("/figures.csv")).Dispose();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(dashboard.Client.BaseAddress!) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        await dashboard.Service<DashboardDatabase>().WriteAsync((_, _) => 0);

        using var response = await dashboard.AskAsync("/metrics");
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        var text = await response.TextAsync();
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches("""^(?:# (?:HELP|TYPE) [a-z_][a-zA-Z0-9_]* .+|[a-z_][a-zA-Z0-9_]*(?:\{(?:[a-z_]+="(?:[^"\\]|\\.)*",?)*\})? -?(?:[0-9.E+-]+|NaN|∞))$""", line));

        Assert.Equal(3, Value("http_server_request_duration_seconds_count{", "http_route=\"/figures.csv\""));
        Assert.Equal(3, Value("http_server_request_duration_seconds_bucket{", "http_route=\"/figures.csv\"", "le=\"+Inf\""));
        Assert.True(Value("http_server_request_duration_seconds_sum{", "http_route=\"/figures.csv\"") > 0);
        Assert.True(Value("dashboard_database_commits_total ") >= 1);
        Assert.True(Value("dashboard_database_size_bytes ") > 100_000);
        Assert.True(Value("dashboard_disk_free_bytes ") > 0);
        Assert.Equal(0, Value("dashboard_pages_connected "));
        Assert.True(Value("dotnet_process_memory_working_set_bytes ") > 1_000_000);
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", lines);

        double Value(string start, params string[] labels) => lines
            .Where(line => line.StartsWith(start, StringComparison.Ordinal) && labels.All(label => line.Contains(label, StringComparison.Ordinal)))
            .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The server is told to stop while something is written.</summary>
    [Fact]
    public async Task Stop_WaitsForWhatIsBeingWritten()
    {
        var dashboard = await WebFixture.StartAsync(_folder);
        var begun = new TaskCompletionSource();
        var writing = Task.Run(() => dashboard.Service<DashboardDatabase>().WriteAsync((connection, transaction) =>
        {
            begun.SetResult();
            Thread.Sleep(700);
            using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = ("CREATE TABLE written (x)", transaction);
            return command.ExecuteNonQuery();
        }));
        await begun.Task;
        await dashboard.DisposeAsync();
        Assert.True(writing.IsCompletedSuccessfully);
        Assert.Equal(1L, Count("SELECT count(*) FROM sqlite_master WHERE name = 'written'"));
    }

    [Fact]
    public async Task Stop_WhoseTimeIsOver_BreaksOffAndRollsBack()
    {
        var dashboard = await WebFixture.StartAsync(_folder, "--Limits:StopSeconds", "0");
        using var release = new ManualResetEventSlim();
        var begun = new TaskCompletionSource();
        var writing = Task.Run(() => dashboard.Service<DashboardDatabase>().WriteAsync((connection, transaction) =>
        {
            begun.SetResult();
            release.Wait();
            return 0;
        }));
        await begun.Task;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await dashboard.DisposeAsync();
        Assert.False(writing.IsCompleted);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"Stopping took {watch.Elapsed}.");
        release.Set();
        await Task.WhenAny(writing, Task.Delay(5000));
    }

    [Fact]
    public async Task LogFiles_AreJsonLinesForTheServersUserOnly()
    {
        await using (var dashboard = await WebFixture.StartAsync(_folder, "--Logging:LogLevel:Default", "Information"))
            (await dashboard.AskAsync("/")).Dispose();
        var folder = Path.Combine(_folder.Path, "logs");
        var lines = await File.ReadAllLinesAsync(Directory.EnumerateFiles(folder, "dashboard-*.json").Single());
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(JsonValueKind.String, JsonDocument.Parse(line).RootElement.GetProperty("Timestamp").ValueKind));
        Assert.Contains(lines, line => line.Contains("\"Path\":\"" + DatabasePath, StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    /// <summary>By the program's own name of the address: what came with the request is not repeated.</summary>
    [Fact]
    public async Task Refusal_ForWantOfARole_IsLogged()
    {
        await using (var dashboard = await WebFixture.StartAsync(_folder, "--Logging:LogLevel:Default", "Warning"))
        {
            using var reader = await dashboard.SignedInAsync(Role.Reader);
            using var refused = await reader.GetAsync("/audit?words=%0Aforged");
            Assert.Equal("/account/denied", refused.Headers.Location!.AbsolutePath);
        }

        var line = Assert.Single(await File.ReadAllLinesAsync(Directory.EnumerateFiles(Path.Combine(_folder.Path, "logs"), "dashboard-*.json").Single()), line => line.Contains("Refused", StringComparison.Ordinal));
        var said = JsonDocument.Parse(line).RootElement.GetProperty("Properties");
        Assert.Equal((TestUsers.NameOf(Role.Reader), "/audit (/audit)"), (said.GetProperty("User").GetString(), said.GetProperty("Asked").GetString()));
    }

    [Fact]
    public async Task LogFiles_SwitchedOff_AreNotThere()
    {
        await using var dashboard = await WebFixture.StartAsync(_folder, "--Log:ToFile", "false", "--Logging:LogLevel:Default", "Information");
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "logs")));
    }

    /// <summary>Whoever copies the folder cannot make cookies without the certificate; a restart with it knows the old ones.</summary>
    [Fact]
    public async Task Keys_WithACertificate_AreEncryptedAndReadAgain()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=dashboard keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        var file = Path.Combine(_folder.Path, "keys.pfx");
        await File.WriteAllBytesAsync(file, certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, "spring"));
        string[] arguments = ["--Keys:Certificate", file, "--Keys:CertificatePassword", "spring"];

        string cookie;
        await using (var dashboard = await WebFixture.StartAsync(_folder, arguments))
        {
            using var analyst = await dashboard.SignedInAsync(Role.Analyst);
            cookie = string.Join("; ", analyst.Cookies.Select(one => $"{one.Name}={one.Value}"));
        }

        var keys = Directory.EnumerateFiles(Path.Combine(_folder.Path, "keys"), "key-*.xml").Select(File.ReadAllText).ToList();
        Assert.NotEmpty(keys);
        Assert.All(keys, text => Assert.Contains("EncryptedData", text, StringComparison.Ordinal));
        Assert.All(keys, text => Assert.DoesNotContain("<masterKey", text, StringComparison.Ordinal));

        await using var again = await WebFixture.StartAsync(_folder, arguments);
        using var response = await again.AskAsync("/batches/1/original", "Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private long Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
