using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Features.Batches;

/// <summary>What a batch did to a figure.</summary>
public enum DifferenceKind
{
    /// <summary>Nothing stood for its key.</summary>
    Added,

    /// <summary>Another figure stood for its key.</summary>
    Changed,

    /// <summary>It stood already, and the file says it again.</summary>
    Confirmed,
}

public static class DifferenceKinds
{
    public static readonly CodeList<DifferenceKind> Codes =
        new(("added", DifferenceKind.Added), ("changed", DifferenceKind.Changed), ("unchanged", DifferenceKind.Confirmed));

    public static Bilingual Name(this DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => new("新增", "Added"),
        DifferenceKind.Changed => new("更正", "Changed"),
        DifferenceKind.Confirmed => new("未变", "Unchanged"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>Asks how what stood before a batch differed from what stood after it. Later batches, undo and redo do not touch the answer.</summary>
public sealed class BatchDifference(DashboardDatabase database)
{
    private const string Commit = "(SELECT id FROM change WHERE batch_id = @batch AND kind = 'commit')";

    /// <summary>What a fresh row of the batch superseded: the history's index finds it.</summary>
    private const string Superseded = """
        SELECT old.id FROM stored_observation old
        WHERE old.series_id = fresh.series_id AND old.span = fresh.span AND old.source_id = fresh.source_id AND old.superseded_in = fresh.recorded_in
        """;

    private const string FreshRows = $"FROM stored_observation fresh WHERE fresh.batch_id = @batch AND fresh.recorded_in = {Commit}";

    /// <summary>How many figures of each kind.</summary>
    public IReadOnlyDictionary<DifferenceKind, long> Counts(Batch batch)
    {
        using var connection = database.Open();
        return new Dictionary<DifferenceKind, long>
        {
            [DifferenceKind.Added] = batch.Added,
            [DifferenceKind.Changed] = batch.Changed,
            // Bytes that were read again confirm nothing by the rows that had come before, though they count as unchanged.
            [DifferenceKind.Confirmed] = connection.QuerySingle<long>("SELECT count(*) FROM confirmation WHERE batch_id = @Id", new { batch.Id }),
        };
    }

    /// <summary>Figures of one kind, in the order of the file.</summary>
    public IReadOnlyList<FigureChange> Figures(long batch, DifferenceKind kind, Paging paging)
    {
        using var connection = database.Open();
        return kind switch
        {
            DifferenceKind.Added => Fresh(connection, batch, $"NOT EXISTS ({Superseded})", paging),
            DifferenceKind.Changed => Fresh(connection, batch, $"EXISTS ({Superseded})", paging),
            DifferenceKind.Confirmed => Confirmed(connection, batch, paging),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    private static IReadOnlyList<FigureChange> Fresh(SqliteConnection connection, long batch, string condition, Paging paging)
    {
        var pairs = connection.Query<(long Id, long? Old)>(
            $"SELECT fresh.id, ({Superseded}) AS old {FreshRows} AND {condition} ORDER BY fresh.id LIMIT @RowsPerPage OFFSET @Skip",
            new { batch, paging.RowsPerPage, paging.Skip }).ToList();
        var figures = Find(connection, pairs.SelectMany(pair => pair.Old is { } old ? [pair.Id, old] : new[] { pair.Id }));
        return [.. pairs.Select(pair => new FigureChange(pair.Old is { } old ? figures[old] : null, figures[pair.Id]))];
    }

    private static IReadOnlyList<FigureChange> Confirmed(SqliteConnection connection, long batch, Paging paging)
    {
        var places = connection.Query<(long Id, long Line, long Column)>(
            "SELECT observation_id, line, column_no FROM confirmation WHERE batch_id = @batch ORDER BY line, column_no LIMIT @RowsPerPage OFFSET @Skip",
            new { batch, paging.RowsPerPage, paging.Skip }).ToList();
        var figures = Find(connection, places.Select(place => place.Id));
        return
        [
            .. places
                .Select(place => figures[place.Id] with { BatchId = batch, Line = place.Line, Column = place.Column })
                .Select(figure => new FigureChange(figure, figure)),
        ];
    }

    private static Dictionary<long, Figure> Find(SqliteConnection connection, IEnumerable<long> ids) =>
        FigureReader.Read(connection, FigureReader.Select + "WHERE o.id IN @ids", new { ids }).ToDictionary(figure => figure.Id);
}
