using System.Collections.Concurrent;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>What every selection of an indicator starts from: one figure a key, and its points in each reading. All readers share it.</summary>
public sealed class IndicatorPoints
{
    private readonly ConcurrentDictionary<Reading, (IReadOnlyList<SeriesPoint> Points, Transforms Transforms)> _readings = new();
    private readonly Dictionary<object, ShownFigure> _stored;

    public IndicatorPoints(Catalog catalog, IReadOnlyList<Figure> figures)
    {
        (Catalog, Shown) = (catalog, ShownFigure.Of(figures, catalog));
        _stored = Shown.ToDictionary(shown => (object)shown.Figure.Observation, ReferenceEqualityComparer.Instance);
    }

    public Catalog Catalog { get; }

    public IReadOnlyList<ShownFigure> Shown { get; }

    /// <summary>The stored figure that says an observation; the very same, not an equal one.</summary>
    public ShownFigure Stored(Observation observation) => _stored[observation];

    /// <summary>All points in a reading, and what can be computed from them.</summary>
    public (IReadOnlyList<SeriesPoint> Points, Transforms Transforms) In(Reading reading) => _readings.GetOrAdd(reading, asked =>
    {
        var points = Readings.Apply(asked, [.. Shown.Select(shown => shown.Figure.Observation)]);
        return (points, new(Catalog, points));
    });
}
