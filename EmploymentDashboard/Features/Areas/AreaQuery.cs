using System.Text.Json;
using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Features.Areas;

/// <summary>How many current figures speak of an area.</summary>
public sealed record AreaLine
{
    public required string Area { get; init; }

    public required long Figures { get; init; }

    public required long Indicators { get; init; }

    public required string FirstMonth { get; init; }

    public required string LastMonth { get; init; }
}

/// <summary>The figures of an area that its page lists.</summary>
/// <param name="HasOthers">Whether there are figures of other months.</param>
public sealed record AreaFigures(IReadOnlyList<Figure> Figures, bool HasOthers);

/// <summary>How much a source says of an area.</summary>
/// <param name="Source">Its code.</param>
/// <param name="Figures">How many of its figures stand.</param>
public sealed record AreaSource(string Source, long Figures);

/// <summary>Asks what is known of areas.</summary>
public sealed class AreaQuery(DashboardDatabase database)
{
    private readonly Kept<string, IReadOnlyDictionary<string, AreaLine>> _lines = new(database, most: 1);
    private readonly Kept<string, IReadOnlyDictionary<string, long>> _counts = new(database, most: 1);
    private readonly Kept<string, IReadOnlyList<Figure>> _figures = new(database, most: AreaComparison.MostAreas);
    private readonly Kept<string, IReadOnlyList<Figure>> _peers = new(database, most: AreaComparison.MostAreas);

    private readonly Kept<string, AreaFigures> _latest = new(database, most: 45);
    private readonly Kept<string, IReadOnlyList<AreaSource>> _sources = new(database, most: 45);
    private readonly Kept<string, IReadOnlyList<CoverageCount>> _coverage = new(database, most: 45);
    private readonly Kept<(string Area, bool IsEnglish, Catalog Catalog), AreaProfile> _profiles = new(database, most: 45);

    /// <summary>By code. Counted once for all readers, until the data change.</summary>
    public IReadOnlyDictionary<string, AreaLine> Lines() => _lines.Get("", Count);

    /// <summary>How many figures stand of each area that has any, by code.</summary>
    public IReadOnlyDictionary<string, long> Counts() => _counts.Get("", () =>
    {
        using var connection = database.Open();
        return connection.Query<(string Area, long Figures)>("SELECT area, sum(figures) FROM area_month GROUP BY area").ToDictionary(StringComparer.Ordinal);
    });

    /// <summary>All figures of one area, the latest first within each indicator.</summary>
    public IReadOnlyList<Figure> Figures(string area) => _figures.Get(area, () => Fetch(area));

    /// <summary>Those alone of the last month of each series, the latest first within each indicator.</summary>
    public AreaFigures Latest(string area) => _latest.Get(area, () => FetchLatest(area));

    /// <summary>Those alone whose periods end in one month, in the same order. They are not kept.</summary>
    public IReadOnlyList<Figure> OfMonth(string area, YearMonth month)
    {
        using var connection = database.Open();
        return Read(connection, "o.span IN (SELECT id FROM period WHERE reference_month = @month)", new { area, month = month.ToString() });
    }

    /// <summary>Where figures of the area come from.</summary>
    public IReadOnlyList<AreaSource> Sources(string area) => _sources.Get(area, () => FetchSources(area));

    /// <summary>What is known of the area in each month, by month.</summary>
    public IReadOnlyList<CoverageCount> Coverage(string area) => _coverage.Get(area, () =>
    {
        using var connection = database.Open();
        return CoverageCount.Read(connection, area);
    });

    /// <summary>What all areas have for the same indicators, categories, bases and periods as the figures given.</summary>
    public IReadOnlyList<Figure> Peers(IReadOnlyList<Figure> figures) =>
        figures.Count == 0 ? [] : _peers.Get(string.Join(' ', figures.Select(figure => figure.Id)), () => FetchPeers(figures));

    /// <summary>The area at a glance, in the reader's language.</summary>
    public AreaProfile Profile(Catalog catalog, Area area) =>
        _profiles.Get((area.Code, Bilingual.EnglishIsAsked, catalog), () => MakeProfile(catalog, area));

    private IReadOnlyList<Figure> Fetch(string area)
    {
        using var connection = database.Open();
        return Read(connection, "true", new { area });
    }

