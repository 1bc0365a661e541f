using Dapper;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;

namespace EmploymentDashboard.Tests.Backups;

public sealed class DamageTests : StoreContext
{
    [Fact]
    public void Database_AsItWasWritten_IsSound()
    {
        var report = Check();

        Assert.Equal([], report.Findings.Select(finding => finding.Words.En));
        Assert.Equal(HashNow(), report.Content!.Hash);
    }

    [Fact]
    public async Task Page_ThatCannotBeRead_IsFoundAtStart_BeforeAnythingIsServed()
    {
        Spoiled.Page(Database);

        var fault = await Assert.ThrowsAsync<StoreFaultException>(() => Opening.OpenCheckedAsync());

        Assert.Equal((StoreFault.Damaged, "damaged_pages"), (fault.Fault, Health.LastCheck!.Findings[0].Code));
    }

    /// <summary>No structure is hurt: only that the content is not what was sealed gives it away.</summary>
    [Fact]
    public async Task Letter_ThatTurnedOver_IsFoundAtStart_WhereNobodyWroteSince()
    {
        Seal.Set(Database, Clock.Now);
        Spoiled.Letter(Database, "巴南区");

        Assert.Equal(["content_changed"], Check().Findings.Select(finding => finding.Code));
        await Assert.ThrowsAsync<StoreFaultException>(() => Opening.OpenCheckedAsync());
    }

    [Fact]
    public async Task Seal_OfAnEarlierState_IsNotHeldAgainstALaterOne()
    {
        Seal.Set(Database, Clock.Now);
        await Store.TakeInAsync("500113 jobs_created total flow 2023-02 9");

        Assert.True(Check().IsSound);
    }

