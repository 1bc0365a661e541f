using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Bulletins;

/// <summary>What is known of one area in a bulletin's period. The one place that says which figures belong to it.</summary>
public sealed class AreaCells
{
    private readonly Catalog _catalog;
    private readonly Period _period;
    private readonly Dictionary<(SeriesKey Series, Period Period), ShownFigure> _printed = [];
    private readonly Dictionary<(SeriesKey Series, Period Period), SeriesPoint> _monthly = [];
    private readonly HashSet<SeriesKey> _reportedBefore;

    /// <param name="figures">Of the area, one a key.</param>
    public AreaCells(Catalog catalog, Area area, Period period, IReadOnlyCollection<ShownFigure> figures)
    {
        (_catalog, _period, Area) = (catalog, period, area);
        foreach (var shown in figures)
            _printed.TryAdd((shown.Figure.Observation.Series, Comparison.ComparedPeriod(shown.Figure.Observation)), shown);
        _reportedBefore = [.. figures.Select(shown => shown.Figure.Observation).Where(IsOfPeriodBefore).Select(figure => figure.Series)];

        AddMonthsOfYearToDate(figures);
        Cells = [.. SeriesOfPeriod(figures).SelectMany(CellsOf)];
        var own = Cells.Select(cell => cell.Series).ToHashSet();
        Goals = [.. GoalsOf(figures).Select(GoalOf)];
        References = [.. figures.Where(shown => IsReference(shown.Figure.Observation) && !own.Contains(shown.Figure.Observation.Series))];
        Silent = [.. _reportedBefore
            .Where(series => !own.Contains(series) && series.Breakdown == Breakdown.Total)
            .Select(series => series.Indicator)
            .Distinct()
            .Where(indicator => !own.Any(series => series.Indicator == indicator))
            .Select(catalog.Indicator)];
    }

    public Area Area { get; }

    /// <summary>The period's figures in the order of the catalogue.</summary>
    public IReadOnlyList<BulletinCell> Cells { get; }

    /// <summary>Targets and control lines in force; of what has none, the next ones announced.</summary>
    public IReadOnlyList<BulletinGoal> Goals { get; }

    /// <summary>Figures of longer or open periods that do not belong to the bulletin's, and standards: worth knowing, never counted in.</summary>
    public IReadOnlyList<ShownFigure> References { get; }

    /// <summary>Indicators that had figures in the twelve months before and have none now.</summary>
    public IReadOnlyList<Indicator> Silent { get; }

    /// <summary>Whether anything was known of the area in the twelve months before, so that "new" says something.</summary>
    public bool HasPast => _reportedBefore.Count > 0;

    /// <summary>Monthly figures of a series in the thirteen months up to the period's end, printed or computed, those reported as missing too.</summary>
    public IReadOnlyList<SeriesPoint> MonthsOf(SeriesKey series)
    {
        var last = YearMonth.Of(_period.End!.Value);
        return [.. YearMonth.Range(last.AddMonths(-12), last).Select(month => InMonth(series, month)).OfType<SeriesPoint>()];
    }

    /// <summary>What 环比 compares a cell with; null where nothing is known of it.</summary>
    public SeriesPoint? PeriodBefore(BulletinCell cell) => Find(cell.Series, Comparison.PeriodBefore(cell.Figure));

    /// <summary>What 同比 compares a cell with; null where nothing is known of it.</summary>
    public SeriesPoint? YearBefore(BulletinCell cell) => Find(cell.Series, Comparison.YearBefore(cell.Figure));

    private SeriesPoint? InMonth(SeriesKey series, YearMonth month) =>
        series.Basis == Basis.Ytd ? Find(series, Period.OfDays(new(month.Year, 1, 1), month.LastDay)) : Find(series, Period.OfMonth(month));

