using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Figures;

public sealed partial class DetailsPanel : ComponentBase
{
    private FigureDetails? _details;
    private ElementReference _title;
    private long? _shown;
    private long? _focused;

    /// <summary>The figure asked for; null shows nothing.</summary>
    [Parameter, EditorRequired]
    public required long? Id { get; set; }

    /// <summary>What the page has to say before it, such as that the number clicked was computed from this one.</summary>
    [Parameter]
    public RenderFragment? Lead { get; set; }

    [Inject]
    public required FigureQuery Query { get; init; }

    [Inject]
    public required Catalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private string CloseAddress => Navigation.GetUriWithQueryParameter("figure", (long?)null);

    protected override void OnParametersSet()
    {
        if (_shown == Id)
            return;

        _shown = Id;
        _details = Id is { } id ? Query.Find(id, Catalog) : null;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focused == Id)
            return;

        // Not on the first render: a reader who opened the page by its address starts at its top.
        _focused = Id;
        if (Id is not null && !firstRender)
            await _title.FocusAsync();
    }

    private string LinkTo(long id) => Navigation.GetUriWithQueryParameter("figure", id);

    /// <summary>Which change it was, and where an undo or redo left the figure.</summary>
    private static string What(FigureEvent past)
    {
        var (change, figure) = (past.Change, past.Figure);
        var turned = change.Kind switch
        {
            ChangeKind.Commit => Say($"批次 #{change.BatchId}", $"batch #{change.BatchId}"),
            ChangeKind.Undo => Say($"撤销批次 #{change.BatchId}", $"batch #{change.BatchId} undone"),
            ChangeKind.Redo => Say($"恢复批次 #{change.BatchId}", $"batch #{change.BatchId} redone"),
            _ => throw new ArgumentOutOfRangeException(nameof(past)),
        };
        if (figure is null || figure.BatchId == change.BatchId)
            return turned;

        return turned + (past.IsSameFigure
            ? Say($"，数字不变，改记在批次 #{figure.BatchId} 名下", $", the same figure now by batch #{figure.BatchId}")
            : Say($"，回到批次 #{figure.BatchId} 的数字", $", back to the figure of batch #{figure.BatchId}"));
    }
}
