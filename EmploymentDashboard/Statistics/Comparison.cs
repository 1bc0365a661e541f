namespace EmploymentDashboard.Statistics;

/// <summary>Compares a figure with an earlier one of its own series. What is not alike is not compared.</summary>
public static class Comparison
{
    /// <summary>同比: the same months of the year before, on the same basis.</summary>
    public static Change YearOnYear(Observation current, Observation? earlier) =>
        Compare(current, earlier, YearBefore(current), Obstacle.DifferentMonths);

    /// <summary>环比: the whole months of the same length just before. A year-to-date has none, for it holds the one before.</summary>
    public static Change PeriodOnPeriod(Observation current, Observation? earlier) =>
        current.Series.Basis is Basis.Ytd or Basis.Cumulative
            ? new(Obstacle.HoldsPeriodBefore, Obstacle.HoldsPeriodBefore)
            : Compare(current, earlier, PeriodBefore(current), HaveSameLength(current, earlier) ? Obstacle.NotConsecutive : Obstacle.DifferentLengths);

    /// <summary>The period that a figure is compared by. A stock is what there is at a moment: that of a month's last day is that of the month, whatever was written.</summary>
    public static Period ComparedPeriod(Observation figure) =>
        figure.Series.Basis == Basis.Stock && figure.Period.End is { } end && end == figure.Period.ReferenceMonth.LastDay ? Period.OfMonth(figure.Period.ReferenceMonth) : figure.Period;

    /// <summary>The period that 同比 compares with; null where an end is open.</summary>
    public static Period? YearBefore(Observation current) => ComparedPeriod(current).AddYears(-1);

    /// <summary>The period that 环比 compares with; null where the figure's is not made of whole months.</summary>
    public static Period? PeriodBefore(Observation current) => ComparedPeriod(current).Previous();

    private static Change Compare(Observation current, Observation? earlier, Period? expected, Obstacle ifOther)
    {
        if (Hindrance(current, earlier, expected, ifOther) is var obstacle and not Obstacle.None)
            return new(obstacle, obstacle);

        var (now, then) = (current.Quantity!.Value, earlier!.Quantity!.Value);
        var difference = Computation.Of(Quantity.Subtract(now, then), Obstacle.BoundsConflict);
        if (then.Value <= 0)
            return new(difference, then.Value == 0 ? Obstacle.DivisionByZero : Obstacle.NegativeBase);
        if (difference.Quantity is null || Quantity.Divide(now, then) is not { } ratio)
            return new(difference, Obstacle.BoundsConflict);

        var growth = Quantity.Subtract(ratio, new(1)) * 100;
        return new(difference, Computation.Of(growth, Obstacle.BoundsConflict));
    }

    private static bool HaveSameLength(Observation current, Observation? earlier) =>
        earlier is not null && ComparedPeriod(current).LengthInMonths == ComparedPeriod(earlier).LengthInMonths;

    private static Obstacle Hindrance(Observation current, Observation? earlier, Period? expected, Obstacle ifOther)
    {
        if (earlier is null)
            return Obstacle.NothingThere;
        if (current.Series.Indicator != earlier.Series.Indicator)
            return Obstacle.DifferentIndicators;
        if (current.Series.Basis != earlier.Series.Basis)
            return Obstacle.DifferentBases;
        if (current.Series.Area != earlier.Series.Area)
            return Obstacle.DifferentAreas;
        if (current.Series.Breakdown != earlier.Series.Breakdown)
            return Obstacle.OverlappingBreakdowns;
        if (current.Quantity is null || earlier.Quantity is null)
            return Obstacle.Missing;
        if (current.Status == ObsStatus.LowReliability || earlier.Status == ObsStatus.LowReliability)
            return Obstacle.LowReliability;
        if (!current.Status.IsComparableWith(earlier.Status))
            return Obstacle.BreakInSeries;
        if (current.Period.IsOpen || earlier.Period.IsOpen)
            return Obstacle.OpenPeriod;
        if (ComparedPeriod(earlier) != expected)
            return ifOther;
        return ComparedPeriod(current).Overlaps(ComparedPeriod(earlier)) ? Obstacle.OverlappingPeriods : Obstacle.None;
    }
}

/// <summary>How a figure differs from an earlier one.</summary>
/// <param name="Difference">In the indicator's unit.</param>
/// <param name="Percent">In %, of the earlier figure.</param>
public readonly record struct Change(Computation Difference, Computation Percent);
