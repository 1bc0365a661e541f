using System.Text;
using Dapper;
using EmploymentDashboard.Database;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Backups;

/// <summary>What came of a restore.</summary>
/// <param name="Refused">What is wrong with the file; empty where it was put in place.</param>
/// <param name="Replaced">Where the database lies that stood before; null where there was none.</param>
/// <param name="LogicalHash">Of the database that stands now; null where it was refused.</param>
public sealed record RestoreResult(IReadOnlyList<CheckFinding> Refused, string? Replaced, string? LogicalHash);

/// <summary>Puts a backup in the place of the database. What stood there stays beside it under another name.</summary>
public static class Restoring
{
    private static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    /// <summary>
    /// The file is verified, copied beside the database, verified again there, and takes its place in one step: whoever pulls the plug finds the old one or
    /// the new one. The caller holds the <see cref="DatabaseLock"/>.
    /// </summary>
    /// <exception cref="StoreFaultException">The disk is full or read-only. The database is as it was.</exception>
    public static RestoreResult Run(string file, string databasePath, TimeProvider clock, CancellationToken cancellation = default)
    {
        var source = DatabaseCheck.Of(file, clock, cancellation: cancellation);
        if (!source.IsSound)
            return new(source.Findings, null, null);

        var arriving = databasePath + ".restoring";
        try
        {
            Delete(arriving);
            Copy(file, arriving);
            var copy = DatabaseCheck.Of(arriving, clock, cancellation: cancellation);
            if (!copy.IsSound || copy.Content!.Hash != source.Content!.Hash)
                return new([new("copy_differs", new("抄到数据库旁的副本与原文件不同，磁盘可能有故障", "the copy made beside the database is not the file: the disk may be failing")), .. copy.Findings], null, null);

            var replaced = Replace(arriving, databasePath, clock.GetUtcNow());
            PrivateFile.Replace(PastCheck.RestoredPath(databasePath), Encoding.UTF8.GetBytes(Moment.Write(clock.GetUtcNow())));
            new Seal(copy.Mark!.Value, copy.Content.Hash, clock.GetUtcNow()).Write(databasePath);
            var standing = DatabaseCheck.Of(databasePath, clock, cancellation: cancellation);
            return standing.IsSound && standing.Content!.Hash == source.Content.Hash ? new([], replaced, standing.Content.Hash) : new(standing.Findings, replaced, null);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException && StoreFaultException.FaultOf(exception) is not null)
        {
            throw StoreFaultException.Of(exception, databasePath)!;
        }
        finally
        {
            Delete(arriving);
        }
    }

    /// <summary>When a backup was last put in the database's place; null where none was.</summary>
    public static DateTimeOffset? LastAt(string databasePath) =>
        File.Exists(PastCheck.RestoredPath(databasePath)) ? Moment.Parse(File.ReadAllText(PastCheck.RestoredPath(databasePath))) : null;

    private static void Copy(string file, string target)
    {
        // Through SQLite: the file may be a database with a log of its own beside it, which belongs to it.
        PrivateFile.Create(target);
        using var source = new DashboardDatabase(file, isReadOnly: true);
        using var from = source.Open();
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        to.Open();
        from.BackupDatabase(to);
        to.Execute("PRAGMA journal_mode = DELETE");
    }

    private static string? Replace(string arriving, string databasePath, DateTimeOffset moment)
    {
        File.Delete(Seal.PathOf(databasePath));
        if (!File.Exists(databasePath) || new FileInfo(databasePath).Length == 0)
        {
            // A log without its database is of no use, and would be taken for the new one's.
            Delete(databasePath);
            File.Move(arriving, databasePath);
            return null;
        }

        var replaced = $"{databasePath}.before-restore-{moment.UtcDateTime:yyyy-MM-dd'T'HHmmss'Z'}";
        FoldIn(databasePath);
        foreach (var companion in Companions.Where(companion => File.Exists(databasePath + companion)))
        {
            if (companion != "-shm")
                File.Copy(databasePath + companion, replaced + companion);
            File.Delete(databasePath + companion);
        }

        File.Replace(arriving, databasePath, replaced);
        return replaced;
    }

    /// <summary>Takes what the log holds into the file, as far as a damaged database lets it.</summary>
    private static void FoldIn(string databasePath)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = databasePath, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
            connection.Open();
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // Then the log is kept beside the file.
        }
    }

    private static void Delete(string path)
    {
        foreach (var file in (string[])[path, .. Companions.Select(companion => path + companion)])
            File.Delete(file);
    }
}
