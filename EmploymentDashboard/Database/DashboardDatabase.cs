using Dapper;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Database;

/// <summary>The SQLite file. Connections are short: open, ask, dispose. There is one writer at a time, in this process.</summary>
public sealed class DashboardDatabase : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly string _connectionString;
    private long _version = 1;

    /// <param name="path">The file; its folder is created where it does not exist.</param>
    public DashboardDatabase(string path)
    {
        NativeSqlite.Use();
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path, ForeignKeys = true }.ToString();
        DefaultTypeMap.MatchNamesWithUnderscores = true;
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>Grows with every commit, so that whoever keeps something computed from the data knows when it is stale.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>A connection for reading. The caller disposes it.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        connection.Execute("PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;");
        return connection;
    }

    /// <summary>Runs one piece of writing in one transaction, after the writers before it. An exception leaves the file as it was.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, T> work, CancellationToken cancellation = default)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = work(connection, transaction);
            transaction.Commit();
            Interlocked.Increment(ref _version);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        // Pooled connections hold the file open, and Windows would refuse to move or delete it.
        SqliteConnection.ClearAllPools();
    }
}
