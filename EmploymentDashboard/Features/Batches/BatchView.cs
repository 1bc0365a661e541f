using EmploymentDashboard.Import;
using EmploymentDashboard.Shell;

namespace EmploymentDashboard.Features.Batches;

/// <summary>What the page of a batch shows. The address holds all of it.</summary>
/// <param name="Show">The figures listed; null for the kind that there is.</param>
/// <param name="Page">Page of the figures.</param>
/// <param name="Issue">The only kind of issue listed; null for all.</param>
/// <param name="IssuePage">Page of the issues.</param>
public sealed record BatchView(long Batch, DifferenceKind? Show = null, long Page = 1, IssueKind? Issue = null, long IssuePage = 1)
{
    public string Address
    {
        get
        {
            var parts = new List<string>();
            if (Show is { } show)
                parts.Add($"show={DifferenceKinds.Codes.Write(show)}");
            if (Page > 1)
                parts.Add($"page={Page}");
            if (Issue is not null)
                parts.Add($"issue={Issue.Code}");
            if (IssuePage > 1)
                parts.Add($"issues={IssuePage}");
            return Addresses.Batch(Batch) + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
        }
    }

    /// <summary>The address at the table of figures: whoever turns a page goes on at its top.</summary>
    public string FiguresAddress => Address + "#figures";

    public string IssuesAddress => Address + "#issues";

    /// <summary>Reads what an address says. What it says wrongly is left out, so that an old or mistyped link still opens.</summary>
    public static BatchView Read(long batch, string? show, string? page, string? issue, string? issuePage) => new(
        batch,
        DifferenceKinds.Codes.TryParse(show, out var kind) ? kind : null,
        Addresses.Number(page) ?? 1,
        IssueKind.All.FirstOrDefault(known => known.Code == issue),
        Addresses.Number(issuePage) ?? 1);
}
