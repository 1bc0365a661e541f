using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>How far it is to a goal, and at which pace it would be reached.</summary>
public sealed class TargetProgressTests
{
    /// <summary>Goal and result as <see cref="Notation"/> writes them; then state, distance, share of the goal in %, pace needed and pace so far a month, months left.</summary>
    [Theory]
    [InlineData("on the way", "target 2023 =1200", "ytd 2023-01/2023-05 =400", "NotMet 800 33.3 115 80 7")]
    [InlineData("不低于 is the line itself", "target 2023 ≥1200", "ytd 2023-01/2023-05 =400", "NotMet 800 33.3 115 80 7")]
    [InlineData("a lower bound of the result", "target 2023 =1200", "ytd 2023-01/2023-05 >400", "Unknown <800 >33.3 <115 >80 7")]
    [InlineData("a lower bound beyond the goal", "target 2023 =1200", "ytd 2023-01/2023-05 >1200", "Met <0 >100 <0 >240 7")]
    [InlineData("at least the goal", "target 2023 =1200", "ytd 2023-01/2023-05 ≥1200", "Met ≤0 ≥100 ≤0 ≥240 7")]
    [InlineData("exactly the goal", "target 2023 =1200", "ytd 2023-01/2023-05 =1200", "Met 0 100 0 240 7")]
    [InlineData("exactly what was to be exceeded", "target 2023 >1200", "ytd 2023-01/2023-05 =1200", "NotMet 0 100 0 240 7")]
    [InlineData("beyond the goal", "target 2023 =1200", "ytd 2023-01/2023-05 =1500", "Met -300 125 -42 300 7")]
    [InlineData("about, with room between", "target 2023 =1200", "ytd 2023-01/2023-05 ≈400", "NotMet ≈800 ≈33.3 ≈114 ≈80 7")]
    [InlineData("about, too near to say", "target 2023 =1200", "ytd 2023-01/2023-05 ≈1190", "Unknown BoundsConflict ≈99.2 BoundsConflict ≈238 7")]
    [InlineData("nearly", "target 2023 =1200", "ytd 2023-01/2023-05 ≲1200", "NotMet >0 ≲100 >0 ≲240 7")]
    [InlineData("the year is over", "target 2023 =1200", "ytd 2023 =1100", "NotMet 100 91.7 NothingThere 92 0")]
    [InlineData("a result of another year", "target 2023 =1200", "ytd 2022 =1100", "Unknown DifferentPeriods DifferentPeriods DifferentPeriods DifferentPeriods ")]
    [InlineData("a target of several years", "target 2021/2025 =1200", "ytd 2023 =1100", "Unknown DifferentPeriods DifferentPeriods DifferentPeriods DifferentPeriods ")]
    [InlineData("no start printed", "target ../2023 =1200", "ytd 2023 =1100", "Unknown DifferentPeriods DifferentPeriods DifferentPeriods DifferentPeriods ")]
    [InlineData("a stock counts towards a later year", "target ../2025 =1200", "stock 2023-12 =900", "NotMet 300 75 13 NotAFlow 24")]
    [InlineData("a cumulative of unprinted start does not", "target 2023 =1200", "cumulative ../2023-05 =400", "Unknown DifferentBases DifferentBases DifferentBases DifferentBases ")]
    [InlineData("a month is no step towards a year", "target 2023 =1200", "2023-05 =400", "Unknown DifferentBases DifferentBases DifferentBases DifferentBases ")]
    [InlineData("but meets its own target", "target 2023-05 =300", "2023-05 =400", "Met -100 133.3 NothingThere NotAFlow 0")]
    [InlineData("a doubtful result", "target 2023 =1200", "ytd 2023-05 =400 U", "Unknown LowReliability LowReliability LowReliability LowReliability ")]
    [InlineData("a missing result", "target 2023 =1200", "ytd 2023-05 O", "Unknown NothingThere NothingThere NothingThere NothingThere ")]
    [InlineData("a rate is no count: no share, no pace", "unemployment_rate target 2023 ≤5.5", "unemployment_rate stock 2023-05 5.3", "Met -0.2 NotAdditive NotAdditive NotAdditive 7")]
    [InlineData("a control line crossed", "unemployment_rate limit 2023 ≤5.5", "unemployment_rate stock 2023-05 5.7", "NotMet 0.2 NotAdditive NotAdditive NotAdditive 7")]
    [InlineData("a control line without words: the indicator says that less is better", "unemployment_rate limit 2023 5.5", "unemployment_rate stock 2023-05 5.5", "Met 0 NotAdditive NotAdditive NotAdditive 7")]
    [InlineData("a target of zero", "target 2023 0", "ytd 2023-01/2023-05 4", "Met -4 DivisionByZero 0 1 7")]
    public void Progress_OfAResult_IsAsTheTableSays(string rule, string goal, string result, string expected)
    {
        var figure = Notation.Figure(goal);
        var progress = TargetProgress.Of(figure, Notation.Figure(result), Sample.Catalog.Indicator(figure.Series.Indicator));

        var words = string.Join(' ', progress.State, Notation.Write(progress.Distance), Notation.Write(progress.Reached), Notation.Write(progress.PaceNeeded), Notation.Write(progress.PaceSoFar), progress.MonthsLeft);
        Assert.True(expected == words, $"{rule}: {words}");
    }

    [Fact]
    public void Progress_WithoutAResult_SaysSo()
    {
        var goal = Notation.Figure("target 2023 1200");

        Assert.Equal((GoalState.Unknown, Obstacle.NothingThere), TargetProgress.Of(goal, null, Sample.Catalog.Indicator("workers_hired")) is var progress ? (progress.State, progress.Distance.Obstacle) : default);
    }
}