    private AreaFigures FetchLatest(string area)
    {
        using var connection = database.Open();
        var figures = Read(
            connection,
            """
            o.id IN (
                SELECT o.id
                FROM series s CROSS JOIN series_summary t ON t.series_id = s.id
                CROSS JOIN period p ON p.reference_month = t.last_month AND p.id = p.span
                CROSS JOIN stored_observation o ON o.series_id = s.id AND o.span = p.id
                WHERE s.area = @area AND o.superseded_in IS NULL)
            """,
            new { area });
        return new(figures, connection.QuerySingle<bool>(
            "SELECT EXISTS (SELECT 1 FROM series s CROSS JOIN series_summary t ON t.series_id = s.id WHERE s.area = @area AND t.first_month < t.last_month)", new { area }));
    }

    private IReadOnlyList<AreaSource> FetchSources(string area)
    {
        using var connection = database.Open();
        return [.. connection.Query<AreaSource>("SELECT n.code AS source, a.figures FROM source_area a JOIN source_number n ON n.id = a.source_id WHERE a.area = @area", new { area })];
    }

    private static IReadOnlyList<Figure> Read(SqliteConnection connection, string which, object parameters) => FigureReader.Read(
        connection,
        FigureReader.Select + $"""
        JOIN indicator i ON i.code = s.indicator
        WHERE o.series_id IN (SELECT id FROM series WHERE area = @area) AND o.superseded_in IS NULL AND {which}
        ORDER BY i.ordinal, o.reference_month DESC, o.value DESC
        """,
        parameters);

    /// <summary>
    /// From the figures of those series only that may be among the headlines of their themes. Where no days of a series have two figures, its summary tells
    /// its place; the others are all read, for which of two figures is shown is not known before.
    /// </summary>
    private AreaProfile MakeProfile(Catalog catalog, Area area)
    {
        using var connection = database.Open();
        var series = connection.Query<(long Id, string Theme, bool IsDoubled, long Place)>(
            """
            SELECT id, theme, is_doubled, rank() OVER (PARTITION BY theme, is_doubled ORDER BY last_usable DESC, breakdown = @Total DESC, ordinal)
            FROM (
                SELECT s.id, s.breakdown, i.theme, i.ordinal, t.last_usable,
                       t.figures > (SELECT count(DISTINCT o.span) FROM stored_observation o WHERE o.series_id = s.id AND o.superseded_in IS NULL) AS is_doubled
                FROM series s CROSS JOIN series_summary t ON t.series_id = s.id CROSS JOIN indicator i ON i.code = s.indicator
                WHERE s.area = @Code AND s.basis NOT IN ('target', 'limit') AND t.last_usable IS NOT NULL)
            """,
            new { area.Code, Breakdown.Total }).ToLookup(one => one.IsDoubled || one.Place <= AreaProfile.MostOfTheme);
        var figures = FigureReader.Read(
            connection,
            FigureReader.Select + """
            JOIN indicator i ON i.code = s.indicator
            WHERE o.series_id IN (SELECT value FROM json_each(@ids)) AND o.superseded_in IS NULL
            ORDER BY i.ordinal, o.reference_month DESC, o.value DESC
            """,
            new { ids = JsonSerializer.Serialize(series[true].Select(one => one.Id)) });
        var left = series[false].CountBy(one => one.Theme).ToDictionary(StringComparer.Ordinal);
        return AreaProfile.Of(catalog, area, ShownFigure.Of(figures, catalog), Peers, left);
    }

    private IReadOnlyList<Figure> FetchPeers(IReadOnlyList<Figure> figures)
    {
        using var connection = database.Open();
        return FigureReader.Read(connection, FigureReader.Select + """
            WHERE o.id IN (
                SELECT peer.id
                FROM stored_observation own
                JOIN series mine ON mine.id = own.series_id
                JOIN series theirs ON theirs.indicator = mine.indicator AND theirs.breakdown = mine.breakdown AND theirs.basis = mine.basis
                JOIN stored_observation peer ON peer.series_id = theirs.id AND peer.span = own.span AND peer.superseded_in IS NULL
                WHERE own.id IN @ids)
            """, new { ids = figures.Select(figure => figure.Id) });
    }

    private Dictionary<string, AreaLine> Count()
    {
        using var connection = database.Open();
        return connection.Query<AreaLine>("""
            SELECT s.area, sum(t.figures) AS figures, count(DISTINCT s.indicator) AS indicators, min(t.first_month) AS first_month, max(t.last_month) AS last_month
            FROM series_summary t CROSS JOIN series s ON s.id = t.series_id
            GROUP BY s.area
            """).ToDictionary(line => line.Area, StringComparer.Ordinal);
    }
}
