using System.Diagnostics;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Accounts.Providers;
using EmploymentDashboard.Commands;
using EmploymentDashboard.Database;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Commands;

/// <summary>The built program, run as people run it.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Database => Path.Combine(_folder.Path, "dashboard.db");

    public void Dispose() => _folder.Dispose();

    /// <summary>Language of the console, arguments, and what the help says.</summary>
    [Theory]
    [InlineData("zh_CN.UTF-8", "--help", "重庆区县就业统计", "示例：", "--database <FILE>", "--urls", "user")]
    [InlineData("en_GB.UTF-8", "--help", "Employment figures", "Examples:", "--database <FILE>", "--urls", "user")]
    [InlineData("C", "--help", "Employment figures")]
    [InlineData("zh_CN.UTF-8", "user --help", "停用用户", "示例：", "user add zhang --role analyst", "--database <FILE>")]
    [InlineData("en_GB.UTF-8", "user add --help", "--role", "--password-stdin", "analyst", "administrator")]
    public async Task Help_TeachesInTheLanguageOfTheConsole(string language, string arguments, params string[] said)
    {
        var run = await ProgramRun.RunAsync(arguments.Split(' '), language: language);
        Assert.Equal((ExitCodes.Done, ""), (run.ExitCode, run.Error));
        Assert.All(said, words => Assert.Contains(words, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("usr list", "“usr”")]
    [InlineData("--databse x.db", "“--databse”")]
    [InlineData("user", "Required command")]
    [InlineData("user add --role analyst", "'add'")]
    [InlineData("user add zhang --role boss", "boss")]
    [InlineData("user add zhang --role analyst --password secret", "--password")]
    [InlineData("user list extra", "extra")]
    public async Task Arguments_ThatMakeNoSense_AreRefusedAndNothingStarts(string arguments, string named)
    {
        var run = await ProgramRun.RunAsync([.. arguments.Split(' '), "--database", Database]);
        Assert.Equal(ExitCodes.Unusable, run.ExitCode);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task User_FromAddedToDisabled_AnswersWithItsExitCode()
    {
        await ExpectAsync(ExitCodes.Unusable, "there is no database", "user list");
        await ExpectAsync(ExitCodes.Unusable, "--password-stdin", "user add zhang --role analyst", "river stone 41");
        await ExpectAsync(ExitCodes.Unusable, "no password", "user add zhang --role analyst --password-stdin", "");
        await ExpectAsync(ExitCodes.Rejected, "at least 10", "user add zhang --role analyst --password-stdin", "short\n");
        await ExpectAsync(ExitCodes.Done, "Added zhang", "user add zhang --role analyst --password-stdin", "river stone 41\n");
        await ExpectAsync(ExitCodes.Rejected, "taken", "user add ZHANG --role analyst --password-stdin", "river stone 41\n");
        await ExpectAsync(ExitCodes.Done, "Added li", "user add li --role administrator --password-stdin", "river stone 41\n");
        await ExpectAsync(ExitCodes.Rejected, "last administrator", "user disable li");
        await ExpectAsync(ExitCodes.Rejected, "no user “wang”", "user disable wang");
        await ExpectAsync(ExitCodes.Done, "Disabled zhang", "user disable zhang");
        await ExpectAsync(ExitCodes.Done, "password of li", "user reset li --password-stdin", "maple kettle 7\r\n");

        var list = await RunAsync("user list");
        Assert.Equal([["li", "administrator", "enabled"], ["zhang", "analyst", "disabled"]], list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[..3]));
        await ExpectAsync(ExitCodes.Done, "Enabled zhang", "user enable zhang");
        await ExpectAsync(ExitCodes.Rejected, "no second factor", "user reset zhang --second-factor");

        // The password set last, without its line end, signs in.
        await using var dashboard = await RunningDashboard.StartAsync("--database", Database, "--data", _folder.Path);
        using var visitor = dashboard.Visit();
        using var response = await visitor.SignInAsync("li", "maple kettle 7");
        Assert.Equal(System.Net.HttpStatusCode.Found, response.StatusCode);
    }

    /// <summary>The command has none of the server's keys, and needs none.</summary>
    [Fact]
    public async Task SecondFactor_OfWhoHasLostTheTelephone_IsRemoved()
    {
        await ExpectAsync(ExitCodes.Done, "Added li", "user add li --role administrator --password-stdin", "river stone 41\n");
        await using (var dashboard = await RunningDashboard.StartAsync("--database", Database, "--data", _folder.Path))
            await TestUsers.SetSecondFactorAsync(dashboard.Services, "li");

        await ExpectAsync(ExitCodes.Done, "second factor of li", "user reset li --second-factor");
        await ExpectAsync(ExitCodes.Rejected, "no second factor", "user reset li --second-factor");
    }

    /// <summary>Someone who signs in by the organisation's provider only has no password to give, and none to guess.</summary>
    [Fact]
    public async Task User_WithoutAPassword_IsAddedLinkedAndParted()
    {
        await ExpectAsync(ExitCodes.Done, "Added wang", "user add wang --role analyst --no-password");
        await using (var dashboard = await RunningDashboard.StartAsync("--database", Database, "--data", _folder.Path))
        {
            var user = Assert.Single(dashboard.Service<UserStore>().All());
            Assert.Equal("", user.PasswordHash);
            await using var scope = dashboard.Services.CreateAsyncScope();
            var accounts = scope.ServiceProvider.GetRequiredService<ProviderAccounts>();
            Assert.True(await accounts.LinkAsync(new("https://id.example.org", "1", "wang"), user.Id, user.Name, "test"));
            Assert.True(accounts.IsLinked(user.Id));
            using var visitor = dashboard.Visit();
            using var refused = await visitor.SignInAsync("wang", "");
            Assert.Equal(System.Net.HttpStatusCode.OK, refused.StatusCode);
        }

        await ExpectAsync(ExitCodes.Done, "Unlinked wang", "user unlink wang");
        await using (var dashboard = await RunningDashboard.StartAsync("--database", Database, "--data", _folder.Path))
        {
            await using var scope = dashboard.Services.CreateAsyncScope();
            Assert.False(scope.ServiceProvider.GetRequiredService<ProviderAccounts>().IsLinked(1));
        }
    }

    [Fact]
    public async Task Token_IsListedAndRevokedOnce()
    {
        await ExpectAsync(ExitCodes.Done, "Added zhang", "user add zhang --role analyst --password-stdin", "river stone 41\n");
        await using (var dashboard = await RunningDashboard.StartAsync("--database", Database, "--data", _folder.Path))
        {
            var user = Assert.Single(dashboard.Service<UserStore>().All());
            await dashboard.Service<ApiTokens>().MakeAsync(new(user.Id, user.Name, user.Role), "nightly job", [TokenScope.Upload, TokenScope.Commit], 90, "");
        }

        var list = await RunAsync("token list");
        Assert.Equal(["1", "zhang", "nightly job"], list.Output.Split('\t')[..3]);
        Assert.Equal(["upload commit", "valid"], list.Output.Split('\t')[4..6]);
        await ExpectAsync(ExitCodes.Rejected, "no token 2", "token revoke 2");
        await ExpectAsync(ExitCodes.Done, "Revoked nightly job", "token revoke 1");
        await ExpectAsync(ExitCodes.Rejected, "no token 1", "token revoke 1");
        Assert.Equal("revoked", (await RunAsync("token list")).Output.Split('\t')[5]);
    }

    [Fact]
    public async Task RunningServer_KeepsWritersAndOtherServersAwayButNotReaders()
    {
        await ExpectAsync(ExitCodes.Done, "Added zhang", "user add zhang --role analyst --password-stdin", "river stone 41\n");
        await using (var dashboard = await RunningDashboard.StartAsync("--database", Database, "--data", _folder.Path))
        {
            var address = dashboard.Client.BaseAddress!.ToString().TrimEnd('/');
            await ExpectAsync(ExitCodes.Unusable, address, "user disable zhang");
            await ExpectAsync(ExitCodes.Unusable, address, "user add wang --role analyst --password-stdin", "river stone 41\n");
            await ExpectAsync(ExitCodes.Unusable, address, "--urls http://127.0.0.1:0");
            await ExpectAsync(ExitCodes.Done, "zhang\tanalyst\tenabled", "user list");
            Assert.Equal(["zhang"], dashboard.Service<UserStore>().All().Select(user => user.Name));
            await Assert.ThrowsAsync<DatabaseInUseException>(() => RunningDashboard.StartAsync("--database", Database, "--data", _folder.Path));
        }

        await ExpectAsync(ExitCodes.Done, "Disabled zhang", "user disable zhang");
    }

    /// <summary>A server of its own process: the log leads to the first administrator, and a kill leaves nothing that blocks.</summary>
    [Fact]
    public async Task Server_Killed_BlocksNobodyAndItsLogLedToTheFirstAdministrator()
    {
        using (var server = ProgramRun.Start(["--urls", "http://127.0.0.1:0", "--database", Database, "--data", _folder.Path]))
        {
            var link = await ReadLinkAsync(server).WaitAsync(TimeSpan.FromMinutes(1));
            using (var visitor = new Visitor(new(link.GetLeftPart(UriPartial.Authority))))
            {
                using var response = await visitor.SubmitAsync(link.PathAndQuery, new Dictionary<string, string> { ["name"] = "li", ["password"] = "river stone 41", ["repeated"] = "river stone 41" });
                Assert.Equal(System.Net.HttpStatusCode.Found, response.StatusCode);
            }

            await ExpectAsync(ExitCodes.Unusable, $"process {server.Id}", "user reset li --password-stdin", "maple kettle 7\n");
            server.Kill();
            await server.WaitForExitAsync();
        }

        Assert.True(File.Exists(Database + ".holder"));
        await ExpectAsync(ExitCodes.Done, "password of li", "user reset li --password-stdin", "maple kettle 7\n");
        await ExpectAsync(ExitCodes.Done, "li\tadministrator", "user list");
    }

    [Fact]
    public async Task ReadingCommand_OnAnOlderDatabase_SaysWhatToDo()
    {
        using (var database = new DashboardDatabase(Database))
            await new Migrator(database, TimeProvider.System, [Migration.OfProgram()[0]]).MigrateAsync();

        await ExpectAsync(ExitCodes.Unusable, "older than this program", "user list");
        await ExpectAsync(ExitCodes.Rejected, "no user", "user disable zhang");
        await ExpectAsync(ExitCodes.Done, "", "user list");
    }

    private static async Task<Uri> ReadLinkAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http", StringComparison.Ordinal) is >= 0 and var start && line.Contains("/setup?token=", StringComparison.Ordinal))
                return new(line[start..].Split(' ')[0]);
        }

        throw new InvalidOperationException("The server ended without a set-up link.");
    }

    private Task<ProgramRun> RunAsync(string arguments, string? input = null) => ProgramRun.RunAsync([.. arguments.Split(' '), "--database", Database], input);

    private async Task ExpectAsync(int code, string said, string arguments, string? input = null)
    {
        var run = await RunAsync(arguments, input);
        Assert.True(code == run.ExitCode, $"{arguments} ended with {run.ExitCode}: {run.Output}{run.Error}");
        Assert.Contains(said, code == ExitCodes.Done ? run.Output : run.Error, StringComparison.OrdinalIgnoreCase);
    }
}
