using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dapper;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Commands;
using EmploymentDashboard.Tests.Shared;
using Xunit.Abstractions;

namespace EmploymentDashboard.Tests.Faults;

/// <summary>The disk is full at fifty points of an import.</summary>
[Collection(FaultCollection.Name)]
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private const int Points = 50;

    /// <summary>SQLite is given a page more each time, and says that the disk is full when they are used up.</summary>
    [Fact]
    public async Task Import_ThatRunsOutOfPages_ChangesNothing_AndGoesThroughOnceThereIsRoom()
    {
        using var folder = new TestFolder();
        using var database = await FaultFiles.FilledAsync(Path.Combine(folder.Path, "dashboard.db"));
        var before = FaultFiles.HashOf(database);
        var run = new ImportRun(database, TimeProvider.System);
        using var preview = run.Prepare(ImportFile.OfBytes("big.csv", Encoding.UTF8.GetBytes(FaultFiles.Text(1, months: 270))), new());
        Assert.True(preview.CanCommit && preview.Errors == 0, string.Join("; ", preview.Issues().Take(3).Select(issue => issue.Describe().En)));
        var (pages, refused) = (Pages(database), 0);
        for (var point = 0; point < Points; point++)
        {
            var fault = await Record.ExceptionAsync(() => database.WriteAsync(
                (connection, transaction) =>
                {
                    connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages + point}"), transaction: transaction);
                    return new BatchCommit(preview, connection, transaction).Run("tester", goodRowsOnly: false, DateTimeOffset.UtcNow);
                },
                preview.StagedPath));

            Assert.Equal(StoreFault.Full, Assert.IsType<StoreFaultException>(fault).Fault);
            Assert.Equal(before, FaultFiles.HashOf(database));
            refused++;
        }

        Assert.Equal(CommitOutcome.Committed, (await run.CommitAsync(preview, "tester", goodRowsOnly: false)).Outcome);
        Assert.Empty(FaultFiles.PartialBatches(database));
        Assert.True(DatabaseCheck.Of(database.Path, TimeProvider.System).IsSound);
        FaultScale.Report(output, $"disk full by pages: refused at {refused} of {Points} points, nothing changed, read after each, committed once there was room");
    }

    /// <summary>A disk of memory that really is full. Only root can make one, so the short form leaves it out.</summary>
    [Fact]
    public async Task Program_OnAFullDisk_SaysSo_AndGoesOnOnceThereIsRoom()
    {
        if (!FaultScale.IsFull || !OperatingSystem.IsLinux() || Environment.UserName != "root")
            return;

        using var folder = new TestFolder();
        var original = Path.Combine(folder.Path, "original.db");
        (await FaultFiles.FilledAsync(original)).Dispose();
        var file = folder.Write("big.csv", FaultFiles.Text(1, months: 270));
        var disk = Directory.CreateDirectory(Path.Combine(folder.Path, "disk")).FullName;
        var kilobytes = new FileInfo(original).Length / 1024;
        var (full, done) = (0, 0);
        for (var point = 0; point < Points; point++)
        {
            await ShellAsync("mount", "-t", "tmpfs", "-o", $"size={kilobytes + 40 + (point * 24)}k", "tmpfs", disk);
            try
            {
                var database = Path.Combine(disk, "dashboard.db");
                File.Copy(original, database);
                var run = await ProgramRun.OfAsync("import", file, "--database", database);
                if (run.ExitCode == 0)
                {
                    done++;
                }
                else
                {
                    Assert.Contains("disk is full", run.Error, StringComparison.Ordinal);
                    Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
                    full++;
                    await ShellAsync("mount", "-o", "remount,size=64m", disk);
                    Assert.Equal(0, (await ProgramRun.OfAsync("verify", "--database", database)).ExitCode);
                    Assert.Equal(0, (await ProgramRun.OfAsync("import", file, "--database", database)).ExitCode);
                }

                using var after = new DashboardDatabase(database);
                Assert.Empty(FaultFiles.PartialBatches(after));
                Assert.True(DatabaseCheck.Of(database, TimeProvider.System).IsSound);
            }
            finally
            {
                await ShellAsync("umount", disk);
            }
        }

        FaultScale.Report(output, $"disk really full (tmpfs): {Points} sizes, {full} refused with a message and gone through once there was room, {done} had room enough; nothing partial");
        Assert.True(full > 0);
    }

    private static long Pages(DashboardDatabase database)
    {
        using var connection = database.Open();
        return connection.QuerySingle<long>("PRAGMA page_count");
    }

    private static async Task ShellAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
