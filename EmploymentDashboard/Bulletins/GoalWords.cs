using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Bulletins;

/// <summary>How a bulletin's figures stand to a target or control line.</summary>
internal static class GoalWords
{
    /// <summary>A clause: 已完成 6,908 人，为目标的 98.7%，未达到.</summary>
    public static Bilingual Standing(BulletinGoal goal, Catalog catalog)
    {
        var unit = catalog.Indicator(goal.Goal.Figure.Observation.Series.Indicator).Unit;
        var result = Format.WithUnit(goal.Result!.Figure.Quantity!.Value, unit);
        var share = goal.Progress.Reached.Quantity is { } reached ? Format.WithUnit(reached, Unit.Percent) : null;
        var state = State(goal.Progress);
        return new(
            $"实际 {result}{(share is null ? "" : $"，为目标的 {share}")}，{state.Zh}",
            $"result {result}{(share is null ? "" : $", {share} of it")}, {state.En}");
    }

    public static Bilingual State(TargetProgress progress) => (progress.State, progress.IsCap) switch
    {
        (GoalState.Met, false) => new("已达到", "reached"),
        (GoalState.Met, true) => new("守住", "kept"),
        (GoalState.NotMet, false) => new("未达到", "not reached yet"),
        (GoalState.NotMet, true) => new("已超出", "exceeded"),
        _ => new("不能定", "cannot be told"),
    };
}
