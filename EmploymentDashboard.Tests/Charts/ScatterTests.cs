using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Charts;

public sealed class ScatterTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Fact]
    public void Points_StandAtTheirTwoFigures()
    {
        var dots = Scatter(new("甲", Drawn.Mark(0), Drawn.Mark(100), false), new("乙", Drawn.Mark(50), Drawn.Mark(0), true)).Draw().QuerySelectorAll(".plot .scatter-dot");
        Assert.Equal([(0, 16), (100, 336)], dots.Select(dot => (dot.Share("cx"), dot.Number("cy"))));
        Assert.Equal(["scatter-dot", "scatter-dot apart"], dots.Select(dot => dot.ClassName));
    }

    [Theory]
    [InlineData(Bound.MoreThan, Bound.Exact, "M4 0H14M10-4L14 0L10 4")]
    [InlineData(Bound.AtMost, Bound.Exact, "M-4 0H-14M-10-4L-14 0L-10 4")]
    [InlineData(Bound.Exact, Bound.AtLeast, "M0-4V-14M-4-10L0-14L4-10")]
    [InlineData(Bound.Exact, Bound.LessThan, "M0 4V14M-4 10L0 14L4 10")]
    [InlineData(Bound.LessThan, Bound.MoreThan, "M-4 0H-14M-10-4L-14 0L-10 4|M0-4V-14M-4-10L0-14L4-10")]
    [InlineData(Bound.Exact, Bound.Exact, "")]
    public void Bounds_PointAlongTheirOwnAxis(Bound x, Bound y, string arrows) => Assert.Equal(
        arrows,
        string.Join('|', Scatter(new ScatterPoint("甲", Drawn.Mark(50, x), Drawn.Mark(50, y), false)).Draw().QuerySelectorAll(".scatter-point .bound path").Select(path => path.GetAttribute("d"))));

    [Fact]
    public void Point_IsNamedWithBothFiguresAndLeadsToOne()
    {
        var point = Scatter(new ScatterPoint("甲", Drawn.Mark(50, Bound.MoreThan), Drawn.Mark(3, isDerived: true), false)).Draw().One("a.scatter-point");
        Assert.Equal("甲，横 大于 50 人，纵 3%，当期 · 2022-01，由其他数字推算", point.GetAttribute("aria-label"));
        Assert.Equal("?figure=7", point.GetAttribute("href"));
    }

    [Fact]
    public void Points_WithoutRoomForTheirNames_AreCounted()
    {
        var crowd = Enumerable.Range(0, 12).Select(index => new ScatterPoint(FormattableString.Invariant($"石柱土家族自治县{index}"), Drawn.Mark(50), Drawn.Mark(50), false));
        var chart = Scatter([.. crowd, new("远", Drawn.Mark(0), Drawn.Mark(0), false)]).Draw();
        foreach (var tier in new[] { "n", "m", "l" })
        {
            var unnamed = 13 - chart.QuerySelectorAll(".point-name." + tier).Length;
            Assert.True(unnamed > 0);
            Assert.StartsWith(FormattableString.Invariant($"{unnamed} 个点写不下名字"), chart.One(".unit-note." + tier).TextContent, StringComparison.Ordinal);
        }

        Scatter(new ScatterPoint("甲", Drawn.Mark(50), Drawn.Mark(3), false)).Draw().None(".unit-note");
    }

    [Fact]
    public void Points_WithoutOneFigure_AreInTheTableOnly()
    {
        var chart = AreaChartSamples.AwkwardScatter();
        Assert.Equal(8, chart.Draw().QuerySelectorAll(".scatter-point").Length);
        Assert.Equal(10, ChartTable.Of(chart)!.Rows.Count);
        Assert.Contains("2 个地区有一项缺或存疑，没有画，列在表里。", ChartSentence.Of(chart).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_WarnsOfCauses() =>
        Assert.StartsWith("图只显示两者是否同高同低，不说明谁引起谁。", ChartSentence.Of(AreaChartSamples.Scatter()).Caution, StringComparison.Ordinal);

    [Theory]
    [InlineData(new[] { 3.1, 3.9 }, 3, 4)]
    [InlineData(new[] { 0.5, 3.9 }, 0, 4)]
    [InlineData(new[] { -3.9, -3.1 }, -4, -3)]
    [InlineData(new[] { 7.0 }, 0, 8)]
    public void Scale_OfPlaces_LeavesZeroOutWhereItIsFar(double[] values, int min, int max)
    {
        var scale = ValueScale.Holding([.. values.Select(value => (decimal)value)]);
        Assert.Equal(((decimal)min, (decimal)max), (scale.Min, scale.Max));
    }

    [Fact]
    public void Names_AtAnyWidth_KeepClearOfPointsAndOfOneAnother() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 1000).Two().ListOf(25).ToArbitrary(),
        places =>
        {
            var points = places.Select(place => new NamedPoint(place.Item1 / 1000.0, 20 + (place.Item2 * 0.3), 40, new(5, 5, 5, 5))).ToList();
            var labels = PointLabels.Place(points, width => width - 50, top: 0, bottom: 340, after: 12);
            foreach (var (tier, width) in Fit.Tiers)
            {
                var boxes = labels.Where(label => label.Tiers.Split(' ').Contains(tier)).Select(label => Box(points[label.Point], label.Side, width - 50)).ToList();
                Assert.All(boxes, box => Assert.All(points, point => Assert.False(Overlap(box, ((point.At * (width - 50)) - 5, (point.At * (width - 50)) + 5, point.Y - 5, point.Y + 5)))));
                for (var index = 0; index < boxes.Count; index++)
                    Assert.All(boxes.Skip(index + 1), other => Assert.False(Overlap(boxes[index], other)));
            }
        }));

    [Fact]
    public void Name_OfALonePoint_IsAlwaysShown() =>
        Assert.Equal([new PlacedLabel(0, LabelSide.Right, "n m l")], PointLabels.Place([new(0.2, 100, 40, new(5, 5, 5, 5))], width => width, 0, 300, 10));

    private static ScatterChart Scatter(params ScatterPoint[] points) =>
        new(ChartSamples.Caption("标题", "", ChartSamples.People), new("横", ChartSamples.People), new("纵", ChartSamples.Percent), points);

    private static (double Left, double Right, double Top, double Bottom) Box(NamedPoint point, LabelSide side, double width)
    {
        var x = point.At * width;
        return side switch
        {
            LabelSide.Right => (x + 8, x + 48, point.Y - 7.5, point.Y + 7.5),
            LabelSide.Left => (x - 48, x - 8, point.Y - 7.5, point.Y + 7.5),
            LabelSide.Above => (x - 20, x + 20, point.Y - 20, point.Y - 5),
            _ => (x - 20, x + 20, point.Y + 5, point.Y + 20),
        };
    }

    private static bool Overlap((double Left, double Right, double Top, double Bottom) a, (double Left, double Right, double Top, double Bottom) b) =>
        Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > 0.001 && Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top) > 0.001;
}
