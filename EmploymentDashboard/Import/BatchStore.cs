using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import;

public enum CommitOutcome
{
    Committed,

    /// <summary>The preview holds nothing that would change anything.</summary>
    NothingToCommit,

    /// <summary>Another batch was committed after the preview was made, so it may not say any more what would change.</summary>
    PreviewIsStale,
}

/// <param name="BatchId">The new batch; where there was nothing to commit, the batch that brought the same bytes; null where there is none.</param>
public sealed record CommittedBatch(CommitOutcome Outcome, long? BatchId);

/// <summary>Batches and what they brought. Writing happens within the caller's transaction.</summary>
public static class BatchStore
{
    /// <summary>Latest first.</summary>
    public static IReadOnlyList<Batch> All(SqliteConnection connection) =>
        [.. connection.Query<BatchRow>(BatchRow.Select + "ORDER BY id DESC").Select(row => row.ToBatch())];

    public static Batch? Find(SqliteConnection connection, long id) =>
        connection.QuerySingleOrDefault<BatchRow>(BatchRow.Select + "WHERE id = @id", new { id })?.ToBatch();

    /// <summary>The last batch that brought these bytes.</summary>
    public static Batch? FindByContent(SqliteConnection connection, string sha256) =>
        connection.QueryFirstOrDefault<BatchRow>(BatchRow.Select + "WHERE sha256 = @sha256 ORDER BY id DESC", new { sha256 })?.ToBatch();

    /// <summary>The file as it came in.</summary>
    public static ImportFile Content(SqliteConnection connection, long id) => ImportFile.OfBytes(
        connection.QuerySingle<string>("SELECT file_name FROM batch WHERE id = @id", new { id }),
        connection.QuerySingle<byte[]>("SELECT content FROM batch WHERE id = @id", new { id }));

    public static IReadOnlyList<ImportIssue> Issues(SqliteConnection connection, long id) =>
        [.. connection.Query<IssueRow>(
            """
            SELECT b.file_name, i.code, i.line, i.column_no, i.column_name, i.raw, i.expected_zh, i.expected_en, i.remedy_zh, i.remedy_en
            FROM batch_issue i JOIN batch b ON b.id = i.batch_id
            WHERE i.batch_id = @id
            ORDER BY i.ordinal
            """,
            new { id }).Select(row => row.ToIssue())];

