using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>累计 and 当月: one switched to the other; what is printed is never replaced by what is computed.</summary>
public sealed class ReadingTests
{
    /// <summary>Figures as <see cref="Notation"/> writes them, then the points: basis, period, number or obstacle, * for a computed one.</summary>
    [Theory]
    [InlineData(Reading.AsPrinted, "ytd 2023-01 10, 2023-02 7", "ytd 2023-01 10; flow 2023-02 7")]
    [InlineData(Reading.Month, "ytd 2023-01 10, ytd 2023-01/2023-02 30", "flow 2023-01 10*; flow 2023-02 20*")]
    [InlineData(Reading.Month, "ytd 2023-01 10, ytd 2023-01/2023-02 30, 2023-02 21", "flow 2023-02 21; flow 2023-01 10*")]
    [InlineData(Reading.Month, "ytd 2023-01/2023-02 30", "flow 2023-02 Missing*")]
    [InlineData(Reading.Month, "ytd 2023-01 10, target 2023 =99, cumulative ../2023-02 50", "target 2023 99; cumulative ../2023-02 50; flow 2023-01 10*")]
    [InlineData(Reading.YearToDate, "2023-01 10, 2023-02 20", "ytd 2023-01 10*; ytd 2023-01/2023-02 30*")]
    [InlineData(Reading.YearToDate, "2023-02 20", "ytd 2023-01/2023-02 Missing*")]
    [InlineData(Reading.YearToDate, "2023-01 10, 2023-02 20, ytd 2023-01/2023-02 31", "ytd 2023-01/2023-02 31; ytd 2023-01 10*")]
    [InlineData(Reading.YearToDate, "2023-Q1 60, 2023-01 10", "flow 2023-Q1 60; ytd 2023-01 10*")]
    public void Reading_ReplacesTheOther(Reading reading, string figures, string expected) =>
        Assert.Equal(expected, string.Join("; ", Readings.Apply(reading, Notation.Figures(figures.Split(", "))).Select(Write)));

    [Theory]
    [InlineData(Reading.Month, "ytd 2023-01 10", true)]
    [InlineData(Reading.Month, "ytd 2023-01/2023-02 30", false)]
    [InlineData(Reading.Month, "2023-01 10", false)]
    [InlineData(Reading.YearToDate, "2023-01 10", true)]
    [InlineData(Reading.YearToDate, "2023-02 10", false)]
    [InlineData(Reading.YearToDate, "cumulative ../2023-02 50", false)]
    [InlineData(Reading.AsPrinted, "cumulative ../2023-02 50", true)]
    public void Reading_IsOffered_WhereItComputesAFigure(Reading reading, string figures, bool isOffered) =>
        Assert.Equal(isOffered, Readings.IsOffered(reading, Notation.Figures(figures.Split(", "))));

    private static string Write(SeriesPoint point) =>
        $"{Codes.Basis.Write(point.Figure.Series.Basis)} {point.Figure.Period} {(point.Obstacle == Obstacle.None ? Notation.Write(point.Figure.Quantity) : point.Obstacle)}{(point.IsComputed ? "*" : "")}";
}
