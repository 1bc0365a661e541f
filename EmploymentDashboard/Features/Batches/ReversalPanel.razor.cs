using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.History;
using Microsoft.AspNetCore.Components;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Batches;

public sealed partial class ReversalPanel : ComponentBase
{
    private const int RowsPerPage = 20;

    private ReversalPreview? _preview;
    private IReadOnlyList<FigureChange> _changes = [];
    private Paging _paging = new(0, RowsPerPage, 1);
    private ElementReference _title;
    private string? _problem;
    private bool _isBusy;

    [Parameter, EditorRequired]
    public required Batch Batch { get; set; }

    /// <summary>Undo or redo, whichever the batch's state allows.</summary>
    [Parameter, EditorRequired]
    public required ChangeKind Kind { get; set; }

    /// <summary>Address of the page, without the details panel's figure.</summary>
    [Parameter, EditorRequired]
    public required string Here { get; set; }

    [Parameter]
    public long? Selected { get; set; }

    /// <summary>Nothing was done.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    /// <summary>It was done: by this panel, or by someone else while it was open.</summary>
    [Parameter]
    public EventCallback<Turned> Turned { get; set; }

    [Inject]
    public required BatchHistory History { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    private bool IsUndo => Kind == ChangeKind.Undo;

    protected override async Task OnInitializedAsync()
    {
        if (await CurrentUser.AsAsync(Role.Analyst, user => BatchRule.Allows(user, Batch)) is null)
            _problem = Refusal();
        else
            await PreviewAsync(page: 1);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _title.FocusAsync();
    }

    private static string Refusal() => Say("您现在没有这个权限，什么也没有改。请重新登录，或找管理员。", "You may not do this now, and nothing was changed. Sign in again, or ask an administrator.");

    private static long Affected(ReversalPreview preview) => preview.Removed + preview.Restored + preview.Replaced;

    private static IEnumerable<(long Count, string Words)> Counts(ReversalPreview preview) =>
    [
        (preview.Removed, Say("个数字撤下，此后没有来源提及", "figures go, and no source speaks of them then")),
        (preview.Restored, Say("个数字重新出现", "figures appear again")),
        (preview.Replaced, Say("个数字换成别的批次所说的", "figures become what another batch says")),
        (preview.Credited, Say("个数字不变，只是改记在别的文件名下", "figures stay, credited to another file")),
    ];

    private Task PreviewAsync(long page) => WorkAsync(async () =>
    {
        // A large batch takes seconds: away from the circuit, so that the page goes on answering.
        var preview = await Task.Run(() => History.Preview(Batch.Id));
        if (preview?.Kind == Kind)
            (_preview, _paging, _changes) = await ListAsync(preview, page);
        else
            await Turned.InvokeAsync(new(Kind, ByThisPanel: false));
    });

    private Task TurnPageAsync(long page) => WorkAsync(async () => (_preview, _paging, _changes) = await ListAsync(_preview!, page));

    private Task<(ReversalPreview Preview, Paging Paging, IReadOnlyList<FigureChange> Changes)> ListAsync(ReversalPreview preview, long page) => Task.Run(() =>
    {
        var paging = Paging.Of(Affected(preview), RowsPerPage, page);
        var reversals = paging.Rows == 0 ? [] : History.Reversals(preview, (int)paging.Skip, RowsPerPage);
        return (preview, paging, (IReadOnlyList<FigureChange>)[.. reversals.Select(reversal => new FigureChange(reversal.Now, reversal.Then))]);
    });

    private async Task ConfirmAsync()
    {
        if (_isBusy || _preview is not { } preview)
            return;

        _problem = null;
        // The page may have been open since before its user was disabled, and a button that is not shown is no protection.
        if (await CurrentUser.AsAsync(Role.Analyst, user => BatchRule.Allows(user, Batch)) is not { } analyst)
        {
            _problem = Refusal();
            return;
        }

        var outcome = ReversalOutcome.PreviewIsStale;
        await WorkAsync(async () => outcome = await Task.Run(() => History.TurnAsync(preview, analyst.Name)));
        if (outcome == ReversalOutcome.Done)
        {
            await Turned.InvokeAsync(new(Kind, ByThisPanel: true));
            return;
        }

        _problem = Say("刚才又有数据变了，所以没有动手。下面是重新算的，请再看一遍。", "The data changed meanwhile, so nothing was done. What is shown below was worked out anew; please look again.");
        await PreviewAsync(page: 1);
    }

    private async Task WorkAsync(Func<Task> work)
    {
        _isBusy = true;
        try
        {
            await work();
        }
        finally
        {
            _isBusy = false;
        }
    }
}

/// <summary>A batch was undone or redone.</summary>
/// <param name="ByThisPanel">false where someone else did it meanwhile.</param>
public sealed record Turned(ChangeKind Kind, bool ByThisPanel);
