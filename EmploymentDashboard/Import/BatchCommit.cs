using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Import.Uploads;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import;

public enum CommitOutcome
{
    Committed,

    /// <summary>The preview holds nothing that would change anything.</summary>
    NothingToCommit,

    /// <summary>The file has errors, and it was to be all rows or none.</summary>
    HasErrors,

    /// <summary>What stands was changed after the preview was made, so it may not say any more what would change.</summary>
    PreviewIsStale,
}

/// <param name="BatchId">The new batch; where there was nothing to commit, the batch that brought the same bytes; null where there is none.</param>
public sealed record CommittedBatch(CommitOutcome Outcome, long? BatchId);

/// <summary>What a commit came from, where it was a file that was sent in.</summary>
/// <param name="UploadId">Its number.</param>
/// <param name="Via">The token by which a program asked for it; empty for someone at the page.</param>
public sealed record CommitOrigin(string UploadId, string Via);

/// <summary>Takes a staged file in, within the caller's transaction.</summary>
internal sealed class BatchCommit(ImportPreview preview, SqliteConnection connection, SqliteTransaction transaction)
{
    private const string Changed = "SELECT observation_id FROM staged.matched WHERE NOT is_same";

    // The maps are small and the rows many, so SQLite is told to walk the rows and look up the maps.
    private const string InsertObservations = """
        INSERT INTO stored_observation (series_id, period_id, span, source_id, value, bound, status, as_printed, locator, note, batch_id, line, column_no, recorded_in)
        SELECT s.id, p.id, p.span, c.id, r.value, r.bound, r.status, r.as_printed, r.locator, r.note, @batch, r.line, r.column_no, @change
        FROM staged.row r
        CROSS JOIN temp.series_number s ON s.staged = r.series_id
        CROSS JOIN temp.period_number p ON p.staged = r.period_id
        CROSS JOIN temp.source_of_number c ON c.staged = r.source_id
        LEFT JOIN staged.matched m ON m.row_id = r.id
        WHERE m.row_id IS NULL OR NOT m.is_same
        ORDER BY r.id
        """;

    public CommittedBatch Run(string by, bool goodRowsOnly, DateTimeOffset now, CommitOrigin? origin = null)
    {
        if (!preview.CanCommit)
            return new(CommitOutcome.NothingToCommit, preview.AlreadyLoadedAs);
        if (preview.Errors > 0 && !goodRowsOnly)
            return new(CommitOutcome.HasErrors, null);
        if (BatchStore.LastChange(connection, transaction) != preview.LastChange || NamesAreGone())
            return new(CommitOutcome.PreviewIsStale, null);

        var at = Change.NextMoment(now, connection, transaction);
        var batch = InsertBatch(by, at);
        var change = Change.Record(ChangeKind.Commit, batch, by, at, connection, transaction, origin?.Via ?? "");
        if (origin is not null)
            CommittedUploads.Add(origin.UploadId, by, batch, connection, transaction);
        BatchContent.Write(preview.File, batch, connection, transaction);
        Execute(
            """
            INSERT INTO batch_issue (batch_id, ordinal, code, level, line, row_line, column_no, column_name, raw, expected_zh, expected_en, remedy_zh, remedy_en)
            SELECT @batch, ordinal, code, level, line, row_line, column_no, column_name, raw, expected_zh, expected_en, remedy_zh, remedy_en FROM staged.issue
            """,
            new { batch });

        NumberNames();
        var lastRow = Summaries.LastRow(connection, transaction);
        Execute($"UPDATE stored_observation SET superseded_in = @change WHERE id IN ({Changed})", new { change });
        Execute(InsertObservations, new { batch, change });
        Summaries.Update(connection, transaction, change, lastRow, Changed);
        Execute(
            """
            INSERT INTO confirmation (batch_id, observation_id, line, column_no)
            SELECT @batch, m.observation_id, r.line, r.column_no FROM staged.matched m JOIN staged.row r ON r.id = m.row_id WHERE m.is_same
            """,
            new { batch });
        return new(CommitOutcome.Committed, batch);
    }

