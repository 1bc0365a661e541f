using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Bulletins;

/// <summary>How many results end in a month, and of how many areas.</summary>
public sealed record BulletinMonth
{
    public required string Month { get; init; }

    public required long Figures { get; init; }

    public required long Areas { get; init; }
}

/// <summary>Asks for the figures that a bulletin may speak of.</summary>
public sealed class BulletinQuery(DashboardDatabase database)
{
    private readonly Kept<(Period, string, DateTimeOffset?), IReadOnlyList<Figure>> _figures = new(database, most: 2);
    private readonly Kept<string, IReadOnlyList<BulletinMonth>> _months = new(database, most: 1);

    /// <summary>
    /// All figures, one a key and source, whose periods end in the bulletin's or in the year up to it, that are in force or running in it, or that fall
    /// due later.
    /// </summary>
    public IReadOnlyList<Figure> Figures(BulletinOrder order) => _figures.Get((order.Period, string.Join(' ', order.Areas), order.AsOf), () => Ask(order));

    /// <summary>The latest month in which results end; null where there is none.</summary>
    public Period? LatestMonth() => Months() is [var latest, ..] ? Period.OfMonth(YearMonth.Parse(latest.Month)) : null;

    /// <summary>The months in which results end, the latest first.</summary>
    public IReadOnlyList<BulletinMonth> Months() => _months.Get("", AskMonths);

    private IReadOnlyList<Figure> Ask(BulletinOrder order)
    {
        using var connection = database.Open();
        var (first, last) = (YearMonth.Of(order.Period.Start!.Value), YearMonth.Of(order.Period.End!.Value));
        var known = FigureReader.Known(order.AsOf, isKnown => $"""
            SELECT o.id
            FROM series s
            CROSS JOIN period p ON p.id = p.span
              AND (p.reference_month BETWEEN @from AND @to
                   OR s.basis IN ('target', 'limit') AND (p.reference_month >= @from OR p."end" IS NULL)
                   OR p.reference_month > @to AND s.basis IN ('cumulative', 'average', 'flow', 'stock') AND coalesce(p.start, '') <= @end)
            CROSS JOIN stored_observation o ON o.series_id = s.id AND o.span = p.id
            WHERE {isKnown} AND (@allAreas OR s.area IN @Areas)
            """);
        return FigureReader.Read(
            connection,
            $"{FigureReader.Select} WHERE o.id IN ({known}) ORDER BY o.id",
            new
            {
                allAreas = order.Areas.Count == 0,
                order.Areas,
                // The month of a year ago may have to be taken from two year-to-date figures.
                from = first.AddMonths(-13).ToString(),
                to = last.ToString(),
                end = Moment.Day(order.Period.End),
                asOf = order.AsOf is { } moment ? Moment.Write(moment) : null,
            });
    }

    private IReadOnlyList<BulletinMonth> AskMonths()
    {
        using var connection = database.Open();
        return [.. connection.Query<BulletinMonth>("""
            SELECT month, sum(figures - targets - limits) AS figures, count(*) AS areas
            FROM area_month WHERE figures > targets + limits
            GROUP BY month ORDER BY month DESC
            """)];
    }
}
