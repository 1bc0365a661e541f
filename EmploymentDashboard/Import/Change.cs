using System.Globalization;
using Dapper;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import;

/// <summary>What can happen to a batch.</summary>
public enum ChangeKind
{
    Commit,
    Undo,
    Redo,
}

/// <summary>A moment at which what stands changed.</summary>
public sealed record Change(long Id, ChangeKind Kind, long BatchId, string MadeBy, DateTimeOffset MadeAt)
{
    private const string Select = "SELECT id, kind, batch_id, made_by, made_at FROM change ";

    /// <summary>All of a batch, first to last.</summary>
    public static IReadOnlyList<Change> Of(SqliteConnection connection, long batch) => Query(connection, "WHERE batch_id = @batch ORDER BY id", new { batch });

    /// <summary>Those of these numbers, by number.</summary>
    public static IReadOnlyDictionary<long, Change> Find(SqliteConnection connection, IEnumerable<long> ids) =>
        Query(connection, "WHERE id IN @ids", new { ids }).ToDictionary(change => change.Id);

    /// <summary>Moments of changes ascend even where the clock was put back, so that each has a moment as of which it can be asked.</summary>
    internal static string NextMoment(DateTimeOffset now, SqliteConnection connection, SqliteTransaction transaction)
    {
        var last = connection.QuerySingle<string?>("SELECT max(made_at) FROM change", transaction: transaction);
        return Moment.Write(last is not null && Moment.Parse(last).AddMilliseconds(1) is var earliest && now < earliest ? earliest : now);
    }

    /// <param name="via">The token by which a program did it; empty where none did.</param>
    internal static long Record(ChangeKind kind, long batch, string by, string at, SqliteConnection connection, SqliteTransaction transaction, string via = "")
    {
        var (file, added, changed) = connection.QuerySingle<(string, long, long)>("SELECT file_name, added, changed FROM batch WHERE id = @batch", new { batch }, transaction);
        var what = kind switch
        {
            ChangeKind.Commit => AuditKind.Commit,
            ChangeKind.Undo => AuditKind.Undo,
            ChangeKind.Redo => AuditKind.Redo,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        AuditTrail.Append(new(what, by, string.Create(CultureInfo.InvariantCulture, $"{batch}"), string.Create(CultureInfo.InvariantCulture, $"{file} +{added} ~{changed} {via}").TrimEnd()), at, connection, transaction);
        return connection.QuerySingle<long>(
            "INSERT INTO change (kind, batch_id, made_by, made_at) VALUES (@kind, @batch, @by, @at); SELECT last_insert_rowid();",
            new { kind = kind.ToString().ToLowerInvariant(), batch, by, at },
            transaction);
    }

    private static IReadOnlyList<Change> Query(SqliteConnection connection, string where, object parameters) =>
        [.. connection.Query<(long Id, string Kind, long Batch, string By, string At)>(Select + where, parameters)
            .Select(row => new Change(row.Id, Enum.Parse<ChangeKind>(row.Kind, ignoreCase: true), row.Batch, row.By, Moment.Parse(row.At)))];
}
