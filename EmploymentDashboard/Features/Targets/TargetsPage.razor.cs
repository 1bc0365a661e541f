using System.Globalization;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Targets;

public sealed partial class TargetsPage : ComponentBase
{
    private const int RowsPerPage = 50;

    private static readonly TargetsSelection All = new(null, null, null, TargetOrder.Share);

    private IReadOnlyList<GoalYears> _due = [];
    private IReadOnlyList<int> _years = [];
    private TargetsSelection _selection = All;
    private TargetsModel _model = null!;
    private Paging _paging = null!;
    private IReadOnlyList<TargetStanding> _shown = [];
    private IReadOnlyList<Indicator> _indicators = [];
    private IReadOnlyList<Area> _areas = [];
    private (TargetsSelection Selection, long Page)? _built;

    [SupplyParameterFromQuery]
    public string? Year { get; set; }

    [SupplyParameterFromQuery]
    public string? Indicator { get; set; }

    [SupplyParameterFromQuery]
    public string? Area { get; set; }

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [SupplyParameterFromQuery]
    public string? Figure { get; set; }

    [Inject]
    public required TargetQuery Query { get; init; }

    [Inject]
    public required Catalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private long? OpenFigure => Addresses.Number(Figure);

    private string Here => PageAddress(_paging.Page);

    protected override void OnInitialized()
    {
        _due = Query.Due();
        _years = [.. _due.SelectMany(goals => goals.Years).Distinct().OrderDescending()];
    }

    protected override void OnParametersSet()
    {
        var page = Addresses.Number(Page) ?? 1;
        var order = TargetsSelection.Orders.TryParse(Sort, out var known) ? known : TargetOrder.Share;
        var selection = new TargetsSelection(YearOf(Year), TextOf(Indicator), TextOf(Area), order);
        var standings = default(IReadOnlyList<TargetStanding>);
        if (string.IsNullOrEmpty(Year))
            (selection, standings) = LatestWithResults(selection);
        // Opening a figure's details changes nothing of the list.
        if (_built == (selection, page))
            return;

        _built = (selection, page);
        _selection = selection;
        standings ??= Query.Find(selection.Filter, Catalog);
        _model = TargetsModel.Build(standings, selection.Order, Catalog);
        _paging = Paging.Of(_model.Ranked.Count, RowsPerPage, page);
        _shown = [.. _model.Ranked.Skip((int)_paging.Skip).Take(RowsPerPage)];
        Offer();
    }

    /// <summary>The latest year in which some goal has a result, as a reader who names none means; all years where there is no such year.</summary>
    private (TargetsSelection Selection, IReadOnlyList<TargetStanding> Standings) LatestWithResults(TargetsSelection selection)
    {
        foreach (var year in _years)
        {
            var ofYear = selection with { Year = year };
            var standings = Query.Find(ofYear.Filter, Catalog);
            if (standings.Any(standing => standing.Result is not null))
                return (ofYear, standings);
        }

        return (selection, Query.Find(selection.Filter, Catalog));
    }

    /// <summary>What the lists offer: the indicators and areas that have goals in the year.</summary>
    private void Offer()
    {
        var due = _due.Where(goals => _selection.Year is not { } year || goals.Years.Contains(year)).ToList();
        var indicators = due.Select(goals => goals.Indicator).Append(_selection.Indicator).ToHashSet(StringComparer.Ordinal);
        var areas = due.Select(goals => goals.Area).Append(_selection.Area).ToHashSet(StringComparer.Ordinal);
        _indicators = [.. Catalog.Indicators.Where(indicator => indicators.Contains(indicator.Code))];
        _areas = [.. Catalog.Areas.Where(area => areas.Contains(area.Code))];
    }

    private string Counts()
    {
        var reasons = _model.Unknown.Select(reason => Say($"{reason.Reason} {Format.Full(reason.Count)} 个", $"{reason.Reason}: {Format.Full(reason.Count)}"));
        var unknown = _model.Unknown.Sum(reason => reason.Count);
        return Say(
            $"共 {Format.Full(_model.All)} 个目标和控制线：{Format.Full(_model.Met)} 个已达到或守住，{Format.Full(_model.NotMet)} 个没有，{Format.Full(unknown)} 个不能定{(unknown > 0 ? $"（{string.Join("；", reasons)}）" : "")}。",
            $"Of {Format.Full(_model.All)} targets and control lines {Format.Full(_model.Met)} are reached or kept, {Format.Full(_model.NotMet)} are not, {Format.Full(unknown)} cannot be told{(unknown > 0 ? $" ({string.Join("; ", reasons)})" : "")}.");
    }

    private string PageAddress(long page) => page > 1 ? $"{_selection.Address}&page={page}" : _selection.Address;

    private static string NameOf(TargetOrder order) => order switch
    {
        TargetOrder.Share => Say("完成几成", "Share reached"),
        TargetOrder.Distance => Say("差多少（分指标）", "What is missing, by indicator"),
        TargetOrder.Area => Say("地区", "Area"),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, null),
    };

    private static string YearText(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? TargetsSelection.AllYears;

    private static int? YearOf(string? text) => Addresses.Number(text) is { } year and > 0 and <= 9999 ? (int)year : null;

    private static string? TextOf(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
