using EmploymentDashboard.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>What each transform makes of each basis and bound, and what it refuses.</summary>
public sealed class TransformTests
{
    private static readonly Bound[] AllBounds = Enum.GetValues<Bound>();

    /// <summary>Of the scene below, on which its indices are based.</summary>
    private static readonly YearMonth FirstMonth = new(2022, 2);

    /// <summary>
    /// The figure transformed is 120 with each bound in turn: exact, more than, at least, about, nearly, at most, less than. The
    /// period before and the year before have exactly 100, the ten months between exactly 10 each, the city 1000 in every period.
    /// One word for all seven where the bound makes no difference.
    /// </summary>
    [Theory]
    [InlineData(Transform.None, Basis.Flow, "120 >120 ≥120 ≈120 ≲120 ≤120 <120")]
    [InlineData(Transform.None, Basis.Ytd, "120 >120 ≥120 ≈120 ≲120 ≤120 <120")]
    [InlineData(Transform.None, Basis.Cumulative, "120 >120 ≥120 ≈120 ≲120 ≤120 <120")]
    [InlineData(Transform.None, Basis.Stock, "120 >120 ≥120 ≈120 ≲120 ≤120 <120")]
    [InlineData(Transform.None, Basis.Average, "120 >120 ≥120 ≈120 ≲120 ≤120 <120")]
    [InlineData(Transform.None, Basis.Target, "120 >120 ≥120 ≈120 ≲120 ≤120 <120")]
    [InlineData(Transform.None, Basis.Limit, "120 >120 ≥120 ≈120 ≲120 ≤120 <120")]
    [InlineData(Transform.PeriodOnPeriod, Basis.Flow, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.PeriodOnPeriod, Basis.Ytd, "HoldsPeriodBefore")]
    [InlineData(Transform.PeriodOnPeriod, Basis.Cumulative, "OpenPeriod")]
    [InlineData(Transform.PeriodOnPeriod, Basis.Stock, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.PeriodOnPeriod, Basis.Average, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.PeriodOnPeriod, Basis.Target, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.PeriodOnPeriod, Basis.Limit, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.PeriodOnPeriodChange, Basis.Flow, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.PeriodOnPeriodChange, Basis.Ytd, "HoldsPeriodBefore")]
    [InlineData(Transform.PeriodOnPeriodChange, Basis.Cumulative, "OpenPeriod")]
    [InlineData(Transform.PeriodOnPeriodChange, Basis.Stock, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.PeriodOnPeriodChange, Basis.Average, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.PeriodOnPeriodChange, Basis.Target, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.PeriodOnPeriodChange, Basis.Limit, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.YearOnYear, Basis.Flow, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.YearOnYear, Basis.Ytd, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.YearOnYear, Basis.Cumulative, "OpenPeriod")]
    [InlineData(Transform.YearOnYear, Basis.Stock, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.YearOnYear, Basis.Average, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.YearOnYear, Basis.Target, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.YearOnYear, Basis.Limit, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.YearOnYearChange, Basis.Flow, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.YearOnYearChange, Basis.Ytd, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.YearOnYearChange, Basis.Cumulative, "OpenPeriod")]
    [InlineData(Transform.YearOnYearChange, Basis.Stock, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.YearOnYearChange, Basis.Average, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.YearOnYearChange, Basis.Target, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.YearOnYearChange, Basis.Limit, "20 >20 ≥20 ≈20 <20 ≤20 <20")]
    [InlineData(Transform.ShareOfCity, Basis.Flow, "12 >12 ≥12 ≈12 ≲12 ≤12 <12")]
    [InlineData(Transform.ShareOfCity, Basis.Ytd, "12 >12 ≥12 ≈12 ≲12 ≤12 <12")]
    [InlineData(Transform.ShareOfCity, Basis.Cumulative, "OpenPeriod")]
    [InlineData(Transform.ShareOfCity, Basis.Stock, "12 >12 ≥12 ≈12 ≲12 ≤12 <12")]
    [InlineData(Transform.ShareOfCity, Basis.Average, "12 >12 ≥12 ≈12 ≲12 ≤12 <12")]
    [InlineData(Transform.ShareOfCity, Basis.Target, "NotActual")]
    [InlineData(Transform.ShareOfCity, Basis.Limit, "NotActual")]
    [InlineData(Transform.Index, Basis.Flow, "120 >120 ≥120 ≈120 ≲120 ≤120 <120")]
    [InlineData(Transform.Index, Basis.Ytd, "RunningTotal")]
    [InlineData(Transform.Index, Basis.Cumulative, "RunningTotal")]
    [InlineData(Transform.Index, Basis.Stock, "120 >120 ≥120 ≈120 ≲120 ≤120 <120")]
    [InlineData(Transform.Index, Basis.Average, "120 >120 ≥120 ≈120 ≲120 ≤120 <120")]
    [InlineData(Transform.Index, Basis.Target, "NotActual")]
    [InlineData(Transform.Index, Basis.Limit, "NotActual")]
    [InlineData(Transform.MovingSum, Basis.Flow, "320 >320 ≥320 ≈320 ≲320 ≤320 <320")]
    [InlineData(Transform.MovingSum, Basis.Ytd, "RunningTotal")]
    [InlineData(Transform.MovingSum, Basis.Cumulative, "RunningTotal")]
    [InlineData(Transform.MovingSum, Basis.Stock, "NotAFlow")]
    [InlineData(Transform.MovingSum, Basis.Average, "NotAFlow")]
    [InlineData(Transform.MovingSum, Basis.Target, "NotActual")]
    [InlineData(Transform.MovingSum, Basis.Limit, "NotActual")]
    [InlineData(Transform.MovingMean, Basis.Flow, "26.7 >26.6 ≥26.6 ≈26.7 ≲26.7 ≤26.7 <26.7")]
    [InlineData(Transform.MovingMean, Basis.Ytd, "RunningTotal")]
    [InlineData(Transform.MovingMean, Basis.Cumulative, "RunningTotal")]
    [InlineData(Transform.MovingMean, Basis.Stock, "26.7 >26.6 ≥26.6 ≈26.7 ≲26.7 ≤26.7 <26.7")]
    [InlineData(Transform.MovingMean, Basis.Average, "26.7 >26.6 ≥26.6 ≈26.7 ≲26.7 ≤26.7 <26.7")]
    [InlineData(Transform.MovingMean, Basis.Target, "NotActual")]
    [InlineData(Transform.MovingMean, Basis.Limit, "NotActual")]
    public void Transform_OfEachBasisAndBound_IsAsTheTableSays(Transform transform, Basis basis, string expected)
    {
        var words = expected.Split(' ');
        Assert.Equal(
            AllBounds.Select((_, index) => words.Length == 1 ? words[0] : words[index]),
            AllBounds.Select(bound => Write(Last(transform, Series(basis, new(120, bound)), FirstMonth))));
    }

