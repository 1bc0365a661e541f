using System.Data;
using System.Diagnostics;
using System.Security.Cryptography;
using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Backups;

/// <summary>
/// Reads all of a database and says what in it is not as it must be: pages and indexes, references, what is counted of the figures, the files of batches against
/// their hashes, and what it says against what was noted about it. Nothing is written; a server may be at work on it.
/// </summary>
public static class DatabaseCheck
{
    private const int MostLines = 5;

    /// <summary>A database: the program's own, or a backup with its manifest beside it.</summary>
    /// <param name="backups">The folder of its backups, to hold it against the last of them too; null for not.</param>
    public static CheckReport Of(string path, TimeProvider clock, string? backups = null, CancellationToken cancellation = default)
    {
        var (started, findings) = (Stopwatch.StartNew(), new List<CheckFinding>());
        var (content, version, mark) = ((LogicalContent?)null, (long?)null, (long?)null);
        try
        {
            if (!IsDatabase(path))
            {
                findings.Add(new("not_a_database", StoreFaultException.WordsOf(StoreFault.NotADatabase)));
                return Report();
            }

            var manifest = BackupManifest.Of(path);
            if (manifest is not null && (manifest.Size != new FileInfo(path).Length || manifest.Sha256 != FileHash(path)))
                findings.Add(new("file_changed", new("文件的字节与备份时记下的不同", "the bytes of the file are not those noted when it was made")));
            using var database = new DashboardDatabase(path, isReadOnly: true);
            version = new Migrator(database, clock).RequireKnown();
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction(deferred: true);
            mark = DashboardDatabase.MarkOf(connection, transaction);
            findings.AddRange(Structure(connection, transaction));
            findings.AddRange(References(connection, transaction));
            findings.AddRange(Counts(connection, transaction));
            content = LogicalHash.Of(connection, transaction, cancellation);
            findings.AddRange(Content(content, mark.Value, manifest, Seal.Of(path)));
            findings.AddRange(Originals(connection, transaction, cancellation));
            if (backups is not null && PastCheck.Measure(path, backups) is { } past)
                findings.AddRange(PastCheck.Of(database, past));
            if (version == 0)
                findings.Add(new("not_a_database", StoreFaultException.WordsOf(StoreFault.NotADatabase)));
        }
        catch (SchemaMismatchException mismatch)
        {
            findings.Add(new("other_schema", mismatch.Words));
        }
        catch (Exception exception) when (exception is SqliteException or StoreFaultException or IOException or UnauthorizedAccessException or DataException or InvalidCastException or FormatException or InvalidDataException or OverflowException or ArgumentException)
        {
            findings.Add(StoreFaultException.FaultOf(exception) is { } fault and not (StoreFault.Damaged or StoreFault.NotADatabase)
                ? new(CheckFinding.Unreadable, StoreFaultException.WordsOf(fault))
                : new("damaged_pages", new($"有的页读不出来（{exception.Message}）", $"pages cannot be read ({exception.Message})")));
        }

        return Report();

        CheckReport Report() => new(path, clock.GetUtcNow(), started.Elapsed, findings, content, version, mark);
    }

    /// <summary>By its first bytes: enough for a message that says what the file is not.</summary>
    public static bool IsDatabase(string path)
    {
        Span<byte> start = stackalloc byte[16];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("SQLite format 3\0"u8);
    }

    public static string FileHash(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static IEnumerable<CheckFinding> Structure(SqliteConnection connection, SqliteTransaction transaction)
    {
        var lines = connection.Query<string>($"PRAGMA integrity_check({MostLines})", transaction: transaction).ToList();
        if (lines is not ["ok"])
            yield return new("damaged_pages", new($"页或索引有损坏（{string.Join("；", lines)}）", $"pages or indexes are damaged ({string.Join("; ", lines)})"));
    }

    private static IEnumerable<CheckFinding> References(SqliteConnection connection, SqliteTransaction transaction)
    {
        var tables = connection.Query<(string Table, long? Row, string Parent, long Key)>("PRAGMA foreign_key_check", transaction: transaction).Take(MostLines).Select(broken => $"{broken.Table} → {broken.Parent}").Distinct().ToList();
        if (tables.Count > 0)
            yield return new("broken_references", new($"有的行所指的行不在（{string.Join("；", tables)}）", $"rows refer to rows that are not there ({string.Join("; ", tables)})"));
    }

    /// <summary>What is kept counted of the figures, against the figures counted anew.</summary>
    private static IEnumerable<CheckFinding> Counts(SqliteConnection connection, SqliteTransaction transaction)
    {
        var tables = Summaries.Differing(connection, transaction);
        if (tables.Count > 0)
            yield return new("summary_differs", new($"有的汇总与其数字不符（{string.Join("；", tables)}）", $"summaries do not say what their figures say ({string.Join("; ", tables)})"));
    }

    private static IEnumerable<CheckFinding> Content(LogicalContent content, long mark, BackupManifest? manifest, Seal? seal)
    {
        if (manifest is not null && manifest.LogicalHash != content.Hash)
            yield return new("content_changed", new("内容与备份时记下的不同", "it says something else than was noted when it was made"));
        if (seal is not null && seal.Mark == mark && seal.LogicalHash != content.Hash)
            yield return new("content_changed", new("没有写入过，内容却变了（位翻转，或有人绕过本程序改动）", "nothing was written, and yet it says something else: a bit turned over, or someone changed it past this program"));
    }

    /// <summary>The file of each batch against the hash that was noted when it came in.</summary>
    private static IEnumerable<CheckFinding> Originals(SqliteConnection connection, SqliteTransaction transaction, CancellationToken cancellation)
    {
        if (!connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'batch_content')", transaction: transaction))
            yield break;

        foreach (var (batch, noted) in connection.Query<(long, string)>("SELECT id, sha256 FROM batch ORDER BY id", transaction: transaction).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            if (!BatchContent.TryHash(connection, batch, hash, transaction) || Convert.ToHexStringLower(hash.GetHashAndReset()) != noted)
                yield return new("original_changed", new($"批次 {batch} 的原文件不是载入时的字节", $"the file of batch {batch} does not have the bytes that came in"));
        }
    }
}
