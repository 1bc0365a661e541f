using System.Security.Cryptography;
using System.Text;
using Dapper;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Database;

/// <summary>The database and the program do not fit: its message says to a person what is wrong and what to do.</summary>
public sealed class SchemaMismatchException(Bilingual words) : Exception(words)
{
    public Bilingual Words => words;
}

/// <summary>Brings a database to the program's schema: numbered SQL files, each applied once, in order, in a transaction of its own.</summary>
public sealed class Migrator(DashboardDatabase database, TimeProvider clock)
{
    private const string SelectApplied = "SELECT version, name, sha256 FROM schema_migration ORDER BY version";

    private readonly IReadOnlyList<Migration> _migrations = Migration.OfProgram();

    internal Migrator(DashboardDatabase database, TimeProvider clock, IReadOnlyList<Migration> migrations)
        : this(database, clock) => _migrations = migrations;

    /// <summary>Applies what is missing and returns how many migrations that were.</summary>
    /// <param name="beforeChange">Done first where a database that holds something is about to be changed.</param>
    /// <exception cref="SchemaMismatchException">An applied migration was changed since, or the database is newer than the program.</exception>
    public async Task<int> MigrateAsync(Func<Task>? beforeChange = null, CancellationToken cancellation = default)
    {
        var applied = Applied();
        Check(applied);
        using (var connection = database.Open())
            connection.Execute("PRAGMA journal_mode = WAL");
        var missing = _migrations.Skip(applied.Count).ToList();
        if (missing.Count > 0 && applied.Count > 0 && beforeChange is not null)
            await beforeChange();

        foreach (var migration in missing)
            await database.WriteAsync((connection, transaction) => Apply(migration, connection, transaction), cancellation);
        return missing.Count;
    }

    /// <summary>For who only reads: nothing is applied.</summary>
    /// <exception cref="SchemaMismatchException">The database has another schema than the program.</exception>
    public void RequireCurrent()
    {
        var applied = Applied();
        Check(applied);
        if (applied.Count < _migrations.Count)
        {
            throw new SchemaMismatchException(new(
                $"{database.Path} 比本程序旧。请用它启动一次服务器：启动时会更新它。",
                $"{database.Path} is older than this program. Start the server on it once: it brings the database up to date."));
        }
    }

    /// <summary>For a file that is to become the database: an older one may, for the next start brings it up to date.</summary>
    /// <returns>The schema version.</returns>
    /// <exception cref="SchemaMismatchException">It is newer than the program or was made by another one.</exception>
    public long RequireKnown()
    {
        var applied = Applied();
        Check(applied);
        return applied.Count;
    }

    private List<AppliedMigration> Applied()
    {
        using var connection = database.Open();
        var isMigrated = connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'schema_migration')");
        return isMigrated ? [.. connection.Query<AppliedMigration>(SelectApplied)] : [];
    }

    private void Check(List<AppliedMigration> applied)
    {
        if (applied.Count > _migrations.Count)
        {
            throw new SchemaMismatchException(new(
                $"{database.Path} 比本程序新：它的结构版本是 {applied[^1].Version}（{applied[^1].Name}），本程序只认得到 {_migrations.Count}。请启动更新的程序，或用 --database 指明别的数据库。",
                $"{database.Path} is newer than this program: it holds schema version {applied[^1].Version} ({applied[^1].Name}), the program knows {_migrations.Count}. Start a newer program, or name another database with --database."));
        }

        foreach (var (own, done) in _migrations.Zip(applied))
        {
            if (own.Version != done.Version || own.Sha256 != done.Sha256)
            {
                var checksum = done.Sha256[..Math.Min(12, done.Sha256.Length)];
                throw new SchemaMismatchException(new(
                    $"{database.Path} 用过另一个第 {done.Version} 号迁移（{done.Name}，校验和 {checksum}），与本程序的（{own.Name}，校验和 {own.Sha256[..12]}）不同。用过的迁移不可再改：请放回原文件，或另建数据库。",
                    $"{database.Path} was made with another migration {done.Version} ({done.Name}, checksum {checksum}) than this program's ({own.Name}, checksum {own.Sha256[..12]}). An applied migration is never changed: put the file back, or start with a new database."));
            }
        }
    }

    private int Apply(Migration migration, SqliteConnection connection, SqliteTransaction transaction)
    {
        connection.Execute(
            "CREATE TABLE IF NOT EXISTS schema_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL)",
            transaction: transaction);
        connection.Execute(migration.Sql, transaction: transaction);
        return connection.Execute(
            "INSERT INTO schema_migration (version, name, sha256, applied_at) VALUES (@Version, @Name, @Sha256, @appliedAt)",
            new { migration.Version, migration.Name, migration.Sha256, appliedAt = Moment.Write(clock.GetUtcNow()) },
            transaction);
    }

    private sealed class AppliedMigration
    {
        public required long Version { get; init; }

        public required string Name { get; init; }

        public required string Sha256 { get; init; }
    }
}

/// <summary>One step of the schema.</summary>
/// <param name="Version">1, 2, 3, … without a gap.</param>
/// <param name="Name">The file's name: 0001_figures.sql.</param>
internal sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>Checksum of the text with plain line feeds, so that a checkout that writes CR LF is no change.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    public static IReadOnlyList<Migration> OfProgram()
    {
        var assembly = typeof(Migration).Assembly;
        const string folder = ".Migrations.";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.Contains(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select((name, index) => new Migration(
                index + 1,
                name[(name.IndexOf(folder, StringComparison.Ordinal) + folder.Length)..],
                Read(assembly.GetManifestResourceStream(name)!)))];
    }

    private static string Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
