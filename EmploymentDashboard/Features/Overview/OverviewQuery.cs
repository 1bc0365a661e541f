using Dapper;
using EmploymentDashboard.Database;
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

/// <summary>What is known of one area in one month.</summary>
public sealed record CoverageCount
{
    public required string Area { get; init; }

    public required string Month { get; init; }

    /// <summary>Observations, with or without a number.</summary>
    public required long All { get; init; }

    public required long Missing { get; init; }

    public required long Zeros { get; init; }

    public required long Targets { get; init; }

    /// <summary>Standards, caps and control lines.</summary>
    public required long Limits { get; init; }
}

/// <summary>A batch as news.</summary>
/// <param name="Sources">Codes of the sources whose figures it brought.</param>
public sealed record NewBatch(Batch Batch, IReadOnlyList<string> Sources);

/// <summary>Asks for what the overview shows.</summary>
public sealed class OverviewQuery(DashboardDatabase database)
{
    public Totals Totals()
    {
        using var connection = database.Open();
        return connection.QuerySingle<Totals>("""
            WITH known AS (
                SELECT s.area, s.basis, t.figures, t.first, t.last
                FROM (
                    SELECT o.series_id, count(*) AS figures, min(p.reference_month) AS first, max(p.reference_month) AS last
                    FROM stored_observation o CROSS JOIN period p ON p.id = o.span
                    WHERE o.superseded_in IS NULL
                    GROUP BY o.series_id) t
                CROSS JOIN series s ON s.id = t.series_id)
            SELECT coalesce(sum(figures), 0) AS figures, count(DISTINCT area) AS areas,
                   (SELECT count(DISTINCT source_id) FROM stored_observation WHERE superseded_in IS NULL) AS sources,
                   min(first) FILTER (WHERE basis NOT IN ('target', 'limit')) AS first_month,
                   max(last) FILTER (WHERE basis NOT IN ('target', 'limit')) AS last_month
            FROM known
            """);
    }

    public IReadOnlyList<CoverageCount> Coverage()
    {
        using var connection = database.Open();
        return [.. connection.Query<CoverageCount>("""
            SELECT s.area, o.reference_month AS month, count(*) AS "all", count(*) - count(o.value) AS missing,
                   sum(CASE WHEN o.value = 0 AND o.bound = 'exact' THEN 1 ELSE 0 END) AS zeros,
                   sum(CASE WHEN s.basis = 'target' THEN 1 ELSE 0 END) AS targets, sum(CASE WHEN s.basis = 'limit' THEN 1 ELSE 0 END) AS limits
            FROM observation o JOIN series s ON s.id = o.series_id
            WHERE o.superseded_in IS NULL
            GROUP BY s.area, o.reference_month
            """)];
    }

    /// <summary>
    /// One figure a theme: results before standards, the latest first, then the widest area, then the theme's first indicator.
    /// A doubtful figure is never a headline.
    /// </summary>
    public IReadOnlyList<Figure> Headlines(Catalog catalog)
    {
        using var connection = database.Open();
        return PublishedLast(connection, catalog, connection.Query<FigureRow>($"""
            {FigureRow.Select}
            WHERE o.id IN (
                -- The best rank and latest month of each theme first: one pass that sorts nothing. Only what ends in that month is then put in order.
                WITH best AS MATERIALIZED (
                    SELECT i.theme, max((s.basis NOT IN ('target', 'limit')) || p.reference_month) AS place
                    FROM stored_observation o
                    CROSS JOIN series s ON s.id = o.series_id
                    CROSS JOIN indicator i ON i.code = s.indicator
                    CROSS JOIN period p ON p.id = o.period_id
                    WHERE o.superseded_in IS NULL AND o.value IS NOT NULL AND o.status <> 'U'
                    GROUP BY i.theme)
                SELECT id FROM (
                    SELECT o.id, row_number() OVER (
                        PARTITION BY best.theme
                        ORDER BY CASE a.kind WHEN 'nation' THEN 0 WHEN 'city' THEN 1 WHEN 'township' THEN 3 ELSE 2 END, i.ordinal, o.value DESC) AS place
                    FROM best
                    CROSS JOIN period p ON p.reference_month = substr(best.place, 2)
                    CROSS JOIN stored_observation o ON o.period_id = p.id
                    CROSS JOIN series s ON s.id = o.series_id AND (s.basis NOT IN ('target', 'limit')) = substr(best.place, 1, 1) + 0
                    CROSS JOIN indicator i ON i.code = s.indicator AND i.theme = best.theme
                    CROSS JOIN area a ON a.code = s.area
                    WHERE o.superseded_in IS NULL AND o.value IS NOT NULL AND o.status <> 'U')
                WHERE place = 1)
            """));
    }

    /// <summary>The indicator that most areas have results of, the latest first among equals; null where there is none.</summary>
    public string? MostShared()
    {
        using var connection = database.Open();
        return connection.QueryFirstOrDefault<string>("""
            SELECT t.indicator
            FROM (
                SELECT s.area, s.indicator,
                       (SELECT max(p.reference_month) FROM stored_observation o JOIN period p ON p.id = o.span WHERE o.series_id = s.id AND o.superseded_in IS NULL) AS last
                FROM series s
                WHERE s.basis NOT IN ('target', 'limit')) t
            JOIN indicator i ON i.code = t.indicator
            WHERE t.last IS NOT NULL
            GROUP BY t.indicator
            ORDER BY count(DISTINCT t.area) DESC, max(t.last) DESC, i.ordinal
            LIMIT 1
            """);
    }

    /// <summary>The indicator with the latest figures of parts that make up a whole; null where there is none.</summary>
    public string? WithParts()
    {
        using var connection = database.Open();
        return connection.QueryFirstOrDefault<string>("""
            SELECT t.indicator
            FROM (
                SELECT s.id, s.indicator,
                       (SELECT max(p.reference_month) FROM stored_observation o JOIN period p ON p.id = o.span WHERE o.series_id = s.id AND o.superseded_in IS NULL) AS last
                FROM series s JOIN breakdown b ON b.code = s.breakdown
                WHERE b.exhaustive = 1) t
            WHERE t.last IS NOT NULL
            ORDER BY t.last DESC, t.id
            LIMIT 1
            """);
    }

    public IReadOnlyList<NewBatch> LatestBatches()
    {
        const string sources = "SELECT DISTINCT n.code FROM stored_observation o JOIN source_number n ON n.id = o.source_id WHERE o.batch_id = @Id ORDER BY n.id";
        using var connection = database.Open();
        return [.. BatchStore.LatestCommitted(connection, 5).Select(batch => new NewBatch(batch, [.. connection.Query<string>(sources, new { batch.Id })]))];
    }

    /// <summary>The same keys, each once, as the source published last gives them among those whose figure can be used.</summary>
    private static IReadOnlyList<Figure> PublishedLast(SqliteConnection connection, Catalog catalog, IEnumerable<FigureRow> rows)
    {
        var figures = rows.Select(row => row.ToFigure()).ToList();
        var current = CurrentFigures.Of(connection, figures.Select(figure => (figure.Observation.Series.Area, figure.Observation.Series.Indicator)));
        var byKey = ShownFigure.Of(current.Where(figure => figure.Observation.IsDrawable), catalog).ToDictionary(shown => KeyOf(shown.Figure), shown => shown.Figure);
        return [.. figures.Select(KeyOf).Distinct().Select(key => byKey[key])];
    }

    private static (SeriesKey Series, Period Period) KeyOf(Figure figure) => (figure.Observation.Series, figure.Observation.Period);
}
