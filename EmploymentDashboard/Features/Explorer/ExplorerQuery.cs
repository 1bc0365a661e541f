using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>An indicator that has figures, and how many.</summary>
public sealed record IndicatorLine
{
    public required string Indicator { get; init; }

    public required long Figures { get; init; }

    public required long Areas { get; init; }
}

/// <summary>Asks for the figures of a selection.</summary>
public sealed class ExplorerQuery(DashboardDatabase database)
{
    /// <summary>A selection of more figures than this is cut, and the page says so.</summary>
    public const int MostFigures = 20_000;

    public IReadOnlyList<IndicatorLine> Indicators()
    {
        using var connection = database.Open();
        return [.. connection.Query<IndicatorLine>("""
            SELECT s.indicator, count(*) AS figures, count(DISTINCT s.area) AS areas
            FROM observation o JOIN series s ON s.id = o.series_id JOIN indicator i ON i.code = s.indicator
            WHERE o.superseded_in IS NULL
            GROUP BY s.indicator
            ORDER BY i.ordinal
            """)];
    }

    /// <summary>The figures of the selection, by reference month; of all breakdowns and bases where the selection names none.</summary>
    public IReadOnlyList<Figure> Figures(ExplorerSelection selection)
    {
        using var connection = database.Open();
        return [.. connection.Query<FigureRow>(
            $"""
            {FigureRow.Select}
            WHERE s.indicator = @Indicator
              AND (@allAreas OR s.area IN @areas)
              AND (@from IS NULL OR o.reference_month >= @from)
              AND (@to IS NULL OR o.reference_month <= @to)
              AND (@Breakdown IS NULL OR s.breakdown = @Breakdown)
              AND (@basis IS NULL OR s.basis = @basis)
              AND {FigureRow.KnownAsOf}
            ORDER BY o.reference_month, s.area, o.id
            LIMIT {MostFigures}
            """,
            new
            {
                selection.Indicator,
                allAreas = selection.Areas.Count == 0,
                areas = selection.Areas,
                from = selection.From?.ToString(),
                to = selection.To?.ToString(),
                selection.Breakdown,
                basis = selection.Basis is { } basis ? Codes.Basis.Write(basis) : null,
                asOf = selection.AsOf is { } asOf ? Moment.Write(asOf) : null,
            }).Select(row => row.ToFigure())];
    }
}
