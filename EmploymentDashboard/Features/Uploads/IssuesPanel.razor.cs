using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Import;
using Microsoft.AspNetCore.Components;

namespace EmploymentDashboard.Features.Uploads;

public sealed partial class IssuesPanel : ComponentBase
{
    private const int IssuesPerPage = 10;

    private ImportPreview? _shown;
    private IssueKind? _kind;
    private Paging _paging = new(0, IssuesPerPage, 1);
    private IReadOnlyList<ImportIssue> _issues = [];
    private IReadOnlyDictionary<int, CsvRow> _records = new Dictionary<int, CsvRow>();

    [Parameter, EditorRequired]
    public required ImportPreview Preview { get; set; }

    [Parameter, EditorRequired]
    public required ImportSettings Settings { get; set; }

    [Parameter]
    public EventCallback<ImportSettings> Changed { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Preview)
            return;

        _shown = Preview;
        // The kind that was looked at may be all mended.
        await ShowAsync(Preview.IssueCounts.Any(count => count.Kind == _kind) ? _kind : null, _paging.Page);
    }

    private static int TextWidth(string text) => text.Sum(letter => letter < '\u1100' ? 1 : 2);

    private async Task ShowAsync(IssueKind? kind, long page)
    {
        var preview = Preview;
        var paging = Paging.Of(preview.IssueCounts.Where(count => kind is null || count.Kind == kind).Sum(count => count.Count), IssuesPerPage, page);
        // The rows stand in the file only, and a late one of a large file takes a while: away from the circuit.
        var (issues, records) = await Task.Run(() =>
        {
            var found = preview.Issues(kind, (int)paging.Skip, IssuesPerPage);
            return (found, preview.RecordsAt([.. found.Select(issue => issue.Line).OfType<int>()]));
        });
        if (preview == Preview)
            (_kind, _paging, _issues, _records) = (kind, paging, issues, records);
    }

    private Task MendAsync(int line, int column, ChangeEventArgs change)
    {
        var mend = new Mend(line, column, change.Value?.ToString() ?? "");
        return Changed.InvokeAsync(Settings with { Mends = [.. Settings.Mends.Where(other => (other.Line, other.Column) != (line, column)), mend] });
    }
}