    /// <summary>Number of the last batch; 0 before the first.</summary>
    public static long LastId(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        connection.QuerySingle<long>("SELECT coalesce(max(id), 0) FROM batch", transaction: transaction);

    internal static CommittedBatch Commit(ImportPreview preview, string importedBy, DateTimeOffset now, SqliteConnection connection, SqliteTransaction transaction)
    {
        if (!preview.CanCommit)
            return new(CommitOutcome.NothingToCommit, preview.AlreadyLoadedAs);
        if (LastId(connection, transaction) != preview.LastBatch)
            return new(CommitOutcome.PreviewIsStale, null);

        var recordedAt = Moment.Write(After(LastMoment(connection, transaction), now));
        var batch = InsertBatch(preview, importedBy, recordedAt, connection, transaction);
        InsertIssues(preview.Issues, batch, connection, transaction);
        Supersede(preview.Changed, batch, recordedAt, connection, transaction);
        InsertObservations([.. preview.Added, .. preview.Changed.Select(changed => changed.New)], batch, recordedAt, connection, transaction);
        return new(CommitOutcome.Committed, batch);
    }

    /// <summary>Moments of batches ascend even where the clock was put back, so that each has a moment as of which it can be asked.</summary>
    private static DateTimeOffset After(string? last, DateTimeOffset now) =>
        last is not null && Moment.Parse(last).AddMilliseconds(1) is var earliest && now < earliest ? earliest : now;

    private static string? LastMoment(SqliteConnection connection, SqliteTransaction transaction) =>
        connection.QuerySingle<string?>("SELECT max(imported_at) FROM batch", transaction: transaction);

    private static long InsertBatch(ImportPreview preview, string importedBy, string importedAt, SqliteConnection connection, SqliteTransaction transaction) =>
        connection.QuerySingle<long>(
            """
            INSERT INTO batch (file_name, sha256, encoding, delimiter, layout, imported_by, imported_at, rows_read, added, changed, unchanged, rejected, state, content)
            VALUES (@Name, @Sha256, @Encoding, @Delimiter, @Layout, @importedBy, @importedAt, @RowsRead, @added, @changed, @unchanged, @Rejected, 'committed', @content);
            SELECT last_insert_rowid();
            """,
            new
            {
                preview.File.Name,
                preview.File.Sha256,
                preview.Table!.Encoding,
                Delimiter = preview.Table.Delimiter.ToString(),
                preview.Layout,
                importedBy,
                importedAt,
                preview.RowsRead,
                added = preview.Added.Count,
                changed = preview.Changed.Count,
                unchanged = preview.Unchanged.Count,
                preview.Rejected,
                content = preview.File.ReadAll(),
            },
            transaction);

    private static void InsertIssues(IReadOnlyList<ImportIssue> issues, long batch, SqliteConnection connection, SqliteTransaction transaction) =>
        connection.Execute(
            """
            INSERT INTO batch_issue (batch_id, ordinal, code, level, line, column_no, column_name, raw, expected_zh, expected_en, remedy_zh, remedy_en)
            VALUES (@batch, @ordinal, @Code, @level, @Line, @Column, @ColumnName, @Raw, @expectedZh, @expectedEn, @remedyZh, @remedyEn)
            """,
            issues.Select((issue, ordinal) => new
            {
                batch,
                ordinal,
                issue.Kind.Code,
                level = issue.IsError ? "error" : "warning",
                issue.Line,
                issue.Column,
                issue.ColumnName,
                issue.Raw,
                expectedZh = issue.Expected.Zh,
                expectedEn = issue.Expected.En,
                remedyZh = issue.Remedy.Zh,
                remedyEn = issue.Remedy.En,
            }),
            transaction);

    private static void Supersede(IEnumerable<ChangedFigure> changed, long batch, string at, SqliteConnection connection, SqliteTransaction transaction) =>
        connection.Execute(
            "UPDATE observation SET superseded_at = @at, superseded_by = @batch WHERE id = @id",
            changed.Select(figure => new { at, batch, id = figure.Old.Id }),
            transaction);

    /// <summary>One prepared command for all rows: ten times as fast as a command a row.</summary>
    private static void InsertObservations(IReadOnlyList<ImportedFigure> figures, long batch, string recordedAt, SqliteConnection connection, SqliteTransaction transaction)
    {
        var series = new SeriesTable(connection, transaction);
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            """
            INSERT INTO observation (series_id, period, period_start, period_end, reference_month, value, bound, status, as_printed, source, locator, note, batch_id, line, recorded_at)
            VALUES (@series, @period, @start, @end, @month, @value, @bound, @status, @printed, @source, @locator, @note, @batch, @line, @recordedAt)
            """;
        var parameters = new Dictionary<string, SqliteParameter>(StringComparer.Ordinal);
        foreach (var name in (ReadOnlySpan<string>)["series", "period", "start", "end", "month", "value", "bound", "status", "printed", "source", "locator", "note", "batch", "line", "recordedAt"])
            parameters.Add(name, command.Parameters.AddWithValue("@" + name, DBNull.Value));
        parameters["batch"].Value = batch;
        parameters["recordedAt"].Value = recordedAt;
        command.Prepare();

        foreach (var (observation, raw) in figures)
        {
            parameters["series"].Value = series.IdOf(observation.Series);
            parameters["period"].Value = observation.Period.Edtf;
            parameters["start"].Value = Day(observation.Period.Start);
            parameters["end"].Value = Day(observation.Period.End);
            parameters["month"].Value = observation.Period.ReferenceMonth.ToString();
            parameters["value"].Value = observation.Quantity is { } quantity ? (double)quantity.Value : DBNull.Value;
            parameters["bound"].Value = Codes.Bound.Write(observation.Quantity?.Bound ?? Bound.Exact);
            parameters["status"].Value = Codes.Status.Write(observation.Status);
            parameters["printed"].Value = observation.AsPrinted;
            parameters["source"].Value = observation.Source;
            parameters["locator"].Value = observation.Locator;
            parameters["note"].Value = observation.Note;
            parameters["line"].Value = raw.Line;
            command.ExecuteNonQuery();
        }
    }

    private static object Day(DateOnly? day) => day is { } known ? known.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : DBNull.Value;

    private sealed class IssueRow
    {
        public required string FileName { get; init; }

        public required string Code { get; init; }

        public required long? Line { get; init; }

        public required long? ColumnNo { get; init; }

        public required string ColumnName { get; init; }

        public required string Raw { get; init; }

        public required string ExpectedZh { get; init; }

        public required string ExpectedEn { get; init; }

        public required string RemedyZh { get; init; }

        public required string RemedyEn { get; init; }

        public ImportIssue ToIssue() => new()
        {
            Kind = IssueKind.Of(Code),
            File = FileName,
            Line = (int?)Line,
            Column = (int?)ColumnNo,
            ColumnName = ColumnName,
            Raw = Raw,
            Expected = new(ExpectedZh, ExpectedEn),
            Remedy = new(RemedyZh, RemedyEn),
        };
    }
}
