using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer.Views;

/// <summary>目标: how much of its target each area has reached, and the pace that the rest would need.</summary>
internal static class TargetsView
{
    public static string Hindrance(ExplorerScene scene)
    {
        if (!scene.Data.Printed.Any(figure => figure.Series.Basis == Basis.Target))
            return Say("没有目标", "there is no target");
        return Chosen(scene) is not null ? "" : Say("目标没有可比的实际数，或不是按数量计", "no result can be measured against the targets, or they are not counts");
    }

    public static RankingChart Draw(ExplorerScene scene)
    {
        var goals = Chosen(scene)!;
        var unit = scene.Data.Indicator.Unit;
        return new(
            scene.Caption(goals.SelectMany(goal => new[] { goal.Target, goal.Result }), Format.Words(goals[0].Target.Period), Say("完成目标的百分比", "% of the target reached"))
                with { Title = $"{scene.Data.Indicator.Name}{Say("：", ": ")}{Say("离目标多远", "how far from the target")}", Unit = Unit.Percent },
            [
                .. goals
                    .OrderByDescending(goal => goal.Progress.Reached.Quantity?.Value)
                    .Select(goal => new RankingRow(scene.AreaName(goal.Target.Series.Area), Words(goal, unit), MarkOf(scene, goal, unit), scene.IsApart(goal.Target.Series.Area))),
            ]);
    }

    private static Mark MarkOf(ExplorerScene scene, MeasuredGoal goal, Unit unit) => scene.MarkOf(goal.Result) with
    {
        Quantity = goal.Progress.Reached.Quantity,
        IsDerived = true,
        ComputedFrom =
        [
            $"{Basis.Target.Name()} {Format.Words(goal.Target.Period)} {Format.WithUnit(goal.Target.Observation.Quantity!.Value, unit)}",
            $"{goal.Result.Series.Basis.Name()} {Format.Words(goal.Result.Period)} {Format.WithUnit(goal.Result.Observation.Quantity!.Value, unit)}",
        ],
    };

    private static string Words(MeasuredGoal goal, Unit unit) => goal.Progress switch
    {
        { State: GoalState.Met } => Say("已达到", "reached"),
        { Distance.Quantity: { } distance } progress => Prose.List([
            Say("还差 ", "missing ") + Format.WithUnit(distance, unit),
            progress.PaceNeeded.Quantity is { } pace ? Say($"每月需 {Format.WithUnit(pace, unit)}", $"{Format.WithUnit(pace, unit)} a month needed") : "",
            progress.PaceSoFar.Quantity is { } so ? Say($"至今每月 {Format.WithUnit(so, unit)}", $"{Format.WithUnit(so, unit)} a month so far") : ""]),
        { Distance: var distance } => distance.Obstacle.Reason(),
    };

    /// <summary>The goals of the latest period that has results; of the year of the month asked for, where one is.</summary>
    private static List<MeasuredGoal>? Chosen(ExplorerScene scene) => Goals(scene)
        .Where(goal => scene.Selection.Month is null || goal.Target.Period.End?.Year == scene.Selection.Month.Value.Year)
        .GroupBy(goal => (goal.Target.Period, goal.Target.Series.Breakdown))
        .OrderByDescending(group => group.Key.Period.End)
        .ThenByDescending(group => group.Count())
        .Select(group => group.ToList())
        .FirstOrDefault();

    private static IEnumerable<MeasuredGoal> Goals(ExplorerScene scene)
    {
        var results = scene.Data.Printed
            .Where(figure => figure.IsUsable && figure.Series.Basis is Basis.Ytd or Basis.Stock)
            .ToLookup(figure => (figure.Series.Area, figure.Series.Breakdown));
        foreach (var target in scene.Data.Printed.Where(figure => figure.IsUsable && figure.Series.Basis == Basis.Target))
        {
            var result = results[(target.Series.Area, target.Series.Breakdown)]
                .Where(figure => figure.Period.End <= target.Period.End && (target.Period.Start is null || figure.Period.End >= target.Period.Start))
                .MaxBy(figure => figure.Period.End);
            if (result is null)
                continue;

            var progress = TargetProgress.Of(target.Observation, result.Observation, scene.Data.Indicator);
            if (progress.Reached.Quantity is not null)
                yield return new(target, result, progress);
        }
    }

    private sealed record MeasuredGoal(ExplorerFigure Target, ExplorerFigure Result, TargetProgress Progress);
}
