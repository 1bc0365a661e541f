using System.Globalization;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Charts;

public sealed class ValueClassesTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Theory]
    [InlineData(Classing.Quantile, "1 2 3 4 5 6 7 8 9 10", "1 – 3 (2)|3 – 5 (2)|5 – 7 (2)|7 – 9 (2)|9 – 10 (2)")]
    [InlineData(Classing.Quantile, "1 1 1 1 1 1 2 3", "1 – 2 (6)|2 – 3 (2)")]
    [InlineData(Classing.Quantile, "-6 -4 -2 -1 3 7 9 11 13 15", "-6 – -3 (2)|-3 – <0 (2)|>0 – 8 (2)|8 – 12 (2)|12 – 15 (2)")]
    [InlineData(Classing.EqualInterval, "1 12 26 38 50", ">0 – 10 (1)|10 – 20 (1)|20 – 30 (1)|30 – 40 (1)|40 – 50 (1)")]
    [InlineData(Classing.EqualInterval, "1 2 3 100", ">0 – 25 (3)|25 – 50 (0)|50 – 75 (0)|75 – 100 (1)")]
    [InlineData(Classing.EqualInterval, "-30 -2 4 61", "-50 – <0 (2)|>0 – 50 (1)|50 – 100 (1)")]
    [InlineData(Classing.NaturalBreaks, "1 2 3 50 51 52 200 201 800 900", "1 – 30 (3)|30 – 100 (3)|100 – 500 (2)|500 – 900 (1)|900 (1)")]
    [InlineData(Classing.NaturalBreaks, "-1 1", "-1 – <0 (1)|>0 – 1 (1)")]
    [InlineData(Classing.NaturalBreaks, "7 7 7", "7 (3)")]
    [InlineData(Classing.Quantile, "-7 0 -7", "-7 (2)")]
    [InlineData(Classing.EqualInterval, "0 0", "")]
    public void Classes_OfFigures_HaveRoundLimitsAndCounts(Classing classing, string values, string expected) =>
        Assert.Equal(
            expected,
            string.Join('|', ValueClasses.Of(Values(values), classing).All.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one} ({one.Count})"))));

    [Theory]
    [InlineData("5 10 15 20 25", "p1 p2 p3 p4 p5")]
    [InlineData("1 9", "p1 p5")]
    [InlineData("4", "p3")]
    [InlineData("-20 -10 10 20", "n5 n2 p2 p5")]
    [InlineData("-10 10 20 30", "n2 p2 p4 p5")]
    [InlineData("-30 -20 -10", "n5 n3 n1")]
    [InlineData("-10 10", "n3 p3")]
    public void Strength_GrowsWithTheDistanceFromZeroAlikeOnBothSides(string values, string classes) =>
        Assert.Equal(classes, string.Join(' ', ValueClasses.Of(Values(values), Classing.NaturalBreaks).All.Select(one => one.CssClass)));

    [Fact]
    public void Zero_IsInNoClass()
    {
        var classes = ValueClasses.Of([-5, 0, 0, 5, 10], Classing.Quantile);
        Assert.Null(classes.Find(0));
        Assert.Equal(3, classes.All.Sum(one => one.Count));
    }

    [Fact]
    public void MarksThatCannotBeDrawn_AreNotClassed() =>
        Assert.Equal(2, ValueClasses.Of([Drawn.Mark(1), Drawn.Mark(2, Bound.MoreThan), Drawn.Mark(null, status: ObsStatus.Missing), Drawn.Mark(900, status: ObsStatus.LowReliability)], Classing.Quantile).All.Sum(one => one.Count));

    [Theory]
    [InlineData(">15", "至少属 10 – 20 级")]
    [InlineData("≤15", "至多属 10 – 20 级")]
    [InlineData("≈15", "属 10 – 20 级")]
    [InlineData("≈19", "至少属 10 – 20 级")]
    [InlineData("≲10.5", "至多属 10 – 20 级")]
    [InlineData("15", "属 10 – 20 级")]
    public void Words_OfABoundedFigure_SayHowFarItsClassIsCertain(string figure, string words) =>
        Assert.Equal(words, ClassKey.Words(new(10, 20, 3, 1), Statistics.Notation.Quantity(figure)));

    [Fact]
    public void Classes_OfAnything_HoldEachValueOnceInOrder() => Check.QuickThrowOnFailure(Prop.ForAll(Figures, Classings, (values, classing) =>
    {
        var classes = ValueClasses.Of(values, classing);
        var nonZero = values.Where(value => value != 0).ToList();
        Assert.InRange(classes.All.Count, nonZero.Count == 0 ? 0 : 1, ValueClasses.Most);
        Assert.All(nonZero, value =>
        {
            var last = classes.All[^1];
            Assert.Single(classes.All, one => one.Low <= value && (value < one.High || (one == last && value == one.High)));
            Assert.InRange(value, classes.Find(value)!.Low, classes.Find(value)!.High);
        });
        Assert.Equal(nonZero.Count, classes.All.Sum(one => one.Count));
        Assert.All(classes.All.Zip(classes.All.Skip(1)), pair => Assert.True(pair.First.Low < pair.Second.Low && pair.First.High == pair.Second.Low));
        Assert.DoesNotContain(classes.All, one => one.Low < 0 && one.High > 0);
        Assert.All(classes.All, one => Assert.InRange(one.Strength, 1, 5));
    }));

    [Fact]
    public void NaturalBreaks_HaveTheLeastDeviations() => Check.QuickThrowOnFailure(Prop.ForAll(Figures, values =>
    {
        var least = Deviations(values, Classing.NaturalBreaks);
        // Millions of millions squared leave no digits for small differences among small numbers.
        var lost = values.Max(value => value * value) * values.Count * 1e-15m;
        Assert.All([Classing.Quantile, Classing.EqualInterval], other => Assert.True(least <= Deviations(values, other) + 0.001m + lost));
    }));

    [Fact]
    public void NaturalBreaks_AgainstEveryOtherGrouping_AreTheBest() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(1, 60).ListOf(8).ToArbitrary(),
        numbers =>
        {
            var sorted = numbers.Distinct().Order().Select(number => (decimal)number).ToList();
            var best = Groupings(sorted, Math.Min(3, sorted.Count)).Min(grouping => grouping.Sum(SquaredDeviations));
            var found = NaturalBreaks.Groups(sorted, 3).Sum(group => SquaredDeviations([.. sorted.Where(value => value >= group.Least && value <= group.Greatest)]));
            Assert.Equal(best, found, 6);
        }));

    private static Arbitrary<List<decimal>> Figures => Gen.OneOf(
        Gen.Choose(-400, 900).Select(number => number / 10m),
        Gen.Choose(0, 6).Select(number => (decimal)number),
        Gen.Choose(1, 2_000_000_000).Select(number => (decimal)number)).NonEmptyListOf().Select(list => list.ToList()).ToArbitrary();

    private static Arbitrary<Classing> Classings => Gen.Elements(Enum.GetValues<Classing>()).ToArbitrary();

    private static IEnumerable<decimal> Values(string text) =>
        text.Split(' ').Select(value => decimal.Parse(value, CultureInfo.InvariantCulture));

    private static decimal Deviations(List<decimal> values, Classing classing)
    {
        var classes = ValueClasses.Of(values, classing);
        return values.Where(value => value != 0).GroupBy(value => classes.Find(value)).Sum(group => SquaredDeviations([.. group]));
    }

    private static decimal SquaredDeviations(List<decimal> values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }

    private static IEnumerable<List<List<decimal>>> Groupings(List<decimal> sorted, int groups)
    {
        if (groups == 1)
        {
            yield return [sorted];
            yield break;
        }

        for (var first = 1; first <= sorted.Count - groups + 1; first++)
        {
            foreach (var rest in Groupings(sorted[first..], groups - 1))
                yield return [sorted[..first], .. rest];
        }
    }
}