    private long InsertBatch(string importedBy, string importedAt) => connection.QuerySingle<long>(
        """
        INSERT INTO batch (file_name, sha256, size, encoding, delimiter, layout, settings, imported_by, imported_at, rows_read, added, changed, unchanged, rejected, state)
        VALUES (@Name, @Sha256, @Length, @Encoding, @Delimiter, @Layout, @settings, @importedBy, @importedAt, @Read, @Added, @Changed, @Unchanged, @Rejected, 'committed');
        SELECT last_insert_rowid();
        """,
        new
        {
            preview.File.Name,
            preview.File.Sha256,
            preview.File.Length,
            preview.Reading!.Encoding,
            preview.Reading.Dialect.Delimiter,
            Layout = preview.Layout!.Kind.Code(),
            settings = preview.Settings.ToJson(),
            importedBy,
            importedAt,
            preview.Counts.Read,
            preview.Counts.Added,
            preview.Counts.Changed,
            preview.Counts.Unchanged,
            preview.Counts.Rejected,
        },
        transaction);

    /// <summary>Whether an area, indicator, breakdown or source was taken from the catalogue since the preview was made.</summary>
    private bool NamesAreGone() => connection.QuerySingle<bool>(
        """
        SELECT EXISTS (
            SELECT area FROM staged.series WHERE area NOT IN (SELECT code FROM main.area)
            UNION ALL SELECT indicator FROM staged.series WHERE indicator NOT IN (SELECT code FROM main.indicator)
            UNION ALL SELECT breakdown FROM staged.series WHERE breakdown NOT IN (SELECT code FROM main.breakdown)
            UNION ALL SELECT code FROM staged.source WHERE code NOT IN (SELECT code FROM main.source))
        """,
        transaction: transaction);

    /// <summary>Gives series, periods and sources that are new to the store their numbers, and notes which staged number means which.</summary>
    private void NumberNames()
    {
        Execute("""
            INSERT INTO series (area, indicator, breakdown, basis)
            SELECT area, indicator, breakdown, basis FROM staged.series ORDER BY id
            ON CONFLICT DO NOTHING;
            CREATE TEMP TABLE series_number (staged INTEGER PRIMARY KEY, id INTEGER NOT NULL);
            INSERT INTO temp.series_number
            SELECT s.id, known.id FROM staged.series s
            JOIN main.series known ON known.indicator = s.indicator AND known.area = s.area AND known.breakdown = s.breakdown AND known.basis = s.basis;
            """);
        Execute("""
            INSERT INTO period (edtf, start, "end", reference_month, span)
            SELECT edtf, start, "end", reference_month, 0 FROM staged.period ORDER BY id
            ON CONFLICT DO NOTHING;
            UPDATE period SET span = (
                SELECT min(same.id) FROM period same
                WHERE coalesce(same.start, '') = coalesce(period.start, '') AND coalesce(same."end", '') = coalesce(period."end", ''))
            WHERE span = 0;
            CREATE TEMP TABLE period_number (staged INTEGER PRIMARY KEY, id INTEGER NOT NULL, span INTEGER NOT NULL);
            INSERT INTO temp.period_number SELECT p.id, known.id, known.span FROM staged.period p JOIN main.period known ON known.edtf = p.edtf;
            """);
        Execute("""
            INSERT INTO source_number (code) SELECT code FROM staged.source ORDER BY id ON CONFLICT DO NOTHING;
            CREATE TEMP TABLE source_of_number (staged INTEGER PRIMARY KEY, id INTEGER NOT NULL);
            INSERT INTO temp.source_of_number SELECT c.id, known.id FROM staged.source c JOIN main.source_number known ON known.code = c.code;
            """);
    }

    private void Execute(string sql, object? parameters = null) => connection.Execute(sql, parameters, transaction);
}
