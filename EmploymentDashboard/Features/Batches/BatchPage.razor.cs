using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Batches;

public sealed partial class BatchPage : ComponentBase
{
    private BatchDetails? _details;
    private BatchView _view = new(0);
    private BatchView? _shown;
    private DifferenceKind _show;
    private IReadOnlyDictionary<DifferenceKind, long> _counts = new Dictionary<DifferenceKind, long>();
    private IReadOnlyList<FigureChange> _changes = [];
    private IReadOnlyList<ReachedIndicator> _reach = [];
    private IReadOnlyList<ImportIssue> _issues = [];
    private IReadOnlyList<SettingLine> _settings = [];
    private Paging _paging = new(0, BatchQuery.RowsPerPage, 1);
    private Paging _issuePaging = new(0, BatchQuery.RowsPerPage, 1);

    private ChangeKind? _turning;
    private string? _message;
    private bool _isRefusal;
    private ElementReference _messagePlace;
    private ElementReference _turnButton;
    private Func<ElementReference>? _focusNext;

    [Parameter]
    public required long Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [SupplyParameterFromQuery]
    public string? Issue { get; set; }

    [SupplyParameterFromQuery]
    public string? Issues { get; set; }

    [SupplyParameterFromQuery]
    public string? Figure { get; set; }

    [Inject]
    public required BatchQuery Query { get; init; }

    [Inject]
    public required BatchDifference Difference { get; init; }

    [Inject]
    public required BatchReach Reach { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [Inject]
    public required Catalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private long? OpenFigure => Addresses.Number(Figure);

    protected override void OnParametersSet()
    {
        _view = BatchView.Read(Id, Show, Page, Issue, Issues);
        if (_shown == _view)
            return;

        if (_shown?.Batch != Id)
        {
            (_turning, _message) = (null, null);
            LoadBatch();
            if (_details is null)
                return;
        }

        _shown = _view;
        LoadLists(_details!);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusNext is not { } place)
            return;

        _focusNext = null;
        await place().FocusAsync();
    }

    private void LoadBatch()
    {
        _details = Query.Find(Id);
        if (_details is not { } details)
        {
            Navigation.NotFound();
            return;
        }

        _counts = Difference.Counts(details.Batch);
        _reach = Reach.Of(Id, Catalog);
        _settings = SettingWords.Of(details.Batch.Settings, Catalog);
    }

    private void LoadLists(BatchDetails details)
    {
        _show = _view.Show ?? Enum.GetValues<DifferenceKind>().FirstOrDefault(kind => _counts[kind] > 0);
        _paging = Paging.Of(_counts[_show], BatchQuery.RowsPerPage, _view.Page);
        _changes = Difference.Figures(Id, _show, _paging);
        _issuePaging = Paging.Of(details.Issues.Where(count => _view.Issue is null || count.Kind == _view.Issue).Sum(count => count.Count), BatchQuery.RowsPerPage, _view.IssuePage);
        _issues = Query.Issues(Id, _view.Issue, _issuePaging);
    }

    private async Task OpenReversalAsync()
    {
        if (await CurrentUser.AsAsync(Role.Analyst, user => BatchRule.Allows(user, _details!.Batch)) is null)
            Announce(Say("您现在没有这个权限。请重新登录，或找管理员。", "You may not do this now. Sign in again, or ask an administrator."), isRefusal: true);
        else
            (_turning, _message) = (_details!.Batch.State == BatchState.Committed ? ChangeKind.Undo : ChangeKind.Redo, null);
    }

    private void CloseReversal()
    {
        _turning = null;
        _focusNext = () => _turnButton;
    }

    private void ShowTurned(Turned turned)
    {
        _turning = null;
        LoadBatch();
        var isUndo = turned.Kind == ChangeKind.Undo;
        Announce(
            (turned.ByThisPanel, isUndo) switch
            {
                (true, true) => Say("批次已撤销，各页面随即更新。", "The batch was undone; all pages show it at once."),
                (true, false) => Say("批次已恢复，各页面随即更新。", "The batch was redone; all pages show it at once."),
                (false, true) => Say("刚才已有人撤销了这个批次。您没有改动什么。", "Someone has just undone this batch. You changed nothing."),
                (false, false) => Say("刚才已有人恢复了这个批次。您没有改动什么。", "Someone has just redone this batch. You changed nothing."),
            },
            isRefusal: !turned.ByThisPanel);
    }

    private void Announce(string message, bool isRefusal)
    {
        (_message, _isRefusal) = (message, isRefusal);
        _focusNext = () => _messagePlace;
    }
}
