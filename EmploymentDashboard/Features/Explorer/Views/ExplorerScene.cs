using EmploymentDashboard.Charts;
using EmploymentDashboard.Features.Figures;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer.Views;

/// <summary>What the views share: the data, the words around a chart, and the marks in it.</summary>
internal sealed class ExplorerScene
{
    /// <summary>So many figures behind a computed one are named one by one.</summary>
    private const int MostNamed = 3;

    private readonly FigureMarks _figureMarks;
    private readonly string _here;
    private readonly bool _isAllComputed;
    private readonly Basis _basis;

    /// <param name="other">The second indicator of a scatter; null where there is none to compare with.</param>
    /// <param name="here">Address of the page that shows the charts; the Explorer's own where it is left out.</param>
    public ExplorerScene(ExplorerData data, ExplorerData? other = null, IReadOnlyList<ChartAnnotation>? annotations = null, string? here = null)
    {
        (Data, Other, Annotations) = (data, other, annotations ?? []);
        _figureMarks = new(data.Catalog);
        (_here, IsOnExplorer) = (here ?? data.Selection.Address, here is null);
        Unit = data.Measure.Shown(data.Scale);
        var usable = data.Figures.Where(figure => figure.IsUsable).ToList();
        var results = usable.Where(figure => figure.Series.Basis.IsActual()).ToList();
        _isAllComputed = usable.Count > 0 && (results.Count > 0 ? results : usable).TrueForAll(figure => figure.Point.IsComputed);
        _basis = results.Select(figure => figure.Series.Basis).Distinct().ToList() is [var only] ? only : default;
        Months = MonthGroup.Largest(data);
        Areas = AreaGroup.All(data);
        var isNothing = Selection.Transform != Transform.None && ((data.HasActuals ? results : usable).Count == 0 || data.Hindrance(Selection.Transform) == Obstacle.OnlyBaseMonth);
        NothingComputed = isNothing ? data.WhyNot(Selection.Transform) : "";
    }

    public ExplorerData Data { get; }

    public ExplorerData? Other { get; }

    /// <summary>Whether the reader has the controls of the selection beside the chart.</summary>
    public bool IsOnExplorer { get; }

    public IReadOnlyList<ChartAnnotation> Annotations { get; }

    public Catalog Catalog => Data.Catalog;

    public ExplorerSelection Selection => Data.Selection;

    public Unit Unit { get; }

    /// <summary>The figures that stand on a month axis together; null where there are none.</summary>
    public MonthGroup? Months { get; }

    /// <summary>The figures of one period, category and basis that several areas have, the latest first.</summary>
    public IReadOnlyList<AreaGroup> Areas { get; }

    /// <summary>Why no view can show anything, where that is so because nothing could be computed; empty otherwise.</summary>
    public string NothingComputed { get; }

    /// <summary>Why areas cannot be set side by side where there is only one; empty where there are more, or none.</summary>
    public string OnlyOneArea => Selection.Areas.Count == 1
        ? Say("只选了一个地区", "only one area is chosen")
        : Data.Figures.DistinctBy(figure => figure.Series.Area).Take(2).Count() == 1 ? Say("只有一个地区有数字", "only one area has figures") : "";

    public Mark MarkOf(ExplorerFigure figure) => MarkOf(figure, Data);

    /// <summary>A mark among so many that what it was computed from is told only on its details.</summary>
    public Mark DenseMarkOf(ExplorerFigure figure) => MarkOf(figure) with { ComputedFrom = [] };

    /// <summary>A mark of the data given, which may be those of the second indicator.</summary>
    public Mark MarkOf(ExplorerFigure figure, ExplorerData data) => new()
    {
        Period = figure.Period,
        Quantity = figure.Observation.Quantity * data.Measure.Factor(data.Scale),
        Unrounded = figure.Point.Unrounded * data.Measure.Factor(data.Scale),
        Basis = figure.Series.Basis,
        Status = figure.Observation.Status,
        Obstacle = figure.Point.Obstacle,
        // Where all are computed the caption says so, and signs at each would only hide the few that need one.
        IsDerived = figure.Point.IsComputed && !_isAllComputed,
        IsConflict = figure.IsConflict,
        IsRevised = figure.IsRevised,
        ComputedFrom = figure.Point.IsComputed ? Inputs(figure, data.Indicator.Unit) : [],
        Href = Addresses.WithFigure(_here, figure.First.Id),
    };

    public ChartCaption Caption(IEnumerable<ExplorerFigure> figures, params string[] details) => new(
        Title(Data),
        Prose.List([.. details, HowComputed, Selection.Transform == Transform.Index && Data.BaseMonth is { } month ? $"{month} = 100" : ""]),
        Unit,
        _figureMarks.Sources(figures.SelectMany(figure => figure.Point.Printed)));

    /// <summary>The indicator, and what was made of its figures.</summary>
    public static string Title(ExplorerData data) => data.Selection.Transform == Transform.None
        ? data.Indicator.Name
        : $"{data.Indicator.Name}{Say("：", ": ")}{data.Selection.Transform.Name()}";

    public string AreaName(string code) => Catalog.Area(code).Name;

    /// <summary>The category's name; empty for the total.</summary>
    public string BreakdownName(string code) => Catalog.Breakdown(code) is { IsTotal: false } breakdown ? breakdown.Name : "";

    /// <summary>Only districts and counties are compared with one another; what overlaps them stands beside them.</summary>
    public bool IsApart(string area) => Catalog.Area(area).Kind is not (AreaKind.District or AreaKind.County);

    private string HowComputed => !_isAllComputed || Selection.Transform == Transform.Index ? ""
        : Selection.Transform != Transform.None ? Selection.Transform.Explanation(_basis)
        : Say("均由其他数字推算", "all computed from other figures");

    private IReadOnlyList<string> Inputs(ExplorerFigure figure, Unit unit)
    {
        var inputs = figure.Point.From;
        string Words(Observation input) => $"{AreaName(input.Series.Area)} {Format.Words(input.Period)} {(input.Quantity is { } quantity ? Format.WithUnit(quantity, unit) : input.Status.Name())}";
        return inputs.Count <= MostNamed
            ? [.. inputs.Select(Words)]
            : [Words(inputs[0]), Say($"和另外 {inputs.Count - 1} 个数字", $"and {inputs.Count - 1} other figures")];
    }
}
