using Dapper;
using EmploymentDashboard.Database;

namespace EmploymentDashboard.Import.History;

/// <summary>A key for which something else will stand.</summary>
/// <param name="Now">What stands; null where nothing does.</param>
/// <param name="Then">What will stand; null where nothing will. Its batch and line are those of the file that then says so.</param>
public sealed record Reversal(Figure? Now, Figure? Then);

/// <summary>What undoing or redoing a batch does.</summary>
/// <param name="Kind">Undo for a batch that is committed, redo for one that is undone.</param>
/// <param name="LastChange">Number of the last change when this was found out; a later one makes it stale.</param>
/// <param name="Removed">Keys that have a figure now and none then.</param>
/// <param name="Restored">Keys that have no figure now and one then.</param>
/// <param name="Replaced">Keys whose figure is another one then.</param>
/// <param name="Credited">Keys whose figure stays but leads back to another file.</param>
public sealed record ReversalPreview(ChangeKind Kind, long Batch, long LastChange, long Removed, long Restored, long Replaced, long Credited);

public enum ReversalOutcome
{
    Done,

    /// <summary>What stands was changed after the preview was made, so it may not say any more what would change.</summary>
    PreviewIsStale,
}

/// <summary>Takes batches back and brings them again. Neither deletes anything: what stood is superseded, what stands then is written anew.</summary>
public sealed class BatchHistory(DashboardDatabase database, TimeProvider clock)
{
    private const string Ended = "SELECT standing_id FROM temp.outcome";

    /// <summary>What it would do to turn the batch's state; null where there is no such batch.</summary>
    public ReversalPreview? Preview(long batch)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        if (BatchStore.Find(connection, batch, transaction) is not { } found)
            return null;

        var kind = found.State == BatchState.Committed ? ChangeKind.Undo : ChangeKind.Redo;
        Replay.Run(connection, batch, kind == ChangeKind.Redo, transaction);
        var counts = connection.QuerySingle<(long, long, long, long)>("""
            SELECT count(*) FILTER (WHERE content_id IS NULL), count(*) FILTER (WHERE standing_id IS NULL),
                   count(*) FILTER (WHERE standing_id IS NOT NULL AND content_id IS NOT NULL AND NOT is_same_figure), count(*) FILTER (WHERE is_same_figure)
            FROM temp.outcome
            """, transaction: transaction);
        return new(kind, batch, BatchStore.LastChange(connection, transaction), counts.Item1, counts.Item2, counts.Item3, counts.Item4);
    }

    /// <summary>The keys of a preview one by one; those whose figure stays are left out.</summary>
    public IReadOnlyList<Reversal> Reversals(ReversalPreview preview, int skip = 0, int take = int.MaxValue)
    {
        using var connection = database.Open();
        Replay.Run(connection, preview.Batch, preview.Kind == ChangeKind.Redo);
        var rows = connection.Query<OutcomeRow>("SELECT standing_id, content_id, batch_id, line, column_no FROM temp.outcome WHERE NOT is_same_figure ORDER BY id LIMIT @take OFFSET @skip", new { skip, take });
        return [.. rows.ToList().Select(row => new Reversal(
            Find(row.StandingId),
            Find(row.ContentId) is { } content ? content with { BatchId = row.BatchId!.Value, Line = row.Line!.Value, Column = row.ColumnNo!.Value } : null))];

        Figure? Find(long? id) => id is null ? null : FigureReader.Single(connection, FigureReader.Select + "WHERE o.id = @id", new { id });
    }

    /// <summary>Does what the preview shows, in one transaction.</summary>
    /// <param name="by">Who says so.</param>
    public Task<ReversalOutcome> TurnAsync(ReversalPreview preview, string by, CancellationToken cancellation = default) => database.WriteAsync(
        (connection, transaction) =>
        {
            if (BatchStore.LastChange(connection, transaction) != preview.LastChange)
                return ReversalOutcome.PreviewIsStale;

            Replay.Run(connection, preview.Batch, preview.Kind == ChangeKind.Redo, transaction);
            var change = Change.Record(preview.Kind, preview.Batch, by, Change.NextMoment(clock.GetUtcNow(), connection, transaction), connection, transaction);
            var lastRow = Summaries.LastRow(connection, transaction);
            connection.Execute($"UPDATE stored_observation SET superseded_in = @change WHERE id IN ({Ended})", new { change }, transaction);
            connection.Execute(
                """
                INSERT INTO stored_observation (series_id, period_id, span, source_id, value, bound, status, as_printed, locator, note, batch_id, line, column_no, recorded_in)
                SELECT o.series_id, o.period_id, o.span, o.source_id, o.value, o.bound, o.status, o.as_printed, o.locator, o.note, t.batch_id, t.line, t.column_no, @change
                FROM temp.outcome t JOIN stored_observation o ON o.id = t.content_id
                ORDER BY t.id
                """,
                new { change },
                transaction);
            Summaries.Update(connection, transaction, change, lastRow, Ended);
            connection.Execute(
                "UPDATE batch SET state = @state WHERE id = @Batch",
                new { preview.Batch, state = preview.Kind == ChangeKind.Undo ? "undone" : "committed" },
                transaction);
            return ReversalOutcome.Done;
        },
        cancellation);

    private sealed class OutcomeRow
    {
        public required long? StandingId { get; init; }

        public required long? ContentId { get; init; }

        public required long? BatchId { get; init; }

        public required long? Line { get; init; }

        public required long? ColumnNo { get; init; }
    }
}
