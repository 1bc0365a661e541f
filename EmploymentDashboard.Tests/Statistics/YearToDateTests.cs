using EmploymentDashboard.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>Year-to-date and month: each from the other, where nothing between is missing.</summary>
public sealed class YearToDateTests
{
    [Theory]
    [InlineData("January is its own month", "2023-01 10", "2023-01: 10")]
    [InlineData("a later month needs the one before", "2023-01 10, 2023-01/2023-02 30, 2023-Q1 60", "2023-01: 10, 2023-02: 20, 2023-03: 30")]
    [InlineData("in any order", "2023-Q1 60, 2023-01 10, 2023-01/2023-02 30", "2023-01: 10, 2023-02: 20, 2023-03: 30")]
    [InlineData("a year's end is December", "2022-01/2022-11 80, 2022 100", "2022-11: Missing, 2022-12: 20")]
    [InlineData("each year begins anew", "2022 100, 2023-01 10", "2022-12: Missing, 2023-01: 10")]
    [InlineData("a gap stops the month after it", "2023-01 10, 2023-Q1 60, 2023-01/2023-04 70", "2023-01: 10, 2023-03: Missing, 2023-04: 10")]
    [InlineData("so does a figure reported as missing", "2023-01 10, 2023-01/2023-02 O, 2023-Q1 60", "2023-01: 10, 2023-02: Missing, 2023-03: Missing")]
    [InlineData("and a doubtful one", "2023-01 10 U, 2023-01/2023-02 30", "2023-01: LowReliability, 2023-02: LowReliability")]
    [InlineData("and a break in the series", "2023-01 10, 2023-01/2023-02 30 B, 2023-Q1 60", "2023-01: 10, 2023-02: BreakInSeries, 2023-03: 30")]
    [InlineData("no change is a zero, which is a figure", "2023-01 10, 2023-01/2023-02 10", "2023-01: 10, 2023-02: 0")]
    [InlineData("a fall is an error", "2023-01 10, 2023-01/2023-02 9", "2023-01: 10, 2023-02: FallingYearToDate")]
    [InlineData("also below an upper bound", "2023-01 10, 2023-01/2023-02 <10", "2023-01: 10, 2023-02: FallingYearToDate")]
    [InlineData("also below a lower bound", "2023-01 >10, 2023-01/2023-02 10", "2023-01: >10, 2023-02: FallingYearToDate")]
    [InlineData("but not where the bounds leave room for a rise", "2023-01 ≤10, 2023-01/2023-02 9", "2023-01: ≤10, 2023-02: BoundsConflict")]
    [InlineData("nor where only a lower bound is known", "2023-01 10, 2023-01/2023-02 >9", "2023-01: 10, 2023-02: BoundsConflict")]
    [InlineData("nor where 约 leaves room for a rise", "2023-01 100, 2023-01/2023-02 ≈95", "2023-01: 100, 2023-02: BoundsConflict")]
    [InlineData("but where it leaves none", "2023-01 100, 2023-01/2023-02 ≈80", "2023-01: 100, 2023-02: FallingYearToDate")]
    [InlineData("a lower bound carries over", "2023-01 10, 2023-01/2023-02 >30", "2023-01: 10, 2023-02: >20")]
    [InlineData("and turns where it is taken away", "2023-01 >10, 2023-01/2023-02 30", "2023-01: >10, 2023-02: <20")]
    [InlineData("two lower bounds leave nothing known", "2023-01 >10, 2023-01/2023-02 >30", "2023-01: >10, 2023-02: BoundsConflict")]
    [InlineData("not from 1 January, or not to a month's end: left out", "2023-02 10, 2023-01/2023-01-15 5, ../2023-03 60, 2022-01/2023-01 90, 2023-01-02/2023-01-31 9", "")]
    [InlineData("an inferred month is still that month", "2023-01~ 10, 2023-01/2023-02~ 30", "2023-01: 10, 2023-02: 20")]
    public void YearToDate_GivesTheMonths(string rule, string yearToDate, string months) =>
        AssertDerived(rule, months, YearToDate.ToMonthly(Series("ytd", yearToDate)), Basis.Flow);

