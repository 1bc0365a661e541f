using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Staging;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Uploads;

public sealed partial class ChangesPanel : ComponentBase
{
    private const int RowsPerPage = 20;

    private ImportPreview? _shown;
    private DifferenceKind _kind;
    private Paging _paging = new(0, RowsPerPage, 1);
    private IReadOnlyList<(Figure? Old, StagedFigure New)> _rows = [];
    private IReadOnlyList<ReachedIndicator> _reach = [];

    [Parameter, EditorRequired]
    public required ImportPreview Preview { get; set; }

    [Inject]
    public required CatalogCache Catalogs { get; init; }

    /// <summary>As it is now: a source may be entered while the page is open.</summary>
    private Catalog Catalog => Catalogs.Current;

    protected override void OnParametersSet()
    {
        if (_shown == Preview)
            return;

        var isFirst = _shown is null;
        _shown = Preview;
        _reach = BatchReach.Of(Preview.Affected(), Catalog);
        // What stands and would be superseded deserves the first look.
        var kind = isFirst || Count(_kind) == 0
            ? ((DifferenceKind[])[DifferenceKind.Changed, .. Enum.GetValues<DifferenceKind>()]).FirstOrDefault(kind => Count(kind) > 0)
            : _kind;
        Show(kind, isFirst ? 1 : _paging.Page);
    }

    private static string Or(string text) => text.Length > 0 ? text : Say("空", "empty");

    private long Count(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => Preview.Counts.Added,
        DifferenceKind.Changed => Preview.Counts.Changed,
        _ => Preview.Counts.Unchanged,
    };

    private void Show(DifferenceKind kind, long page)
    {
        _kind = kind;
        _paging = Paging.Of(Count(kind), RowsPerPage, page);
        var skip = (int)_paging.Skip;
        _rows = kind switch
        {
            DifferenceKind.Added => [.. Preview.Added(skip, RowsPerPage).Select(figure => ((Figure?)null, figure))],
            DifferenceKind.Changed => [.. Preview.Changed(skip, RowsPerPage).Select(change => ((Figure?)change.Old, change.New))],
            _ => [.. Preview.Unchanged(skip, RowsPerPage).Select(figure => ((Figure?)null, figure))],
        };
    }
}
