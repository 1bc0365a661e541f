using Dapper;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Tests.Audit;

public sealed class AuditTrailTests : IAsyncLifetime, IDisposable
{
    private readonly Language _language = Language.Chinese();
    private TestDatabase _store = null!;
    private AuditTrail _trail = null!;

    private string KeyFolder => Path.Combine(Path.GetDirectoryName(_store.Database.Path)!, "keys");

    public async Task InitializeAsync()
    {
        _store = await TestDatabase.CreateAsync();
        _trail = new(_store.Database, _store.Clock);
        for (var number = 1; number <= 5; number++)
            await _trail.AddAsync(new(AuditKind.SignIn, $"user-{number}", "subject", "detail", "10.0.0.1"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _trail.Dispose();
        _store.Dispose();
        _language.Dispose();
    }

    [Fact]
    public void Trail_ThatNobodyTouched_Holds()
    {
        var verdict = _trail.Verify();
        Assert.Equal((5, 5), (verdict.Entries, verdict.Last));
        Assert.Empty(verdict.Problems);
        Assert.Equal(["user-5", "user-4", "user-3", "user-2", "user-1"], _trail.Entries(new()).Select(entry => entry.Event.Actor));
    }

    /// <summary>What someone does who can write to the database, past its triggers, and what is found.</summary>
    [Theory]
    [InlineData("UPDATE audit_entry SET actor = 'someone else' WHERE id = 3", "第 3 条")]
    [InlineData("UPDATE audit_entry SET at = '2020-01-01T00:00:00.000Z' WHERE id = 1", "第 1 条")]
    [InlineData("UPDATE audit_entry SET kind = 'sign_out' WHERE id = 5", "第 5 条")]
    [InlineData("UPDATE audit_entry SET subject = 'subj', detail = 'ectdetail' WHERE id = 2", "第 2 条")]
    [InlineData("UPDATE audit_entry SET seal = zeroblob(32) WHERE id = 4", "第 4 条")]
    [InlineData("DELETE FROM audit_entry WHERE id = 3", "缺第 3 至 3 条")]
    [InlineData("DELETE FROM audit_entry WHERE id = 1", "缺第 1 至 1 条")]
    [InlineData("DELETE FROM audit_entry WHERE id >= 4", "末尾缺第 4 至 5 条")]
    [InlineData("DELETE FROM audit_entry", "末尾缺第 1 至 5 条")]
    [InlineData("DELETE FROM audit_entry WHERE id <= 2; INSERT INTO audit_start VALUES (1, 2, (SELECT seal FROM audit_entry WHERE id = 3), zeroblob(32))", "从哪一条开始")]
    [InlineData("DELETE FROM audit_entry WHERE id = 5; INSERT INTO audit_entry SELECT 5, at, kind, actor, client, subject, detail, seal FROM audit_entry WHERE id = 4", "第 5 条")]
    public void Tampering_IsFound(string sql, string found)
    {
        Tamper(sql);
        Assert.Contains(_trail.Verify().Problems, problem => problem.ToString().Contains(found, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET actor = 'x' WHERE id = 1")]
    [InlineData("DELETE FROM audit_entry WHERE id = 1")]
    public void Entry_IsNeitherChangedNorDeletedByTheProgram(string sql)
    {
        using var connection = _store.Database.Open();
        Assert.Contains("audit entry is never", Assert.Throws<SqliteException>(() => connection.Execute(sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_PutInItsPlaceByAnother_FitsNothing()
    {
        File.WriteAllBytes(Path.Combine(KeyFolder, "audit.key"), new byte[32]);
        Assert.Equal(5, _trail.Verify().Problems.Count(problem => problem.ToString().Contains("现在的密钥", StringComparison.Ordinal)));
    }

    [Fact]
    public void Key_IsReadableByItsOwnerAlone()
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(KeyFolder, "audit.key")));
    }

    [Fact]
    public async Task Entries_WhoseTimeIsOver_GoAndTheRestStillHolds()
    {
        var day = _store.Clock.GetUtcNow();
        _store.Clock.Advance(TimeSpan.FromDays(1));
        await _trail.AddAsync(new(AuditKind.SignOut, "later"));

        Assert.Equal(0, await _trail.LetGoAsync(day.AddDays(-1), "test"));
        Assert.Equal(5, await _trail.LetGoAsync(day.AddHours(1), "test"));
        Assert.Equal([AuditKind.AuditLetGo, AuditKind.SignOut], _trail.Entries(new()).Select(entry => entry.Event.Kind));
        Assert.Empty(_trail.Verify().Problems);
        Tamper("DELETE FROM audit_entry WHERE id = 6");
        Assert.Contains(_trail.Verify().Problems, problem => problem.ToString().Contains("缺第 6", StringComparison.Ordinal));
    }

    /// <summary>What is written after the end was cut off does not cover it up.</summary>
    [Fact]
    public async Task End_CutOff_IsFoundHoweverMuchFollows()
    {
        Tamper("DELETE FROM audit_entry WHERE id >= 4");
        for (var number = 4; number <= 8; number++)
            await _trail.AddAsync(new(AuditKind.SignOut, "later"));
        Assert.Contains(_trail.Verify().Problems, problem => problem.ToString().Contains("第 5 条被换成了另一条", StringComparison.Ordinal));
    }

    /// <summary>A backup has the trail of its own time: that is said once, and holds from then on.</summary>
    [Fact]
    public async Task Restore_IsWrittenDownOnceAndTheTrailHoldsFromThere()
    {
        Tamper("DELETE FROM audit_entry WHERE id >= 4");
        Assert.NotEmpty(_trail.Verify().Problems);
        await _trail.AcceptRestoredAsync(_store.Clock.Now);
        await _trail.AcceptRestoredAsync(_store.Clock.Now);

        Assert.Empty(_trail.Verify().Problems);
        Assert.Equal("5", Assert.Single(_trail.Entries(new(AuditKind.Restored))).Event.Detail);
    }

    [Theory]
    [InlineData(null, "", "5 4 3 2 1")]
    [InlineData(AuditKind.SignIn, "USER-2", "2")]
    [InlineData(AuditKind.SignOut, "", "")]
    [InlineData(null, "10.0.0", "5 4 3 2 1")]
    [InlineData(null, "%", "")]
    public void Entries_AreFoundByKindAndWords(AuditKind? kind, string words, string ids)
    {
        var filter = new AuditFilter(kind, words);
        Assert.Equal(ids, string.Join(' ', _trail.Entries(filter).Select(entry => entry.Id)));
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, _trail.Count(filter));
    }

    private void Tamper(string sql)
    {
        using var connection = _store.Database.Open();
        connection.Execute("DROP TRIGGER audit_entry_is_final; DROP TRIGGER audit_entry_stays;");
        connection.Execute(sql);
    }
}
