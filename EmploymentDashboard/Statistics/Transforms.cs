using System.Collections.Concurrent;

namespace EmploymentDashboard.Statistics;

/// <summary>
/// Computes every figure of a selection anew: against another period, against the city, against a chosen month, or over twelve
/// months. Bounds go through each of them; what the rules forbid stays as a point without a number, with the reason.
/// </summary>
public sealed class Transforms
{
    private const int Window = 12;

    private static readonly Dictionary<SeriesKey, SeriesPoint> NoBases = [];

    private readonly Catalog _catalog;
    private readonly Aggregation _aggregation;
    private readonly IReadOnlyList<SeriesPoint> _points;
    private readonly Dictionary<(SeriesKey Series, Period Period), SeriesPoint> _byKey = [];
    // Filled while it is asked, by several readers at once.
    private readonly ConcurrentDictionary<(SeriesKey Series, Period Period), (Computation Total, IReadOnlyList<SeriesPoint> Inputs)> _wholes = new();
    private readonly ConcurrentDictionary<Transform, ConcurrentDictionary<object, Obstacle?>> _obstacles = new();
    private readonly ILookup<SeriesKey, Observation> _breaks;

    /// <param name="points">Figures of one indicator, one a key; those of the city and of the periods compared with among them.</param>
    public Transforms(Catalog catalog, IReadOnlyList<SeriesPoint> points)
    {
        (_catalog, _aggregation, _points) = (catalog, new(catalog), points);
        _breaks = points.Select(point => point.Figure).Where(figure => figure.Status == ObsStatus.Break).ToLookup(figure => figure.Series);
        foreach (var point in points)
            _byKey[(point.Figure.Series, Comparison.ComparedPeriod(point.Figure))] = point;
    }

    /// <summary>The months that an index of the points asked for can be based on: the one in which most series have an exact figure above zero, and of those the earliest, first.</summary>
    public IReadOnlyList<YearMonth> BaseMonths(IEnumerable<SeriesPoint>? asked = null) =>
    [
        .. (asked ?? _points)
            .Where(point => point.IsUsable && IndexHindrance(point.Figure) == Obstacle.None && point.Figure.Quantity!.Value.Value > 0)
            .GroupBy(point => point.Figure.Period.ReferenceMonth)
            .OrderByDescending(month => month.Where(point => point.Figure.Quantity!.Value.Bound == Bound.Exact).Select(point => point.Figure.Series).Distinct().Count())
            .ThenBy(month => month.Key)
            .Select(month => month.Key),
    ];

    /// <summary>A point for each of those asked for, in their order and of the same series.</summary>
    /// <param name="asked">Some of the points this was made with; all of them where left out.</param>
    /// <param name="baseMonth">The month of an index; where it is left out, the first of <see cref="BaseMonths"/>.</param>
    public IEnumerable<SeriesPoint> Apply(Transform transform, IEnumerable<SeriesPoint>? asked = null, YearMonth? baseMonth = null)
    {
        IReadOnlyList<SeriesPoint> points = asked is null ? _points : [.. asked];
        var bases = transform == Transform.Index ? BasePoints(points, baseMonth) : [];
        return points.Select(point => transform == Transform.None ? point : Compute(transform, point, bases));
    }

    /// <summary>Why the transform gives no figure at all of those asked for, the reason that occurs most; <see cref="Obstacle.None"/> where it gives any.</summary>
    public Obstacle Hindrance(Transform transform, IReadOnlyList<SeriesPoint>? asked = null)
    {
        var points = asked ?? _points;
        if (transform == Transform.None)
            return points.Count == 0 ? Obstacle.NothingThere : Obstacle.None;

        var reasons = new Dictionary<Obstacle, int>();
        foreach (var reason in transform == Transform.Index ? IndexObstacles(points) : points.Select(ObstacleOf(transform)))
        {
            if (reason is not { } known)
                return Obstacle.None;
            reasons[known] = reasons.GetValueOrDefault(known) + 1;
        }

        return reasons.Count == 0 ? Obstacle.NothingThere : reasons.MaxBy(reason => reason.Value).Key;
    }

