using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>同比 and 环比: the change on the year before, and on the period before. Only what is alike is compared.</summary>
public sealed class ComparisonTests
{
    [Theory]
    [InlineData("2023-01 =120", "2022-01 =100", "20", "20")]
    [InlineData("2023-01 =80", "2022-01 =100", "-20", "-20")]
    [InlineData("2023-01 =100", "2022-01 =100", "0", "0")]
    [InlineData("2023-01 =0", "2022-01 =100", "-100", "-100")]
    [InlineData("2021-02 =120", "2020-02~ =100", "20", "20")]
    [InlineData("2021-Q3 =120", "2020-07/2020-09 =100", "20", "20")]
    [InlineData("ytd 2023-01/2023-05 =120", "ytd 2022-01/2022-05 =100", "20", "20")]
    [InlineData("stock 2023-05 =120", "stock 2022-05 =100", "20", "20")]
    [InlineData("target 2023 =120", "target 2022 =100", "20", "20")]
    [InlineData("unemployment_rate stock 2023-05 =5.3", "unemployment_rate stock 2022-05 =5.5", "-0.2", "-3.6364")]
    [InlineData("2023-01 =120 D", "2022-01 =100 D", "20", "20")]
    [InlineData("2023-01 =120 P", "2022-01 =100 B", "20", "20")]
    public void YearOnYear_OfTheSameMonths_GivesDifferenceAndPercent(string current, string earlier, string difference, string percent) =>
        AssertChange(Comparison.YearOnYear(Notation.Figure(current), Notation.Figure(earlier)), difference, percent);

    [Theory]
    [InlineData("2023-02 =120", "2023-01 =100", "20", "20")]
    [InlineData("2023-01 =120", "2022-12 =100", "20", "20")]
    [InlineData("2023-Q1 =120", "2022-Q4 =100", "20", "20")]
    [InlineData("2023-03/2023-04 =120", "2023-01/2023-02 =100", "20", "20")]
    [InlineData("2023 =120", "2022 =100", "20", "20")]
    [InlineData("stock 2023-02 =120", "stock 2023-01 =100", "20", "20")]
    public void PeriodOnPeriod_OfConsecutiveMonths_GivesDifferenceAndPercent(string current, string earlier, string difference, string percent) =>
        AssertChange(Comparison.PeriodOnPeriod(Notation.Figure(current), Notation.Figure(earlier)), difference, percent);

    /// <summary>A growth of "more than" is said as such; two lower bounds have no difference, nor have two 约 that may be a rise or a fall.</summary>
    [Theory]
    [InlineData(">120", "=100", ">20", ">20")]
    [InlineData("=120", ">100", "<20", "<20")]
    [InlineData("=120", "≤100", "≥20", "≥20")]
    [InlineData(">120", "<100", ">20", ">20")]
    [InlineData("≲105", "=100", "<5", "<5")]
    [InlineData("=120", "≲100", ">20", ">20")]
    [InlineData("≈200", "=100", "≈100", "≈100")]
    [InlineData("≈200", "≈100", "≈100", "≈100")]
    [InlineData("≈105", "=100", "BoundsConflict", "BoundsConflict")]
    [InlineData("≈115", "≈100", "BoundsConflict", "BoundsConflict")]
    [InlineData(">120", ">100", "BoundsConflict", "BoundsConflict")]
    [InlineData("<120", "≤100", "BoundsConflict", "BoundsConflict")]
    [InlineData("≈500", ">100", "BoundsConflict", "BoundsConflict")]
    [InlineData("=0", "≥100", "≤-100", "-100")]
    [InlineData("=120", "=0", "120", "DivisionByZero")]
    [InlineData("=0", "=0", "0", "DivisionByZero")]
    [InlineData(">120", "≥0", "BoundsConflict", "DivisionByZero")]
    [InlineData("=-5", "=10", "-15", "-150")]
    [InlineData("=5", "=-10", "15", "NegativeBase")]
    public void Change_CarriesTheBounds(string current, string earlier, string difference, string percent) =>
        AssertChange(Comparison.YearOnYear(Notation.Figure("2023-01 " + current), Notation.Figure("2022-01 " + earlier)), difference, percent);

