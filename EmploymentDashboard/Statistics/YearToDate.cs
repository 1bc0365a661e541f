namespace EmploymentDashboard.Statistics;

/// <summary>A figure computed from others of its series, and marked as such wherever it is shown.</summary>
/// <param name="Quantity">The figure, or why there is none.</param>
/// <param name="From">What it was computed from, the latest first; at least one.</param>
public sealed record DerivedFigure(SeriesKey Series, Period Period, Computation Quantity, IReadOnlyList<Observation> From);

/// <summary>Year-to-date and month are two readings of one thing; each can be had from the other where its months are all there.</summary>
public static class YearToDate
{
    /// <summary>
    /// The monthly flows of one series of year-to-date figures, one figure a month (<see cref="Conflicts.Resolve"/> comes first). January is its own flow; a later month needs the one before.
    /// A figure that is not from 1 January to a month's end is left out; a year-to-date that falls gives an obstacle.
    /// </summary>
    public static IReadOnlyList<DerivedFigure> ToMonthly(IReadOnlyCollection<Observation> yearToDate)
    {
        var byMonth = EndsOfMonth(yearToDate, Basis.Ytd, period => period.Start is { Month: 1, Day: 1 } && period.Start?.Year == period.End?.Year);
        return [.. byMonth.Select(pair => Derive(pair.Key, pair.Value))];

        DerivedFigure Derive(YearMonth month, Observation upToMonth)
        {
            var before = month.Month == 1 ? null : byMonth.GetValueOrDefault(month.AddMonths(-1));
            return new(
                upToMonth.Series with { Basis = Basis.Flow },
                Period.OfMonth(month),
                MonthOf(upToMonth, before, isJanuary: month.Month == 1),
                before is null ? [upToMonth] : [upToMonth, before]);
        }
    }

    /// <summary>The year-to-date figures of one series of monthly flows, one figure a month. A month that is not there stops its year.</summary>
    public static IReadOnlyList<DerivedFigure> FromMonthly(IReadOnlyCollection<Observation> monthly)
    {
        var byMonth = EndsOfMonth(monthly, Basis.Flow, period => period.IsOneMonth);
        var derived = new List<DerivedFigure>();
        foreach (var (month, observation) in byMonth)
        {
            var start = new YearMonth(month.Year, 1);
            var months = YearMonth.Range(start, month).Select(byMonth.GetValueOrDefault).ToList();
            derived.Add(new(
                observation.Series with { Basis = Basis.Ytd },
                Period.OfDays(start.FirstDay, month.LastDay),
                Accumulate(months),
                [.. months.OfType<Observation>().Reverse()]));
        }

        return derived;
    }

    /// <summary>The months at which a year-to-date falls below the month before: an error of one of the two to report.</summary>
    public static IReadOnlyList<YearMonth> Falls(IReadOnlyCollection<Observation> yearToDate) =>
        [.. ToMonthly(yearToDate).Where(figure => figure.Quantity.Obstacle == Obstacle.FallingYearToDate).Select(figure => figure.Period.ReferenceMonth)];

    private static SortedDictionary<YearMonth, Observation> EndsOfMonth(IEnumerable<Observation> observations, Basis basis, Func<Period, bool> fits)
    {
        var byMonth = new SortedDictionary<YearMonth, Observation>();
        SeriesKey? series = null;
        foreach (var observation in observations)
        {
            if (observation.Series.Basis != basis)
                throw new ArgumentException($"Figures on basis {basis} were expected, not {observation.Series.Basis}.", nameof(observations));
            series ??= observation.Series;
            if (observation.Series != series)
                throw new ArgumentException("Figures of one series were expected.", nameof(observations));
            if (!fits(observation.Period) || observation.Period.End != observation.Period.ReferenceMonth.LastDay)
                continue;
            if (!byMonth.TryAdd(observation.Period.ReferenceMonth, observation))
                throw new ArgumentException($"Two figures were given for {observation.Period}.", nameof(observations));
        }

        return byMonth;
    }

    private static Computation MonthOf(Observation upToMonth, Observation? upToMonthBefore, bool isJanuary)
    {
        if (isJanuary)
            return Usable(upToMonth);
        if (upToMonthBefore is null)
            return Obstacle.Missing;
        if (Usable(upToMonth) is { Quantity: null } here)
            return here;
        if (Usable(upToMonthBefore) is { Quantity: null } before)
            return before;

        if (!upToMonth.Status.IsComparableWith(upToMonthBefore.Status))
            return Obstacle.BreakInSeries;

        // A month counts events, so below zero is either a fall or a lower bound that says nothing.
        return Quantity.Subtract(upToMonth.Quantity!.Value, upToMonthBefore.Quantity!.Value) switch
        {
            null => Obstacle.BoundsConflict,
            { Value: < 0, Bound: Bound.MoreThan or Bound.AtLeast } => Obstacle.BoundsConflict,
            { Value: < 0 } or { Value: 0, Bound: Bound.LessThan } => Obstacle.FallingYearToDate,
            { } month => month,
        };
    }

    private static Computation Accumulate(IEnumerable<Observation?> months)
    {
        var sum = Quantity.Zero;
        foreach (var month in months)
        {
            if (month is null)
                return Obstacle.Missing;
            if (Usable(month) is { Quantity: null } unusable)
                return unusable;
            if (Quantity.Add(sum, month.Quantity!.Value) is not { } next)
                return Obstacle.BoundsConflict;

            sum = next;
        }

        return sum;
    }

    private static Computation Usable(Observation observation)
    {
        if (observation.Quantity is not { } quantity)
            return Obstacle.Missing;
        return observation.Status == ObsStatus.LowReliability ? Obstacle.LowReliability : quantity;
    }
}
