using Dapper;
using EmploymentDashboard.Database;

namespace EmploymentDashboard.Features.Batches;

/// <summary>A batch as listed.</summary>
public sealed record BatchSummary
{
    public required long Id { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    public required string Encoding { get; init; }

    public required string Layout { get; init; }

    public required string ImportedBy { get; init; }

    public required string ImportedAt { get; init; }

    public required long RowsRead { get; init; }

    public required long Added { get; init; }

    public required long Changed { get; init; }

    public required long Unchanged { get; init; }

    public required long Rejected { get; init; }

    public required string State { get; init; }
}

/// <summary>Something that was found in a batch's file.</summary>
public sealed record BatchIssueRow
{
    public required string Code { get; init; }

    public required string Level { get; init; }

    public required long? Line { get; init; }

    public required string ColumnName { get; init; }

    public required string Raw { get; init; }

    public required string ExpectedZh { get; init; }

    public required string ExpectedEn { get; init; }

    public required string RemedyZh { get; init; }

    public required string RemedyEn { get; init; }
}

/// <summary>Asks for batches and what was found in their files.</summary>
public sealed class BatchQuery(DashboardDatabase database)
{
    private const string Select = """
        SELECT b.id, b.file_name, b.sha256, b.encoding, b.layout, b.imported_by, b.imported_at, b.rows_read, b.added, b.changed, b.unchanged, b.rejected, b.state
        FROM batch b

        """;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<BatchSummary> All()
    {
        using var connection = database.Open();
        return [.. connection.Query<BatchSummary>(Select + "ORDER BY b.id DESC")];
    }

    /// <summary>The batches that brought figures of a source.</summary>
    public IReadOnlyList<BatchSummary> OfSource(string source)
    {
        using var connection = database.Open();
        return [.. connection.Query<BatchSummary>(Select + "WHERE b.id IN (SELECT DISTINCT batch_id FROM observation WHERE source = @source) ORDER BY b.id", new { source })];
    }

    public IReadOnlyList<BatchIssueRow> Issues(long batch)
    {
        using var connection = database.Open();
        return [.. connection.Query<BatchIssueRow>("""
            SELECT code, level, line, column_name, raw, expected_zh, expected_en, remedy_zh, remedy_en
            FROM batch_issue WHERE batch_id = @batch ORDER BY ordinal
            """, new { batch })];
    }
}
