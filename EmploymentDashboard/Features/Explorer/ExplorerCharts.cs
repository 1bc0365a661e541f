using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Figures;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>A view of a selection: its chart, or the reason why the data do not allow it.</summary>
public sealed record OfferedView(ExplorerView View, ChartModel? Chart, string Reason)
{
    public bool Fits => Chart is not null || View == ExplorerView.Table;
}

/// <summary>Decides from the figures themselves which charts suit them, and builds those.</summary>
public sealed class ExplorerCharts
{
    private const int MostTimelineRows = 60;

    private readonly Catalog _catalog;
    private readonly ExplorerSelection _selection;
    private readonly Indicator _indicator;
    private readonly FigureMarks _marks;
    private readonly string _here;
    private readonly IReadOnlyList<ShownFigure> _shown;

    /// <param name="figures">Figures of one indicator, from all sources.</param>
    /// <param name="here">Address of the page that shows them; the Explorer's own where it is left out.</param>
    public ExplorerCharts(Catalog catalog, ExplorerSelection selection, IReadOnlyList<Figure> figures, string? here = null)
    {
        _catalog = catalog;
        _selection = selection;
        _indicator = catalog.Indicator(selection.Indicator);
        _marks = new(catalog);
        _here = here ?? selection.Address;
        _shown = ShownFigure.Of(figures, catalog);
    }

    /// <summary>The figures shown, one a key; of several sources that published last.</summary>
    public IReadOnlyList<Figure> Shown => [.. _shown.Select(shown => shown.Figure)];

    /// <summary>The months for which a ranking can be drawn, latest first.</summary>
    public IReadOnlyList<YearMonth> RankableMonths => [.. Rankings().Select(group => group.Key.Period.ReferenceMonth).Distinct().OrderDescending()];

    public IReadOnlyList<OfferedView> Offer() =>
    [
        Offer(ExplorerView.Monthly, Monthly(), Say("没有按月的数字：至少要有两个月、同一口径", "No monthly figures: at least two months on one basis are needed")),
        Offer(ExplorerView.Timeline, Timeline(), Say("没有可画的数字", "No figure to draw")),
        Offer(ExplorerView.Ranking, Ranking(), Say("没有两个地区的期间、口径和分项都相同", "No two areas share period, basis and category")),
        Offer(ExplorerView.Parts, Parts(), Say("没有能拼成一个总数的分项", "No categories that make up one whole")),
        new(ExplorerView.Table, null, ""),
    ];

    /// <summary>The view asked for where it fits, else the first that does.</summary>
    public static OfferedView Choose(IReadOnlyList<OfferedView> offered, ExplorerView? asked) =>
        offered.FirstOrDefault(view => view.View == asked && view.Fits) ?? offered.First(view => view.Fits);

    private static OfferedView Offer(ExplorerView view, ChartModel? chart, string reason) => new(view, chart, chart is null ? reason : "");

    private TimelineChart? Timeline()
    {
        var rows = _shown;
        if (rows.Count == 0)
            return null;

        var isCut = rows.Count > MostTimelineRows;
        if (isCut)
            rows = [.. rows.GroupBy(shown => shown.Figure.Observation.Series).Select(series => series.Last()).Take(MostTimelineRows)];

        var note = isCut
            ? Say("每个序列只画最近一期", "the latest figure of each series")
            : Say("横条的长短是时间，不是数值", "the bars show time, not size");
        return new(Caption([.. rows.Select(shown => shown.Figure)], Say("各数字覆盖的期间", "The time each figure covers"), note), _marks.Timeline(rows, _here, _marks.AreaOf));
    }

    private MonthlyChart? Monthly()
    {
        var group = _shown
            .Where(shown => MonthOf(shown.Figure.Observation) is not null)
            .GroupBy(shown => (shown.Figure.Observation.Series.Breakdown, shown.Figure.Observation.Series.Basis))
            .OrderByDescending(candidates => candidates.Count())
            .FirstOrDefault(candidates => candidates.Select(shown => shown.Figure.Observation.Period.ReferenceMonth).Distinct().Count() > 1);
        if (group is null)
            return null;

        var series = group
            .GroupBy(shown => shown.Figure.Observation.Series.Area)
            .OrderByDescending(area => area.Last().Figure.Observation.Quantity?.Value ?? 0)
            .Select(area => new MonthlySeries(_catalog.Area(area.Key).Name, CellsOf(area)))
            .ToList();
        var months = group.Select(shown => shown.Figure.Observation.Period.ReferenceMonth).ToList();
        return new(
            Caption([.. group.Select(shown => shown.Figure)], Wording.Name(group.Key.Basis), BreakdownName(group.Key.Breakdown)),
            series.Count == 1 ? MonthlyStyle.Columns : MonthlyStyle.Lines,
            [.. YearMonth.Range(months.Min(), months.Max())],
            series,
            series.Count == 1 ? ReferenceLines(group.First().Figure.Observation.Series) : []);
    }

    /// <summary>A cell a month. Of two figures of one month, such as stocks of two of its days, the one that ends last stands for it.</summary>
    private Dictionary<YearMonth, Mark> CellsOf(IEnumerable<ShownFigure> area) => area
        .GroupBy(shown => shown.Figure.Observation.Period.ReferenceMonth)
        .Select(month => month.OrderBy(shown => shown.Figure.Observation.Period.End).ThenBy(shown => shown.Figure.Observation.Period.Start).Last())
        .ToDictionary(shown => shown.Figure.Observation.Period.ReferenceMonth, shown => FigureMarks.Of(shown.Figure, _here, shown.IsConflict));

