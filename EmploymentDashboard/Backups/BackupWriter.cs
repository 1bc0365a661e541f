using Dapper;
using EmploymentDashboard.Database;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Backups;

/// <summary>
/// Copies a database while it is in use, with SQLite's backup interface: in one step, within the transaction that reads what is hashed. So the copy is of one
/// moment, known to the bit, and neither readers nor writers wait: in WAL mode a reader keeps nobody out. (VACUUM INTO makes smaller files, but cannot run
/// within a transaction, so nobody could say of which moment its copy is.)
/// </summary>
public static class BackupWriter
{
    /// <summary>Writes the copy under another name, reads it again, and gives it its name only if it says what the database said. The manifest follows last.</summary>
    /// <param name="target">Where nothing is yet.</param>
    /// <exception cref="StoreFaultException">The database is damaged, or the disk is full. There is no copy.</exception>
    public static BackupManifest Write(DashboardDatabase source, string target, BackupReason reason, TimeProvider clock, CancellationToken cancellation = default)
    {
        var unfinished = $"{target}.unfinished";
        try
        {
            PrivateFile.Create(unfinished);
            // What was left by one that was killed.
            File.WriteAllBytes(unfinished, []);
            var madeAt = clock.GetUtcNow();
            var content = Copy(source, unfinished, cancellation);
            var report = DatabaseCheck.Of(unfinished, clock, cancellation: cancellation);
            if (!report.IsSound || report.Content?.Hash != content.Hash)
                throw new StoreFaultException(StoreFault.Damaged, source.Path, new InvalidDataException(string.Join("; ", report.Findings.Select(finding => finding.Words.En))));

            var manifest = new BackupManifest
            {
                MadeAt = madeAt,
                Reason = reason,
                SchemaVersion = report.SchemaVersion!.Value,
                Size = new FileInfo(unfinished).Length,
                Sha256 = DatabaseCheck.FileHash(unfinished),
                LogicalHash = content.Hash,
                Rows = content.Rows,
            };
            File.Move(unfinished, target);
            manifest.Write(target);
            return manifest;
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException && StoreFaultException.FaultOf(exception) is not null)
        {
            throw StoreFaultException.Of(exception, StoreFaultException.FaultOf(exception) is StoreFault.Damaged or StoreFault.NotADatabase ? source.Path : target)!;
        }
        finally
        {
            foreach (var left in ((string[])[unfinished, unfinished + "-wal", unfinished + "-shm", unfinished + "-journal"]).Where(File.Exists))
                File.Delete(left);
        }
    }

    private static LogicalContent Copy(DashboardDatabase source, string target, CancellationToken cancellation)
    {
        using var from = source.Open();
        using var moment = from.BeginTransaction(deferred: true);
        var content = LogicalHash.Of(from, moment, cancellation);
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        to.Open();
        from.BackupDatabase(to);
        // One file that needs no other beside it, and can be read from where nothing can be written.
        to.Execute("PRAGMA journal_mode = DELETE");
        return content;
    }
}