    [Theory]
    [InlineData("January is both", "2023-01 10", "2023-01: 10")]
    [InlineData("months add up", "2023-01 10, 2023-02 20, 2023-03 30", "2023-01: 10, 2023-01/2023-02: 30, 2023-Q1: 60")]
    [InlineData("in any order", "2023-02 20, 2023-01 10", "2023-01: 10, 2023-01/2023-02: 30")]
    [InlineData("a month that is not there stops its year", "2023-01 10, 2023-03 30, 2023-04 40", "2023-01: 10, 2023-Q1: Missing, 2023-01/2023-04: Missing")]
    [InlineData("and no other", "2022-12 5, 2023-01 10", "2022: Missing, 2023-01: 10")]
    [InlineData("so does one reported as missing", "2023-01 O, 2023-02 20", "2023-01: Missing, 2023-01/2023-02: Missing")]
    [InlineData("and a doubtful one", "2023-01 10, 2023-02 20 U", "2023-01: 10, 2023-01/2023-02: LowReliability")]
    [InlineData("a zero does not", "2023-01 0, 2023-02 20", "2023-01: 0, 2023-01/2023-02: 20")]
    [InlineData("bounds are carried", "2023-01 >10, 2023-02 20", "2023-01: >10, 2023-01/2023-02: >30")]
    [InlineData("and may leave nothing known", "2023-01 >10, 2023-02 <20", "2023-01: >10, 2023-01/2023-02: BoundsConflict")]
    [InlineData("what is no calendar month is left out", "2023-01-30 1, 2023-Q1 60, ../2023-01 9", "")]
    public void Months_GiveTheYearToDate(string rule, string months, string yearToDate) =>
        AssertDerived(rule, yearToDate, YearToDate.FromMonthly(Series("flow", months)), Basis.Ytd);

    [Theory]
    [InlineData("2023-01 10, 2023-01/2023-02 9, 2023-Q1 30", "2023-02")]
    [InlineData("2023-01 10, 2023-01/2023-02 9, 2023-Q1 8", "2023-02 2023-03")]
    [InlineData("2022 100, 2023-01 10", "")]
    [InlineData("2023-01 10, 2023-Q1 9", "")]
    public void Falls_AreListedByMonth(string yearToDate, string months) =>
        Assert.Equal(months, string.Join(' ', YearToDate.Falls(Series("ytd", yearToDate))));

    [Fact]
    public void Months_ToYearToDateAndBack_AreTheSame()
    {
        var years = from first in Gen.Choose(2000, 2030)
                    from values in Gen.Choose(0, 100_000).ArrayOf(24)
                    select values.Select((value, index) => Notation.Figure($"{new YearMonth(first, 1).AddMonths(index)} ={value}")).ToArray();

        Check.QuickThrowOnFailure(Prop.ForAll(years.ToArbitrary(), months =>
            YearToDate.ToMonthly(AsObservations(YearToDate.FromMonthly(months))).Select(figure => (figure.Series, figure.Period, figure.Quantity.Quantity))
                .SequenceEqual(months.Select(month => (month.Series, month.Period, month.Quantity)))));
    }

    [Fact]
    public void YearToDate_OnAnotherBasis_IsAProgrammersError() =>
        Assert.Throws<ArgumentException>(() => YearToDate.ToMonthly(Series("flow", "2023-01 10")));

    [Fact]
    public void YearToDate_OfTwoSeries_IsAProgrammersError() =>
        Assert.Throws<ArgumentException>(() => YearToDate.ToMonthly(Series("ytd", "2023-01 10, 2023-01/2023-02 渝北 20")));

    [Fact]
    public void YearToDate_WithTwoFiguresOfAMonth_IsAProgrammersError() =>
        Assert.Throws<ArgumentException>(() => YearToDate.ToMonthly(Series("ytd", "2023-Q1 first 10, 2023-01/2023-03 second 20")));

    /// <summary>Figures of one basis, parted by commas, each a period and a number.</summary>
    private static Observation[] Series(string basis, string figures) =>
        Notation.Figures(figures.Split(", ").Select(figure => $"{basis} {figure}"));

    private static Observation[] AsObservations(IEnumerable<DerivedFigure> figures) =>
        [.. figures.Select(figure => new Observation { Series = figure.Series, Period = figure.Period, Quantity = figure.Quantity.Quantity, Source = "first" })];

    private static void AssertDerived(string rule, string expected, IReadOnlyList<DerivedFigure> derived, Basis basis)
    {
        var actual = string.Join(", ", derived.Select(figure => $"{figure.Period}: {Notation.Write(figure.Quantity)}"));
        Assert.True(expected == actual, $"{rule}: expected '{expected}', not '{actual}'.");
        Assert.All(derived, figure => Assert.Equal(basis, figure.Series.Basis));
    }
}