    /// <summary>The series' figure of exactly these days: printed, a month taken from year-to-date figures, or whole months added up.</summary>
    private SeriesPoint? Find(SeriesKey series, Period? period)
    {
        if (period is null)
            return null;
        if (_printed.TryGetValue((series, period), out var shown))
            return SeriesPoint.OfPrinted(shown.Figure.Observation);
        return _monthly.GetValueOrDefault((series, period)) ?? SumOfMonths(series, period);
    }

    private SeriesPoint? SumOfMonths(SeriesKey series, Period period)
    {
        if (!series.Basis.AddsOverTime() || period.LengthInMonths is not { } length || length < 2 || period.Start is not { Day: 1 } start || period.End != YearMonth.Of(period.End!.Value).LastDay)
            return null;

        var months = YearMonth.Range(YearMonth.Of(start), YearMonth.Of(period.End.Value)).Select(month => Find(series, Period.OfMonth(month))).OfType<SeriesPoint>().Where(point => point.IsUsable).Reverse().ToList();
        if (months.Count < length)
            return null;

        var sum = SeriesPoint.Computed(series, period, new Aggregation(_catalog).Sum([.. months.Select(point => point.Figure)]), months);
        return sum.IsUsable ? sum : null;
    }

    private void AddMonthsOfYearToDate(IEnumerable<ShownFigure> figures)
    {
        foreach (var series in figures.Select(shown => shown.Figure.Observation).Where(figure => figure.Series.Basis == Basis.Ytd).GroupBy(figure => figure.Series))
        {
            foreach (var month in Readings.Apply(Reading.Month, [.. series]).Where(point => point.IsComputed && point.IsUsable))
                _monthly.TryAdd((month.Figure.Series, month.Figure.Period), month);
        }
    }

