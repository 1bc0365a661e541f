using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using static EmploymentDashboard.Tests.Charts.ChartSamples;

namespace EmploymentDashboard.Tests.Charts;

public sealed class TimelineDrawingTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Fact]
    public void Rows_OfTheLoans_AreLinksNamedInWords()
    {
        var rows = Loans().Draw().QuerySelectorAll("a.row");
        Assert.Equal(3, rows.Length);
        Assert.All(rows, row => Assert.Equal("?figure=7", row.GetAttribute("href")));
        Assert.Equal("长寿区，返乡农民工，877万元，起点未载明，至 2020-02（推断），累计", rows[0].SpokenName());
        Assert.Equal("877万元\n长寿区，返乡农民工\n累计 · 起点未载明，至 2020-02（推断）", rows[0].GetAttribute("data-tip"));
    }

    [Fact]
    public void Bars_OfUnequalValues_ShowTimeAlone()
    {
        var bars = Loans().Draw().QuerySelectorAll(".row .bar").ToList();
        Assert.Single(bars.Select(bar => bar.GetAttribute("height")).Distinct());

        // From January 2019 to the end of March 2023 there are 51 months; the ends lie after 14, 33 and all of them.
        Assert.Equal([14 / 51.0, 33 / 51.0, 1], bars.Select(bar => bar.Share("width") / 100), (expected, actual) => Math.Abs(expected - actual) < 0.005);
    }

    [Fact]
    public void Bar_WithoutAStart_FadesInFromTheEdge()
    {
        var chart = Drawn.Timeline(Mark("../2020-02", 5), Mark("2019-01/2020-02", 5)).Draw();
        var bars = chart.QuerySelectorAll(".row .bar");
        Assert.Equal(("url(#test-fade)", 0.0), (bars[0].GetAttribute("fill"), bars[0].Share("x")));
        Assert.Null(bars[1].GetAttribute("fill"));
        Assert.True(bars[1].Share("x") > 0);
        Assert.Contains("左端淡出：起点未载明", chart.Texts(".key li"));
    }

    [Fact]
    public void Bar_WithoutAnEnd_FadesOutToTheEdgeAndHasNoCap()
    {
        var row = Drawn.Timeline(Mark("2020-03/..", 5)).Draw().One(".row");
        Assert.Equal("url(#test-fade-out)", row.One(".bar").GetAttribute("fill"));
        Assert.Equal(100, row.One(".bar").Share("x") + row.One(".bar").Share("width"), 1);
        row.None(".cap");
    }

    [Theory]
    [InlineData("../2020-02", false)]
    [InlineData("../2020-02~", true)]
    public void Cap_OfAnInferredEnd_IsDashed(string period, bool isDashed) =>
        Assert.Equal(isDashed, Drawn.Timeline(Mark(period, 5)).Draw().One(".row .cap").ClassList.Contains("inferred"));

    [Theory]
    [InlineData("2020-01 2024-12", "点的位置是时间，不是数值。")]
    [InlineData("2020 2024-12", "条的长短是时间，不是数值。")]
    [InlineData("../2020-01 2024-12", "条的长短是时间，不是数值。")]
    public void Sentence_SpeaksOfBarsOnlyWhereThereAreAny(string periods, string words)
    {
        var chart = Drawn.Timeline([.. periods.Split(' ').Select(period => Mark(period, 5))]);
        Assert.Contains(words, ChartSentence.Of(chart).Text, StringComparison.Ordinal);
        Assert.Equal(words[0] == '条', chart.Draw().QuerySelectorAll(".row .bar").Length > 0);
    }

    [Theory]
    [InlineData(20_000, false)]
    [InlineData(123_456_789_123_456, true)]
    public void LongValues_StandOverTheirBarsOnAPhone(long value, bool isLong)
    {
        var chart = Drawn.Timeline(Mark("2020", value)).Draw();
        Assert.Equal(isLong, chart.One(".frame").ClassList.Contains("long"));
        Assert.Equal(isLong ? ["value tick m l", "value tick n"] : ["value"], chart.QuerySelectorAll("text.value").Select(text => text.ClassName));
    }

    [Theory]
    [InlineData(Basis.Flow, true)]
    [InlineData(Basis.Limit, false)]
    [InlineData(Basis.Target, false)]
    public void Key_ExplainsADashedEndOnlyWhereOneIsDrawn(Basis basis, bool isExplained) =>
        Assert.Equal(isExplained, Drawn.Timeline(Mark("2020-01~/2020-12~", 5, basis)).Draw().Texts(".key li").Contains("虚线端：期间是推断的"));

    [Theory]
    [InlineData(Bound.Exact, "2,300 人", false)]
    [InlineData(Bound.MoreThan, ">2,300 人", true)]
    [InlineData(Bound.AtLeast, "≥2,300 人", true)]
    [InlineData(Bound.About, "≈2,300 人", true)]
    [InlineData(Bound.Nearly, "≲2,300 人", true)]
    [InlineData(Bound.AtMost, "≤2,300 人", true)]
    [InlineData(Bound.LessThan, "<2,300 人", true)]
    public void Value_WithABound_HasItsSignAndArrow(Bound bound, string value, bool hasArrow)
    {
        var row = Drawn.Timeline(Mark("2022", 2300, bound: bound)).Draw().One(".row");
        Assert.Equal(value, row.One("text.value").TextContent);
        Assert.Equal(hasArrow, row.QuerySelector(".bound path") is not null);
        Assert.Equal(hasArrow, row.QuerySelector(".sign") is not null);
        Assert.Contains(Format.Spoken(new(2300, bound), People), row.SpokenName(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Basis.Target, "path.target", "目标 90 人")]
    [InlineData(Basis.Limit, "line.limit", "标准")]
    [InlineData(Basis.Average, "rect.average", "平均 90 人")]
    [InlineData(Basis.Stock, "circle.dot", "90 人")]
    [InlineData(Basis.Cumulative, "rect.bar:not(.average)", "90 人")]
    public void Basis_HasAShapeOfItsOwn(Basis basis, string selector, string value)
    {
        var row = Drawn.Timeline(Mark("2021/2022", 90, basis)).Draw().One(".row");
        row.One(selector);
        Assert.StartsWith(value, row.One("text.value").TextContent, StringComparison.Ordinal);
        if (basis is Basis.Target or Basis.Limit)
            row.None("rect");
    }

    [Fact]
    public void Span_TooShortForABar_IsADotAtItsMiddle()
    {
        var chart = Drawn.Timeline(Mark("2020-07-01", 5), Mark("2019/2021", 5)).Draw();
        Assert.InRange(chart.One("circle.dot").Share("cx"), 49, 51);
    }

    [Fact]
    public void Doubtful_IsHollowAndSaysSo()
    {
        var row = Drawn.Timeline(Mark("../2020-02", 60, bound: Bound.MoreThan, status: ObsStatus.LowReliability)).Draw().One(".row");
        Assert.Null(row.One("rect.doubtful").GetAttribute("fill"));
        row.None(".bound, .cap");
        Assert.Equal("⚠ 存疑 >60 人", row.One("text.value").TextContent);
        Assert.Contains("存疑，按原样保留", row.SpokenName(), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_IsHollowAndNamed()
    {
        var row = Drawn.Timeline(Mark("2020", null, status: ObsStatus.Missing)).Draw().One(".row");
        row.One("rect.doubtful");
        Assert.Equal("缺", row.One("text.value").TextContent);
    }

    [Fact]
    public void Mark_WithoutDetails_IsNoLinkAndStillNamed()
    {
        var row = Drawn.Timeline(Mark("2020", 5, href: null)).Draw().One(".row");
        Assert.Equal(("DIV", "img"), (row.TagName, row.GetAttribute("role")));
        Assert.StartsWith("巴南区", row.SpokenName(), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_FromOutside_AreEscaped()
    {
        var chart = new TimelineChart(Caption("t", "", People), [new("<script>alert(1)</script>", "\"'&", People, Mark("2020", 5, href: "?a=\"><b>"))]);
        var drawn = chart.Draw();
        drawn.None("script, b b");
        Assert.Equal("?a=\"><b>", drawn.One("a.row").GetAttribute("href"));
        Assert.Contains("<script>alert(1)</script>", drawn.One(".row-label").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_ExplainsOnlyWhatOccurs()
    {
        Drawn.Timeline(Mark("2020", 5)).Draw().None(".key");
        Assert.Equal(["不止所载的数"], Drawn.Timeline(Mark("2020", 5, bound: Bound.MoreThan)).Draw().Texts(".key li"));
    }

    [Fact]
    public void English_SaysAllOfIt()
    {
        using var english = Language.English();
        var row = Loans().Draw().QuerySelectorAll("a.row")[0];
        Assert.Equal("长寿区, 返乡农民工, 8,770,000 yuan, start not printed, to 2020-02 (inferred), Cumulative", row.SpokenName());
    }
}
