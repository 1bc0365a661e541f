using System.Collections.Concurrent;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>The figures of a selection: one a key, in the reading and transform asked for, with what else could be had.</summary>
public sealed class ExplorerData
{
    private readonly IReadOnlyList<SeriesPoint> _asked;
    private readonly Lazy<IReadOnlyList<SeriesPoint>> _askedFirst;
    private readonly Lazy<IReadOnlyList<Reading>> _offeredReadings;
    private readonly Lazy<IndicatorReading> _reading;
    private readonly decimal _largest;
    // A page asks for each of them whenever it is drawn.
    private readonly ConcurrentDictionary<Transform, Obstacle> _hindrances = new();

    public ExplorerData(Catalog catalog, ExplorerSelection selection, IndicatorFigures all)
    {
        (Catalog, Selection) = (catalog, selection);
        Indicator = catalog.Indicator(selection.Indicator);
        Measure = Measure.Of(selection.Transform, Indicator);

        var points = all.Points(catalog);
        Printed = Asked(points.Printed);
        // What is neither read otherwise nor computed with, as the charts of the overview are, is spared the other readings.
        _reading = new(() => points.In(selection.Reading));
        var asked = selection.Reading == Reading.AsPrinted ? Printed : Asked(_reading.Value.Figures);
        _asked = [.. asked.Select(figure => figure.Point)];
        Figures = selection.Transform == Transform.None
            ? asked
            : [.. Transforms.Apply(selection.Transform, _asked, selection.Base).Zip(_asked, (point, original) => points.Of(point, original.Figure))];
        HasActuals = asked.Any(figure => figure.Series.Basis.IsActual());
        _askedFirst = new(() => HasActuals ? [.. _asked.Where(point => point.Figure.Series.Basis.IsActual())] : _asked);
        _largest = Figures.Where(figure => figure.IsUsable).Select(figure => Math.Abs(figure.Observation.Quantity!.Value.Value)).DefaultIfEmpty().Max();
        _offeredReadings = new(() => [.. Enum.GetValues<Reading>().Where(other => other == Reading.AsPrinted || points.In(other).Figures.Any(figure => figure.Point.IsComputed && figure.IsUsable && Asks(figure)))]);
    }

    public Catalog Catalog { get; }

    public ExplorerSelection Selection { get; }

    public Indicator Indicator { get; }

    public Measure Measure { get; }

    /// <summary>The step in which numbers are written: the one asked for, unless it would leave nothing but noughts behind the point.</summary>
    public NumberScale Scale => IsOffered(Selection.Scale) ? Selection.Scale : default;

    /// <summary>What is shown, by month.</summary>
    public IReadOnlyList<ExplorerFigure> Figures { get; }

    /// <summary>The same selection as the sources print it.</summary>
    public IReadOnlyList<ExplorerFigure> Printed { get; }

    /// <summary>The readings in which the selection can be had.</summary>
    public IReadOnlyList<Reading> OfferedReadings => _offeredReadings.Value;

    /// <summary>The months that an index can be based on, in order.</summary>
    public IReadOnlyList<YearMonth> BaseMonths => [.. Transforms.BaseMonths(_asked).Order()];

    /// <summary>The base month in use.</summary>
    public YearMonth? BaseMonth => Selection.Base ?? (Transforms.BaseMonths(_asked) is [var first, ..] ? first : null);

    /// <summary>What could not be computed, by reason, the most frequent first. Of targets and standards only where nothing else is there.</summary>
    public IReadOnlyList<(Obstacle Reason, int Count)> NotComputed => NotComputedIn(month: null);

    /// <summary>The same of one month.</summary>
    public IReadOnlyList<(Obstacle Reason, int Count)> NotComputedIn(YearMonth? month) =>
    [
        .. ObstaclesIn(month)
            .GroupBy(figure => figure.Point.Obstacle)
            .Select(reason => (reason.Key, reason.Count()))
            .OrderByDescending(reason => reason.Item2),
    ];

    /// <summary>The figures counted by <see cref="NotComputedIn"/>.</summary>
    /// <param name="month">null for all months.</param>
    public IEnumerable<ExplorerFigure> ObstaclesIn(YearMonth? month) => Figures
        .Where(figure => month is null || figure.Period.ReferenceMonth == month)
        .Where(figure => figure.Point.Obstacle != Obstacle.None && (figure.Series.Basis.IsActual() || !HasActuals));

    /// <summary>Whether there are results among the figures, and not only targets and standards.</summary>
    public bool HasActuals { get; }

    /// <summary>Why a transform gives nothing for this selection; <see cref="Obstacle.None"/> where it gives something.</summary>
    public Obstacle Hindrance(Transform transform) => _hindrances.GetOrAdd(
        transform,
        asked => Transforms.Hindrance(asked, _askedFirst.Value));

    /// <summary>The same as a clause, with a way out where the month would do.</summary>
    public string WhyNot(Transform transform)
    {
        var hindrance = Hindrance(transform);
        return hindrance.Reason(transform) + (hindrance is Obstacle.HoldsPeriodBefore or Obstacle.RunningTotal or Obstacle.NotAFlow && Selection.Reading != Reading.Month && OfferedReadings.Contains(Reading.Month)
            ? Say("；可先换成当月", "; switch to months first")
            : "");
    }

    /// <summary>Whether numbers of this size can be read in a step: the largest reaches a tenth of it. 0.0001 万人 helps nobody.</summary>
    public bool IsOffered(NumberScale scale) => scale.Factor() == 1 || Measure.Factor(scale) == 1 || _largest * scale.Factor() >= 0.1m;

    private Transforms Transforms => _reading.Value.Transforms;

    private IReadOnlyList<ExplorerFigure> Asked(IReadOnlyList<ExplorerFigure> figures) =>
        Selection is { Areas.Count: 0, From: null, To: null, Breakdown: null, Basis: null } ? figures : [.. figures.Where(Asks)];

    /// <summary>A month taken from running totals is asked for by either basis.</summary>
    private bool Asks(ExplorerFigure figure) =>
        Selection.Takes(figure.Series, figure.Period.ReferenceMonth) || (figure.Point.IsComputed && Selection.Takes(figure.Point.From[0].Series, figure.Period.ReferenceMonth));
}
