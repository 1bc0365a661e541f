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
    private const int MostFigures = 2000;

    private const string OfBatch = FigureReader.Select + """
        WHERE o.id IN (
            SELECT stored.id FROM stored_observation stored
            WHERE stored.batch_id = @batch AND stored.source_id = (SELECT id FROM source_number WHERE code = @source) AND stored.superseded_in IS NULL
            ORDER BY stored.line, stored.id LIMIT @most)
        ORDER BY o.line, o.id
        """;

    private readonly Kept<string, IReadOnlyDictionary<string, SourceLine>> _lines = new(database, most: 1);

    /// <summary>By code. Counted once for all readers, until the data change.</summary>
    public IReadOnlyDictionary<string, SourceLine> Lines() => _lines.Get("", Count);

    /// <summary>The first figures of a source that stand, by batch and line.</summary>
    public IReadOnlyList<Figure> Figures(string source)
    {
        using var connection = database.Open();
        var figures = new List<Figure>();
        // Batch by batch, so that no more is put in order than is shown.
        foreach (var batch in connection.Query<long>("SELECT b.batch_id FROM batch_source b JOIN source_number n ON n.id = b.source_id WHERE n.code = @source ORDER BY b.batch_id", new { source }).TakeWhile(_ => figures.Count < MostFigures))
            figures.AddRange(FigureReader.Read(connection, OfBatch, new { source, batch, most = MostFigures - figures.Count }));
        return figures;
    }

    private Dictionary<string, SourceLine> Count()
    {
        using var connection = database.Open();
        return connection.Query<SourceLine>("""
            SELECT n.code AS source, a.figures, a.areas, m.first_month, m.last_month
            FROM source_number n
            JOIN (
                SELECT source_id, sum(figures) AS figures, group_concat(area) AS areas
                FROM (SELECT t.source_id, t.area, t.figures FROM source_area t JOIN area ON area.code = t.area ORDER BY t.source_id, area.ordinal)
                GROUP BY source_id) a ON a.source_id = n.id
            JOIN (SELECT source_id, min(month) AS first_month, max(month) AS last_month FROM source_month GROUP BY source_id) m ON m.source_id = n.id
            """).ToDictionary(line => line.Source, StringComparer.Ordinal);
    }
}
