using System.Globalization;
using System.Text;
using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Tests.Backups;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;

namespace EmploymentDashboard.Tests.Commands;

/// <summary>Backing up, verifying and restoring as an administrator does it, and what the program says of a database that it cannot use.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Database => Path.Combine(_folder.Path, "dashboard.db");

    private string Figures => _folder.Write("good.csv", "area,indicator,period,value,source\n巴南,job_fairs,2023-01,3,cqrb-2023-03-06-banan\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Database_BackedUpBesideAServer_IsRestoredOnlyOnceThatIsStopped()
    {
        string backup;
        await using (await RunningDashboard.StartAsync("--database", Database))
        {
            var made = await RunAsync("backup", "--json");
            Assert.Equal((0, ""), (made.ExitCode, made.Error));
            backup = made.Json.GetProperty("file").GetString()!;
            var verified = await RunAsync("verify", backup, "--json");
            Assert.Equal((0, made.Json.GetProperty("logicalHash").GetString()), (verified.ExitCode, verified.Json.GetProperty("logicalHash").GetString()));
            Assert.Equal(0, (await RunAsync("verify")).ExitCode);

            var refused = await RunAsync("restore", backup);
            Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
            Assert.Contains("in use by the server", refused.Error, StringComparison.Ordinal);
        }

        var before = (await RunAsync("verify", "--json")).Json.GetProperty("logicalHash").GetString()!;
        Assert.Equal(0, (await RunAsync("import", Figures)).ExitCode);
        Assert.DoesNotContain(before, (await RunAsync("verify")).Output, StringComparison.Ordinal);

        var restored = await RunAsync("restore", backup);

        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        Assert.Contains(before, restored.Output, StringComparison.Ordinal);
        Assert.Contains(".before-restore-", restored.Output, StringComparison.Ordinal);
        Assert.Contains(before, (await RunAsync("verify")).Output, StringComparison.Ordinal);
    }

    /// <summary>What is wrong with the database, and what is said of it in both languages.</summary>
    [Theory]
    [InlineData("text", "No database of this program", "不是本程序的数据库", true)]
    [InlineData("page", "Damaged", "已损坏", true)]
    [InlineData("gone", "Empty or gone", "备份", true)]
    [InlineData("newer", "is newer than this program", "比本程序新", false)]
    [InlineData("folder", "is not there", "文件夹不在", false)]
    [InlineData("read-only", "Read-only", "只读", false)]
    public async Task Server_OverADatabaseThatItCannotUse_SaysWhatAndHowToMendIt(string fault, string english, string chinese, bool isMendedByBackup)
    {
        Assert.Equal(0, (await RunAsync("import", Figures)).ExitCode);
        var backup = (await RunAsync("backup", "--json")).Json.GetProperty("file").GetString()!;
        var path = Break(fault);
        if (path.StartsWith(_folder.Path, StringComparison.Ordinal) && fault == "read-only")
            return;

        foreach (var (language, words) in new[] { ("en_GB.UTF-8", english), ("zh_CN.UTF-8", chinese) })
        {
            var run = await ProgramRun.RunAsync(["--urls", "http://127.0.0.1:0", "--database", path], language: language);

            Assert.Equal(2, run.ExitCode);
            Assert.Contains(words, run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
            Assert.Equal(isMendedByBackup, run.Error.Contains($"restore \"{backup}\"", StringComparison.Ordinal));
        }

        if (!isMendedByBackup)
            return;

        Assert.Equal(0, (await RunAsync("restore", backup)).ExitCode);
        Assert.Equal(0, (await RunAsync("verify")).ExitCode);
    }

    [Fact]
    public async Task Verify_OfADamagedFile_NamesEachFinding_AndEndsWithOne()
    {
        Assert.Equal(0, (await RunAsync("import", Figures)).ExitCode);
        using (var database = new DashboardDatabase(Database))
            Spoiled.Page(database);

        var run = await RunAsync("verify");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("damaged_pages", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("verify", Path.Combine(_folder.Path, "none.db"))).ExitCode);
        Assert.Equal(2, (await RunAsync("backup")).ExitCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Path, "backups")));
    }

    private string Break(string fault)
    {
        switch (fault)
        {
            case "text":
                File.WriteAllText(Database, string.Join('\n', Enumerable.Range(0, 1000).Select(line => line.ToString(CultureInfo.InvariantCulture))), Encoding.UTF8);
                return Database;
            case "page":
                using (var database = new DashboardDatabase(Database))
                    Spoiled.Page(database);
                return Database;
            case "gone":
                File.Delete(Database);
                return Database;
            case "newer":
                using (var database = new DashboardDatabase(Database))
                {
                    using var connection = database.Open();
                    connection.Execute("INSERT INTO schema_migration VALUES (999, '0999_future.sql', 'f', '2099-01-01T00:00:00.000Z')");
                }

                return Database;
            // Not even root may make files there; other systems have no such place.
            case "read-only" when OperatingSystem.IsLinux():
                return "/sys/dashboard.db";
            default:
                // A folder cannot be made within a file.
                return Path.Combine(Figures, "dashboard.db");
        }
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.OfAsync([.. arguments, "--database", Database]);
}
