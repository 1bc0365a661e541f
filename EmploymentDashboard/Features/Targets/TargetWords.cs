using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Targets;

/// <summary>How a goal stands, in words.</summary>
public static class TargetWords
{
    public static Bilingual Name(this GoalState state, bool isCap) => state switch
    {
        GoalState.Met => isCap ? new("守住", "Kept") : new("已达到", "Reached"),
        GoalState.NotMet => isCap ? new("已超出", "Exceeded") : new("未达到", "Not reached"),
        GoalState.Unknown => new("不能定", "Cannot be told"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>What is missing, what is too much, or by how much it was done: 还差 800 人.</summary>
    public static string Distance(TargetProgress progress, Indicator indicator)
    {
        if (progress.Distance.Quantity is not { } distance)
            return Why(progress);

        var missing = Amount(distance, indicator);
        var beyond = Amount(-distance, indicator);
        return (progress.State, progress.IsCap, distance.Value) switch
        {
            (GoalState.Met, _, 0) when distance.Bound == Bound.Exact => Say("正好", "exactly there"),
            (GoalState.Met, true, 0) => Say("低于线", "below the line"),
            (GoalState.Met, false, 0) => Say("不少于目标", "at least there"),
            (GoalState.Met, true, _) => Say($"低于线 {beyond}", $"{beyond} below the line"),
            (GoalState.Met, false, _) => Say($"超出 {beyond}", $"{beyond} beyond it"),
            (GoalState.NotMet, _, 0) when distance.Bound == Bound.Exact => Say("正好在线上，要求超过", "exactly on the line that was to be passed"),
            (GoalState.NotMet, true, 0) => Say("略超出，多少不知道", "beyond the line, by how much is not known"),
            (GoalState.NotMet, false, 0) => Say("还差一点，多少不知道", "a little is missing, how much is not known"),
            (GoalState.NotMet, true, _) => Say($"超出 {missing}", $"{missing} too much"),
            (GoalState.NotMet, false, _) => Say($"还差 {missing}", $"{missing} missing"),
            (_, true, > 0) => Say($"超出 {missing}，或没有超出", $"{missing} too much, or none"),
            (_, false, > 0) => Say($"还差 {missing}，或已达到", $"{missing} missing, or reached"),
            _ => Why(progress),
        };
    }

    /// <summary>Why it cannot be told whether the goal is met, as a clause; empty where it can.</summary>
    public static Bilingual Why(TargetProgress progress)
    {
        if (progress.State != GoalState.Unknown)
            return new("", "");
        if (progress.Result is null)
            return new("没有来源提及目标期内的实际数", "no source gives a result within its period");
        return progress.Distance.Obstacle switch
        {
            Obstacle.None => Obstacle.BoundsConflict.Reason(),
            Obstacle.DifferentPeriods => new("目标跨几年或起点未载明，一年的累计数不能与它比", "it spans several years or has no printed start, so the year to date cannot be measured against it"),
            var obstacle => obstacle.Reason(),
        };
    }

    /// <summary>What each month must bring from now on, and how many are left; or why that is open. null where there is nothing that a month could bring.</summary>
    public static string? PaceNeeded(TargetProgress progress, Indicator indicator)
    {
        if (progress.State == GoalState.Met)
            return null;
        if (progress.MonthsLeft <= 0)
            return Say("已到期", "past due");
        if (progress.PaceNeeded.Quantity is not { } pace)
            return Unsaid(progress.PaceNeeded.Obstacle);

        var months = progress.MonthsLeft!.Value;
        return Say($"每月 {Format.WithUnit(pace, indicator.Unit)}，还有 {months} 个月", $"{Format.WithUnit(pace, indicator.Unit)} a month for {months} months");
    }

    /// <summary>What each month brought so far on average; null where that is nothing to be told.</summary>
    public static string? PaceSoFar(TargetProgress progress, Indicator indicator) => progress.PaceSoFar.Quantity is { } pace
        ? Say($"每月 {Format.WithUnit(pace, indicator.Unit)}", $"{Format.WithUnit(pace, indicator.Unit)} a month")
        : Unsaid(progress.PaceSoFar.Obstacle);

    private static string? Unsaid(Obstacle obstacle) => obstacle switch
    {
        Obstacle.NothingThere or Obstacle.NotAdditive or Obstacle.NotAFlow or Obstacle.DifferentPeriods or Obstacle.DifferentBases => null,
        var other => other.Reason(),
    };

    /// <summary>Two rates differ by percentage points.</summary>
    private static string Amount(Quantity quantity, Indicator indicator) =>
        Format.WithUnit(quantity, indicator.Unit.IsPercentage ? Unit.PercentagePoints : indicator.Unit);
}
