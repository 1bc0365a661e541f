using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmploymentDashboard.Backups;

/// <summary>What a database says, whatever pages it lies on: a copy, a restored backup and a vacuumed file have the content of the original.</summary>
/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
/// <param name="Rows">Rows by table.</param>
public sealed record LogicalContent(string Hash, IReadOnlyDictionary<string, long> Rows);

/// <summary>
/// Hashes the content of a database: its schema, then every table in the order of their names, its rows in the order of their keys, every value with its
/// type and length, so that no two contents give the same bytes. Rows stream past; nothing is held.
/// </summary>
public static class LogicalHash
{
    /// <summary>Rows between two looks at whether someone wants to stop.</summary>
    private const int RowsBetweenLooks = 4096;

    /// <summary>
    /// Of one state of the database, whatever is written meanwhile. A transaction that the connection has open already is used, and stays open: what is
    /// read in it afterwards is what was hashed.
    /// </summary>
    /// <exception cref="SqliteException">A page cannot be read.</exception>
    public static LogicalContent Of(SqliteConnection connection, SqliteTransaction? transaction = null, CancellationToken cancellation = default)
    {
        using var own = transaction is null ? connection.BeginTransaction(deferred: true) : null;
        var open = transaction ?? own;
        using var hash = new ContentHash();
        Add(hash, connection, "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name", cancellation);

        // Where AUTOINCREMENT stands is content: a number that was given is never given again. Other tables of SQLite's own only help it plan.
        var tables = connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND (name NOT LIKE 'sqlite~_%' ESCAPE '~' OR name = 'sqlite_sequence') ORDER BY name", transaction: open).ToList();
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            hash.Add(table);
            rows[table] = Add(hash, connection, $"SELECT * FROM {Quoted(table)} ORDER BY {Order(table, connection, open!)}", cancellation);
        }

        return new(hash.Finish(), rows);
    }

    /// <summary>By key; a table without one by all it holds, for the numbers that SQLite gives its rows may change from copy to copy.</summary>
    private static string Order(string table, SqliteConnection connection, SqliteTransaction transaction)
    {
        var columns = connection.Query<(string Name, long Key)>("SELECT name, pk FROM pragma_table_info(@table) ORDER BY cid", new { table }, transaction).ToList();
        var key = columns.Where(column => column.Key > 0).OrderBy(column => column.Key).ToList();
        return string.Join(", ", (key.Count > 0 ? key : columns).Select(column => Quoted(column.Name)));
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Bound to no layer of ADO: a million rows take seconds rather than a minute.</summary>
    private static long Add(ContentHash hash, SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        var database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out var statement), database);
        using (statement)
        {
            var columns = raw.sqlite3_column_count(statement);
            for (long rows = 0; ; rows++)
            {
                if (rows % RowsBetweenLooks == 0)
                    cancellation.ThrowIfCancellationRequested();
                var step = raw.sqlite3_step(statement);
                if (step != raw.SQLITE_ROW)
                {
                    if (step != raw.SQLITE_DONE)
                        Check(step, database);
                    hash.Add(rows);
                    return rows;
                }

                for (var column = 0; column < columns; column++)
                    Add(hash, statement, column);
            }
        }
    }

    private static void Add(ContentHash hash, sqlite3_stmt statement, int column)
    {
        switch (raw.sqlite3_column_type(statement, column))
        {
            case raw.SQLITE_INTEGER:
                hash.Add(raw.sqlite3_column_int64(statement, column));
                break;
            case raw.SQLITE_FLOAT:
                hash.Add(raw.sqlite3_column_double(statement, column));
                break;
            case raw.SQLITE_TEXT:
                // The bytes of a text as they are stored.
                hash.Add((byte)'t', raw.sqlite3_column_blob(statement, column));
                break;
            case raw.SQLITE_BLOB:
                hash.Add((byte)'b', raw.sqlite3_column_blob(statement, column));
                break;
            default:
                hash.AddNull();
                break;
        }
    }

    private static void Check(int result, sqlite3 database)
    {
        if (result != raw.SQLITE_OK)
            throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result);
    }

    /// <summary>Values, each behind the letter of its type; what has no fixed length behind its length.</summary>
    private sealed class ContentHash : IDisposable
    {
        private const int Head = 1 + sizeof(long);

        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] _buffer = new byte[1 << 16];
        private int _filled;

        public void AddNull()
        {
            Reserve(1);
            _buffer[_filled++] = (byte)'n';
        }

        public void Add(long value) => AddHead((byte)'i', value);

        public void Add(double value) => AddHead((byte)'f', BitConverter.DoubleToInt64Bits(value));

        public void Add(string text) => Add((byte)'t', Encoding.UTF8.GetBytes(text));

        public void Add(byte type, ReadOnlySpan<byte> bytes)
        {
            AddHead(type, bytes.Length);
            if (bytes.Length > _buffer.Length - _filled)
            {
                Flush();
                if (bytes.Length > _buffer.Length)
                {
                    _hash.AppendData(bytes);
                    return;
                }
            }

            bytes.CopyTo(_buffer.AsSpan(_filled));
            _filled += bytes.Length;
        }

        public string Finish()
        {
            Flush();
            return Convert.ToHexStringLower(_hash.GetHashAndReset());
        }

        public void Dispose() => _hash.Dispose();

        private void AddHead(byte type, long value)
        {
            Reserve(Head);
            _buffer[_filled] = type;
            BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_filled + 1), value);
            _filled += Head;
        }

        private void Reserve(int bytes)
        {
            if (bytes > _buffer.Length - _filled)
                Flush();
        }

        private void Flush()
        {
            _hash.AppendData(_buffer, 0, _filled);
            _filled = 0;
        }
    }
}
