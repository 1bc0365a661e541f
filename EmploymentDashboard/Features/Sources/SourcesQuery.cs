using Dapper;
using EmploymentDashboard.Database;

namespace EmploymentDashboard.Features.Sources;

/// <summary>How much a source brought.</summary>
public sealed record SourceLine
{
    public required string Source { get; init; }

    public required long Figures { get; init; }

    public required string Areas { get; init; }

    public required string FirstMonth { get; init; }

    public required string LastMonth { get; init; }
}

/// <summary>Asks what each source brought.</summary>
public sealed class SourcesQuery(DashboardDatabase database)
{
    private readonly Kept<string, IReadOnlyDictionary<string, SourceLine>> _lines = new(database, most: 1);

    /// <summary>By code. Counted once for all readers, until the data change.</summary>
    public IReadOnlyDictionary<string, SourceLine> Lines() => _lines.Get("", Count);

    public IReadOnlyList<Figure> Figures(string source)
    {
        using var connection = database.Open();
        return [.. connection.Query<FigureRow>(FigureRow.Select + "WHERE o.source = @source AND o.superseded_in IS NULL ORDER BY o.batch_id, o.line LIMIT 2000", new { source }).Select(row => row.ToFigure())];
    }

    private Dictionary<string, SourceLine> Count()
    {
        using var connection = database.Open();
        return connection.Query<SourceLine>("""
            SELECT o.source, count(*) AS figures, group_concat(DISTINCT s.area) AS areas, min(o.reference_month) AS first_month, max(o.reference_month) AS last_month
            FROM observation o JOIN series s ON s.id = o.series_id
            WHERE o.superseded_in IS NULL
            GROUP BY o.source
            """).ToDictionary(line => line.Source, StringComparer.Ordinal);
    }
}
