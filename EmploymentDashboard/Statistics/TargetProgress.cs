namespace EmploymentDashboard.Statistics;

/// <summary>How a result stands to a goal.</summary>
public enum GoalState
{
    /// <summary>No result that can be measured against it, or its bounds leave it open.</summary>
    Unknown,

    /// <summary>The target is reached; the cap or control line is kept.</summary>
    Met,

    /// <summary>Not reached yet; the line is crossed.</summary>
    NotMet,
}

/// <summary>
/// How far a result is from a target or control line, and what pace would reach it. 不低于 and 以内 belong to what is demanded, so
/// the printed number of a goal is the line itself; the bounds of the result are carried.
/// </summary>
/// <param name="Goal">A target or limit.</param>
/// <param name="Result">The latest result that counts towards it; null where no source gives one.</param>
/// <param name="Distance">Goal less result for a floor, result less goal for a cap, in the indicator's unit: what is missing where it is above zero.</param>
/// <param name="Reached">Result in % of the goal, for what is counted towards one.</param>
/// <param name="PaceNeeded">What each month left must bring to reach the target; not for rates.</param>
/// <param name="PaceSoFar">What each month brought so far on average.</param>
/// <param name="MonthsLeft">Whole months after the result's last until the goal falls due; null where it has no due date.</param>
public sealed record TargetProgress(Observation Goal, Observation? Result, GoalState State, Computation Distance, Computation Reached, Computation PaceNeeded, Computation PaceSoFar, int? MonthsLeft)
{
    /// <summary>Whether the goal is not to be exceeded, so that what is missing is what was too much.</summary>
    public bool IsCap { get; private init; }

    /// <summary>Whether the result can be measured against the goal at all; the bounds may still leave the outcome open.</summary>
    public bool Counts => Distance.Quantity is not null || Distance.Obstacle == Obstacle.BoundsConflict;

    /// <param name="result">Of the goal's area, indicator and category.</param>
    public static TargetProgress Of(Observation goal, Observation? result, Indicator indicator)
    {
        var hindrance = Hindrance(goal, result);
        if (hindrance != Obstacle.None)
            return new(goal, result, GoalState.Unknown, hindrance, hindrance, hindrance, hindrance, null);

        var line = new Quantity(goal.Quantity!.Value.Value, goal.Quantity.Value.Bound == Bound.About ? Bound.About : Bound.Exact);
        var reached = result!.Quantity!.Value;
        var isCap = IsCapOf(goal, indicator);
        var distance = isCap ? Quantity.Subtract(reached, line) : Quantity.Subtract(line, reached);
        var left = goal.Period.End is { } due && result.Period.End is { } end ? YearMonth.Of(due) - YearMonth.Of(end) : default(int?);
        var counts = goal.Series.Basis == Basis.Target && indicator.IsAdditive;
        return new(
            goal,
            result,
            StateOf(distance, goal.Quantity.Value.Bound, isCap),
            Computation.Of(distance, Obstacle.BoundsConflict),
            counts ? Percent(reached, line) : Obstacle.NotAdditive,
            counts ? PerMonthLeft(distance, left) : Obstacle.NotAdditive,
            counts ? PerMonthSoFar(result) : Obstacle.NotAdditive,
            left)
        { IsCap = isCap };
    }

    /// <summary>Whether the goal is not to be exceeded: a limit as its bound says, a target of what had better be less.</summary>
    private static bool IsCapOf(Observation goal, Indicator indicator) => goal.Quantity!.Value.Bound.Direction() switch
    {
        Direction.Down when goal.Quantity.Value.Bound != Bound.Nearly => true,
        Direction.Up => false,
        _ => goal.Series.Basis == Basis.Limit ? indicator.MoreIsBetter != true : indicator.MoreIsBetter == false,
    };

    private static Obstacle Hindrance(Observation goal, Observation? result)
    {
        if (goal.Quantity is null || result?.Quantity is null)
            return Obstacle.NothingThere;
        if (goal.Status == ObsStatus.LowReliability || result.Status == ObsStatus.LowReliability)
            return Obstacle.LowReliability;
        // A year's target is met by what that year brought; one of several years, or without a printed start, is not.
        if (result.Series.Basis == Basis.Ytd && goal.Series.Basis == Basis.Target && (goal.Period.IsOpen || goal.Period.Start!.Value.Year != result.Period.End?.Year || goal.Period.End!.Value.Year != result.Period.End?.Year))
            return Obstacle.DifferentPeriods;
        return result.Series.Basis is Basis.Ytd or Basis.Stock || (result.Series.Basis is Basis.Flow or Basis.Average && result.Period == goal.Period)
            ? Obstacle.None
            : Obstacle.DifferentBases;
    }

    /// <summary>A distance of exactly zero meets "at least" and "at most", and misses 超 and 不到.</summary>
    private static GoalState StateOf(Quantity? distance, Bound demanded, bool isCap) => distance?.CertainSign switch
    {
        null => IsSurelyMet(distance) ? GoalState.Met : GoalState.Unknown,
        > 0 => GoalState.NotMet,
        0 => demanded == (isCap ? Bound.LessThan : Bound.MoreThan) ? GoalState.NotMet : GoalState.Met,
        < 0 => GoalState.Met,
    };

    /// <summary>"At most 0 is missing" has no certain sign, yet nothing is missing.</summary>
    private static bool IsSurelyMet(Quantity? distance) => distance is { Bound: Bound.AtMost, Value: <= 0 };

    private static Computation Percent(Quantity reached, Quantity line)
    {
        if (line.Value <= 0)
            return Obstacle.DivisionByZero;
        return Quantity.Divide(reached, line) is { } share ? (share * 100).Round(1) : Obstacle.BoundsConflict;
    }

    private static Computation PerMonthLeft(Quantity? distance, int? monthsLeft)
    {
        if (monthsLeft is null)
            return Obstacle.OpenPeriod;
        if (monthsLeft <= 0)
            return Obstacle.NothingThere;
        if (distance is not { } missing)
            return Obstacle.BoundsConflict;

        // Rounded down, the pace would not reach the goal.
        var pace = missing with { Value = missing.Value / monthsLeft.Value };
        return pace.Bound == Bound.Exact ? pace with { Value = Math.Ceiling(pace.Value) } : pace.Round(0);
    }

    private static Computation PerMonthSoFar(Observation result)
    {
        if (result.Series.Basis != Basis.Ytd)
            return Obstacle.NotAFlow;
        return result.Period.LengthInMonths is { } months
            ? (result.Quantity!.Value with { Value = result.Quantity.Value.Value / months }).Round(0)
            : Obstacle.OpenPeriod;
    }
}
