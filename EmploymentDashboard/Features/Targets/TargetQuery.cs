using System.Globalization;
using System.Text.Json;
using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Features.Targets;

/// <summary>Which targets and control lines to ask for; all of them where nothing is set.</summary>
public sealed record TargetFilter
{
    /// <summary>The year in which they fall due.</summary>
    public int? Year { get; init; }

    public string? Indicator { get; init; }

    /// <summary>Codes of areas; empty for all.</summary>
    public IReadOnlyCollection<string> Areas { get; init; } = [];

    /// <summary>No more than so many, those that fall due last.</summary>
    public int? Most { get; init; }

    /// <summary>What was known at that moment; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }
}

/// <summary>An area and indicator with targets or control lines.</summary>
/// <param name="Years">In which they fall due.</param>
public sealed record GoalYears(string Area, string Indicator, IReadOnlySet<int> Years);

/// <summary>A target or control line, the latest result that counts towards it, and how the two stand.</summary>
/// <param name="Result">
/// Where no result counts, the latest one within the goal's period, and <paramref name="Progress"/> says why it does not; null where no source gives any.
/// </param>
public sealed record TargetStanding(Figure Goal, Figure? Result, TargetProgress Progress)
{
    /// <summary>Those that fall due in the latest year with results, else in the latest; none where there are none.</summary>
    public static IReadOnlyList<TargetStanding> OfLatestYear(IEnumerable<TargetStanding> standings) => standings
        .GroupBy(standing => standing.Goal.Observation.Period.ReferenceMonth.Year)
        .OrderByDescending(year => year.Any(standing => standing.Progress.Counts))
        .ThenByDescending(year => year.Key)
        .FirstOrDefault() is { } latest ? [.. latest] : [];
}

/// <summary>Asks how far results are from targets. The one place that says which figures are goals and which results are measured against them.</summary>
public sealed class TargetQuery(DashboardDatabase database)
{
    // Subsidy standards and loan caps are no goals. Few series hold goals, so that naming these spares reading all figures.
    private const string GoalSeries = """
        SELECT s.id, s.area, s.indicator, i.ordinal
        FROM series s CROSS JOIN indicator i ON i.code = s.indicator
        WHERE s.basis IN ('target', 'limit') AND (s.basis = 'target' OR i.theme <> 'standards')
        """;

    // Nothing is measured against what is doubtful.
    private const string IsUsable = "o.value IS NOT NULL AND o.status <> 'U'";

    private readonly Kept<(int?, string?, string, int?, DateTimeOffset?, Catalog), IReadOnlyList<TargetStanding>> _found = new(database, most: 16);
    private readonly Kept<string, IReadOnlyList<GoalYears>> _due = new(database, most: 1);

    /// <summary>Targets and control lines that stand, each once, as the source published last gives it; the last to fall due first.</summary>
    public IReadOnlyList<TargetStanding> Find(TargetFilter filter, Catalog catalog) =>
        _found.Get((filter.Year, filter.Indicator, string.Join(' ', filter.Areas), filter.Most, filter.AsOf, catalog), () => Ask(filter, catalog));

    /// <summary>The areas and indicators that have goals, and the years in which these fall due.</summary>
    public IReadOnlyList<GoalYears> Due() => _due.Get("", AskDue);

    private IReadOnlyList<TargetStanding> Ask(TargetFilter filter, Catalog catalog)
    {
        using var connection = database.Open();
        var asOf = filter.AsOf is { } moment ? Moment.Write(moment) : null;
        var goals = Goals(connection, filter, asOf, catalog);
        var results = Results(connection, goals, filter.AsOf);
        return [.. goals.Select(goal => StandingOf(goal, results[goal.Id], catalog))];
    }