    /// <summary>What is in the way of a point, null for nothing; found once: selections overlap, and each asks for all transforms.</summary>
    private Func<SeriesPoint, Obstacle?> ObstacleOf(Transform transform)
    {
        var known = _obstacles.GetOrAdd(transform, _ => new(ReferenceEqualityComparer.Instance));
        return point => known.GetOrAdd(point, asked => Why(Compute(transform, (SeriesPoint)asked, NoBases)));
    }

    /// <summary>An index that has only its base month says nothing.</summary>
    private IEnumerable<Obstacle?> IndexObstacles(IReadOnlyList<SeriesPoint> points)
    {
        if (points.All(point => point.Obstacle != Obstacle.None || IndexHindrance(point.Figure) != Obstacle.None))
            return points.Select(point => (Obstacle?)(point.Obstacle != Obstacle.None ? point.Obstacle : IndexHindrance(point.Figure)));

        var bases = BasePoints(points, asked: null);
        return points.Select(point => Compute(Transform.Index, point, bases)).Select(point =>
            point.IsUsable && bases.TryGetValue(point.Figure.Series, out var start) && start.Figure.Period == point.Figure.Period ? Obstacle.OnlyBaseMonth : Why(point));
    }

    /// <summary>null where nothing is in the way.</summary>
    private static Obstacle? Why(SeriesPoint point) => point.IsUsable ? null : point.Obstacle;

    private SeriesPoint Compute(Transform transform, SeriesPoint point, IReadOnlyDictionary<SeriesKey, SeriesPoint> bases)
    {
        if (point.Obstacle != Obstacle.None)
            return point;

        return transform switch
        {
            Transform.PeriodOnPeriod or Transform.PeriodOnPeriodChange => Change(transform, point, Comparison.PeriodBefore(point.Figure), Comparison.PeriodOnPeriod),
            Transform.YearOnYear or Transform.YearOnYearChange => Change(transform, point, Comparison.YearBefore(point.Figure), Comparison.YearOnYear),
            Transform.ShareOfCity => Share(point),
            Transform.Index => Index(point, bases.GetValueOrDefault(point.Figure.Series)),
            Transform.MovingSum => OverYear(point, isMean: false),
            Transform.MovingMean => OverYear(point, isMean: true),
            _ => throw new ArgumentOutOfRangeException(nameof(transform), transform, null),
        };
    }

    private Indicator IndicatorOf(Observation figure) => _catalog.Indicator(figure.Series.Indicator);

    private SeriesPoint Change(Transform transform, SeriesPoint current, Period? before, Func<Observation, Observation?, Change> compare)
    {
        var inPercent = transform is Transform.PeriodOnPeriod or Transform.YearOnYear;
        var figure = current.Figure;
        if (inPercent && IndicatorOf(figure).Unit.IsPercentage)
            return Result(transform, current, Obstacle.RateInPoints, []);
        if (figure.Period.IsOpen)
            return Result(transform, current, Obstacle.OpenPeriod, []);

        var earlier = before is null ? null : _byKey.GetValueOrDefault((figure.Series, before));
        if (earlier is { Obstacle: not Obstacle.None })
            return Result(transform, current, earlier.Obstacle, []);

        var change = compare(figure, earlier?.Figure);
        var result = inPercent ? change.Percent : change.Difference;
        // Days and odd spans have no period before them by the calendar; that none was found is then not the reason.
        if (result.Obstacle == Obstacle.NothingThere && before is null)
            result = Obstacle.NotConsecutive;
        return Result(transform, current, result, earlier is null ? [] : [earlier]);
    }

