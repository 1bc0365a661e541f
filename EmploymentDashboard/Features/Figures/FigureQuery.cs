using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Figures;

/// <summary>Everything known of one figure.</summary>
/// <param name="History">What the same source gave for the same key before or after, oldest first, this figure included.</param>
/// <param name="FromOtherSources">Current figures that other sources give for the same key.</param>
/// <param name="Parts">Current parts and wholes of the figure, of the same period.</param>
public sealed record FigureDetails(Figure Figure, BatchLine Batch, IReadOnlyList<Figure> History, IReadOnlyList<Figure> FromOtherSources, IReadOnlyList<Figure> Parts)
{
    public bool IsConflict => FromOtherSources.Any(other => other.Observation.Quantity != Figure.Observation.Quantity);
}

/// <summary>The batch that brought a figure.</summary>
public sealed record BatchLine
{
    public required long Id { get; init; }

    public required string FileName { get; init; }

    public required string ImportedBy { get; init; }

    public required string ImportedAt { get; init; }
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

    /// <summary>null where no figure has this number.</summary>
    public FigureDetails? Find(long id, Catalog catalog)
    {
        using var connection = database.Open();
        var sameKey = connection.Query<FigureRow>(FigureRow.Select + SameKey, new { id }).Select(row => row.ToFigure()).ToList();
        if (sameKey.Find(candidate => candidate.Id == id) is not { } figure)
            return null;

        var series = figure.Observation.Series;
        var batch = connection.QuerySingle<BatchLine>("SELECT id, file_name, imported_by, imported_at FROM batch WHERE id = @BatchId", new { figure.BatchId });
        var parts = connection.Query<FigureRow>(FigureRow.Select + SamePeriod, new { id, series.Area, series.Indicator, basis = Codes.Basis.Write(series.Basis) })
            .Select(row => row.ToFigure())
            .Where(other => IsPartOf(other, figure, catalog) || IsPartOf(figure, other, catalog))
            .ToList();

        return new(
            figure,
            batch,
            [.. sameKey.Where(other => other.Observation.Source == figure.Observation.Source)],
            [.. sameKey.Where(other => other.Observation.Source != figure.Observation.Source && other.SupersededAt is null)],
            parts);
    }

    private static bool IsPartOf(Figure part, Figure whole, Catalog catalog) =>
        catalog.Breakdown(part.Observation.Series.Breakdown).Parent == whole.Observation.Series.Breakdown;
}
