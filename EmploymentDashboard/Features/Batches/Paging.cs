namespace EmploymentDashboard.Features.Batches;

/// <summary>One page of a long list.</summary>
/// <param name="Page">Counted from 1, and always one that there is; 1 where the list is empty.</param>
public sealed record Paging(long Rows, int RowsPerPage, long Page)
{
    public long Pages => (Rows + RowsPerPage - 1) / RowsPerPage;

    public long Skip => (Page - 1) * RowsPerPage;

    /// <summary>The page asked for, or the nearest that there is.</summary>
    public static Paging Of(long rows, int rowsPerPage, long? asked)
    {
        var all = new Paging(rows, rowsPerPage, 1);
        return all with { Page = Math.Clamp(asked ?? 1, 1, Math.Max(all.Pages, 1)) };
    }
}
