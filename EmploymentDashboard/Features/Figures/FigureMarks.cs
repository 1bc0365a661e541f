using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Figures;

/// <summary>Turns stored figures into what charts draw.</summary>
public sealed class FigureMarks(Catalog catalog)
{
    /// <param name="here">Address of the page that draws, without the details panel's figure.</param>
    /// <param name="isConflict">Whether another source gives another figure for the key.</param>
    public static Mark Of(Figure figure, string here, bool isConflict = false) => new()
    {
        Period = figure.Observation.Period,
        Quantity = figure.Observation.Quantity,
        Basis = figure.Observation.Series.Basis,
        Status = figure.Observation.Status,
        IsConflict = isConflict,
        Href = Addresses.WithFigure(here, figure.Id),
    };

    /// <summary>A row a figure, the earliest end first.</summary>
    /// <param name="label">What tells the rows apart: the area on an indicator's chart, the indicator on an area's.</param>
    public IReadOnlyList<TimelineRow> Timeline(IEnumerable<ShownFigure> figures, string here, Func<Figure, string> label) =>
    [
        .. figures
            .OrderBy(shown => shown.Figure.Observation.Period.End ?? DateOnly.MaxValue)
            .ThenBy(shown => shown.Figure.Observation.Period.Start ?? DateOnly.MinValue)
            .Select(shown => new TimelineRow(label(shown.Figure), DetailOf(shown.Figure.Observation), UnitOf(shown.Figure.Observation), Of(shown.Figure, here, shown.IsConflict))),
    ];

    /// <summary>The articles behind the figures, each once, with the way to them.</summary>
    public IReadOnlyList<ChartSource> Sources(IEnumerable<Figure> figures) => Sources(figures.Select(figure => figure.Observation));

    public IReadOnlyList<ChartSource> Sources(IEnumerable<Observation> observations) =>
    [
        .. observations
            .Select(observation => observation.Source)
            .Distinct()
            .Select(catalog.Source)
            .Select(source => new ChartSource(source.Headline, Addresses.Source(source.Code), source.Language)),
    ];

    public string IndicatorOf(Figure figure) => catalog.Indicator(figure.Observation.Series.Indicator).Name;

    private string DetailOf(Observation observation)
    {
        var breakdown = catalog.Breakdown(observation.Series.Breakdown);
        return breakdown.IsTotal ? "" : breakdown.Name;
    }

    private Unit UnitOf(Observation observation) => catalog.Indicator(observation.Series.Indicator).Unit;
}
