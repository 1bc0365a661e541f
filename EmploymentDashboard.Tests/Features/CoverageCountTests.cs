using EmploymentDashboard.Features.Areas;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Features;

/// <summary>Missing is not zero, and neither is a bound at it: what an area and month are, by the figures that the store holds of them.</summary>
public sealed class CoverageCountTests
{
    [Theory]
    [InlineData(CellState.ReportedMissing, "— O")]
    [InlineData(CellState.ReportedMissing, "— L")]
    [InlineData(CellState.ReportedMissing, "— M")]
    [InlineData(CellState.ReportedMissing, "— Q")]
    [InlineData(CellState.Zero, "0")]
    [InlineData(CellState.Figure, "1")]
    [InlineData(CellState.Figure, ">0")]
    [InlineData(CellState.Figure, "≤0")]
    [InlineData(CellState.Figure, "1 U")]
    [InlineData(CellState.Zero, "— O", "0")]
    [InlineData(CellState.Figure, "0", "— O", "1")]
    [InlineData(CellState.Figure, "1", "0")]
    public async Task Cell_IsTheMostTellingOfItsFigures(CellState state, params string[] figures)
    {
        string[] indicators = ["loans", "jobs_created", "subsidy"];
        using var store = await FilledDatabase.CreateAsync([.. figures.Zip(indicators, (figure, indicator) => $"500113 {indicator} total flow 2022-09 {figure}")]);
        using var connection = store.Database.Open();
        Assert.Equal(state, Assert.Single(CoverageCount.Read(connection)).Cell().State);
    }
}
