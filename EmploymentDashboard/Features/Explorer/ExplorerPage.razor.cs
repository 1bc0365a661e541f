using EmploymentDashboard.Database;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer;

public sealed partial class ExplorerPage : ComponentBase
{
    private const int RowsPerPage = 200;

    private ExplorerSelection _selection = null!;
    private string? _shownAddress;
    private Indicator? _indicator;
    private IReadOnlyList<IndicatorLine> _indicators = [];
    private IReadOnlyList<Figure> _figures = [];
    private IReadOnlyList<Figure> _doubtful = [];
    private IReadOnlyList<Figure> _tablePage = [];
    private IReadOnlyList<OfferedView> _offered = [];
    private OfferedView _view = null!;
    private OfferedView? _refused;
    private IReadOnlyList<Area> _areasWithFigures = [];
    private IReadOnlyList<YearMonth> _months = [];
    private IReadOnlyList<YearMonth> _rankable = [];
    private IReadOnlyList<Breakdown> _breakdowns = [];
    private IReadOnlyList<Basis> _bases = [];
    private int _page;
    private int _pages;

    [SupplyParameterFromQuery]
    public string? Indicator { get; set; }

    [SupplyParameterFromQuery]
    public string? Areas { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [SupplyParameterFromQuery]
    public string? Breakdown { get; set; }

    [SupplyParameterFromQuery]
    public string? Basis { get; set; }

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public string? Month { get; set; }

    [SupplyParameterFromQuery(Name = "asof")]
    public string? AsOf { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [SupplyParameterFromQuery]
    public string? Figure { get; set; }

    [Inject]
    public required ExplorerQuery Query { get; init; }

    [Inject]
    public required Catalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private long? OpenFigure => Addresses.Number(Figure);

    protected override void OnParametersSet()
    {
        if (Catalog.Indicators.Count == 0)
            return;
        if (_indicators.Count == 0)
            _indicators = Query.Indicators();

        var parameters = new ExplorerParameters(Indicator, Areas, From, To, Breakdown, Basis, View, Month, AsOf);
        _selection = ExplorerSelection.Read(Catalog, DefaultIndicator(), parameters);
        var address = $"{_selection.Address}&page={Page}";
        if (address == _shownAddress)
            return;

        _shownAddress = address;
        Load();
    }

    private static string NameOf(ExplorerView view) => view switch
    {
        ExplorerView.Monthly => Say("月度", "By month"),
        ExplorerView.Timeline => Say("期间", "Periods"),
        ExplorerView.Ranking => Say("排名", "Ranking"),
        ExplorerView.Parts => Say("构成", "Parts"),
        ExplorerView.Table => Say("表", "Table"),
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
    };

    private static string Text(ChangeEventArgs change) => (string?)change.Value ?? "";

    private static string? TextOrNull(ChangeEventArgs change) => Text(change) is { Length: > 0 } text ? text : null;

    private static YearMonth? MonthOf(ChangeEventArgs change) => YearMonth.TryParse(Text(change), out var month) ? month : null;

    private static Basis? BasisOf(ChangeEventArgs change) => Codes.Basis.TryParse(Text(change), out var basis) ? basis : null;

    /// <summary>The indicator of which most areas have figures.</summary>
    private string DefaultIndicator() => _indicators.MaxBy(line => line.Areas)?.Indicator ?? Catalog.Indicators[0].Code;

    private void Load()
    {
        _indicator = Catalog.Indicator(_selection.Indicator);
        _figures = Query.Figures(_selection);
        // What can be chosen comes from all figures of the indicator, else a choice once made could not be widened.
        var all = _selection.IsNarrowed ? Query.Figures(_selection.Widened()) : _figures;
        _areasWithFigures = [.. Catalog.Areas.Where(area => all.Any(figure => figure.Observation.Series.Area == area.Code))];
        _months = [.. all.Select(figure => figure.Observation.Period.ReferenceMonth).Distinct().Order()];
        _breakdowns = [.. Catalog.Breakdowns.Where(breakdown => all.Any(figure => figure.Observation.Series.Breakdown == breakdown.Code))];
        _bases = [.. all.Select(figure => figure.Observation.Series.Basis).Distinct().Order()];

        var charts = new ExplorerCharts(Catalog, _selection, _figures);
        _offered = charts.Offer();
        _view = ExplorerCharts.Choose(_offered, _selection.View);
        _refused = _selection.View is { } asked && asked != _view.View ? _offered.First(view => view.View == asked) : null;
        _rankable = charts.RankableMonths;
        _doubtful = [.. charts.Shown.Where(figure => figure.Observation.Status == ObsStatus.LowReliability)];

        _pages = (_figures.Count + RowsPerPage - 1) / RowsPerPage;
        _page = (int)Math.Clamp(Addresses.Number(Page) ?? 1, 1, Math.Max(_pages, 1));
        _tablePage = [.. _figures.Skip((_page - 1) * RowsPerPage).Take(RowsPerPage)];
    }

    private void Go(ExplorerSelection selection) => Navigation.NavigateTo(selection.Address);

    private void Toggle(string area) =>
        Go(_selection with { Areas = _selection.Areas.Contains(area) ? [.. _selection.Areas.Where(code => code != area)] : [.. _selection.Areas, area] });
}
