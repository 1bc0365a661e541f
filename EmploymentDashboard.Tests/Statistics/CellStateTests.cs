using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>Missing is not zero: the four things that an area and month can be.</summary>
public sealed class CellStateTests
{
    [Theory]
    [InlineData("no source speaks of it", 0, 0, 0, CellState.NotReported)]
    [InlineData("sources give no number", 2, 2, 0, CellState.ReportedMissing)]
    [InlineData("exactly 0", 1, 0, 1, CellState.Zero)]
    [InlineData("a number", 1, 0, 0, CellState.Figure)]
    [InlineData("a zero tells more than a missing number", 2, 1, 1, CellState.Zero)]
    [InlineData("a number tells more than both", 3, 1, 1, CellState.Figure)]
    public void Cell_IsTheMostTellingOfItsFigures(string rule, int all, int missing, int zeros, CellState state) =>
        Assert.True(state == CellStates.Of(all, missing, zeros), rule);

    [Theory]
    [InlineData("A", false)]
    [InlineData("P", false)]
    [InlineData("E", false)]
    [InlineData("B", false)]
    [InlineData("D", false)]
    [InlineData("U", false)]
    [InlineData("O", true)]
    [InlineData("L", true)]
    [InlineData("M", true)]
    [InlineData("Q", true)]
    public void Status_SaysWhetherThereIsANumber(string code, bool isMissing) =>
        Assert.Equal(isMissing, Codes.Status.Parse(code).IsMissing());

    [Theory]
    [InlineData("=1", true)]
    [InlineData("=0", true)]
    [InlineData("=1 P", true)]
    [InlineData("=1 U", false)]
    [InlineData("O", false)]
    public void Figure_IsDrawnBesideOthers_WhereItIsOneAndCanBeRight(string figure, bool isDrawable) =>
        Assert.Equal(isDrawable, Notation.Figure(figure).IsDrawable);
}
