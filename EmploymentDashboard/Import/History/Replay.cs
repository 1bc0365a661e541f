using Dapper;
using EmploymentDashboard.Database;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import.History;

/// <summary>
/// Finds what stands when one batch is left out, or brought back. The rule is that what stands is always what the batches that
/// are not undone say, read in their order: for each key the last of them has the word, and the figure is credited to the first
/// of those that have said the same since.
/// </summary>
internal static class Replay
{
    /// <summary>Everything ever said of the keys that the batch speaks of, key by key and batch by batch; the figure that stands now comes last, with no batch.</summary>
    private const string Statements = """
        WITH touched AS (
            SELECT series_id, span, source_id FROM stored_observation WHERE batch_id = @batch
            UNION
            SELECT o.series_id, o.span, o.source_id FROM confirmation c JOIN stored_observation o ON o.id = c.observation_id WHERE c.batch_id = @batch),
        said AS (
            SELECT o.id, t.series_id, t.span, t.source_id, o.superseded_in FROM touched t
            CROSS JOIN stored_observation o ON o.series_id = t.series_id AND o.span = t.span AND o.source_id = t.source_id AND o.superseded_in IS NULL
            UNION ALL
            SELECT o.id, t.series_id, t.span, t.source_id, o.superseded_in FROM touched t
            CROSS JOIN stored_observation o ON o.series_id = t.series_id AND o.span = t.span AND o.source_id = t.source_id AND o.superseded_in IS NOT NULL)
        SELECT series_id, span, source_id, id, said_in, line, column_no, period_id, value, bound, status, as_printed, locator, note, batch_id FROM (
            SELECT s.series_id, s.span, s.source_id, s.id, o.batch_id AS said_in, o.line, o.column_no,
                   o.period_id, o.value, o.bound, o.status, o.as_printed, o.locator, o.note, o.batch_id
            FROM said s JOIN stored_observation o ON o.id = s.id
            JOIN change c ON c.id = o.recorded_in AND c.kind = 'commit'
            JOIN batch b ON b.id = o.batch_id
            WHERE CASE WHEN b.id = @batch THEN @stays ELSE b.state = 'committed' END
            UNION ALL
            SELECT s.series_id, s.span, s.source_id, s.id, n.batch_id AS said_in, n.line, n.column_no,
                   o.period_id, o.value, o.bound, o.status, o.as_printed, o.locator, o.note, o.batch_id
            FROM said s JOIN stored_observation o ON o.id = s.id
            JOIN confirmation n ON n.observation_id = o.id
            JOIN batch b ON b.id = n.batch_id
            WHERE CASE WHEN b.id = @batch THEN @stays ELSE b.state = 'committed' END
            UNION ALL
            SELECT s.series_id, s.span, s.source_id, s.id, NULL AS said_in, o.line, o.column_no,
                   o.period_id, o.value, o.bound, o.status, o.as_printed, o.locator, o.note, o.batch_id
            FROM said s JOIN stored_observation o ON o.id = s.id
            WHERE s.superseded_in IS NULL)
        ORDER BY series_id, span, source_id, said_in IS NULL, said_in
        """;

    private const string Outcome = """
        CREATE TEMP TABLE IF NOT EXISTS outcome (
            id INTEGER PRIMARY KEY, standing_id INTEGER, content_id INTEGER, batch_id INTEGER, line INTEGER, column_no INTEGER, is_same_figure INTEGER NOT NULL);
        DELETE FROM temp.outcome;
        """;

    /// <summary>
    /// Fills <c>temp.outcome</c> with the keys for which something else stands then: the row that stands now, and the row whose
    /// content takes its place with the batch and cell that it is credited to; either is null where there is none.
    /// </summary>
    /// <param name="stays">Whether the batch counts: false to undo it, true to redo it.</param>
    public static void Run(SqliteConnection connection, long batch, bool stays, SqliteTransaction? transaction = null)
    {
        connection.Execute(Outcome, transaction: transaction);
        using var outcome = new OutcomeWriter(connection);
        Statement? credited = null, last = null;
        foreach (var statement in connection.Query<Statement>(Statements, new { batch, stays }, transaction, buffered: false))
        {
            if (last is not null && !last.IsOfKey(statement))
            {
                // The key before had no standing figure.
                outcome.Add(null, credited);
                credited = last = null;
            }

            if (statement.SaidIn is null)
            {
                outcome.Add(statement, credited);
                credited = last = null;
                continue;
            }

            if (credited is null || !credited.SaysTheSame(statement))
                credited = statement;
            last = statement;
        }

        if (last is not null)
            outcome.Add(null, credited);
    }

    private sealed class OutcomeWriter(SqliteConnection connection) : IDisposable
    {
        private readonly PreparedInsert _insert = new(
            connection, "INSERT INTO temp.outcome (standing_id, content_id, batch_id, line, column_no, is_same_figure) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

        public void Add(Statement? standing, Statement? then)
        {
            var isSame = standing is not null && then is not null && standing.SaysTheSame(then);
            if ((standing is null && then is null) || (isSame && standing!.BatchId == then!.SaidIn && standing.Line == then.Line && standing.ColumnNo == then.ColumnNo))
                return;

            BindOrNull(1, standing?.Id);
            BindOrNull(2, then?.Id);
            BindOrNull(3, then?.SaidIn);
            BindOrNull(4, then?.Line);
            BindOrNull(5, then?.ColumnNo);
            _insert.Bind(6, isSame ? 1 : 0);
            _insert.Execute();
        }

        public void Dispose() => _insert.Dispose();

        private void BindOrNull(int parameter, long? value)
        {
            if (value is { } number)
                _insert.Bind(parameter, number);
            else
                _insert.BindNull(parameter);
        }
    }

    /// <summary>What one batch says of one key; or, where <see cref="SaidIn"/> is null, what stands.</summary>
    private sealed class Statement
    {
        public required long SeriesId { get; init; }

        public required long Span { get; init; }

        public required long SourceId { get; init; }

        public required long Id { get; init; }

        public required long? SaidIn { get; init; }

        public required long Line { get; init; }

        public required long ColumnNo { get; init; }

        public required long PeriodId { get; init; }

        public required double? Value { get; init; }

        public required string Bound { get; init; }

        public required string Status { get; init; }

        public required string AsPrinted { get; init; }

        public required string Locator { get; init; }

        public required string Note { get; init; }

        /// <summary>The batch that the stored row is credited to.</summary>
        public required long BatchId { get; init; }

        public bool IsOfKey(Statement other) => SeriesId == other.SeriesId && Span == other.Span && SourceId == other.SourceId;

        public bool SaysTheSame(Statement other) =>
            PeriodId == other.PeriodId && Value == other.Value && Bound == other.Bound && Status == other.Status
            && AsPrinted == other.AsPrinted && Locator == other.Locator && Note == other.Note;
    }
}