    /// <summary>The same with an exact figure and a bound on what it is measured by: the period before, the year before, the city, the base month.</summary>
    [Theory]
    [InlineData(Transform.PeriodOnPeriod, "20 <20 ≤20 ≈20 >20 ≥20 >20")]
    [InlineData(Transform.PeriodOnPeriodChange, "20 <20 ≤20 ≈20 >20 ≥20 >20")]
    [InlineData(Transform.YearOnYear, "20 <20 ≤20 ≈20 >20 ≥20 >20")]
    [InlineData(Transform.ShareOfCity, "12 <12 ≤12 ≈12 >12 ≥12 >12")]
    [InlineData(Transform.Index, "120 <120 ≤120 ≈120 >120 ≥120 >120")]
    public void Transform_AgainstABoundedFigure_TurnsTheBound(Transform transform, string expected) =>
        Assert.Equal(expected.Split(' '), AllBounds.Select(bound => Write(Last(transform, Series(Basis.Flow, new(120), bound), FirstMonth))));

    /// <summary>Figures as <see cref="Notation"/> writes them, the last of which is transformed.</summary>
    [Theory]
    [InlineData("no month before", Transform.PeriodOnPeriod, "2023-01 100, 2023-03 120", "NothingThere")]
    [InlineData("no year before", Transform.YearOnYear, "2023-01 100, 2023-02 120", "NothingThere")]
    [InlineData("days have no period before", Transform.PeriodOnPeriod, "2023-01-29 100, 2023-01-30 120", "NotConsecutive")]
    [InlineData("but a year before", Transform.YearOnYear, "2022-01-30 100, 2023-01-30 120", "20")]
    [InlineData("quarters", Transform.PeriodOnPeriod, "2022-Q4 100, 2023-Q1 120", "20")]
    [InlineData("a quarter after a month", Transform.PeriodOnPeriod, "2022-12 100, 2023-Q1 120", "NothingThere")]
    [InlineData("a stock of a month's last day is that of the month", Transform.PeriodOnPeriodChange, "stock 2023-01-31 100, stock 2023-02 120", "20")]
    [InlineData("a stock of a day within it is not", Transform.PeriodOnPeriodChange, "stock 2023-01-30 100, stock 2023-02 120", "NothingThere")]
    [InlineData("missing is not zero", Transform.PeriodOnPeriod, "2023-01 O, 2023-02 120", "Missing")]
    [InlineData("a doubtful figure", Transform.YearOnYear, "2022-02 100 U, 2023-02 120", "LowReliability")]
    [InlineData("a break", Transform.YearOnYear, "2022-02 100, 2023-02 120 B", "BreakInSeries")]
    [InlineData("from zero", Transform.YearOnYear, "2022-02 0, 2023-02 120", "DivisionByZero")]
    [InlineData("from zero there is a difference", Transform.YearOnYearChange, "2022-02 0, 2023-02 120", "120")]
    [InlineData("rates in per cent", Transform.YearOnYear, "unemployment_rate stock 2022-02 5.5, unemployment_rate stock 2023-02 5.3", "RateInPoints")]
    [InlineData("rates in points", Transform.YearOnYearChange, "unemployment_rate stock 2022-02 5.5, unemployment_rate stock 2023-02 5.3", "-0.2")]
    [InlineData("an index of rates", Transform.Index, "unemployment_rate stock 2022-02 5.5, unemployment_rate stock 2023-02 5.3", "RateInPoints")]
    [InlineData("a mean of rates", Transform.MovingMean, "unemployment_rate stock 2023-02 5.3", "NotAdditive")]
    [InlineData("a share of a rate", Transform.ShareOfCity, "unemployment_rate 重庆 stock 2023-02 5.5, unemployment_rate stock 2023-02 5.3", "NotAdditive")]
    [InlineData("the city's share of itself", Transform.ShareOfCity, "重庆 100", "IsTheWhole")]
    [InlineData("the nation's share", Transform.ShareOfCity, "全国 100", "IsTheWhole")]
    [InlineData("no figure of the city", Transform.ShareOfCity, "渝北 100, 巴南 120", "NoWhole")]
    [InlineData("the city in another period", Transform.ShareOfCity, "重庆 2023-02 1000, 巴南 2023-01 120", "NoWhole")]
    [InlineData("the city in another category", Transform.ShareOfCity, "重庆 local 1000, 巴南 120", "NoWhole")]
    [InlineData("all districts add up to the city", Transform.ShareOfCity, "渝北 100, 云阳 280, 巴南 120", "24")]
    [InlineData("with their bounds", Transform.ShareOfCity, "渝北 >100, 云阳 280, 巴南 120", "<24")]
    [InlineData("a bounded part of a sum that holds it", Transform.ShareOfCity, "渝北 100, 云阳 280, 巴南 >120", "BoundsConflict")]
    [InlineData("the city's own figure goes first", Transform.ShareOfCity, "重庆 600, 渝北 100, 云阳 280, 巴南 120", "20")]
    [InlineData("a doubtful figure of the city", Transform.ShareOfCity, "重庆 600 U, 巴南 120", "NoWhole")]
    [InlineData("year-to-date of all districts", Transform.ShareOfCity, "渝北 ytd 2023-Q1 100, 云阳 ytd 2023-Q1 280, 巴南 ytd 2023-Q1 120", "24")]
    [InlineData("a zone is a part of its city", Transform.ShareOfCity, "重庆 600, 高新区 120", "20")]
    [InlineData("but does not make up the sum", Transform.ShareOfCity, "渝北 100, 巴南 120, 高新区 280", "NoWhole")]
    [InlineData("a city of zero", Transform.ShareOfCity, "重庆 0, 巴南 0", "DivisionByZero")]
    [InlineData("an index where the base month has no figure", Transform.Index, "渝北 2023-01 100, 巴南 2023-02 120", "NothingThere")]
    [InlineData("an index is not based on zero", Transform.Index, "2023-01 0, 2023-02 120", "100")]
    [InlineData("nor on a bound where an exact figure will do", Transform.Index, "2023-01 >80, 2023-02 100, 2023-03 120", "120")]
    [InlineData("an index over a break", Transform.Index, "2023-01 100, 2023-02 110 B, 2023-03 120", "BreakInSeries")]
    [InlineData("an index of a quarter after a month", Transform.Index, "2022-12 100, 2023-Q1 120", "DifferentLengths")]
    [InlineData("eleven months", Transform.MovingSum, "2023-01 1, 2023-02 1, 2023-03 1, 2023-04 1, 2023-05 1, 2023-06 1, 2023-07 1, 2023-08 1, 2023-09 1, 2023-10 1, 2023-11 1", "FewerThanTwelveMonths")]
    [InlineData("twelve months", Transform.MovingSum, "2023-01 1, 2023-02 1, 2023-03 1, 2023-04 1, 2023-05 1, 2023-06 1, 2023-07 1, 2023-08 1, 2023-09 1, 2023-10 1, 2023-11 1, 2023-12 1", "12")]
    [InlineData("twelve with one missing", Transform.MovingSum, "2023-01 1, 2023-02 O, 2023-03 1, 2023-04 1, 2023-05 1, 2023-06 1, 2023-07 1, 2023-08 1, 2023-09 1, 2023-10 1, 2023-11 1, 2023-12 1", "Missing")]
    [InlineData("twelve with one doubtful", Transform.MovingSum, "2023-01 1, 2023-02 1 U, 2023-03 1, 2023-04 1, 2023-05 1, 2023-06 1, 2023-07 1, 2023-08 1, 2023-09 1, 2023-10 1, 2023-11 1, 2023-12 1", "LowReliability")]
    [InlineData("twelve with a break", Transform.MovingSum, "2023-01 1, 2023-02 1 B, 2023-03 1, 2023-04 1, 2023-05 1, 2023-06 1, 2023-07 1, 2023-08 1, 2023-09 1, 2023-10 1, 2023-11 1, 2023-12 1", "BreakInSeries")]
    [InlineData("twelve with bounds both ways", Transform.MovingSum, "2023-01 >1, 2023-02 <1, 2023-03 1, 2023-04 1, 2023-05 1, 2023-06 1, 2023-07 1, 2023-08 1, 2023-09 1, 2023-10 1, 2023-11 1, 2023-12 1", "BoundsConflict")]
    [InlineData("a sum of quarters", Transform.MovingSum, "2023-Q1 1", "NotConsecutive")]
    public void Transform_OfTheLastFigure_GivesOrSaysWhyNot(string rule, Transform transform, string figures, string expected)
    {
        var result = Last(transform, Notation.Figures(figures.Split(", ")));
        Assert.True(expected == Write(result), $"{rule}: {Write(result)}");
    }

