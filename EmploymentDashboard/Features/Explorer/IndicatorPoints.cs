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
    // Few are in conflict or were revised, in most indicators none.
    private readonly HashSet<object> _inConflict;
    private readonly HashSet<object> _revised;

    /// <param name="revised">Numbers of the figures that replaced another value of the same source.</param>
    public IndicatorPoints(Catalog catalog, IReadOnlyList<Figure> figures, IReadOnlySet<long> revised)
    {
        Catalog = catalog;
        var shown = ShownFigure.Of(figures, catalog);
        _stored = shown.ToDictionary(figure => (object)figure.Figure.Observation, ReferenceEqualityComparer.Instance);
        _inConflict = Those(figure => figure.IsConflict);
        _revised = Those(figure => revised.Contains(figure.Figure.Id));
        Printed = [.. shown.Select(figure => Of(SeriesPoint.OfPrinted(figure.Figure.Observation), figure.Figure.Observation))];

        HashSet<object> Those(Func<ShownFigure, bool> which) => shown.Where(which).Select(figure => (object)figure.Figure.Observation).ToHashSet(ReferenceEqualityComparer.Instance);
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

    /// <param name="original">What it was computed from, or itself: what says for which month it stands.</param>
    public ExplorerFigure Of(SeriesPoint point, Observation original) => new(point, ExplorerFigure.MonthOf(original), this);

    /// <summary>The stored figure of a printed one; of the very same, not of an equal one.</summary>
    public ShownFigure Shown(Observation printed) => _stored[printed];

    public bool IsAnyInConflict(IReadOnlyList<Observation> printed) => IsAnyOf(_inConflict, printed);

    public bool IsAnyRevised(IReadOnlyList<Observation> printed) => IsAnyOf(_revised, printed);

    private static bool IsAnyOf(HashSet<object> few, IReadOnlyList<Observation> printed)
    {
        if (few.Count == 0)
            return false;

        for (var i = 0; i < printed.Count; i++)
        {
            if (few.Contains(printed[i]))
                return true;
        }

        return false;
    }
}
