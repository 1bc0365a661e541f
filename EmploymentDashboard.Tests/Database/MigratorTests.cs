using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Database;

public sealed class MigratorTests : IDisposable
{
    private static readonly Migration First = new(1, "0001_first.sql", "CREATE TABLE first (id INTEGER);\n");
    private static readonly Migration Second = new(2, "0002_second.sql", "CREATE TABLE second (id INTEGER);\nINSERT INTO second VALUES (7);");
    private readonly TestFolder _folder = new();
    private readonly DashboardDatabase _database;

    public MigratorTests() => _database = new(Path.Combine(_folder.Path, "deep", "test.db"));

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Database_New_IsBroughtToTheProgramsSchemaOnce()
    {
        Assert.True(await new Migrator(_database, new TestClock()).MigrateAsync() > 0);
        Assert.Equal(0, await new Migrator(_database, new TestClock()).MigrateAsync());

        using var connection = _database.Open();
        Assert.Equal("wal", connection.QuerySingle<string>("PRAGMA journal_mode"));
        Assert.Equal(0, connection.QuerySingle<long>("SELECT count(*) FROM observation"));
        Assert.Equal(("0001_figures.sql", "2023-04-01T08:00:00.000Z"), connection.QueryFirst<(string, string)>("SELECT name, applied_at FROM schema_migration"));
    }

    [Fact]
    public void Migrations_OfTheProgram_CarryTheirNumbers() =>
        Assert.All(Migration.OfProgram(), migration => Assert.StartsWith($"{migration.Version:0000}_", migration.Name, StringComparison.Ordinal));

    [Fact]
    public async Task Migration_AddedLater_IsAppliedAfterTheFirst()
    {
        await MigrateAsync(First);

        Assert.Equal(1, await MigrateAsync(First, Second));

        using var connection = _database.Open();
        Assert.Equal(7, connection.QuerySingle<long>("SELECT id FROM second"));
    }

    [Fact]
    public async Task Migration_ChangedAfterItWasApplied_StopsWithItsName()
    {
        await MigrateAsync(First);

        var exception = await Assert.ThrowsAsync<SchemaMismatchException>(() => MigrateAsync(First with { Sql = "CREATE TABLE other (id INTEGER);" }, Second));

        Assert.Contains("0001_first.sql", exception.Message, StringComparison.Ordinal);
        using var connection = _database.Open();
        Assert.Equal(0, connection.QuerySingle<long>("SELECT count(*) FROM sqlite_master WHERE name = 'second'"));
    }

    [Fact]
    public async Task Checksum_TamperedWith_Stops()
    {
        await MigrateAsync(First);
        using (var connection = _database.Open())
            connection.Execute("UPDATE schema_migration SET sha256 = replace(sha256, substr(sha256, 1, 1), 'z')");

        await Assert.ThrowsAsync<SchemaMismatchException>(() => MigrateAsync(First));
    }

    [Fact]
    public async Task Migration_CheckedOutWithCarriageReturns_IsTheSame()
    {
        await MigrateAsync(First);

        Assert.Equal(0, await MigrateAsync(new Migration(1, First.Name, First.Sql.Replace("\n", "\r\n", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Database_NewerThanTheProgram_Stops()
    {
        await MigrateAsync(First, Second);

        var exception = await Assert.ThrowsAsync<SchemaMismatchException>(() => MigrateAsync(First));

        Assert.Contains("newer", exception.Words.En, StringComparison.Ordinal);
        Assert.Contains("比本程序新", exception.Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migration_ThatFails_LeavesTheDatabaseAsItWas()
    {
        var broken = new Migration(2, "0002_broken.sql", "CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1);");

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => MigrateAsync(First, broken));

        using var connection = _database.Open();
        Assert.Equal(["first"], connection.Query<string>("SELECT name FROM sqlite_master WHERE name IN ('first', 'half')"));
        Assert.Equal(1, connection.QuerySingle<long>("SELECT count(*) FROM schema_migration"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public async Task Database_ThatHoldsSomething_IsCopiedBeforeItIsChanged(int appliedBefore, int copies)
    {
        await MigrateAsync([.. new[] { First, Second }.Take(appliedBefore)]);
        var seen = new List<long>();

        await new Migrator(_database, new TestClock(), [First, Second]).MigrateAsync(() =>
        {
            using var connection = _database.Open();
            seen.Add(connection.QuerySingle<long>("SELECT count(*) FROM sqlite_master WHERE name = 'second'"));
            return Task.CompletedTask;
        });

        Assert.Equal(Enumerable.Repeat(0L, copies), seen);
    }

    private Task<int> MigrateAsync(params Migration[] migrations) => new Migrator(_database, new TestClock(), migrations).MigrateAsync();
}