    [Fact]
    public void ChosenMonth_IsTheHundredOfTheIndex()
    {
        var figures = Notation.Figures(["2023-01 >100", "2023-02 150", "2023-03 120"]);

        Assert.Equal([">66.6", "100", "80"], new Transforms(Sample.Catalog, Printed(figures)).Apply(Transform.Index, baseMonth: new(2023, 2)).Select(Write));
    }

    [Fact]
    public void ChosenMonth_OfZero_GivesNoIndexNotEvenItsOwn() => Assert.Equal(
        ["DivisionByZero", "DivisionByZero"],
        new Transforms(Sample.Catalog, Printed(Notation.Figures(["2023-01 0", "2023-02 120"]))).Apply(Transform.Index, baseMonth: new(2023, 1)).Select(Write));

    [Fact]
    public void ComputedPoint_KnowsThePrintedFiguresBehindIt()
    {
        var figures = Notation.Figures(["ytd 2022-01 80", "ytd 2023-01 100", "ytd 2023-01/2023-02 210"]);
        var months = Readings.Apply(Reading.Month, figures);
        var change = new Transforms(Sample.Catalog, months).Apply(Transform.PeriodOnPeriod).Last();

        Assert.Equal("10", Write(change));
        Assert.Equal([figures[2], figures[1]], change.From);
    }

