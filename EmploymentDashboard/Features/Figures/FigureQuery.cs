using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Figures;

/// <summary>Everything known of one figure.</summary>
/// <param name="Batch">The file that says it.</param>
/// <param name="Confirmations">Where later files say it again, first to last.</param>
/// <param name="History">What happened to the same key of the same source, first to last, this figure included.</param>
/// <param name="FromOtherSources">Current figures that other sources give for the same key.</param>
/// <param name="Parts">Current parts and wholes of the figure, of the same period.</param>
public sealed record FigureDetails(
    Figure Figure,
    Batch Batch,
    IReadOnlyList<Confirmation> Confirmations,
    IReadOnlyList<FigureEvent> History,
    IReadOnlyList<Figure> FromOtherSources,
    IReadOnlyList<Figure> Parts)
{
    /// <summary>What stands for the key now, of the same source; null where nothing does.</summary>
    public Figure? Current => History[^1].Figure;

    public bool IsConflict => FromOtherSources.Any(other => other.Observation.Quantity != Figure.Observation.Quantity);
}

/// <summary>A file that says what stood already.</summary>
public sealed record Confirmation
{
    public required long BatchId { get; init; }

    public required long Line { get; init; }
}

/// <summary>Asks for the details of one figure.</summary>
public sealed class FigureQuery(DashboardDatabase database)
{
    private const string SameKey = """
        WHERE o.id IN (
            SELECT same.id FROM stored_observation asked
            JOIN stored_observation same ON same.series_id = asked.series_id AND same.span = asked.span AND same.superseded_in IS NULL
            WHERE asked.id = @id
            UNION ALL
            SELECT same.id FROM stored_observation asked
            JOIN stored_observation same ON same.series_id = asked.series_id AND same.span = asked.span AND same.superseded_in IS NOT NULL
            WHERE asked.id = @id)
        ORDER BY o.id
        """;

    private const string SamePeriod = """
        WHERE s.area = @Area AND s.indicator = @Indicator AND s.basis = @basis AND o.superseded_in IS NULL
          AND o.span = (SELECT span FROM stored_observation WHERE id = @id)
          AND o.id <> @id
        ORDER BY o.value DESC
        """;

    private const string Confirmations = """
        SELECT c.batch_id, c.line FROM confirmation c JOIN batch b ON b.id = c.batch_id
        WHERE c.observation_id IN @ids AND b.state = 'committed' AND b.id <> @BatchId
        ORDER BY c.batch_id
        """;

    /// <summary>null where no figure has this number.</summary>
    public FigureDetails? Find(long id, Catalog catalog)
    {
        using var connection = database.Open();
        var sameKey = FigureReader.Read(connection, FigureReader.Select + SameKey, new { id });
        if (sameKey.FirstOrDefault(candidate => candidate.Id == id) is not { } figure)
            return null;

        var series = figure.Observation.Series;
        var batch = BatchStore.Find(connection, figure.BatchId)!;
        var parts = FigureReader.Read(connection, FigureReader.Select + SamePeriod, new { id, series.Area, series.Indicator, basis = Codes.Basis.Write(series.Basis) })
            .Where(other => IsPartOf(other, figure, catalog) || IsPartOf(figure, other, catalog))
            .ToList();

        var ofSource = sameKey.Where(other => other.Observation.Source == figure.Observation.Source).ToList();
        // A file confirmed the row that stood then; an undo or redo may have brought it back as another row since.
        var ids = ofSource.Where(other => FigureHistory.SaysTheSame(other, figure)).Select(other => other.Id);
        return new(
            figure,
            batch,
            [.. connection.Query<Confirmation>(Confirmations, new { ids, figure.BatchId })],
            FigureHistory.Of(connection, ofSource),
            [.. sameKey.Where(other => other.Observation.Source != figure.Observation.Source && other.SupersededAt is null)],
            parts);
    }

    private static bool IsPartOf(Figure part, Figure whole, Catalog catalog) =>
        catalog.Breakdown(part.Observation.Series.Breakdown).Parent == whole.Observation.Series.Breakdown;
}