    private IReadOnlyList<GoalYears> AskDue()
    {
        using var connection = database.Open();
        var years = connection.Query<(long Id, string Year)>("SELECT id, substr(reference_month, 1, 4) FROM period WHERE id = span")
            .ToDictionary(period => period.Id, period => int.Parse(period.Year, CultureInfo.InvariantCulture));
        return
        [
            .. connection.Query<(string Area, string Indicator, string Spans)>($"""
                SELECT g.area, g.indicator, group_concat(DISTINCT o.span)
                FROM ({GoalSeries}) g CROSS JOIN stored_observation o ON o.series_id = g.id
                WHERE o.superseded_in IS NULL AND {IsUsable}
                GROUP BY g.indicator, g.area
                """).Select(goals => new GoalYears(goals.Area, goals.Indicator, goals.Spans.Split(',').Select(span => years[long.Parse(span, CultureInfo.InvariantCulture)]).ToHashSet())),
        ];
    }

    // A series has fewer goals than a year has periods: its own are looked through, which the plus sign asks for.
    /// <summary>Keeps, of observations <c>o</c>, what falls due in <c>@year</c>; all where that is null.</summary>
    private static string InYear(int? year) => year is null ? "" : "AND +o.span IN (SELECT id FROM period WHERE reference_month BETWEEN @year || '-01' AND @year || '-12')";

    private static string? YearOf(int? year) => year?.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>
    /// A month before which none of the <c>@Most</c> goals that fall due last lies: that many series have a goal from then on. Empty, so that all are looked
    /// through, where there are not so many, or where a goal without an end could hold the place of one with an end.
    /// </summary>
    private static string FirstMonthOfMost(string series) => $"""
        SELECT CASE WHEN count(*) < @Most OR EXISTS (SELECT 1 FROM period WHERE "end" IS NULL) THEN '' ELSE min(month) END
        FROM (SELECT last_usable AS month FROM series_summary WHERE series_id IN ({series}) AND last_usable IS NOT NULL ORDER BY last_usable DESC LIMIT @Most)
        """;

    private static IReadOnlyList<Figure> Goals(SqliteConnection connection, TargetFilter filter, string? asOf, Catalog catalog)
    {
        var isAsked = $"""
            {(filter.AsOf is null ? "o.superseded_in IS NULL" : FigureReader.KnownAsOf)} AND {IsUsable} {InYear(filter.Year)}
            """;
        var series = $"""
            SELECT g.id FROM ({GoalSeries}) g WHERE (@Indicator IS NULL OR g.indicator = @Indicator) AND (@allAreas OR g.area IN @Areas)
            """;
        // Of thousands of goals only the first are read; of the past, which is asked for seldom, all.
        var isFirst = filter is not { Most: not null, AsOf: null } ? "" : $"""
            AND o.id IN (
                SELECT stored.id
                FROM (
                    SELECT o.series_id, o.span
                    FROM ({GoalSeries}) g CROSS JOIN stored_observation o ON o.series_id = g.id CROSS JOIN period p ON p.id = o.span
                    WHERE g.id IN ({series}) AND {isAsked} {(filter.Year is null ? $"AND p.reference_month >= ({FirstMonthOfMost(series)})" : "")}
                    GROUP BY o.series_id, o.span
                    ORDER BY p."end" DESC, g.ordinal, max(o.value) DESC, g.area, o.series_id
                    LIMIT @Most) first
                CROSS JOIN stored_observation stored ON stored.series_id = first.series_id AND stored.span = first.span AND stored.superseded_in IS NULL)
            """;
        var figures = FigureReader.Read(
            connection,
            $"""
            {FigureReader.Select}
            JOIN indicator i ON i.code = s.indicator
            WHERE o.series_id IN ({series}) AND {isAsked} {isFirst}
            ORDER BY o.period_end DESC, i.ordinal, o.value DESC, s.area
            """,
            new { asOf, year = YearOf(filter.Year), filter.Indicator, allAreas = filter.Areas.Count == 0, filter.Areas, filter.Most });
        return [.. ShownFigure.Of(figures, catalog).Select(shown => shown.Figure).Take(filter.Most ?? int.MaxValue)];
    }