    [Theory]
    [InlineData("A A", ObsStatus.Normal)]
    [InlineData("A P", ObsStatus.Provisional)]
    [InlineData("E P", ObsStatus.Estimated)]
    [InlineData("D D", ObsStatus.DefinitionDiffers)]
    public void ComputedPoint_IsNoFirmerThanWhatItComesFrom(string statuses, ObsStatus expected)
    {
        var codes = statuses.Split(' ');
        Assert.Equal(expected, Last(Transform.PeriodOnPeriod, Notation.Figures([$"2023-01 100 {codes[0]}", $"2023-02 120 {codes[1]}"])).Figure.Status);
    }

    /// <summary>Whatever the true figures are that the bounds allow, the true result is one that the result's bound allows.</summary>
    [Fact]
    public void TrueResult_IsAlwaysWithinTheBoundShown()
    {
        var certain = Gen.Elements(Bound.Exact, Bound.MoreThan, Bound.AtLeast, Bound.AtMost, Bound.LessThan);
        var figure = from value in Gen.Choose(1, 500) from bound in certain from distance in Gen.Choose(1, 400) select (Printed: new Quantity(value, bound), True: TrueValue(value, bound, distance));
        var cases = from now in figure from before in figure from whole in figure select (now, before, whole);
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(cases), drawn =>
        {
            var (now, before, whole) = drawn;
            Transform[] transforms = [Transform.PeriodOnPeriod, Transform.PeriodOnPeriodChange, Transform.YearOnYear, Transform.YearOnYearChange, Transform.ShareOfCity, Transform.Index, Transform.MovingSum, Transform.MovingMean];
            return transforms.All(transform =>
            {
                var shown = Last(transform, Scene(now.Printed, before.Printed, whole.Printed), FirstMonth).Figure.Quantity;
                var truth = Unrounded(transform, now.True, before.True, whole.True);
                return shown is not { } quantity || (quantity.Bound == Bound.Exact ? Math.Abs(quantity.Value - truth) <= 0.5m : quantity.Admits(truth));
            });
        }));
    }

    [Fact]
    public void Hindrance_IsTheReasonThatOccursMost()
    {
        var transforms = new Transforms(Sample.Catalog, Printed(Notation.Figures(["ytd 2023-01 5", "ytd 2023-01/2023-02 9", "cumulative ../2023-02 9"])));

        Assert.Equal(Obstacle.HoldsPeriodBefore, transforms.Hindrance(Transform.PeriodOnPeriod));
        Assert.Equal(Obstacle.None, transforms.Hindrance(Transform.None));
    }

    [Theory]
    [InlineData("2023-01 100", "OnlyBaseMonth")]
    [InlineData("2023-01 100, 2023-02 120", "None")]
    [InlineData("2023-01 100, 渝北 2023-01 50", "OnlyBaseMonth")]
    public void Index_OfNothingButItsBase_SaysNothing(string figures, string expected) =>
        Assert.Equal(expected, new Transforms(Sample.Catalog, Printed(Notation.Figures(figures.Split(", ")))).Hindrance(Transform.Index).ToString());

    [Theory]
    [InlineData("2023-01 30000, 2023-02 31001", "3.3", "3.34")]
    [InlineData("2023-01 30000, 2023-02 >31004", ">3.3", "3.35")]
    [InlineData("2023-01 30000, 2023-02 30001", "0", "0.00")]
    public void ComputedPoint_KeepsWhatWasRoundedAway(string figures, string written, string unrounded)
    {
        var point = Last(Transform.PeriodOnPeriod, Notation.Figures(figures.Split(", ")));
        Assert.Equal((written, unrounded), (Write(point), point.Unrounded!.Value.Value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.NotEqual(point.Figure.Quantity!.Value.Value, point.Size);
    }

    private static decimal TrueValue(int printed, Bound bound, int distance) => bound switch
    {
        Bound.MoreThan => printed + distance,
        Bound.AtLeast => printed + distance - 1,
        Bound.AtMost => Math.Max(printed - distance + 1, 0.25m),
        Bound.LessThan => Math.Max(printed - distance, 0.25m),
        _ => printed,
    };

    private static decimal Unrounded(Transform transform, decimal now, decimal before, decimal whole) => transform switch
    {
        Transform.PeriodOnPeriod or Transform.YearOnYear => ((now / before) - 1) * 100,
        Transform.PeriodOnPeriodChange or Transform.YearOnYearChange => now - before,
        Transform.ShareOfCity => now / whole * 100,
        Transform.Index => now / before * 100,
        Transform.MovingSum => now + before + 100,
        _ => (now + before + 100) / 12,
    };

    /// <summary>One series with a figure, the same figure a year and a month before, ten months of 10 between, and the city.</summary>
    private static Observation[] Scene(Quantity now, Quantity before, Quantity whole)
    {
        static Observation Month(string area, string month, Quantity quantity) => Notation.Figure($"{area} {month}") with { Quantity = quantity };
        return
        [
            Month("重庆", "2023-02", whole),
            Month("巴南", "2022-02", before),
            .. Enumerable.Range(0, 10).Select(index => Month("巴南", new YearMonth(2022, 3).AddMonths(index).ToString(), new(10))),
            Month("巴南", "2023-01", before),
            Month("巴南", "2023-02", now),
        ];
    }

    private static Observation[] Series(Basis basis, Quantity last, Bound boundOfOthers = Bound.Exact)
    {
        var scene = Scene(last, new(100, boundOfOthers), new(1000, boundOfOthers));
        Period PeriodOf(Observation figure) => basis switch
        {
            Basis.Ytd => Period.OfDays(new(figure.Period.End!.Value.Year, 1, 1), figure.Period.End!.Value),
            Basis.Cumulative => Period.Parse("../" + figure.Period.Edtf),
            _ => figure.Period,
        };
        return [.. scene.Select(figure => figure with { Series = figure.Series with { Basis = basis }, Period = PeriodOf(figure) })];
    }

    private static SeriesPoint[] Printed(IEnumerable<Observation> figures) => [.. figures.Select(SeriesPoint.OfPrinted)];

    private static SeriesPoint Last(Transform transform, IEnumerable<Observation> figures, YearMonth? baseMonth = null) =>
        new Transforms(Sample.Catalog, Printed(figures)).Apply(transform, baseMonth: baseMonth).Last();

    private static string Write(SeriesPoint point) => point.Obstacle == Obstacle.None ? Notation.Write(point.Figure.Quantity) : point.Obstacle.ToString();
}
