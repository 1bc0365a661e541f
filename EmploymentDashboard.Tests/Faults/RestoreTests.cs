using System.Diagnostics;
using System.Globalization;
using System.Text;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Extensions.Options;
using Xunit.Abstractions;

namespace EmploymentDashboard.Tests.Faults;

/// <summary>A database is backed up, lost, and had back.</summary>
[Collection(FaultCollection.Name)]
public sealed class RestoreTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Database_ThatWasLost_IsHadBackWithinAMinute_ToTheLastValue()
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "dashboard.db");
        Backup backup;
        TimeSpan made;
        using (var database = await FaultFiles.FilledAsync(path))
        {
            // Each file brings 1,200 figures and supersedes those of the one before.
            var run = new ImportRun(database, TimeProvider.System);
            for (var number = 0; number < FaultScale.Of(10, 140); number++)
            {
                using var preview = run.Prepare(ImportFile.OfBytes($"{number}.csv", Encoding.UTF8.GetBytes(FaultFiles.Text(number, months: 100))), new());
                Assert.Equal(CommitOutcome.Committed, (await run.CommitAsync(preview, "tester", goodRowsOnly: false)).Outcome);
            }

            using var desk = new BackupDesk(database, Options.Create(new BackupOptions()), TimeProvider.System);
            var making = Stopwatch.StartNew();
            backup = await desk.MakeAsync(BackupReason.Asked);
            made = making.Elapsed;
        }

        var bytes = await File.ReadAllBytesAsync(path);
        Array.Clear(bytes, 0, bytes.Length / 2);
        await File.WriteAllBytesAsync(path, bytes);
        Assert.False(DatabaseCheck.Of(path, TimeProvider.System).IsSound);

        var watch = Stopwatch.StartNew();
        var result = Restoring.Run(backup.Path, path, TimeProvider.System);

        Assert.Equal(backup.Manifest!.LogicalHash, result.LogicalHash);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"It took {watch.Elapsed}.");
        var check = DatabaseCheck.Of(path, TimeProvider.System);
        Assert.Equal((true, backup.Manifest.LogicalHash), (check.IsSound, check.Content!.Hash));
        FaultScale.Report(output, string.Create(CultureInfo.InvariantCulture, $"restore: {check.Content.Rows["stored_observation"]:N0} figures, {backup.Size:N0} bytes: backed up and verified in {made.TotalSeconds:0.0} s, restored and verified in {watch.Elapsed.TotalSeconds:0.0} s, checked in {check.Took.TotalSeconds:0.0} s, logical hash equal"));
    }
}
