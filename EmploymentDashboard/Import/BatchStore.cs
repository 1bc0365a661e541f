using Dapper;
using EmploymentDashboard.Database;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import;

/// <summary>Asks for batches and what was found in their files.</summary>
public static class BatchStore
{
    private const string NameHolds = "WHERE instr(lower(file_name), lower(@text)) > 0";

    /// <summary>Latest first.</summary>
    public static IReadOnlyList<Batch> All(SqliteConnection connection) =>
        [.. connection.Query<BatchRow>(BatchRow.Select + "ORDER BY id DESC").Select(row => row.ToBatch())];

    /// <summary>Batches whose file name holds a text, without regard to the case of Latin letters, latest first; all for an empty text.</summary>
    public static IReadOnlyList<Batch> Named(SqliteConnection connection, string text, long skip, int take) =>
        [.. connection.Query<BatchRow>(BatchRow.Select + NameHolds + " ORDER BY id DESC LIMIT @take OFFSET @skip", new { text, skip, take }).Select(row => row.ToBatch())];

    public static long CountNamed(SqliteConnection connection, string text) =>
        connection.QuerySingle<long>("SELECT count(*) FROM batch " + NameHolds, new { text });

    /// <summary>Those that were not taken back, latest first.</summary>
    public static IReadOnlyList<Batch> LatestCommitted(SqliteConnection connection, int take) =>
        [.. connection.Query<BatchRow>(BatchRow.Select + "WHERE state = 'committed' ORDER BY id DESC LIMIT @take", new { take }).Select(row => row.ToBatch())];

    public static Batch? Find(SqliteConnection connection, long id, SqliteTransaction? transaction = null) =>
        connection.QuerySingleOrDefault<BatchRow>(BatchRow.Select + "WHERE id = @id", new { id }, transaction)?.ToBatch();

    /// <summary>The batches that brought figures of a source, first to last.</summary>
    public static IReadOnlyList<Batch> OfSource(SqliteConnection connection, string source) =>
        [.. connection.Query<BatchRow>(BatchRow.Select + "WHERE id IN (SELECT b.batch_id FROM batch_source b JOIN source_number n ON n.id = b.source_id WHERE n.code = @source) ORDER BY id", new { source })
            .Select(row => row.ToBatch())];

    /// <summary>The last batch that brought these bytes, read in this way.</summary>
    public static Batch? FindByContent(SqliteConnection connection, string sha256, ImportSettings settings) =>
        connection.QueryFirstOrDefault<BatchRow>(
            BatchRow.Select + "WHERE sha256 = @sha256 AND settings = @settings ORDER BY id DESC",
            new { sha256, settings = settings.ToJson() })?.ToBatch();

    public static IReadOnlyList<ImportIssue> Issues(SqliteConnection connection, long id, IssueKind? kind = null, int skip = 0, int take = int.MaxValue) =>
        IssueRow.Query(connection, "batch_issue", "i.batch_id = @id", kind, skip, take, connection.QuerySingle<string>("SELECT file_name FROM batch WHERE id = @id", new { id }), new { id });

    /// <summary>How many things of each kind were found, the most frequent first.</summary>
    public static IReadOnlyList<IssueCount> IssueCounts(SqliteConnection connection, long id) => IssueRow.Count(connection, "batch_issue", "i.batch_id = @id", new { id });

    internal static IReadOnlySet<long> LinesWithErrors(SqliteConnection connection, long id) =>
        connection.Query<long>("SELECT DISTINCT coalesce(row_line, line) FROM batch_issue WHERE batch_id = @id AND level = 'error' AND coalesce(row_line, line) IS NOT NULL", new { id }).ToHashSet();

    /// <summary>Number of the last change of what stands; 0 before the first.</summary>
    public static long LastChange(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        connection.QuerySingle<long>("SELECT coalesce(max(id), 0) FROM change", transaction: transaction);
}
