using EmploymentDashboard.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>Which periods are the same, follow each other, or share days.</summary>
public sealed class PeriodTests
{
    [Theory]
    [InlineData("2020-02", "2020-02~", true)]
    [InlineData("2021-Q3", "2021-35", true)]
    [InlineData("2021-Q3", "2021-07/2021-09", true)]
    [InlineData("2021", "2021-01-01/2021-12-31", true)]
    [InlineData("../2023-03", "../2023-03-31~", true)]
    [InlineData("2020-02", "2020-02-01/2020-02-28", false)]
    [InlineData("2023-03", "../2023-03", false)]
    [InlineData("2023-03/..", "2023-03", false)]
    [InlineData("2023-01", "2024-01", false)]
    public void Periods_OfTheSameDays_AreEqualHoweverTheyAreKnown(string left, string right, bool areEqual)
    {
        var (a, b) = (Period.Parse(left), Period.Parse(right));

        Assert.Equal(areEqual, a.Equals(b));
        Assert.Equal(areEqual, a.Equals((object)b));
        Assert.Equal(areEqual, a == b);
        Assert.Equal(!areEqual, a != b);
        Assert.Equal(areEqual, new HashSet<Period> { a }.Contains(b));
    }

    [Theory]
    [InlineData("2023-01", -1, "2022-01")]
    [InlineData("2021-02", -1, "2020-02")]
    [InlineData("2020-02", 1, "2021-02")]
    [InlineData("2020-02~", -1, "2019-02")]
    [InlineData("2021-01/2021-02", -1, "2020-01/2020-02")]
    [InlineData("2021-01-21/2021-02-28", -1, "2020-01-21/2020-02-29")]
    [InlineData("2024-02-29", -1, "2023-02-28")]
    [InlineData("2023-02-28", 1, "2024-02-28")]
    [InlineData("2024-02-29", 4, "2028-02-29")]
    [InlineData("2021-Q3", -1, "2020-Q3")]
    [InlineData("2021", 3, "2024")]
    [InlineData("2021/2022", -2, "2019/2020")]
    [InlineData("2023-01-30", 0, "2023-01-30")]
    [InlineData("../2023-03", -1, Notation.None)]
    [InlineData("2023-03/..", -1, Notation.None)]
    [InlineData("0001-05", -1, Notation.None)]
    [InlineData("9999-05", 1, Notation.None)]
    public void Period_ShiftedByYears_KeepsItsMonths(string text, int years, string expected) =>
        Assert.Equal(expected, Period.Parse(text).AddYears(years)?.Edtf ?? Notation.None);

    [Theory]
    [InlineData("2023-03", "2023-02")]
    [InlineData("2023-01", "2022-12")]
    [InlineData("2021-Q1", "2020-Q4")]
    [InlineData("2021-04/2021-09", "2020-10/2021-03")]
    [InlineData("2021-02/2021-04", "2020-11/2021-01")]
    [InlineData("2021", "2020")]
    [InlineData("2021/2022", "2019/2020")]
    [InlineData("2023-03-01/2023-03-31", "2023-02")]
    [InlineData("2023-03-10", Notation.None)]
    [InlineData("2023-03-01/2023-03-10", Notation.None)]
    [InlineData("2023-03-02/2023-03-31", Notation.None)]
    [InlineData("../2023-03", Notation.None)]
    [InlineData("2023-03/..", Notation.None)]
    [InlineData("0001-01", Notation.None)]
    [InlineData("0001-Q2", "0001-Q1")]
    public void PeriodBefore_HasAsManyWholeMonths(string text, string expected) =>
        Assert.Equal(expected, Period.Parse(text).Previous()?.Edtf ?? Notation.None);

    [Theory]
    [InlineData("2023-01", "2023-02", false)]
    [InlineData("2023-01", "2023-01-31", true)]
    [InlineData("2023-02", "2023-01-31", false)]
    [InlineData("2021-Q3", "2021-09", true)]
    [InlineData("2021-Q3", "2021-10", false)]
    [InlineData("2021", "2021-01/2021-09", true)]
    [InlineData("../2023-03", "2020-02", true)]
    [InlineData("../2023-03", "2023-04", false)]
    [InlineData("2020-03/..", "2035", true)]
    [InlineData("2020-03/..", "2020-02", false)]
    [InlineData("../2020-02", "2020-03/..", false)]
    [InlineData("../2020-03", "2020-03/..", true)]
    [InlineData("../2019", "../2023", true)]
    public void Periods_Overlap_WhereTheyShareADay(string left, string right, bool overlap)
    {
        Assert.Equal(overlap, Period.Parse(left).Overlaps(Period.Parse(right)));
        Assert.Equal(overlap, Period.Parse(right).Overlaps(Period.Parse(left)));
    }

    [Theory]
    [InlineData("2023-01", 1, true, "2023-01")]
    [InlineData("2023-01-01/2023-01-31", 1, true, "2023-01")]
    [InlineData("2023-01-30", 1, false, "2023-01")]
    [InlineData("2020-02-01/2020-02-28", 1, false, "2020-02")]
    [InlineData("2020-12-16/2021-02-28", 3, false, "2021-02")]
    [InlineData("2021-Q3", 3, false, "2021-09")]
    [InlineData("2021/2022", 24, false, "2022-12")]
    [InlineData("../2023-03", null, false, "2023-03")]
    [InlineData("2020-03/..", null, false, "2020-03")]
    public void Period_IsListedUnderItsLastMonth(string text, int? months, bool isOneMonth, string listedUnder)
    {
        var period = Period.Parse(text);

        Assert.Equal((months, isOneMonth, listedUnder), (period.LengthInMonths, period.IsOneMonth, period.ReferenceMonth.ToString()));
    }

    [Theory]
    [InlineData("2023-03", false, false)]
    [InlineData("../2023-03", true, true)]
    [InlineData("2020-03/..", false, true)]
    public void Period_IsOpen_WhereAnEndIsNotPrinted(string text, bool hasOpenStart, bool isOpen) =>
        Assert.Equal((hasOpenStart, isOpen), (Period.Parse(text).HasOpenStart, Period.Parse(text).IsOpen));

    [Fact]
    public void PeriodBefore_TouchesItsPeriodAndNoMore()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(WholeMonths, period =>
        {
            var before = period.Previous()!;
            return before.End!.Value.AddDays(1) == period.Start && before.LengthInMonths == period.LengthInMonths && !before.Overlaps(period);
        }));
    }

    [Fact]
    public void WholeMonths_ShiftedThereAndBack_AreTheSame() =>
        Check.QuickThrowOnFailure(Prop.ForAll(WholeMonths, Gen.Choose(-20, 20).ToArbitrary(), (period, years) => period.AddYears(years)?.AddYears(-years) == period));

    private static Arbitrary<Period> WholeMonths => (
        from year in Gen.Choose(1990, 2060)
        from month in Gen.Choose(1, 12)
        from length in Gen.Choose(0, 40)
        let first = new YearMonth(year, month)
        select Period.OfDays(first.FirstDay, first.AddMonths(length).LastDay)).ToArbitrary();
}