    private SeriesPoint Share(SeriesPoint part)
    {
        var figure = part.Figure;
        var city = _catalog.CityOf(figure.Series.Area);
        if (city is null || city == figure.Series.Area)
            return Result(Transform.ShareOfCity, part, Obstacle.IsTheWhole, []);
        if (!IndicatorOf(figure).IsAdditive)
            return Result(Transform.ShareOfCity, part, Obstacle.NotAdditive, []);
        if (!figure.Series.Basis.IsActual())
            return Result(Transform.ShareOfCity, part, Obstacle.NotActual, []);
        if (figure.Period.IsOpen)
            return Result(Transform.ShareOfCity, part, Obstacle.OpenPeriod, []);
        if (UnusableReason(part) is var reason and not Obstacle.None)
            return Result(Transform.ShareOfCity, part, reason, []);

        var key = (figure.Series with { Area = city }, Comparison.ComparedPeriod(figure));
        var (whole, inputs) = _wholes.GetOrAdd(key, asked => Whole(asked.Item1, asked.Item2));
        if (whole.Quantity is not { } total)
            return Result(Transform.ShareOfCity, part, whole.Obstacle, inputs);
        if (total.Value == 0)
            return Result(Transform.ShareOfCity, part, Obstacle.DivisionByZero, inputs);

        var ratio = Quantity.Divide(figure.Quantity!.Value, total);
        return Result(Transform.ShareOfCity, part, Computation.Of(ratio is { } share ? share * 100 : null, Obstacle.BoundsConflict), inputs);
    }

    /// <summary>The city's own figure; where no source gives one, the sum of all its districts and counties, if all are there.</summary>
    private (Computation Total, IReadOnlyList<SeriesPoint> Inputs) Whole(SeriesKey city, Period period)
    {
        if (_byKey.TryGetValue((city, period), out var own) && own.IsUsable)
            return (own.Figure.Quantity!.Value, [own]);

        var districts = _catalog.PartsOf(city.Area).Select(area => _byKey.GetValueOrDefault((city with { Area = area.Code }, period))).ToList();
        if (districts.Count == 0 || districts.Exists(district => district is not { IsUsable: true }))
            return (Obstacle.NoWhole, []);

        IReadOnlyList<SeriesPoint> all = [.. districts.Select(district => district!)];
        return (_aggregation.SumOfAreas([.. all.Select(district => district.Figure)]), all);
    }

    private Dictionary<SeriesKey, SeriesPoint> BasePoints(IEnumerable<SeriesPoint> points, YearMonth? asked)
    {
        var months = asked is null ? BaseMonths(points) : [];
        if ((asked ?? (months.Count > 0 ? months[0] : null)) is not { } month)
            return [];

        return _points
            .Where(point => point.IsUsable && point.Figure.Period.ReferenceMonth == month)
            .GroupBy(point => point.Figure.Series)
            .ToDictionary(series => series.Key, series => series.MaxBy(point => point.Figure.Period.End)!);
    }

    private SeriesPoint Index(SeriesPoint point, SeriesPoint? basePoint)
    {
        var figure = point.Figure;
        if (IndexHindrance(figure) is var hindrance and not Obstacle.None)
            return Result(Transform.Index, point, hindrance, []);
        if (UnusableReason(point) is var reason and not Obstacle.None)
            return Result(Transform.Index, point, reason, []);
        if (basePoint is null)
            return Result(Transform.Index, point, Obstacle.NothingThere, []);
        var start = basePoint.Figure;
        if (figure.Series.Basis != Basis.Stock && figure.Period.LengthInMonths != start.Period.LengthInMonths)
            return Result(Transform.Index, point, Obstacle.DifferentLengths, [basePoint]);
        if (HasBreakBetween(figure, start))
            return Result(Transform.Index, point, Obstacle.BreakInSeries, [basePoint]);
        if (start.Quantity!.Value.Value <= 0)
            return Result(Transform.Index, point, start.Quantity.Value.Value == 0 ? Obstacle.DivisionByZero : Obstacle.NegativeBase, [basePoint]);

        // Whatever its bound, a figure is 100 % of itself.
        if (ReferenceEquals(basePoint, point))
            return Result(Transform.Index, point, new Quantity(100), []);

        var ratio = Quantity.Divide(figure.Quantity!.Value, start.Quantity.Value);
        return Result(Transform.Index, point, Computation.Of(ratio is { } known ? known * 100 : null, Obstacle.BoundsConflict), [basePoint]);
    }

