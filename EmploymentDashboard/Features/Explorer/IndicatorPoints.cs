using System.Collections.Concurrent;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>An indicator in one reading.</summary>
/// <param name="Figures">All of them, each as a selection shows it that computes nothing.</param>
/// <param name="Transforms">What can be computed from them.</param>
public sealed record IndicatorReading(IReadOnlyList<ExplorerFigure> Figures, Transforms Transforms);

/// <summary>What every selection of an indicator starts from: one figure a key, in each reading. All readers share it, and the figures in it.</summary>
public sealed class IndicatorPoints
{
    private readonly ConcurrentDictionary<Reading, Lazy<IndicatorReading>> _readings = new();
    private readonly Dictionary<object, ShownFigure> _stored;
    private readonly IReadOnlySet<long> _revised;

    /// <param name="revised">Numbers of the figures that replaced another value of the same source.</param>
    public IndicatorPoints(Catalog catalog, IReadOnlyList<Figure> figures, IReadOnlySet<long> revised)
    {
        (Catalog, _revised) = (catalog, revised);
        var shown = ShownFigure.Of(figures, catalog);
        _stored = shown.ToDictionary(figure => (object)figure.Figure.Observation, ReferenceEqualityComparer.Instance);
        Printed = [.. shown.Select(figure => Of(SeriesPoint.OfPrinted(figure.Figure.Observation), figure.Figure.Observation))];
    }

    public Catalog Catalog { get; }

    /// <summary>As the sources print them.</summary>
    public IReadOnlyList<ExplorerFigure> Printed { get; }

    public IndicatorReading In(Reading reading) => _readings.GetOrAdd(reading, asked => new(() =>
    {
        // What is printed is the same figure in each reading.
        var printed = Printed.ToDictionary(figure => (object)figure.Observation, ReferenceEqualityComparer.Instance);
        IReadOnlyList<ExplorerFigure> figures =
        [
            .. Readings.Apply(asked, [.. Printed.Select(figure => figure.Observation)])
                .Select(point => printed.GetValueOrDefault(point.Figure) ?? Of(point, point.Figure)),
        ];
        return new(figures, new(Catalog, [.. figures.Select(figure => figure.Point)]));
    })).Value;

    /// <summary>A point with the stored figures behind it; the very same, not equal ones.</summary>
    /// <param name="original">What it was computed from, or itself: what says for which month it stands.</param>
    public ExplorerFigure Of(SeriesPoint point, Observation original)
    {
        IReadOnlyList<ShownFigure> stored = [.. point.Printed.Select(figure => _stored[figure])];
        return new(
            point,
            ExplorerFigure.MonthOf(original),
            [.. stored.Select(figure => figure.Figure)],
            stored[0].Others,
            stored.Any(figure => figure.IsConflict),
            stored.Any(figure => _revised.Contains(figure.Figure.Id)));
    }
}
