using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Targets;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer.Taking;

/// <summary>A figure as it is taken away: what is shown of it, and all that it must not be parted from.</summary>
public sealed record TakenFigure
{
    public required SeriesKey Series { get; init; }

    public required Period Period { get; init; }

    /// <summary>In <see cref="Unit"/>; null where there is no number, and <see cref="State"/> says why.</summary>
    public required Quantity? Quantity { get; init; }

    public required Unit Unit { get; init; }

    /// <summary>What is the matter with it: doubtful, reported as missing, not computed; empty where nothing is.</summary>
    public string State { get; init; } = "";

    /// <summary>What was made of printed figures; empty for a printed one.</summary>
    public string HowComputed { get; init; } = "";

    /// <summary>The printed figures behind it: itself where it is one.</summary>
    public required IReadOnlyList<Figure> Stored { get; init; }

    /// <summary>What other sources give for it, where they give something else.</summary>
    public IReadOnlyList<Figure> Others { get; init; } = [];

    public bool IsComputed => HowComputed.Length > 0;

    /// <summary>The figures of a screen, in its order.</summary>
    /// <param name="targets">Those of its targets view; only that one asks for them.</param>
    public static IEnumerable<TakenFigure> Of(ExplorerScreen screen, TargetQuery targets) => screen.View.View == ExplorerView.Targets
        ? [.. ExplorerTargets.Standings(screen.Data, targets).SelectMany(standing => Of(standing, screen.Data))]
        : screen.Figures.Select(shown => Of(shown.Figure, shown.Data));

    private static TakenFigure Of(ExplorerFigure figure, ExplorerData data)
    {
        var obstacle = figure.Point.Obstacle;
        return new()
        {
            Series = figure.Series,
            Period = figure.Period,
            Quantity = figure.Observation.Quantity * data.Measure.Factor(data.Scale),
            Unit = data.Measure.Shown(data.Scale),
            State = obstacle != Obstacle.None ? Say("算不出：", "not computed: ") + obstacle.Reason(data.Selection.Transform) : StateOf(figure.Observation),
            HowComputed = !figure.Point.IsComputed ? "" : data.Selection.Transform != Transform.None ? data.Selection.Transform.Name() : data.Selection.Reading.Name(),
            Stored = figure.Stored,
            Others = figure.IsConflict ? figure.Others : [],
        };
    }

    /// <summary>The goal, the result beside it, and what share of the one is the other.</summary>
    private static IEnumerable<TakenFigure> Of(TargetStanding standing, ExplorerData data)
    {
        yield return Of(standing.Goal, data);
        if (standing.Result is not { } result)
            yield break;

        yield return Of(result, data);
        yield return new()
        {
            Series = standing.Goal.Observation.Series,
            Period = standing.Goal.Observation.Period,
            Quantity = standing.Progress.Reached.Quantity,
            Unit = Unit.Percent,
            State = standing.Progress.Reached.Obstacle != Obstacle.None ? Say("算不出：", "not computed: ") + standing.Progress.Reached.Obstacle.Reason() : "",
            HowComputed = Say("完成目标的几成", "share of the target reached"),
            Stored = [standing.Goal, result],
        };
    }

    private static TakenFigure Of(Figure figure, ExplorerData data) => new()
    {
        Series = figure.Observation.Series,
        Period = figure.Observation.Period,
        Quantity = figure.Observation.Quantity,
        Unit = data.Indicator.Unit,
        State = StateOf(figure.Observation),
        Stored = [figure],
    };

    private static string StateOf(Observation figure) => figure.Status == ObsStatus.Normal ? "" : figure.Status.Name();
}
