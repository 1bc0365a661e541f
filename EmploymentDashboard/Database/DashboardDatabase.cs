using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmploymentDashboard.Database;

/// <summary>The SQLite file. Connections are short: open, ask, dispose. There is one writer at a time, in this process.</summary>
public sealed class DashboardDatabase : IDisposable
{
    /// <summary>SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE.</summary>
    private const int NoCheckpointOnClose = 1006;

    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly string _connectionString;
    private readonly bool _isReadOnly;
    private long _version = 1;
    private long _writings;
    private bool _isDamaged;

    /// <param name="path">The file; it and its folder are created where they do not exist.</param>
    /// <param name="isReadOnly">Whether nothing is written, so that a server may have the file open meanwhile. The file must be there.</param>
    public DashboardDatabase(string path, bool isReadOnly = false)
    {
        NativeSqlite.Use();
        _isReadOnly = isReadOnly;
        Path = System.IO.Path.GetFullPath(path);
        if (!isReadOnly)
            PrivateFile.Create(Path);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            ForeignKeys = true,
            Mode = isReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        }.ToString();
        DefaultTypeMap.MatchNamesWithUnderscores = true;
    }

    /// <summary>After each write, however small.</summary>
    public event EventHandler? Committed;

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>Grows with every commit that may touch figures, so that whoever keeps something computed from them knows when it is stale.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>How many times something was written since the start.</summary>
    public long Writings => Interlocked.Read(ref _writings);

    /// <summary>
    /// Whether something in the file was found not to be what was written. Reading goes on, but nothing is built on what is damaged: writing is refused
    /// until another start. Once it is so, it stays so.
    /// </summary>
    public bool IsDamaged
    {
        get => Volatile.Read(ref _isDamaged);
        set => Volatile.Write(ref _isDamaged, value || _isDamaged);
    }

    /// <summary>
    /// A number that every writing sets anew, at random, within its transaction: two states of the file with the same mark are one state. It says
    /// nothing else.
    /// </summary>
    public static long MarkOf(SqliteConnection connection, SqliteTransaction? transaction = null) => connection.QuerySingle<long>("PRAGMA user_version", transaction: transaction);

    /// <summary>A connection for reading. The caller disposes it.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        connection.Execute("PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;");
        return connection;
    }

    /// <summary>
    /// A connection on which a second file, which may be written without waiting for anyone, goes by the name of <c>staged</c>. It does not watch over
    /// foreign keys, which would cost a bulk of rows a third of its time: who writes has to look up what the rows refer to.
    /// </summary>
    public SqliteConnection OpenWith(string stagedPath)
    {
        // Not from the pool: the next user of a pooled connection would find the file still attached. A file that is attached to a connection for
        // reading could not be written, so this one is for writing even where the store is only read.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(_connectionString) { ForeignKeys = false, Pooling = false, Mode = _isReadOnly ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate }.ToString());
        connection.Open();
        // A server may be at work on the store: leave its log alone.
        if (_isReadOnly)
            raw.sqlite3_db_config(connection.Handle, NoCheckpointOnClose, 1, out _);
        connection.Execute("PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;");
        PrivateFile.Create(stagedPath);
        connection.Execute("ATTACH DATABASE @stagedPath AS staged", new { stagedPath });
        // What is staged can be read again from the file that it came from, so nothing is spent on surviving a crash.
        connection.Execute("PRAGMA staged.journal_mode = OFF; PRAGMA staged.synchronous = OFF; PRAGMA staged.cache_size = -16000;");
        return connection;
    }

    /// <summary>Runs one piece of writing in one transaction, after the writers before it. An exception leaves the file as it was.</summary>
    /// <exception cref="StoreFaultException">The disk is full, the file cannot be written, or it is damaged.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, T> work, CancellationToken cancellation = default) =>
        WriteAsync(work, stagedPath: null, touchesFigures: true, cancellation);

    /// <summary>The same with a second file to be read as <c>staged</c>, see <see cref="OpenWith"/>; null for none.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, T> work, string? stagedPath, CancellationToken cancellation = default) =>
        WriteAsync(work, stagedPath, touchesFigures: true, cancellation);

    /// <summary>The same for what no figure depends on, such as users: <see cref="Version"/> stays, and with it all that was computed from figures.</summary>
    public Task<T> WriteBesideFiguresAsync<T>(Func<SqliteConnection, SqliteTransaction, T> work, CancellationToken cancellation = default) =>
        WriteAsync(work, stagedPath: null, touchesFigures: false, cancellation);

    /// <summary>Done when the turn comes after all who were before it.</summary>
    public async Task WhenWrittenAsync(CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        _writer.Release();
    }

    public void Dispose()
    {
        _writer.Dispose();
        // Pooled connections hold the file open, and Windows would refuse to move or delete it. Those of other files are left alone: clearing them
        // would dispose a connection that someone is just opening.
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private async Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, T> work, string? stagedPath, bool touchesFigures, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            RequireWritable();
            using var connection = stagedPath is null ? Open() : OpenWith(stagedPath);
            using var transaction = connection.BeginTransaction(deferred: false);
            T result;
            try
            {
                result = work(connection, transaction);
                connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {RandomNumberGenerator.GetInt32(1, int.MaxValue)}"), transaction: transaction);
                transaction.Commit();
            }
            catch (SqliteException) when (raw.sqlite3_get_autocommit(connection.Handle) != 0)
            {
                EndRolledBack(transaction, connection);
                throw;
            }

            Interlocked.Increment(ref _writings);
            if (touchesFigures)
                Interlocked.Increment(ref _version);
            Committed?.Invoke(this, EventArgs.Empty);
            return result;
        }
        catch (SqliteException exception) when (StoreFaultException.FaultOf(exception) is { } fault)
        {
            IsDamaged = fault == StoreFault.Damaged;
            throw StoreFaultException.Of(exception, Path)!;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>
    /// Where the disk is full SQLite rolls back by itself. The layers of ADO then ask for a second rollback, whose refusal would hide why; they are given
    /// an empty transaction for it, which is gone afterwards in any case.
    /// </summary>
    private static void EndRolledBack(SqliteTransaction transaction, SqliteConnection connection)
    {
        raw.sqlite3_exec(connection.Handle, "BEGIN");
        transaction.Dispose();
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
            raw.sqlite3_exec(connection.Handle, "ROLLBACK");
    }

    /// <summary>A file that was moved away can be written for as long as it stays open, and what is written is gone with it.</summary>
    private void RequireWritable()
    {
        if (IsDamaged)
            throw new StoreFaultException(StoreFault.Damaged, Path);
        if (!File.Exists(Path))
            throw new StoreFaultException(StoreFault.Missing, Path);
    }
}
