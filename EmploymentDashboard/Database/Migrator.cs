using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Database;

/// <summary>The database and the program do not fit: its message says to a person what is wrong and what to do.</summary>
public sealed class SchemaMismatchException(string message) : Exception(message);

/// <summary>Brings a database to the program's schema: numbered SQL files, each applied once, in order, in a transaction of its own.</summary>
public sealed class Migrator(DashboardDatabase database, TimeProvider clock)
{
    private const string SelectApplied = "SELECT version, name, sha256 FROM schema_migration ORDER BY version";

    private readonly IReadOnlyList<Migration> _migrations = Migration.OfProgram();

    internal Migrator(DashboardDatabase database, TimeProvider clock, IReadOnlyList<Migration> migrations)
        : this(database, clock) => _migrations = migrations;

    /// <summary>Applies what is missing and returns how many migrations that were.</summary>
    /// <exception cref="SchemaMismatchException">An applied migration was changed since, or the database is newer than the program.</exception>
    public async Task<int> MigrateAsync(CancellationToken cancellation = default)
    {
        using (var connection = database.Open())
            connection.Execute("PRAGMA journal_mode = WAL");

        var applied = await database.WriteAsync(ReadApplied, cancellation);
        Check(applied);

        var missing = _migrations.Skip(applied.Count).ToList();
        foreach (var migration in missing)
            await database.WriteAsync((connection, transaction) => Apply(migration, connection, transaction), cancellation);
        return missing.Count;
    }

    /// <summary>For who only reads: nothing is applied.</summary>
    /// <exception cref="SchemaMismatchException">The database has another schema than the program.</exception>
    public void RequireCurrent()
    {
        using var connection = database.Open();
        var isMigrated = connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'schema_migration')");
        IReadOnlyList<AppliedMigration> applied = isMigrated ? [.. connection.Query<AppliedMigration>(SelectApplied)] : [];
        Check(applied);
        if (applied.Count < _migrations.Count)
            throw new SchemaMismatchException($"{database.Path} is older than this program. Start the server on it once: it brings the database up to date.");
    }

    private static IReadOnlyList<AppliedMigration> ReadApplied(SqliteConnection connection, SqliteTransaction transaction)
    {
        connection.Execute(
            "CREATE TABLE IF NOT EXISTS schema_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL)",
            transaction: transaction);
        return [.. connection.Query<AppliedMigration>(SelectApplied, transaction: transaction)];
    }

    private void Check(IReadOnlyList<AppliedMigration> applied)
    {
        if (applied.Count > _migrations.Count)
        {
            throw new SchemaMismatchException(
                $"{database.Path} is newer than this program: it holds schema version {applied[^1].Version} ({applied[^1].Name}), the program knows {_migrations.Count}. Start a newer program or another database.");
        }

        foreach (var (own, done) in _migrations.Zip(applied))
        {
            if (own.Version != done.Version || own.Sha256 != done.Sha256)
            {
                throw new SchemaMismatchException(
                    $"{database.Path} was made with another migration {done.Version} ({done.Name}, checksum {done.Sha256[..12]}) than this program's ({own.Name}, checksum {own.Sha256[..12]}). An applied migration is never changed: put the file back, or start with a new database.");
            }
        }
    }

    private int Apply(Migration migration, SqliteConnection connection, SqliteTransaction transaction)
    {
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
