using System.Text;
using Dapper;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;

namespace EmploymentDashboard.Tests.Backups;

public sealed class BackupTests : StoreContext
{
    [Fact]
    public async Task Backup_MadeWhileTheDatabaseIsInUse_SaysTheSame_PrivatelyAndWithItsManifest()
    {
        using var reader = Database.Open();
        using var reading = reader.BeginTransaction(deferred: true);
        reader.Query("SELECT * FROM batch", transaction: reading);

        var backup = await Desk.MakeAsync(BackupReason.Asked);

        Assert.Equal("test-2023-04-01T080000Z.db", backup.Name);
        Assert.True(backup.IsVerified);
        Assert.Equal(HashNow(), backup.Manifest!.LogicalHash);
        Assert.Equal((2L, 1L, DatabaseCheck.FileHash(backup.Path)), (backup.Manifest.Rows["stored_observation"], backup.Manifest.Rows["batch"], backup.Manifest.Sha256));
        var report = DatabaseCheck.Of(backup.Path, Clock);
        Assert.Equal((true, HashNow(), backup.Manifest.SchemaVersion), (report.IsSound, report.Content!.Hash, report.SchemaVersion!.Value));
        Assert.Equal([backup.Name, backup.Name + ".json"], Directory.GetFiles(Desk.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var file in Directory.GetFiles(Desk.Folder))
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Backup_BesideWriters_IsOfOneMoment()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var row = 0; !stop.IsCancellationRequested; row++)
                await Store.TakeInAsync($"500113 jobs_created total flow 2022-{(row % 12) + 1:00} {row}");
        });

        try
        {
            for (var i = 0; i < 5; i++)
                Assert.True((await Desk.MakeAsync(BackupReason.Asked)).IsVerified);
        }
        finally
        {
            await stop.CancelAsync();
            await writing;
        }

        var all = Desk.All();
        Assert.NotEmpty(all);
        Assert.All(all, backup => Assert.Equal(backup.Manifest!.LogicalHash, DatabaseCheck.Of(backup.Path, Clock).Content!.Hash));
    }

    [Fact]
    public async Task Backup_OfADatabaseThatCannotBeRead_IsNotKept()
    {
        Spoiled.Page(Database);

        var fault = await Assert.ThrowsAsync<StoreFaultException>(() => Desk.MakeAsync(BackupReason.Asked));

        Assert.Equal(StoreFault.Damaged, fault.Fault);
        Assert.Empty(Directory.GetFiles(Desk.Folder));
    }

    [Fact]
    public async Task Backups_BeyondTheRule_Go_WithTheirManifests()
    {
        for (var day = 0; day < 9; day++)
        {
            Clock.Now = new(2023, 3, 20 + day, 19, 0, 0, TimeSpan.Zero);
            await Desk.MakeAsync(BackupReason.Nightly);
        }

        // Seven days, and of the week before its last.
        Assert.Equal(["28", "27", "26", "25", "24", "23", "22"], Desk.All().Take(7).Select(backup => $"{backup.MadeAt.Day}"));
        Assert.Equal(Desk.All().Count * 2, Directory.GetFiles(Desk.Folder).Length);
        Assert.True(Desk.All().Count < 9);
    }

    [Fact]
    public async Task Restore_BringsBackWhatWas_AndKeepsWhatItReplaces()
    {
        var before = HashNow();
        var backup = await Desk.MakeAsync(BackupReason.Asked);
        await Store.TakeInAsync("500113 jobs_created total flow 2023-02 9");
        var after = HashNow();
        Database.Dispose();

        var result = Restoring.Run(backup.Path, Database.Path, Clock);

        Assert.Equal((before, 0), (result.LogicalHash, result.Refused.Count));
        using var restored = new DashboardDatabase(Database.Path);
        using var connection = restored.Open();
        Assert.Equal(before, LogicalHash.Of(connection).Hash);
        using var old = new DashboardDatabase(result.Replaced!, isReadOnly: true);
        using var oldConnection = old.Open();
        Assert.Equal(after, LogicalHash.Of(oldConnection).Hash);
        Assert.Equal(Database.Path + ".before-restore-2023-04-01T080000Z", result.Replaced);
        Assert.Empty(Directory.GetFiles(Store.Folder, "*.restoring*"));
        // The newer state was sealed before; the restored one must not be measured by that.
        Assert.True(DatabaseCheck.Of(Database.Path, Clock).IsSound);
    }

    /// <summary>A process that was killed leaves a log beside the file. It belongs to what is replaced: beside the new file it would be taken for its own.</summary>
    [Fact]
    public async Task Restore_OverADatabaseWithALog_TakesTheLogAway()
    {
        var before = HashNow();
        var backup = await Desk.MakeAsync(BackupReason.Asked);
        using var held = Database.Open();
        await Store.TakeInAsync("500113 jobs_created total flow 2023-02 9");
        var after = HashNow();
        var killed = Path.Combine(Store.Folder, "killed.db");
        foreach (var part in (string[])["", "-wal"])
            File.Copy(Database.Path + part, killed + part);
        Assert.True(new FileInfo(killed + "-wal").Length > 0);

        var result = Restoring.Run(backup.Path, killed, Clock);

        Assert.Equal(before, result.LogicalHash);
        Assert.Equal(after, DatabaseCheck.Of(result.Replaced!, Clock).Content!.Hash);
    }

    [Fact]
    public async Task Restore_OfWhatIsNotWhole_TouchesNothing()
    {
        var backup = await Desk.MakeAsync(BackupReason.Asked);
        var bytes = await File.ReadAllBytesAsync(backup.Path);
        bytes[^200] ^= 1;
        await File.WriteAllBytesAsync(backup.Path, bytes);
        var text = Path.Combine(Store.Folder, "notes.db");
        await File.WriteAllTextAsync(text, "figures", Encoding.UTF8);
        var now = HashNow();

        Assert.Contains(Restoring.Run(backup.Path, Database.Path, Clock).Refused, finding => finding.Code == "file_changed");
        Assert.Equal(["not_a_database"], Restoring.Run(text, Database.Path, Clock).Refused.Select(finding => finding.Code));

        Assert.Equal(now, HashNow());
        Assert.Empty(Directory.GetFiles(Store.Folder, "*before-restore*"));
    }

    [Fact]
    public async Task Restore_OfANewerSchema_IsRefused()
    {
        var backup = await Desk.MakeAsync(BackupReason.Asked);
        using (var newer = new DashboardDatabase(backup.Path))
        {
            using var connection = newer.Open();
            connection.Execute("INSERT INTO schema_migration VALUES (999, '0999_future.sql', 'f', '2099-01-01T00:00:00.000Z')");
        }

        File.Delete(BackupManifest.PathOf(backup.Path));
        var result = Restoring.Run(backup.Path, Database.Path, Clock);

        var finding = Assert.Single(result.Refused);
        Assert.Equal("other_schema", finding.Code);
        Assert.Contains("0999_future.sql", finding.Words.En, StringComparison.Ordinal);
    }

    /// <summary>A later program has one migration more.</summary>
    [Fact]
    public async Task Upgrade_OfADatabaseThatHoldsSomething_BeginsWithABackup()
    {
        var own = Migration.OfProgram();
        var later = new Migrator(Database, Clock, [.. own, new(own.Count + 1, "0099_later.sql", "DELETE FROM stored_observation;")]);
        var before = HashNow();

        await new StoreOpening(Database, later, Desk, Health, Clock).OpenAsync();

        var backup = Assert.Single(Desk.All());
        Assert.Equal((BackupReason.Upgrade, (long)own.Count, before), (backup.Manifest!.Reason, backup.Manifest.SchemaVersion, backup.Manifest.LogicalHash));
        Assert.NotEqual(before, HashNow());
    }
}
