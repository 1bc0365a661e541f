namespace EmploymentDashboard.Statistics;

/// <summary>Compares a figure with an earlier one of its own series. What is not alike is not compared.</summary>
public static class Comparison
{
    /// <summary>同比: the same months of the year before, on the same basis.</summary>
    public static Change YearOnYear(Observation current, Observation? earlier) =>
        Compare(current, earlier, current.Period.AddYears(-1), Obstacle.DifferentMonths);

    /// <summary>环比: the period of the same length just before. A year-to-date has none, for it holds the one before.</summary>
    public static Change PeriodOnPeriod(Observation current, Observation? earlier) =>
        current.Series.Basis is Basis.Ytd or Basis.Cumulative
            ? new(Obstacle.NotAFlow, Obstacle.NotAFlow)
            : Compare(current, earlier, current.Period.Previous(), Obstacle.DifferentLengths);

    private static Change Compare(Observation current, Observation? earlier, Period? expected, Obstacle ifOther)
    {
        if (Hindrance(current, earlier, expected, ifOther) is var obstacle and not Obstacle.None)
            return new(obstacle, obstacle);

        var (now, then) = (current.Quantity!.Value, earlier!.Quantity!.Value);
        var difference = Computation.Of(Quantity.Subtract(now, then), Obstacle.BoundsConflict);
        if (then.Value == 0)
            return new(difference, Obstacle.DivisionByZero);

        var ratio = Quantity.Divide(now, then) is { } known
            ? (Computation)((new Quantity(known.Value - 1, known.Bound)) * 100)
            : Obstacle.BoundsConflict;
        return new(difference, ratio);
    }

    private static Obstacle Hindrance(Observation current, Observation? earlier, Period? expected, Obstacle ifOther)
    {
        if (earlier is null)
            return Obstacle.NothingThere;
        if (current.Series.Indicator != earlier.Series.Indicator)
            return Obstacle.DifferentIndicators;
        if (current.Series.Basis != earlier.Series.Basis)
            return Obstacle.DifferentBases;
        if (current.Series.Area != earlier.Series.Area)
            return Obstacle.OverlappingAreas;
        if (current.Series.Breakdown != earlier.Series.Breakdown)
            return Obstacle.OverlappingBreakdowns;
        if (current.Quantity is null || earlier.Quantity is null)
            return Obstacle.Missing;
        if (current.Status == ObsStatus.LowReliability || earlier.Status == ObsStatus.LowReliability)
            return Obstacle.LowReliability;
        if (expected is null)
            return current.Period.Start is null || current.Period.End is null ? Obstacle.OpenPeriod : ifOther;
        return expected.Equals(earlier.Period) ? Obstacle.None : ifOther;
    }
}

/// <summary>How a figure differs from an earlier one.</summary>
/// <param name="Difference">In the indicator's unit.</param>
/// <param name="Percent">In %, of the earlier figure.</param>
public readonly record struct Change(Computation Difference, Computation Percent);