    /// <summary>
    /// For each goal the latest usable figures of its area, indicator and category that end within its period, one period a basis: what has been
    /// reached since January, what there is, or what the very period of the goal brought.
    /// </summary>
    private static ILookup<long, Figure> Results(SqliteConnection connection, IReadOnlyList<Figure> goals, DateTimeOffset? asOf)
    {
        // The last day of the latest result, found from the end: of a year's months mostly one is looked at. Where the periods have no end, null says so.
        var latest = FigureReader.Known(asOf, isKnown => $"""
            SELECT * FROM (
                SELECT p."end"
                FROM period p CROSS JOIN stored_observation o ON o.series_id = s.id AND o.span = p.id
                WHERE p.reference_month BETWEEN goal.first AND goal.last AND p."end" IS NOT NULL AND p.id = p.span AND {isKnown} AND o.value IS NOT NULL AND o.status <> 'U'
                ORDER BY p.reference_month DESC, p."end" DESC
                LIMIT 1)
            """);
        var running = FigureReader.Known(asOf, isKnown => $"""
            SELECT r.goal, o.id
            FROM running r
            CROSS JOIN period p ON p.reference_month BETWEEN r.first AND r.last AND p."end" IS r."end" AND p.id = p.span
            CROSS JOIN stored_observation o ON o.series_id = r.series_id AND o.span = p.id
            WHERE {isKnown} AND o.value IS NOT NULL AND o.status <> 'U'
            """);
        var ofThePeriod = FigureReader.Known(asOf, isKnown => $"""
            SELECT goal.id, o.id
            FROM goal
            CROSS JOIN series s ON s.indicator = goal.indicator AND s.area = goal.area AND s.breakdown = goal.breakdown AND s.basis IN ('flow', 'average')
            CROSS JOIN stored_observation o ON o.series_id = s.id AND o.span = goal.span
            WHERE {isKnown} AND o.value IS NOT NULL AND o.status <> 'U'
            """);
        var found = connection.Query<(long Goal, long Result)>(
            $"""
            WITH goal AS MATERIALIZED (
                SELECT g.id, g.span, s.area, s.indicator, s.breakdown, coalesce(substr(p.start, 1, 7), '') AS first, p.reference_month AS last
                FROM stored_observation g JOIN series s ON s.id = g.series_id JOIN period p ON p.id = g.period_id
                WHERE g.id IN (SELECT value FROM json_each(@goals))),
            running AS MATERIALIZED (
                SELECT goal.id AS goal, goal.first, goal.last, s.id AS series_id, (SELECT max("end") FROM ({latest})) AS "end"
                FROM goal CROSS JOIN series s ON s.indicator = goal.indicator AND s.area = goal.area AND s.breakdown = goal.breakdown AND s.basis IN ('ytd', 'stock'))
            {running}
            UNION ALL
            {ofThePeriod}
            """,
            new { asOf = asOf is { } moment ? Moment.Write(moment) : null, goals = JsonSerializer.Serialize(goals.Select(goal => goal.Id)) }).ToList();

        var figures = FigureReader.Read(
            connection,
            FigureReader.Select + "WHERE o.id IN (SELECT value FROM json_each(@ids))",
            new { ids = JsonSerializer.Serialize(found.Select(pair => pair.Result).Distinct()) }).ToDictionary(figure => figure.Id);
        return found.ToLookup(pair => pair.Goal, pair => figures[pair.Result]);
    }

    private static TargetStanding StandingOf(Figure goal, IEnumerable<Figure> candidates, Catalog catalog)
    {
        var indicator = catalog.Indicator(goal.Observation.Series.Indicator);
        var standings = ShownFigure.Of(candidates, catalog)
            .Select(shown => shown.Figure)
            .OrderByDescending(result => result.Observation.Period.End)
            .ThenBy(result => result.Observation.Series.Basis)
            .Select(result => new TargetStanding(goal, result, TargetProgress.Of(goal.Observation, result.Observation, indicator)))
            .ToList();
        return standings.Find(standing => standing.Progress.Counts)
            ?? standings.FirstOrDefault()
            ?? new(goal, null, TargetProgress.Of(goal.Observation, null, indicator));
    }
}
