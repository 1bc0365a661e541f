using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using static EmploymentDashboard.Statistics.Bilingual;
using Change = EmploymentDashboard.Import.Change;

namespace EmploymentDashboard.Features.News;

/// <summary>Which figures were added, changed or removed since a moment, the older beside the newer.</summary>
public sealed partial class NewsPage : ComponentBase
{
    private const int RowsPerPage = 50;

    /// <summary>More areas than this are named only for the theme that was chosen.</summary>
    private const int MostAreas = 12;

    private const int MostEvents = 20;

    private NewsView _view = new(Since: null);
    private string? _shown;
    private DateTimeOffset? _since;
    private IReadOnlyList<NewsCount> _counts = [];
    private IReadOnlyList<(Theme Theme, IReadOnlyList<NewsCount> Counts)> _themes = [];
    private IReadOnlyList<FigureChange> _changes = [];
    private IReadOnlyList<Change> _events = [];
    private Paging _paging = Paging.Of(0, RowsPerPage, null);
    private long _total;

    /// <summary>A day, or a moment as ISO 8601.</summary>
    [SupplyParameterFromQuery]
    public string? Since { get; set; }

    [SupplyParameterFromQuery]
    public string? Area { get; set; }

    [SupplyParameterFromQuery]
    public string? Theme { get; set; }

    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [SupplyParameterFromQuery]
    public string? Figure { get; set; }

    [Inject]
    public required ChangesSince Query { get; init; }

    [Inject]
    public required Catalog Catalog { get; init; }

    private long? OpenFigure => Addresses.Number(Figure);

    protected override void OnParametersSet()
    {
        var view = NewsView.Read(Catalog, Since, Area, Theme, Show, Page);
        if (_shown == view.Address)
            return;

        (_view, _shown) = (view, view.Address);
        _since = view.Since ?? Query.BeforeLastBatch();
        if (_since is not { } since)
            return;

        _counts = Query.Counts(since, NewsFilter.All);
        _total = _counts.Sum(count => count.Figures);
        _themes =
        [
            .. Catalog.Themes
                .Select(theme => (theme, (IReadOnlyList<NewsCount>)[.. _counts.Where(count => Catalog.Indicator(count.Indicator).Theme == theme.Code)]))
                .Where(pair => pair.Item2.Count > 0),
        ];
        _events = Query.Changes(since);

        var filter = Filter();
        var rows = _counts.Where(filter.Takes).Sum(count => count.Figures);
        _paging = Paging.Of(rows, RowsPerPage, view.Page);
        _changes = rows == 0 ? [] : Query.Figures(since, filter, _paging);
    }

    private NewsFilter Filter() => new(
        _view.Area is { } area ? [area] : [],
        _view.Theme is { } theme ? [.. Catalog.Indicators.Where(indicator => indicator.Theme == theme).Select(indicator => indicator.Code)] : [],
        _view.Kind);

    private long Of(NewsKind kind) => _counts.Where(count => count.Kind == kind).Sum(count => count.Figures);

    private string Summary() => _total == 0
        ? Say("没有变化。", "nothing has changed.")
        : Say(
            $"新增 {Format.Full(Of(NewsKind.Added))} 个数字，更正 {Format.Full(Of(NewsKind.Changed))} 个，撤下 {Format.Full(Of(NewsKind.Removed))} 个。",
            $"{Format.Full(Of(NewsKind.Added))} figures added, {Format.Full(Of(NewsKind.Changed))} changed, {Format.Full(Of(NewsKind.Removed))} removed.");

    /// <summary>What the list holds, such as 技能培训，巴南区：新增 3.</summary>
    private string Narrowed()
    {
        string?[] parts =
        [
            _view.Theme is { } theme ? Catalog.Theme(theme).Name : null,
            _view.Area is { } area ? Catalog.Area(area).Name : null,
            _view.Kind?.Name(),
        ];
        var named = string.Join(Say("，", ", "), parts.OfType<string>());
        return (named.Length > 0 ? named : Say("全部变化", "All changes")) + Say("：", ": ") + Format.Full(_paging.Rows);
    }
}
