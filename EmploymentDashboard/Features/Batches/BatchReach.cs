using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Batches;

/// <summary>Where the figures show that a batch added or changed.</summary>
/// <param name="Areas">Codes, in the order of the catalogue.</param>
/// <param name="Months">The first is the earliest.</param>
/// <param name="Figures">How many of this indicator.</param>
public sealed record ReachedIndicator(Indicator Indicator, IReadOnlyList<Area> Areas, IReadOnlyList<YearMonth> Months, long Figures);

/// <summary>Asks which indicators, areas and months a batch speaks of anew.</summary>
public sealed class BatchReach(DashboardDatabase database)
{
    /// <summary>In the order of the catalogue.</summary>
    public IReadOnlyList<ReachedIndicator> Of(long batch, Catalog catalog)
    {
        using var connection = database.Open();
        // Half a million rows are of a few thousand series and periods: those are named only once they are counted.
        return Of(connection.Query<AffectedMonth>("""
            SELECT s.area, s.indicator, p.reference_month AS month, sum(t.figures) AS figures
            FROM (
                SELECT series_id, period_id, count(*) AS figures FROM stored_observation
                WHERE batch_id = @batch AND recorded_in = (SELECT id FROM change WHERE batch_id = @batch AND kind = 'commit')
                GROUP BY series_id, period_id) t
            JOIN series s ON s.id = t.series_id JOIN period p ON p.id = t.period_id
            GROUP BY s.area, s.indicator, p.reference_month
            """, new { batch }), catalog);
    }

    /// <summary>The same of figures that were counted already.</summary>
    public static IReadOnlyList<ReachedIndicator> Of(IEnumerable<AffectedMonth> months, Catalog catalog)
    {
        var cells = months.ToLookup(cell => cell.Indicator);
        return
        [
            .. catalog.Indicators.Where(indicator => cells.Contains(indicator.Code)).Select(indicator => new ReachedIndicator(
                indicator,
                [.. catalog.Areas.Where(area => cells[indicator.Code].Any(cell => cell.Area == area.Code))],
                [.. cells[indicator.Code].Select(cell => YearMonth.Parse(cell.Month)).Distinct().Order()],
                cells[indicator.Code].Sum(cell => cell.Figures))),
        ];
    }
}