    /// <summary>The month a figure stands for on a monthly chart; null where it covers something else.</summary>
    private static YearMonth? MonthOf(Observation observation) => observation.Series.Basis switch
    {
        Basis.Flow or Basis.Average when observation.Period.IsOneMonth => observation.Period.ReferenceMonth,
        Basis.Stock when observation.Period.End is not null => observation.Period.ReferenceMonth,
        Basis.Ytd when observation.Period.Start is { Month: 1, Day: 1 } start && start.Year == observation.Period.End?.Year => observation.Period.ReferenceMonth,
        _ => null,
    };

    /// <summary>Targets and limits of the series drawn, where they measure what it shows.</summary>
    private List<ReferenceLine> ReferenceLines(SeriesKey drawn) =>
    [
        .. _shown
            .Where(shown => shown.Figure.Observation is var norm && norm.IsDrawable && norm.Series == drawn with { Basis = norm.Series.Basis } && Measures(norm, drawn.Basis))
            .Select(shown => new ReferenceLine(shown.Figure.Observation.Series.Basis.Name(), FigureMarks.Of(shown.Figure, _here, shown.IsConflict))),
    ];

    /// <summary>A target is reached by the end of its period: a running total or a stock goes towards it, a single month only towards its own.</summary>
    private static bool Measures(Observation norm, Basis drawn) => norm.Series.Basis switch
    {
        Basis.Limit => true,
        Basis.Target => drawn is Basis.Ytd or Basis.Stock || norm.Period.IsOneMonth,
        _ => false,
    };

    private IEnumerable<IGrouping<(Period Period, string Breakdown, Basis Basis), ShownFigure>> Rankings() =>
        _shown
            .GroupBy(shown => (shown.Figure.Observation.Period, shown.Figure.Observation.Series.Breakdown, shown.Figure.Observation.Series.Basis))
            .Where(group => group.Count(shown => shown.Figure.Observation.IsDrawable) > 1);

    private RankingChart? Ranking()
    {
        var groups = Rankings().ToList();
        var group = groups
            .Where(candidate => _selection.Month is null || candidate.Key.Period.ReferenceMonth == _selection.Month)
            .OrderByDescending(candidate => candidate.Key.Period.ReferenceMonth)
            .ThenByDescending(candidate => candidate.Count())
            .FirstOrDefault();
        if (group is null)
            return null;

        var rows = group
            .OrderByDescending(shown => shown.Figure.Observation.Quantity?.Value)
            .Select(shown => new RankingRow(_marks.AreaOf(shown.Figure), "", FigureMarks.Of(shown.Figure, _here, shown.IsConflict), IsApart(shown.Figure.Observation.Series.Area)))
            .ToList();
        var subtitle = string.Join(Say("，", ", "), new[] { (string)Wording.Name(group.Key.Basis), Format.Words(group.Key.Period), BreakdownName(group.Key.Breakdown) }.Where(part => part.Length > 0));
        return new(Caption([.. group.Select(shown => shown.Figure)], Say("地区排名", "Areas ranked"), subtitle), rows);
    }

    /// <summary>Only districts and counties stand in one ranking; what overlaps them stands beside it.</summary>
    private bool IsApart(string area) => _catalog.Area(area).Kind is not (AreaKind.District or AreaKind.County);

    private PartsChart? Parts()
    {
        var group = _shown
            .Where(shown => _catalog.Breakdown(shown.Figure.Observation.Series.Breakdown).IsExhaustive && shown.Figure.Observation.IsDrawable)
            .GroupBy(shown => (shown.Figure.Observation.Series.Area, shown.Figure.Observation.Series.Basis, shown.Figure.Observation.Period, _catalog.Breakdown(shown.Figure.Observation.Series.Breakdown).Dimension))
            .Where(parts => parts.Count() > 1)
            .OrderByDescending(parts => parts.Key.Period.ReferenceMonth)
            .FirstOrDefault();
        return group is null ? null : PartsOf([.. group]);
    }

    private PartsChart PartsOf(IReadOnlyList<ShownFigure> parts)
    {
        var first = parts[0].Figure.Observation;
        var breakdown = _catalog.Breakdown(first.Series.Breakdown);
        var total = _shown.FirstOrDefault(shown =>
            shown.Figure.Observation.Series == first.Series with { Breakdown = breakdown.Parent! } && shown.Figure.Observation.Period.Equals(first.Period));
        var categories = _catalog.Breakdowns.Count(other => other.Dimension == breakdown.Dimension && other.Parent == breakdown.Parent);
        IReadOnlyList<Figure> all = [.. parts.Select(part => part.Figure), .. total is null ? Array.Empty<Figure>() : [total.Figure]];
        return new(
            Caption(all, $"{_catalog.Area(first.Series.Area).Name}", $"{first.Series.Basis.Name()}{Say("，", ", ")}{Format.Words(first.Period)}"),
            total is null ? null : FigureMarks.Of(total.Figure, _here, total.IsConflict),
            [.. parts.OrderByDescending(part => part.Figure.Observation.Quantity!.Value.Value).Select(part => new Part(BreakdownName(part.Figure.Observation.Series.Breakdown), FigureMarks.Of(part.Figure, _here, part.IsConflict)))],
            parts.Count == categories);
    }

    private string BreakdownName(string code) => _catalog.Breakdown(code) is { IsTotal: false } breakdown ? breakdown.Name : "";

    private ChartCaption Caption(IReadOnlyList<Figure> figures, string what, string detail) => new(
        _indicator.Name,
        detail.Length > 0 ? $"{what}{Say("；", "; ")}{detail}" : what,
        _indicator.Unit,
        _marks.Sources(figures));
}
