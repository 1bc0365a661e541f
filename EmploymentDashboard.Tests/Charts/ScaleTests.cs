using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Charts;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(new[] { 3659.0, 120 }, 4000, 1000)]
    [InlineData(new[] { 5.5, 3.2 }, 6, 2)]
    [InlineData(new[] { 0.0 }, 1, 1)]
    [InlineData(new[] { 430_000_000.0 }, 500_000_000, 100_000_000)]
    [InlineData(new[] { 9.0 }, 10, 2)]
    public void ValueScale_OfFigures_EndsAtANiceNumber(double[] values, double max, double step)
    {
        var scale = ValueScale.Covering([.. values.Select(value => (decimal)value)]);
        Assert.Equal(((decimal)max, (decimal)step, 0m), (scale.Max, scale.Step, scale.Min));
    }

    [Fact]
    public void ValueScale_OfAnything_CoversItWithFewNiceTicksAndZero() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(-9_999_999, 99_999_999).Select(number => number / 100m).NonEmptyListOf().Where(values => values.Count > 0).ToArbitrary(),
        values =>
        {
            var scale = ValueScale.Covering([.. values]);
            var ticks = scale.Ticks.ToList();
            Assert.InRange(ticks.Count, 2, 6);
            Assert.Contains(0m, ticks);
            Assert.All(values, value => Assert.InRange(scale.Fraction(value), 0, 1));
            Assert.Equal((scale.Min, scale.Max), (ticks[0], ticks[^1]));

            var mantissa = scale.Step;
            while (mantissa >= 10)
                mantissa /= 10;
            while (mantissa < 1)
                mantissa *= 10;
            Assert.Contains(mantissa, new[] { 1, 2, 2.5m, 5 });
        }));

    [Fact]
    public void ValueScale_OfCounts_HasWholeTicks() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 100_000).ToArbitrary(),
        count => ValueScale.Covering([count]).Ticks.All(decimal.IsInteger)));

    [Fact]
    public void Spread_WhereThereIsRoom_LeavesLabelsClearAndInOrder() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 200).ListOf(6).ToArbitrary(),
        wished =>
        {
            var middles = Spread.Apart([.. wished.Select(middle => ((double)middle, 16.0))], 0, 200);
            var sorted = middles.Order().ToList();
            Assert.All(sorted.Zip(sorted.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 15.999));
            Assert.InRange(sorted[0], 7.999, 192.001);
            Assert.InRange(sorted[^1], 7.999, 192.001);
            Assert.All(wished.Zip(middles).OrderBy(pair => pair.Second).Zip(wished.Order()), pair => Assert.Equal(pair.Second, pair.First.First));
        }));

    [Fact]
    public void Fit_InOrder_NeverShowsTwoLabelsOnOneAnother() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 1000).ListOf(30).ToArbitrary(),
        places =>
        {
            var labels = places.Select(place => new AxisLabel(place / 1000.0, 30)).ToList();
            var classes = new Fit(width => width).InOrder(labels);
            Assert.Contains("n m l", classes[0], StringComparison.Ordinal);
            foreach (var (tier, width) in Fit.Tiers)
            {
                var shown = labels.Where((_, index) => classes[index].Contains(tier, StringComparison.Ordinal)).OrderBy(label => label.At).ToList();
                Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.True((pair.Second.At - pair.First.At) * width >= 38));
            }
        }));

    [Theory]
    [InlineData(12, "n", 6)]
    [InlineData(12, "l", 12)]
    [InlineData(60, "n", 0)]
    [InlineData(60, "l", 20)]
    public void MonthAxis_ByWidth_ThinsItsMonthsEvenly(int months, string tier, int shown)
    {
        using var language = Shared.Language.Chinese();
        var ticks = new MonthAxis(ChartSamples.Months(new(2019, 1), months)).MonthTicks(new(width => width - 50)).Where(tick => tick.Tiers.Contains(tier, StringComparison.Ordinal)).ToList();
        Assert.Equal(shown, ticks.Count);
        Assert.True(ticks.Zip(ticks.Skip(1), (left, right) => Math.Round(right.At - left.At, 6)).Distinct().Count() <= 1);
    }

    [Fact]
    public void MonthAxis_ThatBeginsLateInAYear_LetsTheCutYearGiveWay()
    {
        var years = new MonthAxis(ChartSamples.Months(new(2019, 12), 50)).YearTicks(new(width => width));
        Assert.DoesNotContain(years, year => year.Label == "2019");
        Assert.All(["2020", "2021", "2022", "2023"], year => Assert.Contains(years, tick => tick.Label == year && tick.Tiers.Contains('l', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("../2023-03", "2020-02", "2019 2020 2021 2022 2023")]
    [InlineData("2022-01/2022-06", "2022-04", "2022 2月 3月 4月 5月 6月 7月")]
    [InlineData("2020-02-01/2020-02-23", "2020-02-10", "2020 01-11 01-21 2月 02-11 02-21 3月")]
    [InlineData("../2020-02", "2020-01", "2019-07 8月 9月 10月 11月 12月 2020 2月 3月")]
    public void TimeAxis_BySpan_HasYearsMonthsOrDays(string first, string second, string labels)
    {
        using var language = Shared.Language.Chinese();
        var ticks = TimeAxis.Holding([Period.Parse(first), Period.Parse(second)]).Ticks(new(width => width));
        Assert.Equal(labels, string.Join(' ', ticks.Where(tick => tick.Tiers.Contains('l', StringComparison.Ordinal)).Select(tick => tick.Label)));
    }
}
