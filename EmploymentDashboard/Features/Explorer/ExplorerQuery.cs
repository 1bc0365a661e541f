using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>An indicator that has figures, and how many.</summary>
public sealed record IndicatorLine
{
    public required string Indicator { get; init; }

    public required long Figures { get; init; }

    public required long Areas { get; init; }

    /// <summary>Codes of the bases of its results, parted by commas; empty where there are only targets and standards.</summary>
    public required string Bases { get; init; }
}

/// <summary>All figures of one indicator.</summary>
/// <param name="Figures">Of all areas, categories, bases and sources, by reference month.</param>
/// <param name="Revised">Numbers of those that replaced another value of the same source.</param>
/// <param name="Moments">When what is known of the indicator changed, the latest first.</param>
/// <param name="IsCut">Whether there are more, so that the earliest months were left out.</param>
public sealed record IndicatorFigures(IReadOnlyList<Figure> Figures, IReadOnlySet<long> Revised, IReadOnlyList<DateTimeOffset> Moments, bool IsCut)
{
    private IndicatorPoints? _points;
    private KeptChoices? _choices;

    /// <summary>One figure a key, found once for a catalogue.</summary>
    public IndicatorPoints Points(Catalog catalog)
    {
        if (_points is not { } known || known.Catalog != catalog)
            _points = known = new(catalog, Figures, Revised);
        return known;
    }

    /// <summary>What can be chosen, found once for a catalogue.</summary>
    internal ExplorerChoices Choices(Catalog catalog, IReadOnlyList<IndicatorLine> indicators)
    {
        if (_choices is not { } known || known.Catalog != catalog || known.Indicators != indicators)
            _choices = known = new(catalog, indicators, ExplorerChoices.Of(catalog, indicators, this));
        return known.Choices;
    }

    private sealed record KeptChoices(Catalog Catalog, IReadOnlyList<IndicatorLine> Indicators, ExplorerChoices Choices);
}

/// <summary>Asks for the figures of an indicator. Comparisons need those beyond a selection, so all of them are fetched, and kept until the data change.</summary>
public sealed class ExplorerQuery(DashboardDatabase database)
{
    /// <summary>Of more figures than this the latest are taken, and the page says so.</summary>
    public const int MostFigures = 20_000;

    /// <summary>Of how many indicators the figures are kept: all of a panel of thirty, or those asked for last.</summary>
    public const int MostKept = 32;

    private readonly Kept<(string Indicator, DateTimeOffset? AsOf), IndicatorFigures> _figures = new(database, MostKept);
    private readonly Kept<string, IReadOnlyList<IndicatorLine>> _indicators = new(database, most: 1);

    public IReadOnlyList<IndicatorLine> Indicators() => _indicators.Get("", FetchIndicators);

    /// <param name="asOf">The moment whose knowledge is asked for; null for now.</param>
    public IndicatorFigures Figures(string indicator, DateTimeOffset? asOf) => _figures.Get((indicator, asOf), () => Fetch(indicator, asOf));

    /// <summary>Those alone whose periods end in one month, as known now: for a chart that shows no other. They are not kept, and tell no moments.</summary>
    public IndicatorFigures FiguresOf(string indicator, YearMonth month)
    {
        using var connection = database.Open();
        var figures = FigureReader.Read(
            connection,
            $"{FigureReader.Select} WHERE s.indicator = @indicator AND o.superseded_in IS NULL AND o.span IN (SELECT id FROM period WHERE reference_month = @month) ORDER BY s.area, o.id",
            new { indicator, month = month.ToString() });
        return new(figures, RevisedOf(connection, indicator), [], IsCut: false);
    }

    private IReadOnlyList<IndicatorLine> FetchIndicators()
    {
        using var connection = database.Open();
        return [.. connection.Query<IndicatorLine>("""
            SELECT s.indicator, sum(t.figures) AS figures, count(DISTINCT s.area) AS areas,
                   coalesce(group_concat(DISTINCT CASE WHEN s.basis NOT IN ('target', 'limit') THEN s.basis END), '') AS bases
            FROM series_summary t CROSS JOIN series s ON s.id = t.series_id CROSS JOIN indicator i ON i.code = s.indicator
            GROUP BY s.indicator
            ORDER BY i.ordinal
            """)];
    }

    private IndicatorFigures Fetch(string indicator, DateTimeOffset? asOf)
    {
        using var connection = database.Open();
        // The present needs no list of numbers.
        var isKnown = asOf is null
            ? "o.superseded_in IS NULL"
            : $"o.id IN ({FigureReader.Known(asOf, isKnown => $"SELECT o.id FROM series s CROSS JOIN stored_observation o ON o.series_id = s.id WHERE s.indicator = @indicator AND {isKnown}")})";
        var figures = FigureReader.Read(
            connection,
            $"{FigureReader.Select} WHERE s.indicator = @indicator AND {isKnown} ORDER BY o.reference_month DESC, s.area DESC, o.id DESC LIMIT {MostFigures}",
            new { indicator, asOf = asOf is { } moment ? Moment.Write(moment) : null });
        // Of an older moment it is not told: what replaced what by then would have to be followed through every undo.
        var revised = asOf is null ? RevisedOf(connection, indicator) : [];
        return new([.. figures.Reverse()], revised, MomentsOf(connection, indicator), figures.Count == MostFigures);
    }

    private static HashSet<long> RevisedOf(SqliteConnection connection, string indicator) => connection.Query<long>("""
        SELECT DISTINCT o.id
        FROM series s
        JOIN stored_observation old ON old.series_id = s.id AND old.superseded_in IS NOT NULL
        JOIN stored_observation o ON o.series_id = old.series_id AND o.span = old.span AND o.source_id = old.source_id AND o.superseded_in IS NULL
        WHERE s.indicator = @indicator AND (old.value IS NOT o.value OR old.bound <> o.bound)
        """, new { indicator }).ToHashSet();

    private static IReadOnlyList<DateTimeOffset> MomentsOf(SqliteConnection connection, string indicator) =>
        [.. connection.Query<string>("""
            SELECT made_at FROM change WHERE id IN (SELECT c.change_id FROM series s CROSS JOIN series_change c ON c.series_id = s.id WHERE s.indicator = @indicator)
            ORDER BY id DESC
            """, new { indicator }).Select(Moment.Parse)];
}
