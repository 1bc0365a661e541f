using Dapper;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Tests.Backups;

public sealed class LogicalHashTests : IDisposable
{
    private const string Schema = """
        CREATE TABLE numbered (id INTEGER PRIMARY KEY AUTOINCREMENT, value);
        CREATE TABLE named (code TEXT PRIMARY KEY, value REAL, text TEXT, bytes BLOB);
        CREATE TABLE paired (first INTEGER, second TEXT, value, PRIMARY KEY (second, first)) WITHOUT ROWID;
        CREATE TABLE keyless (value, text TEXT);
        """;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Content_OnOtherPages_IsTheSame()
    {
        using var first = Create("first.db", Schema);
        first.Execute("INSERT INTO named VALUES ('b', 1.5, '巴南', x'00ff'), ('a', NULL, '', zeroblob(100000)); INSERT INTO keyless VALUES (2, 'two'), (1, 'one'); INSERT INTO paired VALUES (1, 'x', 7), (2, 'a', 8)");
        // Rows in another order, pages that were used and let go, another size of pages.
        using var second = Create("second.db", "PRAGMA page_size = 512; " + Schema);
        second.Execute("INSERT INTO keyless VALUES (7, hex(zeroblob(20000)))");
        second.Execute("DELETE FROM keyless; INSERT INTO keyless VALUES (1, 'one'), (2, 'two'); INSERT INTO paired VALUES (2, 'a', 8), (1, 'x', 7); INSERT INTO named VALUES ('a', NULL, '', zeroblob(100000)), ('b', 1.5, '巴南', x'00ff')");

        Assert.Equal(LogicalHash.Of(first).Hash, LogicalHash.Of(second).Hash);
        Assert.Equal([("keyless", 2L), ("named", 2L), ("numbered", 0L), ("paired", 2L), ("sqlite_sequence", 0L)], LogicalHash.Of(first).Rows.Select(table => (table.Key, table.Value)));
    }

    [Theory]
    [InlineData("UPDATE named SET value = 2 WHERE code = 'a'")]
    [InlineData("UPDATE named SET value = NULL WHERE code = 'a'")]
    [InlineData("UPDATE named SET text = 'one ' WHERE code = 'a'")]
    [InlineData("UPDATE named SET text = x'6f6e65' WHERE code = 'a'")]
    [InlineData("UPDATE named SET bytes = x'0001' WHERE code = 'a'")]
    [InlineData("UPDATE named SET code = 'c' WHERE code = 'a'")]
    [InlineData("INSERT INTO keyless VALUES (NULL, NULL)")]
    [InlineData("DELETE FROM named WHERE code = 'b'")]
    [InlineData("INSERT INTO numbered (value) VALUES (1); DELETE FROM numbered")]
    [InlineData("CREATE TABLE further (id INTEGER)")]
    [InlineData("CREATE TRIGGER quiet BEFORE UPDATE ON named BEGIN SELECT 1; END")]
    public void Content_ThatDiffersInOneThing_HasAnotherHash(string change)
    {
        using var database = Create("changed.db", Schema);
        database.Execute("INSERT INTO named VALUES ('a', 1, 'one', x'00'), ('b', 1, 'one', x'00')");
        var before = LogicalHash.Of(database).Hash;

        database.Execute(change);

        Assert.NotEqual(before, LogicalHash.Of(database).Hash);
    }

    /// <summary>Where one value ends and the next begins is part of what is hashed: otherwise "ab", "c" would pass for "a", "bc".</summary>
    [Fact]
    public void Rows_AreTheSame_ExactlyWhereTheirHashesAre()
    {
        using var database = Create("pairs.db", "CREATE TABLE pair (id INTEGER PRIMARY KEY, a, b)");
        var cell = Gen.Elements<object?>(null, 0L, 1L, 0.0, 1.0, "", "a", "ab", "b", "0", Array.Empty<byte>(), "a"u8.ToArray(), "ab"u8.ToArray());
        var row = Gen.Two(cell);
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Gen.Two(row).ToArbitrary(), rows => (HashOf(rows.Item1) == HashOf(rows.Item2)) == (Written(rows.Item1) == Written(rows.Item2))));

        string HashOf((object? A, object? B) values)
        {
            database.Execute("DELETE FROM pair; INSERT INTO pair VALUES (1, @A, @B)", new { values.A, values.B });
            return LogicalHash.Of(database).Hash;
        }

        static string Written((object? A, object? B) values) => $"{Typed(values.A)} {Typed(values.B)}";

        static string Typed(object? value) => value is byte[] bytes ? $"bytes {Convert.ToHexString(bytes)}" : $"{value?.GetType().Name} {value}";
    }

    /// <summary>A text may look like the head of the next value. Only its length tells where it ends.</summary>
    [Fact]
    public void Text_ThatLooksLikeTheNextValue_IsNotTakenForIt()
    {
        using var database = Create("heads.db", "CREATE TABLE pair (id INTEGER PRIMARY KEY, a, b)");
        database.Execute("INSERT INTO pair VALUES (1, 'a', 'n')");
        var two = LogicalHash.Of(database).Hash;

        database.Execute("UPDATE pair SET a = @a, b = NULL", new { a = "at" + new string('\0', sizeof(long)) });

        Assert.NotEqual(two, LogicalHash.Of(database).Hash);
    }

    [Fact]
    public void Hash_WithinATransaction_IsOfItsState()
    {
        using var writer = Create("shared.db", "PRAGMA journal_mode = WAL; " + Schema);
        using var reader = Open("shared.db");
        using var transaction = reader.BeginTransaction(deferred: true);
        var before = LogicalHash.Of(reader, transaction).Hash;

        writer.Execute("INSERT INTO keyless VALUES (1, 'one')");

        Assert.Equal(before, LogicalHash.Of(reader, transaction).Hash);
        transaction.Commit();
        Assert.NotEqual(before, LogicalHash.Of(reader).Hash);
    }

    private SqliteConnection Create(string name, string schema)
    {
        var connection = Open(name);
        connection.Execute(schema);
        return connection;
    }

    private SqliteConnection Open(string name)
    {
        EmploymentDashboard.Database.NativeSqlite.Use();
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, name)};Pooling=False");
        connection.Open();
        return connection;
    }
}
