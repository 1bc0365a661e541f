using System.Text.Json;
using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;
using Change = EmploymentDashboard.Import.Change;

namespace EmploymentDashboard.Features.News;

/// <summary>What became of a key.</summary>
public enum NewsKind
{
    /// <summary>Nothing stood for it, and something does now.</summary>
    Added,

    /// <summary>Something else stands for it now.</summary>
    Changed,

    /// <summary>Something stood for it, and nothing does now: its batch was undone.</summary>
    Removed,
}

public static class NewsKinds
{
    public static readonly CodeList<NewsKind> Codes = new(("added", NewsKind.Added), ("changed", NewsKind.Changed), ("removed", NewsKind.Removed));

    public static Bilingual Name(this NewsKind kind) => kind switch
    {
        NewsKind.Added => new("新增", "Added"),
        NewsKind.Changed => new("更正", "Changed"),
        NewsKind.Removed => new("撤下", "Removed"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>How many figures of one indicator in one area were added, changed or removed.</summary>
public sealed record NewsCount
{
    public required string Area { get; init; }

    public required string Indicator { get; init; }

    public required NewsKind Kind { get; init; }

    public required long Figures { get; init; }
}

/// <summary>Which changes are asked for.</summary>
/// <param name="Areas">Codes; empty for all.</param>
/// <param name="Indicators">Codes; empty for all.</param>
/// <param name="Kind">null for all.</param>
public sealed record NewsFilter(IReadOnlyList<string> Areas, IReadOnlyList<string> Indicators, NewsKind? Kind = null)
{
    public static NewsFilter All { get; } = new([], []);

    public bool Takes(NewsCount count) =>
        (Areas.Count == 0 || Areas.Contains(count.Area)) && (Indicators.Count == 0 || Indicators.Contains(count.Indicator)) && (Kind is null || count.Kind == Kind);
}

/// <summary>
/// Asks how what stands now differs from what stood at a moment: of each key of a source the figure then and the figure now. What came and went in
/// between, and what is only credited to another file, is no difference.
/// </summary>
public sealed class ChangesSince(DashboardDatabase database)
{
    private readonly Kept<(DateTimeOffset, string, string), IReadOnlyList<NewsCount>> _counts = new(database, most: 16);
    private readonly Kept<(DateTimeOffset, string, string, NewsKind?, Paging), IReadOnlyList<FigureChange>> _figures = new(database, most: 16);

    /// <summary>How many figures of each area, indicator and kind; <see cref="NewsFilter.Kind"/> is left aside.</summary>
    public IReadOnlyList<NewsCount> Counts(DateTimeOffset since, NewsFilter filter) =>
        _counts.Get((since, Key(filter.Areas), Key(filter.Indicators)), () => AskCounts(since, filter));

    /// <summary>The changes by indicator, area and period, in the order of the catalogue.</summary>
    public IReadOnlyList<FigureChange> Figures(DateTimeOffset since, NewsFilter filter, Paging paging) =>
        _figures.Get((since, Key(filter.Areas), Key(filter.Indicators), filter.Kind, paging), () => AskFigures(since, filter, paging));

    private IReadOnlyList<NewsCount> AskCounts(DateTimeOffset since, NewsFilter filter)
    {
        const string asked = "SELECT id FROM series WHERE (@allAreas OR area IN @Areas) AND (@allIndicators OR indicator IN @Indicators)";
        using var connection = database.Open();
        var parameters = Parameters(connection, since);
        parameters.AddDynamicParams(new { filter.Areas, filter.Indicators, allAreas = filter.Areas.Count == 0, allIndicators = filter.Indicators.Count == 0 });
        return [.. connection.Query<NewsCount>(News(filter is { Areas.Count: 0, Indicators.Count: 0 } ? null : asked) + """
            SELECT s.area, s.indicator, n.kind, sum(n.figures) AS figures
            FROM (SELECT series_id, kind, count(*) AS figures FROM news GROUP BY series_id, kind) n JOIN series s ON s.id = n.series_id
            GROUP BY s.area, s.indicator, n.kind
            """, parameters)];
    }

    private IReadOnlyList<FigureChange> AskFigures(DateTimeOffset since, NewsFilter filter, Paging paging)
    {
        using var connection = database.Open();
        var (page, skip) = PageOf(InOrder(connection, Counts(since, NewsFilter.All).Where(filter.Takes)), paging);
        var parameters = Parameters(connection, since);
        parameters.AddDynamicParams(new { kind = (long?)filter.Kind, page = JsonSerializer.Serialize(page), paging.RowsPerPage, skip });
        const string series = """
            SELECT s.id FROM json_each(@page) pair CROSS JOIN series s ON s.area = pair.value ->> 'Area' AND s.indicator = pair.value ->> 'Indicator'
            """;
        var pairs = connection.Query<(long? Before, long? After)>(News(series) + """
            SELECT n.before, n.after FROM news n JOIN series s ON s.id = n.series_id
            JOIN indicator i ON i.code = s.indicator JOIN area r ON r.code = s.area JOIN period p ON p.id = n.period_id
            WHERE (@kind IS NULL OR n.kind = @kind)
            ORDER BY i.ordinal, r.ordinal, p.reference_month DESC, coalesce(n.after, n.before)
            LIMIT @RowsPerPage OFFSET @skip
            """, parameters).ToList();
        var ids = pairs.SelectMany(pair => new[] { pair.Before, pair.After }).OfType<long>();
        var figures = FigureReader.Read(connection, FigureReader.Select + "WHERE o.id IN @ids", new { ids }).ToDictionary(figure => figure.Id);
        return [.. pairs.Select(pair => new FigureChange(Find(pair.Before), Find(pair.After)))];

        Figure? Find(long? id) => id is { } known ? figures[known] : null;
    }

    private static IEnumerable<NewsCount> InOrder(SqliteConnection connection, IEnumerable<NewsCount> counts)
    {
        var (indicators, areas) = (OrdinalsOf("indicator"), OrdinalsOf("area"));
        return counts.OrderBy(count => indicators[count.Indicator]).ThenBy(count => areas[count.Area]);

        Dictionary<string, long> OrdinalsOf(string table) => connection.Query<(string Code, long Ordinal)>($"SELECT code, ordinal FROM {table}").ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The areas and indicators whose changes a page shows, so that no others have to be looked for, and how many of their changes come before it.</summary>
    private static (IReadOnlyList<AreaIndicator> Page, long Skip) PageOf(IEnumerable<NewsCount> counts, Paging paging)
    {
        var page = new List<AreaIndicator>();
        var (before, skip) = (0L, 0L);
        foreach (var pair in counts.GroupBy(count => new AreaIndicator(count.Area, count.Indicator)))
        {
            var figures = pair.Sum(count => count.Figures);
            if (before + figures > paging.Skip && before < paging.Skip + paging.RowsPerPage)
            {
                if (page.Count == 0)
                    skip = paging.Skip - before;
                page.Add(pair.Key);
            }

            before += figures;
        }

        return (page, skip);
    }

    /// <summary>What was taken in, undone or redone since, the latest first.</summary>
    public IReadOnlyList<Change> Changes(DateTimeOffset since)
    {
        using var connection = database.Open();
        var ids = connection.Query<long>("SELECT id FROM change WHERE made_at > @since ORDER BY id DESC", new { since = Moment.Write(since) }).ToList();
        var changes = Change.Find(connection, ids);
        return [.. ids.Select(id => changes[id])];
    }

    /// <summary>The moment just before the last batch was taken in; null where there is none.</summary>
    public DateTimeOffset? BeforeLastBatch()
    {
        using var connection = database.Open();
        return connection.QuerySingle<string?>("SELECT max(made_at) FROM change WHERE kind = 'commit'") is { } moment ? Moment.Parse(moment).AddMilliseconds(-1) : null;
    }

    /// <summary>
    /// Only what a batch said can come or go by taking it in, undoing or redoing it. So the row that stood at the moment or the one that stands now is of
    /// a batch to which that happened since: from either of the two the other one is looked up.
    /// </summary>
    /// <param name="series">Numbers of the series asked for, as SQL; null for all.</param>
    private static string News(string? series = null) => $"""
        WITH since AS MATERIALIZED (SELECT DISTINCT batch_id FROM change WHERE id > @last),
        news AS (
            SELECT b.id AS before, a.id AS after, a.series_id, a.period_id, CASE WHEN b.id IS NULL THEN 0 ELSE 1 END AS kind
            FROM since
            CROSS JOIN stored_observation a ON a.batch_id = since.batch_id AND a.recorded_in > @last AND a.superseded_in IS NULL
            LEFT JOIN stored_observation b ON b.series_id = a.series_id AND b.span = a.span AND b.source_id = a.source_id AND b.superseded_in > @last AND b.recorded_in <= @last
            WHERE {Among("a", series)} NOT (a.period_id IS b.period_id AND a.value IS b.value AND a.bound IS b.bound AND a.status IS b.status
                       AND a.as_printed IS b.as_printed AND a.locator IS b.locator AND a.note IS b.note)
            UNION ALL
            SELECT b.id, a.id, b.series_id, coalesce(a.period_id, b.period_id), CASE WHEN a.id IS NULL THEN 2 ELSE 1 END
            FROM since
            CROSS JOIN stored_observation b ON b.batch_id = since.batch_id AND b.recorded_in <= @last AND b.superseded_in > @last
            LEFT JOIN stored_observation a ON a.series_id = b.series_id AND a.span = b.span AND a.source_id = b.source_id AND a.superseded_in IS NULL
            -- The others were found from what stands now.
            WHERE {Among("b", series)} (a.id IS NULL OR a.recorded_in <= @last OR a.batch_id NOT IN (SELECT batch_id FROM since))
              AND NOT (a.period_id IS b.period_id AND a.value IS b.value AND a.bound IS b.bound AND a.status IS b.status
                       AND a.as_printed IS b.as_printed AND a.locator IS b.locator AND a.note IS b.note))

        """;

    private static string Among(string row, string? series) => series is null ? "" : $"{row}.series_id IN ({series}) AND";

    private static string Key(IReadOnlyList<string> codes) => string.Join(' ', codes);

    private static DynamicParameters Parameters(SqliteConnection connection, DateTimeOffset since) =>
        new(new { last = connection.QuerySingle<long>("SELECT coalesce(max(id), 0) FROM change WHERE made_at <= @since", new { since = Moment.Write(since) }) });

    private sealed record AreaIndicator(string Area, string Indicator);
}
