using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using static EmploymentDashboard.Charts.MonthlyStyle;
using static EmploymentDashboard.Tests.Charts.Drawn;

namespace EmploymentDashboard.Tests.Charts;

public sealed class MonthlyDrawingTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Fact]
    public void Columns_StandInTheirMonthsAndGrowFromZero()
    {
        var columns = Monthly(Columns, Mark(100), Mark(50), Mark(25), Mark(0)).Draw().QuerySelectorAll("a.column rect.bar");
        Assert.Equal([220, 110, 55, 0], columns.Select(column => column.Number("height")));
        Assert.Equal([3, 28, 53, 78], columns.Select(column => column.Share("x")));
        Assert.Single(columns.Select(column => column.Number("y") + column.Number("height")).Distinct());
    }

    [Fact]
    public void Columns_BelowZero_HangFromIt()
    {
        var columns = Monthly(Columns, Mark(50), Mark(-50)).Draw().QuerySelectorAll("a.column rect.bar");
        Assert.Equal(columns[0].Number("y") + columns[0].Number("height"), columns[1].Number("y"));
    }

    [Fact]
    public void Months_WithoutASource_AreHatchedInRunsAndNeverZero()
    {
        var chart = Monthly(Columns, Mark(5), null, null, Mark(7), null).Draw();
        Assert.Equal([(20.0, 40.0), (80.0, 20.0)], chart.QuerySelectorAll(".plot .hatched").Select(field => (field.Share("x"), field.Share("width"))));
        Assert.Equal(2, chart.QuerySelectorAll("a.column").Length);
        Assert.Equal("没有来源提及\n巴南区\n2022-02 – 2022-03", chart.QuerySelector(".plot .hatched")!.GetAttribute("data-tip"));
    }

    [Fact]
    public void Zero_IsWrittenAsOne()
    {
        var chart = Monthly(Columns, Mark(0), Mark(40)).Draw();
        Assert.Contains("0", chart.Texts(".values text"));
        chart.One(".zero-mark");
        chart.None(".plot .hatched");
    }

    [Fact]
    public void Zero_BesideTheLatestOfManyColumns_KeepsItsNumberAtEveryWidth()
    {
        var chart = Monthly(Columns, [.. Enumerable.Range(0, 60).Select(month => Mark(month == 58 ? 0 : 1000 + month))]).Draw();
        Assert.Equal("n m l", string.Join(' ', chart.QuerySelectorAll(".values text").Single(value => value.TextContent == "0").ClassList.Except(["tick", "value"])));
    }

    [Fact]
    public void Number_OfAColumnBelowZero_StandsUnderIt()
    {
        var chart = Monthly(Columns, Mark(-40, Bound.AtLeast), Mark(40)).Draw();
        var bars = chart.QuerySelectorAll(".plot .bar");
        var values = chart.QuerySelectorAll(".values text").ToDictionary(value => value.TextContent, value => value.Number("y"));
        Assert.True(values["≥-40"] > bars[0].Number("y") + bars[0].Number("height"));
        Assert.True(values["40"] < bars[1].Number("y"));
        var arrow = chart.One("a.column .bound");
        Assert.Equal((bars[0].Number("y") + bars[0].Number("height"), "M0 14V4M-4 8L0 4L4 8"), (arrow.Number("y"), arrow.One("path").GetAttribute("d")));
    }

    [Fact]
    public void Number_ThatWouldLieOnAHigherColumn_IsLeftOut()
    {
        var chart = Monthly(Columns, [.. Enumerable.Range(0, 60).Select(month => Mark(month == 30 ? 500 : 1000 + month))]).Draw();
        Assert.DoesNotContain("500", chart.Texts(".values text"));
        Assert.Contains("1,059", chart.Texts(".values text"));
    }

    [Fact]
    public void Targets_OfEarlierYears_StandAtTheirOwnLines()
    {
        var chart = Monthly(Lines, [.. new[] { 2022, 2023, 2024 }.Select(year => new ReferenceLine("目标", ChartSamples.Mark(FormattableString.Invariant($"{year}"), year, Basis.Target)))], [.. Enumerable.Range(0, 36).Select(month => Mark(month))]).Draw();
        Assert.Equal(["2,022", "2,023"], chart.Texts(".plot .tick.aim"));
        Assert.Equal(["目标2,024 人"], chart.Texts(".plot .aim:not(.tick)"));
        Assert.Contains("菱形：目标", chart.Texts(".key li"));
    }

    [Fact]
    public void ReportedMissing_IsNamedAndHasNoColumn()
    {
        var chart = Monthly(Columns, Mark(5), Mark(null, status: ObsStatus.Missing)).Draw();
        Assert.Equal("缺", chart.One(".plot text.missing").TextContent);
        Assert.Single(chart.QuerySelectorAll(".plot rect.bar"));
        chart.None(".plot .hatched");
    }

    [Theory]
    [InlineData(Columns)]
    [InlineData(Lines)]
    public void Doubtful_StandsAboveAScaleThatIgnoresIt(MonthlyStyle style)
    {
        var chart = Monthly(style, Mark(100), Mark(90_000, status: ObsStatus.LowReliability)).Draw();
        Assert.Equal("100", chart.Texts(".tick-value")[^1]);
        var point = chart.One(".plot .doubtful-point");
        Assert.True(point.ParentElement!.Number("y") < chart.QuerySelectorAll(".grid-line").Min(line => line.Number("y1")));
        Assert.Contains("存疑", point.Closest("a")!.SpokenName(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Bound.Exact, false, false)]
    [InlineData(Bound.MoreThan, true, false)]
    [InlineData(Bound.AtLeast, true, false)]
    [InlineData(Bound.About, true, false)]
    [InlineData(Bound.Nearly, true, false)]
    [InlineData(Bound.AtMost, true, true)]
    [InlineData(Bound.LessThan, true, true)]
    public void Column_WithABound_HasItsArrowAndHatchingWhereOnlyAnUpperEndIsKnown(Bound bound, bool hasArrow, bool isLined)
    {
        var chart = Monthly(Columns, Mark(2300, bound)).Draw();
        var column = chart.One("a.column");
        Assert.Equal(hasArrow, column.QuerySelector(".bound") is not null);
        Assert.Equal(isLined ? "url(#test-lines)" : null, column.One(".bar").GetAttribute("fill"));
        Assert.Equal(bound.Sign() + "2,300", chart.One(".values text").TextContent);
    }

    [Theory]
    [InlineData(Bound.MoreThan, "M0-4V-14M-4-10L0-14L4-10")]
    [InlineData(Bound.AtMost, "M0 4V14M-4 10L0 14L4 10")]
    public void Point_WithABound_HasAnArrowToItsSide(Bound bound, string shape) =>
        Assert.Equal(shape, Monthly(Lines, Mark(10), Mark(20, bound)).Draw().One("a.point .bound path").GetAttribute("d"));

    [Fact]
    public void Derived_IsHollow()
    {
        Monthly(Columns, Mark(10, isDerived: true)).Draw().One("a.column .bar.derived");
        Monthly(Lines, Mark(10), Mark(11, isDerived: true)).Draw().One(".point-dot.hollow");
    }

    [Fact]
    public void Line_IsLiftedOverMonthsWithoutAFigure()
    {
        var chart = Monthly(Lines, Mark(10), Mark(20), null, Mark(30), Mark(null, status: ObsStatus.Missing), Mark(40)).Draw();
        var path = chart.One("path.line.s1[data-tip]").GetAttribute("d")!;
        Assert.Equal(3, path.Count(command => command == 'M'));
        Assert.Equal(1, path.Count(command => command == 'L'));
        Assert.Equal(5, chart.QuerySelectorAll("a.point").Length);
        Assert.Contains("断开：没有来源提及", chart.Texts(".key li"));
    }

    [Fact]
    public void Points_LieOnTheirLine()
    {
        var chart = Monthly(Lines, Mark(10), Mark(20)).Draw();
        var top = chart.One("svg.lines").Number("y");
        Assert.Equal("M250 110L750 0", chart.One("path.line.s1").GetAttribute("d"));
        Assert.Equal([(25.0, 110.0), (75.0, 0.0)], chart.QuerySelectorAll(".point-dot").Select(dot => (dot.Share("cx"), dot.Number("cy") - top)));
    }

    [Fact]
    public void Lines_BeyondTheSixth_AreGreyAndUnlabelled()
    {
        var chart = ChartSamples.ManyLines(series: 9, months: 12).Draw();
        Assert.Equal(3, chart.QuerySelectorAll("path.line.rest").Length);
        Assert.Equal(["万州区", "涪陵区", "渝中区", "大渡口区", "江北区", "沙坪坝区"], chart.Texts("text.end"));
        Assert.Contains("其余 3 条", chart.Texts(".key li"));
        Assert.DoesNotContain(chart.QuerySelectorAll("a.point"), point => point.SpokenName().StartsWith("九龙坡区", StringComparison.Ordinal));
    }

    [Fact]
    public void EndLabels_OfLinesThatEndTogether_StayApart()
    {
        var heights = ChartSamples.FewLines().Draw().QuerySelectorAll("text.end").Select(label => label.Number("y")).Order().ToList();
        Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 16));
    }

    [Fact]
    public void TabStops_OfALongSeries_AreFewAndTheRestStillLinks()
    {
        var points = ChartSamples.ManyLines().Draw().QuerySelectorAll("a.point");
        Assert.True(points.Length > 300);
        Assert.Equal(6, points.Count(point => !point.HasAttribute("tabindex")));
    }

    [Fact]
    public void Reference_IsDrawnOverTheMonthsItSpeaksOfAlone()
    {
        var target = new ReferenceLine("目标", ChartSamples.Mark("2022-03/2022-04", 90, Basis.Target));
        var elsewhere = new ReferenceLine("旧目标", ChartSamples.Mark("2019", 900, Basis.Target));
        var chart = Monthly(Columns, [target, elsewhere], Mark(10), Mark(20), Mark(30), Mark(40)).Draw();
        var line = chart.One(".aim-line");
        Assert.Equal((50, 100), (line.Share("x1"), line.Share("x2")));
        Assert.Equal("目标90 人", chart.One("text.aim").TextContent);
        Assert.Equal("100", chart.Texts(".tick-value")[^1]);
        Assert.Contains("旧目标", ChartSentence.Of(Monthly(Columns, [elsewhere], Mark(10))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Series_SideBySide_ShareTheirMonthAndAreNamedInTheKey()
    {
        var chart = ChartSamples.Grouped().Draw();
        Assert.Equal(["巴南区", "长寿区", "大渡口区"], chart.Texts(".key li").Take(3));
        var april = chart.QuerySelectorAll(".plot .hatched").Single();
        Assert.InRange(april.Share("x"), 37.5, 50);
        Assert.Equal(23, chart.QuerySelectorAll("a.column").Length);
    }

    [Theory]
    [InlineData(Columns)]
    [InlineData(Lines)]
    public void Chart_WithoutAnyFigure_IsDrawnAndTold(MonthlyStyle style)
    {
        var chart = Monthly(style, [], null, null);
        Assert.Empty(chart.Draw().QuerySelectorAll("a"));
        Assert.Equal("没有可画的数字。2 个月没有来源提及（2022-01、2022-02），不是零。", ChartSentence.Of(chart).ToString());
    }
}
