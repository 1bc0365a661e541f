using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using static EmploymentDashboard.Tests.Charts.Drawn;

namespace EmploymentDashboard.Tests.Charts;

public sealed class RankingTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Fact]
    public void Rows_AreSortedAndEqualFiguresShareARank()
    {
        var chart = Ranking(("丙", Mark(10)), ("甲", Mark(30)), ("乙", Mark(20)), ("丁", Mark(20))).Draw();
        Assert.Equal(["甲", "乙", "丁", "丙"], chart.Texts(".row-label"));
        Assert.Equal(["1", "2", "2", "4"], chart.Texts(".rank"));
        Assert.Equal([100, 66.67, 66.67, 33.33], chart.QuerySelectorAll(".row .bar").Select(bar => bar.Share("width")));
    }

    [Fact]
    public void Rows_WrittenAlike_AreRankedAndDrawnByWhatWasRounded()
    {
        var chart = Ranking(("甲", Mark(3.4m) with { Unrounded = new(3.36m) }), ("乙", Mark(3.4m) with { Unrounded = new(3.44m) })).Draw();
        Assert.Equal(["乙", "甲"], chart.Texts(".row-label"));
        Assert.Equal(["1", "2"], chart.Texts(".rank"));
        Assert.Equal([100, 97.67], chart.QuerySelectorAll(".row .bar").Select(bar => bar.Share("width")));
        Assert.Equal(["3.4 人", "3.4 人"], chart.Texts("text.value"));
    }

    [Fact]
    public void Apart_IsDrawnOnTheSameScaleWithoutARank()
    {
        var model = new RankingChart(ChartSamples.Caption("t", "", ChartSamples.People), [new("甲", "", Mark(50)), new("高新区", "", Mark(100), IsApart: true)]);
        var chart = model.Draw();
        Assert.Equal(["1", ""], chart.Texts(".rank"));
        Assert.Equal([50, 100], chart.QuerySelectorAll(".row .bar").Select(bar => bar.Share("width")));
        Assert.Equal(["不参与排名"], chart.Texts(".group-title"));
        Assert.Contains("高新区与其他地区重叠，不参与排名，也不能相加。", ChartSentence.Of(model).Caution, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_OnAScaleOfMoreNumbers_AreAsLongAsThatSays()
    {
        var chart = (Ranking(("甲", Mark(50)), ("乙", Mark(20))) with { ScaledAmong = [50, 20, 200, -50] }).Draw();
        Assert.Equal([20, 8], chart.QuerySelectorAll(".row .bar").Select(bar => bar.Share("width")));
        Assert.Equal([20, 20], chart.QuerySelectorAll(".row .bar").Select(bar => bar.Share("x")));
    }

    [Fact]
    public void MissingAndDoubtful_AreListedWithoutABar()
    {
        var chart = Ranking(("甲", Mark(50)), ("乙", Mark(null, status: ObsStatus.Missing)), ("丙", Mark(9000, status: ObsStatus.LowReliability))).Draw();
        Assert.Equal(["甲", "乙", "丙"], chart.Texts(".row-label"));
        Assert.Equal(100, chart.One(".row .bar").Share("width"));
        Assert.Equal(["缺", "⚠ 存疑 9,000 人"], chart.Texts("text.off"));
    }

    [Theory]
    [InlineData(Bound.Exact, null)]
    [InlineData(Bound.MoreThan, "M2 0H13M9-4L13 0L9 4")]
    [InlineData(Bound.AtLeast, "M2 0H13M9-4L13 0L9 4")]
    [InlineData(Bound.About, "M3-2q2.5-3 5 0t5 0M3 3q2.5-3 5 0t5 0")]
    [InlineData(Bound.Nearly, "M14 0H3M7-4L3 0L7 4")]
    [InlineData(Bound.AtMost, "M14 0H3M7-4L3 0L7 4")]
    [InlineData(Bound.LessThan, "M14 0H3M7-4L3 0L7 4")]
    public void Bar_WithABound_PointsToItsSide(Bound bound, string? arrow)
    {
        var row = Ranking(("甲", Mark(2300, bound))).Draw().One(".row");
        Assert.Equal(arrow, row.QuerySelector(".bound path")?.GetAttribute("d"));
        Assert.Equal(bound.Sign() + "2,300 人", row.One("text.value").TextContent);
    }

    [Theory]
    [InlineData("30 20 10", "3 个数字，最高 甲 30 人，最低 丙 10 人。中位数 20 人。")]
    [InlineData(">30 20 10", "3 个数字，最高 甲 >30 人，最低 丙 10 人。")]
    [InlineData("30 >20 10", "3 个数字，所载最大 甲 30 人，最低 丙 10 人。有的只是界限或约数，数值相近的先后未必如此。")]
    [InlineData("30 20 ≤10", "3 个数字，最高 甲 30 人，最低 丙 ≤10 人。")]
    [InlineData("30 ≈28 10", "3 个数字，所载最大 甲 30 人，最低 丙 10 人。有的只是界限或约数，数值相近的先后未必如此。")]
    [InlineData("30", "只有一个数字：甲 30 人。")]
    public void Sentence_ClaimsNoOrderThatTheBoundsLeaveOpen(string figures, string sentence)
    {
        var quantities = figures.Split(' ').Select(text => Statistics.Notation.Quantity(text));
        var rows = "甲乙丙".Zip(quantities, (label, quantity) => (label.ToString(), Mark(quantity.Value, quantity.Bound))).ToArray();
        Assert.Equal(sentence, ChartSentence.Of(Ranking(rows)).ToString());
    }

    [Fact]
    public void Sentence_InEnglish_SaysTheSame()
    {
        using var english = Language.English();
        Assert.Equal(
            "3 figures; largest printed A 30 people, lowest C 10 people. Some are only limits or approximate, so the order of near neighbours is not certain.",
            ChartSentence.Of(Ranking(("A", Mark(30)), ("B", Mark(20, Bound.MoreThan)), ("C", Mark(10)))).ToString());
    }

    [Theory]
    [InlineData("10 20 30 40", 25)]
    [InlineData("10 20 30", 20)]
    public void Median_OfExactFigures_IsTheMiddle(string figures, int median) =>
        Assert.Equal(median, new Ranking(Ranking([.. figures.Split(' ').Select(text => (text, Mark(Statistics.Notation.Quantity(text).Value)))])).Median);

    [Fact]
    public void Extent_AdmitsWhatItsQuantityAdmits()
    {
        foreach (var bound in Enum.GetValues<Bound>())
        {
            var (quantity, extent) = (new Quantity(100, bound), Extent.Of(new Quantity(100, bound)));
            foreach (var candidate in Enumerable.Range(0, 400).Select(half => half / 2m).Where(quantity.Admits))
                Assert.True((extent.Low ?? candidate) <= candidate && candidate <= (extent.High ?? candidate), $"{bound} {candidate}");
        }
    }
}
