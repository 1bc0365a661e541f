using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>One selection of one indicator, in every view that its figures allow. The address is the only state.</summary>
public sealed partial class ExplorerPage : ComponentBase, IDisposable
{
    private readonly PendingChoices<ExplorerSelection> _pending = new();
    private ExplorerData? _data;
    private ExplorerChoices _choices = null!;
    private ExplorerCharts _charts = null!;
    private OfferedView _view = null!;
    private OfferedView? _refused;
    private ChartModel? _chart;
    private IReadOnlyList<YearMonth> _months = [];
    private string? _against;
    private string? _unreadMoment;
    private bool _isCut;
    private long? _page;
    private long? _openFigure;
    private (ExplorerSelection Selection, long Version)? _shown;

    [Inject]
    public required ExplorerQuery Query { get; init; }

    [Inject]
    public required ExplorerAnswers Answers { get; init; }

    [Inject]
    public required DashboardDatabase Database { get; init; }

    [Inject]
    public required Catalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>What is chosen: what the controls say, and what the next choice builds on.</summary>
    private ExplorerSelection Selection => _pending.Latest ?? Shown;

    /// <summary>What the figures on the page are of; while an answer is under way, still of the choice before.</summary>
    private ExplorerSelection Shown => _data!.Selection;

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        Show(Navigation.Uri);
    }

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        // The page hears of the address that leads away from it, too.
        var address = Navigation.ToAbsoluteUri(change.Location);
        if (_pending.Arrive(address) && address.AbsolutePath == ExplorerSelection.Path)
            _ = InvokeAsync(() => ShowAgain(change.Location));
    }

    private void ShowAgain(string address)
    {
        Show(address);
        StateHasChanged();
    }

    private void Show(string address)
    {
        if (Catalog.Indicators.Count == 0)
            return;

        var query = QueryHelpers.ParseQuery(Navigation.ToAbsoluteUri(address).Query);
        string? Parameter(string name) => query.TryGetValue(name, out StringValues values) ? values[^1] : null;
        var selection = ExplorerSelection.Read(Catalog, DefaultIndicator(Query.Indicators()), Parameter);
        _unreadMoment = selection.AsOf is null && Parameter("asof") is { Length: > 0 } unread ? unread : null;
        (_page, _openFigure) = (Addresses.Number(Parameter("page")), Addresses.Number(Parameter("figure")));

        // A figure's details open and close over the same view.
        var shown = (selection with { Areas = [] }, Database.Version);
        if (_data is not null && _shown == shown && _data.Selection.Areas.SequenceEqual(selection.Areas))
            return;

        _shown = shown;
        Take(Answers.Of(selection, Catalog));
    }

    private void Take(ExplorerAnswer answer)
    {
        (_data, _choices, _against, _charts) = (answer.Data, answer.Choices, answer.Against, answer.Charts);
        (_view, _refused, _chart, _months, _isCut) = (answer.View, answer.Refused, answer.Chart, answer.Months, answer.IsCut);
    }

    /// <summary>The indicator of which most areas have figures.</summary>
    private string DefaultIndicator(IReadOnlyList<IndicatorLine> indicators) => indicators.MaxBy(line => line.Areas)?.Indicator ?? Catalog.Indicators[0].Code;

    /// <param name="isStep">Whether it is one of many steps, which the back button had better skip.</param>
    private void Go(ExplorerSelection selection, bool isStep = false)
    {
        _pending.Add(selection, Navigation.ToAbsoluteUri(selection.Address));
        Navigation.NavigateTo(selection.Address, replace: isStep);
    }
}
