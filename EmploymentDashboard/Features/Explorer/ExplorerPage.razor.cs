using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Explorer.Taking;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>One selection of one indicator, in every view that its figures allow. The address is the only state.</summary>
public sealed partial class ExplorerPage : ComponentBase, IDisposable
{
    private ExplorerScreen? _screen;
    private string? _unreadMoment;
    private DateTimeOffset _shownAt;
    private long? _page;
    private long? _openFigure;
    private (ExplorerSelection Selection, long Version)? _shown;

    [Inject]
    public required ExplorerScreens Screens { get; init; }

    [Inject]
    public required TakenViews TakenViews { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required DashboardDatabase Database { get; init; }

    [Inject]
    public required Catalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private ExplorerSelection Selection => _shown!.Value.Selection;

    /// <summary>
    /// Held only while the page is drawn, and asked for by the parts of the page rather than given to them: Blazor keeps what it gave, now and the time
    /// before, for each of the hundreds who may have the page open.
    /// </summary>
    private ExplorerScreen Screen => _screen ??= Screens.Show(Catalog, Selection);

    private ExplorerScreen AskScreen() => Screen;

    private TakenView AskTaken() => TakenViews.Of(Screen, Navigation.BaseUri.TrimEnd('/'), _shownAt);

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        Show(Navigation.Uri);
    }

    protected override void OnAfterRender(bool firstRender) => _screen = null;

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        // The page hears of the address that leads away from it, too.
        var address = Navigation.ToAbsoluteUri(change.Location);
        if (address.AbsolutePath == ExplorerSelection.Path)
            _ = InvokeAsync(() => ShowAgain(change.Location));
    }

    private void ShowAgain(string address)
    {
        Show(address);
        StateHasChanged();
    }

    private void Show(string address)
    {
        var query = QueryHelpers.ParseQuery(Navigation.ToAbsoluteUri(address).Query);
        if (Screens.Read(Catalog, query) is not { } selection)
            return;

        string? Parameter(string name) => query.TryGetValue(name, out var values) ? values[^1] : null;
        _unreadMoment = selection.AsOf is null && Parameter("asof") is { Length: > 0 } unread ? unread : null;
        (_page, _openFigure) = (Addresses.Number(Parameter("page")), Addresses.Number(Parameter("figure")));

        // A figure's details open and close over the same view.
        var version = Database.Version;
        if (_shown is { } shown && shown.Version == version && shown.Selection.Address == selection.Address)
            return;

        _shown = (selection, version);
        _shownAt = Clock.GetUtcNow();
        _screen = null;
    }
}