    [Theory]
    [InlineData(Obstacle.DifferentIndicators, "2023-01", "guaranteed_loans 2022-01")]
    [InlineData(Obstacle.DifferentBases, "ytd 2023-01", "flow 2022-01")]
    [InlineData(Obstacle.DifferentBases, "flow 2023", "target 2022")]
    [InlineData(Obstacle.DifferentAreas, "巴南 2023-01", "渝北 2022-01")]
    [InlineData(Obstacle.OverlappingBreakdowns, "total 2023-01", "local 2022-01")]
    [InlineData(Obstacle.Missing, "2023-01 O", "2022-01")]
    [InlineData(Obstacle.Missing, "2023-01", "2022-01 L")]
    [InlineData(Obstacle.LowReliability, "2023-01 U", "2022-01")]
    [InlineData(Obstacle.LowReliability, "2023-01", "2022-01 U")]
    [InlineData(Obstacle.BreakInSeries, "2023-01 B", "2022-01")]
    [InlineData(Obstacle.BreakInSeries, "2023-01 D", "2022-01")]
    [InlineData(Obstacle.BreakInSeries, "2023-01", "2022-01 D")]
    [InlineData(Obstacle.OpenPeriod, "cumulative ../2023-01", "cumulative ../2022-01")]
    [InlineData(Obstacle.OpenPeriod, "2023-01", "../2022-01")]
    [InlineData(Obstacle.OpenPeriod, "2023-01/..", "2022-01")]
    [InlineData(Obstacle.DifferentMonths, "2023-01", "2022-02")]
    [InlineData(Obstacle.DifferentMonths, "2023-01", "2021-01")]
    [InlineData(Obstacle.DifferentMonths, "2023-01", "2023-01")]
    [InlineData(Obstacle.DifferentMonths, "2022-01", "2023-01")]
    [InlineData(Obstacle.DifferentMonths, "2023-01", "2022")]
    [InlineData(Obstacle.DifferentMonths, "ytd 2023-01/2023-05", "ytd 2022-01/2022-04")]
    [InlineData(Obstacle.DifferentMonths, "0001-01", "2022-01")]
    [InlineData(Obstacle.OverlappingPeriods, "2021/2022", "2020/2021")]
    public void YearOnYear_OfWhatIsNotAlike_IsRefused(Obstacle obstacle, string current, string earlier) =>
        AssertRefused(obstacle, Comparison.YearOnYear(Notation.Figure(current), Notation.Figure(earlier)));

    [Theory]
    [InlineData(Obstacle.HoldsPeriodBefore, "ytd 2023-01/2023-02", "ytd 2023-01")]
    [InlineData(Obstacle.HoldsPeriodBefore, "cumulative ../2023-02", "cumulative ../2023-01")]
    [InlineData(Obstacle.NotConsecutive, "2023-03", "2023-01")]
    [InlineData(Obstacle.NotConsecutive, "2023-01", "2023-02")]
    [InlineData(Obstacle.NotConsecutive, "2023-01-30", "2023-01-29")]
    [InlineData(Obstacle.DifferentLengths, "2023-Q1", "2022-12")]
    [InlineData(Obstacle.DifferentLengths, "2023-01", "2022")]
    [InlineData(Obstacle.OpenPeriod, "2023-01", "../2022-12")]
    [InlineData(Obstacle.LowReliability, "2023-02", "2023-01 U")]
    [InlineData(Obstacle.BreakInSeries, "2023-02 B", "2023-01")]
    public void PeriodOnPeriod_OfWhatIsNotAlike_IsRefused(Obstacle obstacle, string current, string earlier) =>
        AssertRefused(obstacle, Comparison.PeriodOnPeriod(Notation.Figure(current), Notation.Figure(earlier)));

    [Fact]
    public void Comparison_WithNoEarlierFigure_SaysSo()
    {
        AssertRefused(Obstacle.NothingThere, Comparison.YearOnYear(Notation.Figure("2023-01"), null));
        AssertRefused(Obstacle.NothingThere, Comparison.PeriodOnPeriod(Notation.Figure("2023-01"), null));
    }

    private static void AssertChange(Change change, string difference, string percent) =>
        Assert.Equal((difference, percent), (Notation.Write(change.Difference), Notation.Write(change.Percent)));

    private static void AssertRefused(Obstacle obstacle, Change change) => Assert.Equal(new Change(obstacle, obstacle), change);
}
