using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Targets;

/// <summary>Goals that cannot be ranked by how much of them is reached, for one reason.</summary>
public sealed record UnrankedGoals(string Reason, IReadOnlyList<TargetStanding> Rows);

/// <summary>What the page of targets shows.</summary>
public sealed record TargetsModel
{
    /// <summary>Goals of which it is known what share is reached.</summary>
    public required IReadOnlyList<TargetStanding> Ranked { get; init; }

    /// <summary>The rest, a group for each reason, the largest first.</summary>
    public required IReadOnlyList<UnrankedGoals> Unranked { get; init; }

    /// <summary>The goal of which the largest share is missing; null where none is known to be short of it.</summary>
    public required TargetStanding? Farthest { get; init; }

    public required int Met { get; init; }

    public required int NotMet { get; init; }

    /// <summary>Why the others cannot be told, and how many for each reason, the most frequent first.</summary>
    public required IReadOnlyList<(string Reason, int Count)> Unknown { get; init; }

    public int All => Met + NotMet + Unknown.Sum(reason => reason.Count);

    public static TargetsModel Build(IReadOnlyList<TargetStanding> standings, TargetOrder order, Catalog catalog)
    {
        var areas = catalog.Areas.Select((area, index) => (area.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);
        var indicators = catalog.Indicators.Select((indicator, index) => (indicator.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);
        var farthestFirst = standings.Where(standing => MissingShare(standing) is not null).OrderByDescending(MissingShare).ToList();

        return new()
        {
            Ranked = [.. Ordered(farthestFirst)],
            Unranked =
            [
                .. standings
                    .Where(standing => MissingShare(standing) is null)
                    .GroupBy(WhyNoShare)
                    .OrderByDescending(group => group.Count())
                    .Select(group => new UnrankedGoals(group.Key, [.. Ordered(group)])),
            ],
            Farthest = farthestFirst.Find(standing => standing.Progress.State != GoalState.Met && MissingShare(standing) > 0),
            Met = standings.Count(standing => standing.Progress.State == GoalState.Met),
            NotMet = standings.Count(standing => standing.Progress.State == GoalState.NotMet),
            Unknown =
            [
                .. standings
                    .Where(standing => standing.Progress.State == GoalState.Unknown)
                    .GroupBy(standing => TargetWords.Why(standing.Progress).ToString())
                    .Select(group => (group.Key, group.Count()))
                    .OrderByDescending(reason => reason.Item2),
            ],
        };

        // Distances in persons and in yuan do not compare, so they are ordered within each indicator.
        IEnumerable<TargetStanding> Ordered(IEnumerable<TargetStanding> rows) => order switch
        {
            TargetOrder.Share => rows,
            TargetOrder.Distance => rows.OrderBy(Indicator).ThenByDescending(standing => standing.Progress.Distance.Quantity?.Value ?? decimal.MinValue),
            TargetOrder.Area => rows.OrderBy(Area).ThenBy(Indicator),
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, null),
        };

        int Area(TargetStanding standing) => areas[standing.Goal.Observation.Series.Area];

        int Indicator(TargetStanding standing) => indicators[standing.Goal.Observation.Series.Indicator];
    }

    /// <summary>What is missing as a share of the goal, below zero where it is passed; null where no share is known. For a cap, what is too much.</summary>
    public static decimal? MissingShare(TargetStanding standing)
    {
        if (standing.Progress.Reached.Quantity is not { } reached || standing.Goal.Observation.Quantity is not { } goal)
            return null;

        return standing.Progress.Distance.Quantity is { } distance ? distance.Value / goal.Value : 1 - (reached.Value / 100);
    }

    private static string WhyNoShare(TargetStanding standing)
    {
        var progress = standing.Progress;
        if (!progress.Counts)
            return TargetWords.Why(progress);
        return progress.Reached.Obstacle == Obstacle.NotAdditive
            ? new Bilingual("比率和控制线只看守住没有，没有完成几成之说", "rates and control lines are kept or not; no share of them is reached")
            : progress.Reached.Obstacle.Reason();
    }
}