    [Fact]
    public void FileOfABatch_ThatChanged_IsFoundByItsHash()
    {
        using (var connection = Database.Open())
            connection.Execute("UPDATE batch SET sha256 = replace(sha256, substr(sha256, 1, 1), 'z')");

        Assert.Equal(["original_changed"], Check().Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Row_ThatRefersToNone_IsFound()
    {
        using (var connection = Database.Open())
            connection.Execute("PRAGMA foreign_keys = OFF; DELETE FROM source_number; PRAGMA foreign_keys = ON");

        Assert.Contains(Check().Findings, finding => finding.Code == "broken_references" && finding.Words.En.Contains("stored_observation → source_number", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Damage_FoundAtNight_StopsWriting_NotReading_AndMakesNoBackup()
    {
        Spoiled.Page(Database);

        Assert.Null(await Keeper.BackUpAsync(BackupReason.Nightly));

        Assert.Empty(Desk.All());
        Assert.Equal(StoreFaultException.WordsOf(StoreFault.Damaged), Health.LastFailure!.Why);
        var fault = await Assert.ThrowsAsync<StoreFaultException>(() => Database.WriteAsync((_, _) => 0));
        Assert.Equal(StoreFault.Damaged, fault.Fault);
        using var connection = Database.Open();
        Assert.Equal(1, connection.QuerySingle<long>("SELECT count(*) FROM batch"));
    }

    [Fact]
    public async Task Damage_MetByAWriter_StopsTheNextOneToo()
    {
        Spoiled.Page(Database);

        await Assert.ThrowsAsync<StoreFaultException>(() => Database.WriteAsync((connection, transaction) => connection.Execute("UPDATE stored_observation SET note = 'x'", transaction: transaction)));

        Assert.True(Database.IsDamaged);
        await Assert.ThrowsAsync<StoreFaultException>(() => Database.WriteAsync((connection, transaction) => connection.Execute("DELETE FROM loaded_folder", transaction: transaction)));
    }

    [Fact]
    public async Task Night_OverASoundDatabase_MakesABackupAndSealsIt()
    {
        var backup = await Keeper.BackUpAsync(BackupReason.Nightly);

        Assert.Equal((BackupReason.Nightly, HashNow()), (backup!.Manifest!.Reason, backup.Manifest.LogicalHash));
        Assert.Equal(HashNow(), Seal.Of(Database.Path)!.LogicalHash);
        Assert.True(Health.LastCheck!.IsSound);
    }

    [Fact]
    public async Task DiskThatIsFull_RefusesTheWriter_LosesNothing_AndTakesTheNextOneOnceThereIsRoom()
    {
        var before = HashNow();
        var fault = await Assert.ThrowsAsync<StoreFaultException>(() => Database.WriteAsync((connection, transaction) =>
        {
            connection.Execute("PRAGMA max_page_count = 1", transaction: transaction);
            return connection.Execute("INSERT INTO batch_content VALUES (1, 99, 'none', zeroblob(1000000))", transaction: transaction);
        }));

        Assert.Equal(StoreFault.Full, fault.Fault);
        Assert.Contains("磁盘已满", fault.Words.Zh, StringComparison.Ordinal);
        Assert.False(Database.IsDamaged);
        Assert.Equal(before, HashNow());
        using (var connection = Database.Open())
            connection.Execute("PRAGMA max_page_count = 1000000000");
        await Store.TakeInAsync("500113 jobs_created total flow 2023-02 9");
        Assert.True(Check().IsSound);
    }

    [Fact]
    public async Task File_ThatWasMovedAway_IsNotWrittenInTheVoid()
    {
        using var held = Database.Open();
        File.Move(Database.Path, Database.Path + ".elsewhere");

        var fault = await Assert.ThrowsAsync<StoreFaultException>(() => Database.WriteAsync((_, _) => 0));

        Assert.Equal(StoreFault.Missing, fault.Fault);
    }

    [Fact]
    public async Task Database_GoneWhileThereAreBackups_IsNotMadeAnew()
    {
        await Desk.MakeAsync(BackupReason.Asked);
        Database.Dispose();
        File.Delete(Database.Path);

        var fault = await Assert.ThrowsAsync<StoreFaultException>(() => Opening.OpenCheckedAsync());

        Assert.Equal(StoreFault.Vanished, fault.Fault);
        var advice = Mending.Advice(fault.Fault, Database.Path, Desk.Folder)!.Value;
        Assert.Contains($"restore \"{Desk.All()[0].Path}\" --database \"{Database.Path}\"", advice.En, StringComparison.Ordinal);
        Assert.Contains(Desk.All()[0].Path, advice.Zh, StringComparison.Ordinal);
    }

    /// <summary>The damage came before the last writing, so that no seal knows of it.</summary>
    [Fact]
    public async Task Figure_ThatIsNotAsInTheLastBackup_IsFound_AndWhatMayChangeIsNot()
    {
        await Desk.MakeAsync(BackupReason.Nightly);
        await Store.TakeInAsync("500113 jobs_created total flow 2023-01 9");
        await Store.TurnAsync(1);
        Assert.True((await Keeper.CheckAsync()).IsSound);

        using (var connection = Database.Open())
            connection.Execute("UPDATE stored_observation SET value = value + 1 WHERE id = 1");
        Seal.Set(Database, Clock.Now);

        Assert.True(Check().IsSound);
        Assert.Equal(["past_changed"], (await Keeper.CheckAsync()).Findings.Select(finding => finding.Code));
    }

    /// <summary>Page and seal are whole: only the figures themselves tell that what is counted of them is wrong.</summary>
    [Theory]
    [InlineData("UPDATE series_summary SET last_usable = '2023-02'")]
    [InlineData("UPDATE area_month SET zeros = zeros + 1")]
    [InlineData("DELETE FROM source_area")]
    [InlineData("INSERT INTO source_month VALUES (1, '2022-01', 1)")]
    [InlineData("DELETE FROM batch_source")]
    [InlineData("DELETE FROM series_change")]
    public void Summary_ThatDoesNotSayWhatItsFiguresSay_IsFound(string sql)
    {
        using (var connection = Database.Open())
            connection.Execute(sql);
        Seal.Set(Database, Clock.Now);

        var finding = Assert.Single(Check().Findings);

        Assert.Equal("summary_differs", finding.Code);
        Assert.Contains($"({sql.Split(' ').First(word => Summaries.Tables.Contains(word))})", finding.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_OfBeforeARestore_IsNotHeldAgainstWhatWasRestored()
    {
        var first = await Desk.MakeAsync(BackupReason.Nightly);
        Clock.Now += TimeSpan.FromDays(1);
        await Store.TakeInAsync("500113 jobs_created total flow 2023-02 9");
        await Desk.MakeAsync(BackupReason.Nightly);
        Clock.Now += TimeSpan.FromDays(1);
        Database.Dispose();
        Assert.NotNull(Restoring.Run(first.Path, Database.Path, Clock).LogicalHash);

        Assert.True(DatabaseCheck.Of(Database.Path, Clock, backups: Desk.Folder).IsSound);
    }
}
