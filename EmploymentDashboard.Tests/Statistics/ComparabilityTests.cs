using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>What keeps the figures of two areas from being set side by side. All reasons are told, not the first alone.</summary>
public sealed class ComparabilityTests
{
    [Theory]
    [InlineData("巴南 2023-01 5", "渝北 2023-01 7", "")]
    [InlineData("巴南 2023-01 >5", "渝北 2023-01~ ≈7", "")]
    [InlineData("巴南 ytd 2023-Q1 5", "渝北 ytd 2023-01/2023-03 7", "")]
    [InlineData("巴南 stock 2023-03-31 5", "渝北 stock 2023-03 7", "")]
    [InlineData("巴南 5", "高新区 7", "")]
    [InlineData("巴南 2023-01 5", "渝北 2023-02 7", "DifferentPeriods")]
    [InlineData("巴南 2023-01 5", "渝北 ytd 2023-01 7", "DifferentBases")]
    [InlineData("巴南 2023-01 5", "渝北 local 2023-01 7", "DifferentBreakdowns")]
    [InlineData("巴南 2023-01 5", "渝北 2023-01 O", "Missing")]
    [InlineData("巴南 2023-01 5", "渝北 2023-01 7 U", "LowReliability")]
    [InlineData("巴南 2023-01 5 D", "渝北 2023-01 7", "BreakInSeries")]
    [InlineData("巴南 2023-01 5 D", "渝北 2023-01 7 D", "")]
    [InlineData("巴南 guaranteed_loans 5", "渝北 7", "DifferentIndicators")]
    [InlineData("巴南 cumulative ../2023-03 5", "渝北 cumulative ../2023-03 7", "OpenPeriod")]
    [InlineData("巴南 cumulative ../2023-03 5", "渝北 migrant_workers cumulative ../2020-02 7", "DifferentBreakdowns DifferentPeriods OpenPeriod")]
    public void Hindrances_AreAllTold(string left, string right, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Comparability.Hindrances(Notation.Figure(left), Notation.Figure(right))));
        Assert.Equal(expected, string.Join(' ', Comparability.Hindrances(Notation.Figure(right), Notation.Figure(left))));
    }
}
