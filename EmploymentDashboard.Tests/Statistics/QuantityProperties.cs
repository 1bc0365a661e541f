using EmploymentDashboard.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>
/// Arithmetic must not claim what is not known: whatever figures two articles may have meant, their sum lies where the computed one says.
/// For words with a limit (余, 以上, 以内, 不到) that is strict. 约 and 近 have none, and are read as within a tenth by convention;
/// the tenth holds for sums of counts, and each property says what holds beyond them.
/// </summary>
public sealed class QuantityProperties
{
    /// <summary>A printed figure, and a true one that it admits.</summary>
    private sealed record Printed(Quantity Quantity, decimal Truth);

    private static Gen<decimal> Numbers(int least, int most) => Gen.Choose(least * 10, most * 10).Select(tenths => tenths / 10m);

    private static Gen<Printed> Figures(int least, int most) =>
        from value in Numbers(least, most)
        from bound in Gen.Elements(Enum.GetValues<Bound>())
        from distance in Gen.OneOf(Gen.Constant(0m), Numbers(0, most))
        from hundredths in Gen.Choose(1, 100)
        from side in Gen.Elements(-1, 1)
        let margin = Math.Abs(value) / 10 * hundredths / 100
        let quantity = new Quantity(value, bound)
        let truth = bound switch
        {
            Bound.MoreThan => value + distance + 0.1m,
            Bound.AtLeast => value + distance,
            Bound.About => value + (side * margin),
            Bound.Nearly => value - margin,
            Bound.AtMost => value - distance,
            Bound.LessThan => value - distance - 0.1m,
            _ => value,
        }
        where quantity.Admits(truth)
        select new Printed(quantity, truth);

    private static Arbitrary<Printed> Counts => Figures(0, 1000).ToArbitrary();

    private static Arbitrary<Printed> AnySign => Figures(-1000, 1000).ToArbitrary();

    [Fact]
    public void EveryBound_HasAnAdmittedTruth() =>
        Assert.Equal(Enum.GetValues<Bound>().Order(), Figures(0, 1000).Sample(500).Select(printed => printed.Quantity.Bound).Distinct().Order());

    [Fact]
    public void Sum_OfCounts_AdmitsTheTrueSum() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Counts, Counts, (x, y) =>
            Quantity.Add(x.Quantity, y.Quantity)?.Admits(x.Truth + y.Truth) ?? true));

    [Fact]
    public void Sum_OfAnySigns_AdmitsTheTrueSum_AndAboutKeepsItsSign() =>
        Check.QuickThrowOnFailure(Prop.ForAll(AnySign, AnySign, (x, y) =>
            IsBorneOut(Quantity.Add(x.Quantity, y.Quantity), x.Truth + y.Truth)));

    [Fact]
    public void Difference_AdmitsTheTrueDifference_AndAboutKeepsItsSign() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Counts, Counts, (x, y) =>
            IsBorneOut(Quantity.Subtract(x.Quantity, y.Quantity), x.Truth - y.Truth)));

    [Fact]
    public void Sum_DoesNotDependOnTheOrderOfTwo() =>
        Check.QuickThrowOnFailure(Prop.ForAll(AnySign, AnySign, (x, y) =>
            Quantity.Add(x.Quantity, y.Quantity) == Quantity.Add(y.Quantity, x.Quantity)));

    [Fact]
    public void Sum_OfCounts_DoesNotDependOnTheOrderOfMany() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Counts, Counts, Counts, (x, y, z) =>
            Add(Quantity.Add(x.Quantity, y.Quantity), z.Quantity) == Add(Quantity.Add(y.Quantity, z.Quantity), x.Quantity)));

    [Fact]
    public void Zero_AddsNothing() =>
        Check.QuickThrowOnFailure(Prop.ForAll(AnySign, x => Quantity.Add(Quantity.Zero, x.Quantity) == x.Quantity));

    /// <summary>Two tenths make up to two ninths in a ratio of 约, which is all that ≈ says of one.</summary>
    [Fact]
    public void Ratio_OfCounts_AdmitsTheTrueRatio_AndAboutIsWithinTwoNinths() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Counts, Counts.Filter(y => y.Truth > 0), (x, y) =>
            Quantity.Divide(x.Quantity, y.Quantity) switch
            {
                null => true,
                { Bound: Bound.About } ratio => Math.Abs((x.Truth / y.Truth) - ratio.Value) <= ratio.Value * 2 / 9,
                { } ratio => ratio.Admits(x.Truth / y.Truth),
            }));

    [Fact]
    public void Ratio_OfNegativeFigures_AdmitsTheTrueRatio() =>
        Check.QuickThrowOnFailure(Prop.ForAll(AnySign, Counts.Filter(y => y.Truth > 0), (x, y) =>
            IsBorneOut(Quantity.Divide(x.Quantity, y.Quantity), x.Truth / y.Truth)));

    [Fact]
    public void Scaling_AdmitsTheScaledTruth() =>
        Check.QuickThrowOnFailure(Prop.ForAll(AnySign, Numbers(-20, 20).ToArbitrary(), (x, factor) =>
            (x.Quantity * factor).Admits(x.Truth * factor)));

    [Fact]
    public void Negation_AdmitsTheNegativeTruth_AndTwiceIsTheSame_ButThatNearlyBecomesLessThan() =>
        Check.QuickThrowOnFailure(Prop.ForAll(AnySign, x =>
            (-x.Quantity).Admits(-x.Truth) &&
            -(-x.Quantity) == (x.Quantity.Bound == Bound.Nearly ? x.Quantity with { Bound = Bound.LessThan } : x.Quantity)));

    [Fact]
    public void Rounding_OfALimit_StillAdmitsTheTruth() =>
        Check.QuickThrowOnFailure(Prop.ForAll(AnySign.Filter(x => x.Quantity.Bound is not (Bound.Exact or Bound.About or Bound.Nearly)), x =>
            x.Quantity.Round(0).Admits(x.Truth)));

    private static Quantity? Add(Quantity? x, Quantity y) => x is { } known ? Quantity.Add(known, y) : null;

    private static bool IsBorneOut(Quantity? computed, decimal truth) => computed switch
    {
        null => true,
        { Bound: Bound.About } about => Math.Sign(about.Value) == Math.Sign(truth),
        { } other => other.Admits(truth),
    };
}
