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

/// <summary>A batch as listed.</summary>
public sealed record BatchRow
{
    public required long Id { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    public required string Encoding { get; init; }

    public required string ImportedBy { get; init; }

    public required string ImportedAt { get; init; }

    public required long RowsRead { get; init; }

    public required long Added { get; init; }

    public required long Changed { get; init; }

    public required long Unchanged { get; init; }

    public required long Rejected { get; init; }

    public required string State { get; init; }
}

/// <summary>Asks which sources and batches there are, and what each brought.</summary>
public sealed class SourcesQuery(DashboardDatabase database)
{
    private const string BatchColumns = """
        SELECT b.id, b.file_name, b.sha256, b.encoding, b.imported_by, b.imported_at, b.rows_read, b.added, b.changed, b.unchanged, b.rejected, b.state
        FROM batch b

        """;

    public IReadOnlyDictionary<string, SourceLine> Lines()
    {
        using var connection = database.Open();
        return connection.Query<SourceLine>("""
            SELECT o.source, count(*) AS figures, group_concat(DISTINCT s.area) AS areas, min(o.reference_month) AS first_month, max(o.reference_month) AS last_month
            FROM observation o JOIN series s ON s.id = o.series_id
            WHERE o.superseded_at IS NULL
            GROUP BY o.source
            """).ToDictionary(line => line.Source, StringComparer.Ordinal);
    }

    public IReadOnlyList<Figure> Figures(string source)
    {
        using var connection = database.Open();
        return [.. connection.Query<FigureRow>(FigureRow.Select + "WHERE o.source = @source AND o.superseded_at IS NULL ORDER BY o.batch_id, o.line LIMIT 2000", new { source }).Select(row => row.ToFigure())];
    }

    /// <summary>The batches that brought current figures of a source.</summary>
    public IReadOnlyList<BatchRow> BatchesOf(string source)
    {
        using var connection = database.Open();
        return [.. connection.Query<BatchRow>(BatchColumns + "WHERE b.id IN (SELECT DISTINCT batch_id FROM observation WHERE source = @source) ORDER BY b.id", new { source })];
    }

    public IReadOnlyList<BatchRow> Batches()
    {
        using var connection = database.Open();
        return [.. connection.Query<BatchRow>(BatchColumns + "ORDER BY b.id DESC LIMIT 200")];
    }
}
