using System.Text.Json;
using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Areas;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Features.Overview;

/// <summary>How much there is in all.</summary>
public sealed record Totals
{
    public required long Figures { get; init; }

    public required long Sources { get; init; }

    public required long Areas { get; init; }

    /// <summary>The first month in which a result's period ends; targets and standards do not count. null where there is no result.</summary>
    public required string? FirstMonth { get; init; }

    public required string? LastMonth { get; init; }
}

/// <summary>A batch as news.</summary>
/// <param name="Sources">Codes of the sources whose figures it brought.</param>
public sealed record NewBatch(Batch Batch, IReadOnlyList<string> Sources);

/// <summary>Asks for what the overview shows.</summary>
public sealed class OverviewQuery(DashboardDatabase database)
{
    /// <summary>A text, the greater the better: results before standards, the latest month, the widest area. Of a series s, its summary t and its area a.</summary>
    private const string PlaceOfSeries =
        "((s.basis NOT IN ('target', 'limit')) || t.last_usable || CASE a.kind WHEN 'nation' THEN 3 WHEN 'city' THEN 2 WHEN 'township' THEN 0 ELSE 1 END)";

    public Totals Totals()
    {
        using var connection = database.Open();
        return connection.QuerySingle<Totals>("""
            SELECT coalesce(sum(t.figures), 0) AS figures, (SELECT count(DISTINCT area) FROM area_month) AS areas, (SELECT count(DISTINCT source_id) FROM source_area) AS sources,
                   min(t.first_month) FILTER (WHERE s.basis NOT IN ('target', 'limit')) AS first_month,
                   max(t.last_month) FILTER (WHERE s.basis NOT IN ('target', 'limit')) AS last_month
            FROM series_summary t CROSS JOIN series s ON s.id = t.series_id
            """);
    }

    /// <param name="most">No more months than these, the latest.</param>
    public (IReadOnlyList<CoverageCount> Counts, bool IsCut) Coverage(int most)
    {
        using var connection = database.Open();
        var months = connection.Query<string>("SELECT DISTINCT month FROM area_month ORDER BY month DESC LIMIT @most + 1", new { most }).ToList();
        return (CoverageCount.Read(connection, since: months.Take(most).LastOrDefault()), months.Count > most);
    }

    /// <summary>
    /// One figure a theme: results before standards, the latest first, then the widest area, then the theme's first indicator.
    /// A doubtful figure is never a headline.
    /// </summary>
    public IReadOnlyList<Figure> Headlines(Catalog catalog)
    {
        using var connection = database.Open();
        return PublishedLast(connection, catalog, FigureReader.Read(connection, $"""
            {FigureReader.Select}
            WHERE o.id IN (
                -- The best place that each indicator's series reach; of each theme the first indicator that reaches the best of them. Only the figures of
                -- that place are put in order.
                WITH reached AS MATERIALIZED (
                    SELECT s.indicator, max({PlaceOfSeries}) AS place
                    FROM series s CROSS JOIN series_summary t ON t.series_id = s.id CROSS JOIN area a ON a.code = s.area
                    WHERE t.last_usable IS NOT NULL
                    GROUP BY s.indicator),
                first AS MATERIALIZED (
                    SELECT theme, indicator, place FROM (
                        SELECT i.theme, r.indicator, r.place, row_number() OVER (PARTITION BY i.theme ORDER BY r.place DESC, i.ordinal) AS number
                        FROM reached r CROSS JOIN indicator i ON i.code = r.indicator)
                    WHERE number = 1)
                SELECT id FROM (
                    SELECT o.id, row_number() OVER (PARTITION BY first.theme ORDER BY o.value DESC, o.period_id, o.id) AS number
                    FROM first
                    CROSS JOIN series s ON s.indicator = first.indicator
                    CROSS JOIN series_summary t ON t.series_id = s.id
                    CROSS JOIN area a ON a.code = s.area
                    CROSS JOIN period p ON p.reference_month = t.last_usable AND p.id = p.span
                    CROSS JOIN stored_observation o ON o.series_id = s.id AND o.span = p.id
                    WHERE {PlaceOfSeries} = first.place AND o.superseded_in IS NULL AND o.value IS NOT NULL AND o.status <> 'U')
                WHERE number = 1)
            """));
    }

    /// <summary>The indicator that most areas have results of, the latest first among equals; null where there is none.</summary>
    public string? MostShared()
    {
        using var connection = database.Open();
        return connection.QueryFirstOrDefault<string>("""
            SELECT s.indicator
            FROM series s CROSS JOIN series_summary t ON t.series_id = s.id
            WHERE s.basis NOT IN ('target', 'limit')
            GROUP BY s.indicator
            ORDER BY count(DISTINCT s.area) DESC, max(t.last_month) DESC, (SELECT ordinal FROM indicator WHERE code = s.indicator)
            LIMIT 1
            """);
    }

    /// <summary>The indicator with the latest figures of parts that make up a whole, and their month; null where there is none.</summary>
    public (string Indicator, YearMonth Month)? WithParts()
    {
        using var connection = database.Open();
        return connection.QueryFirstOrDefault<(string? Indicator, string Month)>("""
            SELECT s.indicator, t.last_month
            FROM series s CROSS JOIN series_summary t ON t.series_id = s.id
            WHERE s.breakdown IN (SELECT code FROM breakdown WHERE exhaustive = 1)
            ORDER BY t.last_month DESC, t.series_id
            LIMIT 1
            """) is ({ } indicator, var month) ? (indicator, YearMonth.Parse(month)) : null;
    }

    public IReadOnlyList<NewBatch> LatestBatches()
    {
        const string sources = "SELECT n.code FROM batch_source b JOIN source_number n ON n.id = b.source_id WHERE b.batch_id = @Id ORDER BY n.id";
        using var connection = database.Open();
        return [.. BatchStore.LatestCommitted(connection, 5).Select(batch => new NewBatch(batch, [.. connection.Query<string>(sources, new { batch.Id })]))];
    }

    /// <summary>The same keys, each once, as the source published last gives them among those whose figure can be used.</summary>
    private static IReadOnlyList<Figure> PublishedLast(SqliteConnection connection, Catalog catalog, IReadOnlyList<Figure> figures)
    {
        var current = FigureReader.Read(
            connection,
            FigureReader.Select + """
            WHERE o.id IN (
                SELECT same.id FROM stored_observation asked
                CROSS JOIN stored_observation same ON same.series_id = asked.series_id AND same.span = asked.span AND same.superseded_in IS NULL
                WHERE asked.id IN (SELECT value FROM json_each(@ids)))
            """,
            new { ids = JsonSerializer.Serialize(figures.Select(figure => figure.Id)) });
        var byKey = ShownFigure.Of(current.Where(figure => figure.Observation.IsDrawable), catalog).ToDictionary(shown => KeyOf(shown.Figure), shown => shown.Figure);
        return [.. figures.Select(KeyOf).Distinct().Select(key => byKey[key])];
    }

    private static (SeriesKey Series, Period Period) KeyOf(Figure figure) => (figure.Observation.Series, figure.Observation.Period);
}