    private Obstacle IndexHindrance(Observation figure)
    {
        if (!figure.Series.Basis.IsActual())
            return Obstacle.NotActual;
        if (figure.Series.Basis is Basis.Ytd or Basis.Cumulative)
            return Obstacle.RunningTotal;
        if (figure.Period.IsOpen)
            return Obstacle.OpenPeriod;
        return IndicatorOf(figure).Unit.IsPercentage ? Obstacle.RateInPoints : Obstacle.None;
    }

    /// <summary>Whether a break of the series lies between the two figures: SDMX marks the first figure after it.</summary>
    private bool HasBreakBetween(Observation one, Observation other)
    {
        var (first, last) = one.Period.End <= other.Period.End ? (one, other) : (other, one);
        return (first.Status == ObsStatus.DefinitionDiffers) != (last.Status == ObsStatus.DefinitionDiffers)
            || _breaks[one.Series].Any(figure => figure.Period.End > first.Period.End && figure.Period.End <= last.Period.End);
    }

    private SeriesPoint OverYear(SeriesPoint point, bool isMean)
    {
        var transform = isMean ? Transform.MovingMean : Transform.MovingSum;
        var figure = point.Figure;
        var basis = figure.Series.Basis;
        if (!IndicatorOf(figure).IsAdditive)
            return Result(transform, point, Obstacle.NotAdditive, []);
        if (basis is Basis.Ytd or Basis.Cumulative)
            return Result(transform, point, Obstacle.RunningTotal, []);
        if (!basis.IsActual())
            return Result(transform, point, Obstacle.NotActual, []);
        if (!isMean && basis != Basis.Flow)
            return Result(transform, point, Obstacle.NotAFlow, []);
        if (figure.Period.IsOpen)
            return Result(transform, point, Obstacle.OpenPeriod, []);
        if (!Comparison.ComparedPeriod(figure).IsOneMonth)
            return Result(transform, point, Obstacle.NotConsecutive, []);

        var last = figure.Period.ReferenceMonth;
        var months = YearMonth.Range(last.AddMonths(1 - Window), last)
            .Select(month => _byKey.GetValueOrDefault((figure.Series, Period.OfMonth(month))))
            .ToList();
        if (months.Exists(month => month is null))
            return Result(transform, point, Obstacle.FewerThanTwelveMonths, []);
        if (months.Select(month => UnusableReason(month!)).FirstOrDefault(reason => reason != Obstacle.None) is var unusable and not Obstacle.None)
            return Result(transform, point, unusable, []);
        if (months.Zip(months.Skip(1)).Any(pair => !pair.Second!.Figure.Status.IsComparableWith(pair.First!.Figure.Status)))
            return Result(transform, point, Obstacle.BreakInSeries, []);

        Quantity? sum = Quantity.Zero;
        foreach (var month in months)
            sum = sum is { } so ? Quantity.Add(so, month!.Figure.Quantity!.Value) : null;
        if (isMean && sum is { } total)
            sum = total with { Value = total.Value / Window };

        var result = Result(transform, point, Computation.Of(sum, Obstacle.BoundsConflict), [.. months.SkipLast(1).Reverse().Select(month => month!)]);
        return result with { Figure = result.Figure with { Period = Period.OfDays(last.AddMonths(1 - Window).FirstDay, last.LastDay) } };
    }

    private static Obstacle UnusableReason(SeriesPoint point)
    {
        if (point.Obstacle != Obstacle.None)
            return point.Obstacle;
        if (point.Figure.Quantity is null)
            return Obstacle.Missing;
        return point.Figure.Status == ObsStatus.LowReliability ? Obstacle.LowReliability : Obstacle.None;
    }

    /// <summary>The point anew, rounded as its measure is and with the number before that, and what it was computed from.</summary>
    private SeriesPoint Result(Transform transform, SeriesPoint point, Computation computed, IReadOnlyList<SeriesPoint> others)
    {
        var decimals = Measure.Of(transform, IndicatorOf(point.Figure)).Decimals;
        Computation rounded = computed.Quantity is { } quantity ? quantity.Round(decimals) : computed.Obstacle;
        return SeriesPoint.Computed(point.Figure.Series, point.Figure.Period, rounded, [point, .. others]) with { Unrounded = computed.Quantity };
    }
}
