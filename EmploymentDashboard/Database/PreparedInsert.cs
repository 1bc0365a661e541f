using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmploymentDashboard.Database;

/// <summary>
/// One prepared statement that writes many rows, bound without the layers of ADO: half a million rows take a third of the time.
/// Parameters are counted from 1. Only for bulk writing; everything else goes through Dapper.
/// </summary>
public sealed class PreparedInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public PreparedInsert(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    public void Bind(int parameter, long value) => Check(raw.sqlite3_bind_int64(_statement, parameter, value));

    public void Bind(int parameter, double value) => Check(raw.sqlite3_bind_double(_statement, parameter, value));

    public void Bind(int parameter, string value) => Check(raw.sqlite3_bind_text(_statement, parameter, value));

    /// <summary>UTF-8 that is already encoded, such as a code that every row has.</summary>
    public void Bind(int parameter, ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(_statement, parameter, utf8));

    public void BindNull(int parameter) => Check(raw.sqlite3_bind_null(_statement, parameter));

    /// <summary>Writes the row. Bindings stay for the next one.</summary>
    public void Execute()
    {
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        Debug.Assert(result != raw.SQLITE_ROW, "A bulk statement returns no rows.");
        if (result != raw.SQLITE_DONE)
            Check(result);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), result);
    }
}
