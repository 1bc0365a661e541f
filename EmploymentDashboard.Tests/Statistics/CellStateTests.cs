using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>Missing is not zero: the four things that an area and month can be.</summary>
public sealed class CellStateTests
{
    [Theory]
    [InlineData(CellState.NotReported)]
    [InlineData(CellState.ReportedMissing, "O")]
    [InlineData(CellState.ReportedMissing, "L")]
    [InlineData(CellState.ReportedMissing, "M")]
    [InlineData(CellState.ReportedMissing, "Q")]
    [InlineData(CellState.Zero, "=0")]
    [InlineData(CellState.Figure, "=1")]
    [InlineData(CellState.Figure, "=-1")]
    [InlineData(CellState.Figure, ">0")]
    [InlineData(CellState.Figure, "≤0")]
    [InlineData(CellState.Figure, "=1 U")]
    [InlineData(CellState.Zero, "O", "=0")]
    [InlineData(CellState.Figure, "=0", "O", "=1")]
    [InlineData(CellState.Figure, "=1", "=0")]
    public void Cell_IsTheMostTellingOfItsFigures(CellState state, params string[] figures) =>
        Assert.Equal(state, CellStates.Of(Notation.Figures(figures)));

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
