using EmploymentDashboard.Database;
using EmploymentDashboard.Import;

namespace EmploymentDashboard.Features.Batches;

/// <summary>Some batches of the list.</summary>
public sealed record BatchList(IReadOnlyList<Batch> Batches, Paging Paging);

/// <summary>What the page of a batch says above its tables.</summary>
/// <param name="Changes">What happened to it, first to last.</param>
/// <param name="Issues">How many things of each kind were found, the most frequent first.</param>
public sealed record BatchDetails(Batch Batch, IReadOnlyList<Change> Changes, IReadOnlyList<IssueCount> Issues);

/// <summary>Asks for batches and what was found in their files.</summary>
public sealed class BatchQuery(DashboardDatabase database)
{
    public const int RowsPerPage = 50;

    /// <summary>Batches whose file name holds the text, latest first.</summary>
    public BatchList Named(string text, long? page)
    {
        using var connection = database.Open();
        var paging = Paging.Of(BatchStore.CountNamed(connection, text), RowsPerPage, page);
        return new(BatchStore.Named(connection, text, paging.Skip, RowsPerPage), paging);
    }

    /// <summary>The batches that brought figures of a source, first to last.</summary>
    public IReadOnlyList<Batch> OfSource(string source)
    {
        using var connection = database.Open();
        return BatchStore.OfSource(connection, source);
    }

    /// <summary>null where there is no such batch.</summary>
    public BatchDetails? Find(long id)
    {
        using var connection = database.Open();
        return BatchStore.Find(connection, id) is { } batch ? new(batch, Change.Of(connection, id), BatchStore.IssueCounts(connection, id)) : null;
    }

    /// <param name="kind">Only issues of this kind; null for all.</param>
    public IReadOnlyList<ImportIssue> Issues(long id, IssueKind? kind, Paging paging)
    {
        using var connection = database.Open();
        return BatchStore.Issues(connection, id, kind, (int)paging.Skip, paging.RowsPerPage);
    }
}
