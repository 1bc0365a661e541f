using EmploymentDashboard.Charts;
using EmploymentDashboard.Features.Explorer.Views;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>A view of a selection, or the reason why the data do not allow it.</summary>
/// <param name="Reason">A clause; empty where the view fits.</param>
/// <param name="Draw">null for those that are tables: of figures, and of targets.</param>
public sealed record OfferedView(ExplorerView View, string Reason, Func<ChartModel>? Draw)
{
    public bool Fits => Reason.Length == 0;
}

/// <summary>Decides from the figures themselves which views suit them, and builds those.</summary>
public sealed class ExplorerCharts
{
    /// <summary>From so many areas on lines can no longer be told apart.</summary>
    private const int ManyAreas = 13;

    private readonly ExplorerScene _scene;
    // By number of the view. To choose one, not all have to be tried on the figures.
    private readonly Lazy<OfferedView>[] _offers;

    /// <param name="other">The second indicator of a scatter.</param>
    /// <param name="here">Address of the page that shows the charts; the Explorer's own where it is left out.</param>
    public ExplorerCharts(ExplorerData data, ExplorerData? other = null, IReadOnlyList<ChartAnnotation>? annotations = null, string? here = null)
    {
        _scene = new(data, other, annotations, here);
        _offers = [.. Enum.GetValues<ExplorerView>().Select(view => new Lazy<OfferedView>(() => Offer(view)))];
    }

    /// <summary>All views in the order of their tabs.</summary>
    public IReadOnlyList<OfferedView> Offered => [.. _offers.Select(offer => offer.Value)];

    /// <summary>How many figures of the selection the month axis leaves out, for they are of another category or basis, or stand for no month.</summary>
    public int BesideTheMonths => _scene.Months is { } group ? _scene.Data.Figures.Count(figure => figure.Series.Basis.IsActual()) - group.Figures.Count : 0;

    /// <summary>The view asked for where it fits, else the one that suits the data best.</summary>
    public OfferedView Choose(ExplorerView? asked) =>
        asked is { } view && Of(view) is { Fits: true } fitting ? fitting : Of(Best());

    /// <summary>The months through which a slider can go, in order; none for views of all months.</summary>
    public IReadOnlyList<YearMonth> MonthsOf(ExplorerView view) => view switch
    {
        ExplorerView.Ranking or ExplorerView.Map => AreaViews.Months(_scene),
        ExplorerView.Parts => PartsView.Months(_scene),
        ExplorerView.Scatter => ScatterView.Months(_scene),
        _ => [],
    };

    /// <summary>The areas of which parts can be shown, and that which is; none where no area has any.</summary>
    public (IReadOnlyList<Area> All, string? Shown) AreasWithParts => (PartsView.Areas(_scene), PartsView.ShownArea(_scene));

    /// <summary>The figures that a view shows, in its order; those of the second indicator with their own data. Targets stand beside their results and are asked for apart.</summary>
    public IEnumerable<(ExplorerFigure Figure, ExplorerData Data)> FiguresOf(ExplorerView view) => view switch
    {
        ExplorerView.Lines or ExplorerView.Columns or ExplorerView.Multiples or ExplorerView.Heat => Own(MonthViews.Figures(_scene, view)),
        ExplorerView.Timeline => Own(TimelineView.Figures(_scene)),
        ExplorerView.Ranking => Own(AreaViews.RankedFigures(_scene)),
        ExplorerView.Map => Own(AreaViews.MappedFigures(_scene)),
        ExplorerView.Parts => Own(PartsView.Figures(_scene)),
        ExplorerView.Scatter => ScatterView.Figures(_scene).SelectMany(pair => new[] { (pair.X, _scene.Data), (pair.Y, _scene.Other!) }),
        ExplorerView.Table => Own(TableRows.Of(_scene.Data)),
        ExplorerView.Targets => [],
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
    };

    private IEnumerable<(ExplorerFigure Figure, ExplorerData Data)> Own(IEnumerable<ExplorerFigure> figures) => figures.Select(figure => (figure, _scene.Data));

    private OfferedView Offer(ExplorerView view) => _scene.NothingComputed is { Length: > 0 } reason && view is not (ExplorerView.Table or ExplorerView.Targets)
        ? new(view, reason, null)
        : OfferOfFigures(view);

    private OfferedView OfferOfFigures(ExplorerView view) => view switch
    {
        ExplorerView.Lines => new(view, MonthViews.Hindrance(_scene, view), () => MonthViews.Draw(_scene, MonthlyStyle.Lines)),
        ExplorerView.Columns => new(view, MonthViews.Hindrance(_scene, view), () => MonthViews.Draw(_scene, MonthlyStyle.Columns)),
        ExplorerView.Timeline => new(view, TimelineView.Hindrance(_scene), () => TimelineView.Draw(_scene)),
        ExplorerView.Ranking => new(view, AreaViews.RankingHindrance(_scene), () => AreaViews.DrawRanking(_scene)),
        ExplorerView.Map => new(view, AreaViews.MapHindrance(_scene), () => AreaViews.DrawMap(_scene)),
        ExplorerView.Multiples => new(view, MonthViews.Hindrance(_scene, view), () => MonthViews.DrawMultiples(_scene)),
        ExplorerView.Heat => new(view, MonthViews.Hindrance(_scene, view), () => MonthViews.DrawHeat(_scene)),
        ExplorerView.Parts => new(view, PartsView.Hindrance(_scene), () => PartsView.Draw(_scene)),
        ExplorerView.Scatter => new(view, ScatterView.Hindrance(_scene), () => ScatterView.Draw(_scene)),
        ExplorerView.Targets => new(view, _scene.Data.Printed.Any(IsGoal) ? "" : Say("没有目标或控制线", "there is no target or control line"), null),
        ExplorerView.Table => new(view, "", null),
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
    };

    /// <summary>
    /// One area's months are columns, those of a few lines; of many areas the map of the latest month comes first. Where all
    /// figures share period and basis they are ranked; a mixture is laid out in time, for nothing else compares it.
    /// </summary>
    private ExplorerView Best()
    {
        ExplorerView first = _scene.Months?.Series.Count switch
        {
            1 => ExplorerView.Columns,
            > 1 and < ManyAreas => ExplorerView.Lines,
            >= ManyAreas => ExplorerView.Map,
            _ when _scene.Areas is [var only] && only.Figures.Count == _scene.Data.Figures.Count => ExplorerView.Ranking,
            _ => ExplorerView.Timeline,
        };
        return Fitting(first) ?? Fitting(ExplorerView.Lines) ?? Fitting(ExplorerView.Timeline) ?? ExplorerView.Table;
    }

    /// <summary>Subsidy standards and loan caps are no goals, and nothing is measured against what is doubtful.</summary>
    private bool IsGoal(ExplorerFigure figure) => figure.IsUsable && figure.Series.Basis switch
    {
        Basis.Target => true,
        Basis.Limit => !_scene.Data.Indicator.IsStandard,
        _ => false,
    };

    private ExplorerView? Fitting(ExplorerView view) => Of(view).Fits ? view : null;

    private OfferedView Of(ExplorerView view) => _offers[(int)view].Value;
}