    private IEnumerable<SeriesKey> SeriesOfPeriod(IEnumerable<ShownFigure> figures)
    {
        var indicators = _catalog.Indicators.Select((indicator, index) => (indicator.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);
        var breakdowns = _catalog.Breakdowns.Select((breakdown, index) => (breakdown.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);
        return figures.Select(shown => shown.Figure.Observation).Concat(_monthly.Values.Select(point => point.Figure))
            .Where(figure => figure.Series.Basis.IsActual() && Belongs(figure.Period))
            .Select(figure => figure.Series)
            .Distinct()
            .OrderBy(series => indicators[series.Indicator])
            .ThenBy(series => breakdowns[series.Breakdown])
            .ThenBy(series => series.Basis);
    }

    /// <summary>A mean of years or a count without a start says nothing of whether its series was reported regularly.</summary>
    private bool IsOfPeriodBefore(Observation figure) =>
        figure.Period is { IsOpen: false, End: { } end } && end < _period.Start && end >= _period.Start!.Value.AddYears(-1)
        && (figure.Series.Basis is Basis.Ytd or Basis.Stock || (figure.Series.Basis is Basis.Flow or Basis.Average && figure.Period.LengthInMonths <= _period.LengthInMonths));

    /// <summary>A figure belongs to the period in which its own ends.</summary>
    private bool Belongs(Period period) => period.End is { } end && end >= _period.Start && end <= _period.End;

    /// <summary>
    /// The figure of the whole period where there is one. Else for flows each figure of a day or span within it, for they are different events;
    /// but of months in a longer period, as of every other basis, only the last.
    /// </summary>
    private IEnumerable<BulletinCell> CellsOf(SeriesKey series)
    {
        if (series.Basis == Basis.Flow && Find(series, _period) is { } whole)
            return [CellOf(whole)];

        var points = _printed.Where(pair => pair.Key.Series == series && Belongs(pair.Value.Figure.Observation.Period)).Select(pair => SeriesPoint.OfPrinted(pair.Value.Figure.Observation))
            .Concat(_monthly.Where(pair => pair.Key.Series == series && Belongs(pair.Key.Period) && !_printed.ContainsKey(pair.Key)).Select(pair => pair.Value))
            .OrderBy(point => point.Figure.Period.End)
            .ThenBy(point => point.Figure.Period.Start)
            .ToList();
        var last = points[^1];
        return series.Basis == Basis.Flow
            ? points.Where(point => ReferenceEquals(point, last) || !point.Figure.Period.IsOneMonth).Select(CellOf)
            : [CellOf(last)];
    }

    private BulletinCell CellOf(SeriesPoint point)
    {
        var figure = point.Figure;
        return new(
            point,
            point.IsComputed ? null : _printed[(figure.Series, Comparison.ComparedPeriod(figure))],
            IsOfWholePeriod(figure),
            // The month before the last month of a quarter is not the quarter before.
            Comparison.ComparedPeriod(figure) == _period
                ? Comparison.PeriodOnPeriod(figure, Find(figure.Series, Comparison.PeriodBefore(figure))?.Figure)
                : new(Obstacle.DifferentLengths, Obstacle.DifferentLengths),
            Comparison.YearOnYear(figure, Find(figure.Series, Comparison.YearBefore(figure))?.Figure),
            !_reportedBefore.Contains(figure.Series) && !(point.IsComputed && _reportedBefore.Contains(figure.Series with { Basis = Basis.Ytd })));
    }

    private bool IsOfWholePeriod(Observation figure) => figure.Series.Basis switch
    {
        Basis.Flow or Basis.Average => Comparison.ComparedPeriod(figure) == _period,
        Basis.Ytd => figure.Period.End == _period.End && figure.Period.Start is { Month: 1, Day: 1 },
        Basis.Stock => figure.Period.End == _period.End,
        _ => false,
    };

    /// <summary>Those in force, and where a series has none, the next that were announced.</summary>
    private List<ShownFigure> GoalsOf(IReadOnlyCollection<ShownFigure> figures)
    {
        var goals = figures.Where(shown => IsGoal(shown.Figure.Observation) && !(shown.Figure.Observation.Period.End < _period.Start)).ToList();
        var first = goals
            .GroupBy(shown => shown.Figure.Observation.Series)
            .ToDictionary(group => group.Key, group => group.Min(StartOf));
        return [.. goals.Where(shown => StartOf(shown) is var start && (start <= _period.End || start == first[shown.Figure.Observation.Series]))];

        static DateOnly StartOf(ShownFigure shown) => shown.Figure.Observation.Period.Start ?? DateOnly.MinValue;
    }

    private bool IsGoal(Observation figure) =>
        !figure.Series.Basis.IsActual() && figure.Quantity is not null && !(figure.Series.Basis == Basis.Limit && _catalog.Indicator(figure.Series.Indicator).IsStandard);

    private BulletinGoal GoalOf(ShownFigure goal)
    {
        var figure = goal.Figure.Observation;
        var indicator = _catalog.Indicator(figure.Series.Indicator);
        var best = Cells
            .Where(cell => cell.Series.Indicator == figure.Series.Indicator && cell.Series.Breakdown == figure.Series.Breakdown)
            .Select(cell => (cell, progress: TargetProgress.Of(figure, cell.Figure, indicator)))
            .OrderByDescending(pair => pair.progress.Counts)
            .FirstOrDefault();
        return best.cell is null ? new(goal, null, TargetProgress.Of(figure, null, indicator)) : new(goal, best.cell, best.progress);
    }

    private bool IsReference(Observation figure)
    {
        if (figure.Quantity is null || Belongs(figure.Period))
            return false;
        if (figure.Series.Basis == Basis.Limit)
            return _catalog.Indicator(figure.Series.Indicator).IsStandard && (figure.Period.Start is not { } from || from <= _period.End) && (figure.Period.End is not { } to || to >= _period.Start);
        if (!figure.Series.Basis.IsActual())
            return false;

        var isLonger = figure.Period.IsOpen || figure.Period.LengthInMonths > _period.LengthInMonths;
        return isLonger && figure.Series.Basis != Basis.Ytd && (figure.Period.Start is not { } start || start <= _period.End) && (figure.Period.End is not { } last || last <= _period.End!.Value.AddYears(1));
    }
}
