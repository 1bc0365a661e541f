using AngleSharp.Dom;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Charts;

public sealed class SmallMultiplesTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Fact]
    public void Panels_OnOneScale_AreAsHighAsTheirValuesAre()
    {
        var panels = Draw(hasFreeScales: false, [Drawn.Mark(10), Drawn.Mark(100)], [Drawn.Mark(10), Drawn.Mark(50)]);
        Assert.Equal(["M250 99L750 0", "M250 99L750 55"], panels.Select(panel => panel.One("path.line").GetAttribute("d")));
        Assert.All(panels, panel => Assert.Equal("100", panel.Texts(".tick-value")[0]));
    }

    [Fact]
    public void Panels_OnScalesOfTheirOwn_SayTheirTopTickAndThatTheyDiffer()
    {
        var chart = Chart(hasFreeScales: true, [Drawn.Mark(10), Drawn.Mark(100)], [Drawn.Mark(10), Drawn.Mark(50)]);
        Assert.Equal(["100 人", "50 人"], chart.Draw().QuerySelectorAll(".panel").Select(panel => panel.Texts(".tick-value")[0]));
        Assert.Equal("各图刻度不同：图与图之间，高低不能相比", chart.Draw().One(".warning").TextContent);
        Assert.Contains("各图刻度不同，高低不能相比。", ChartSentence.Of(chart).Caution, StringComparison.Ordinal);
    }

    [Fact]
    public void Panel_NamesItsLatestFigureWithItsBound()
    {
        var panel = Draw(hasFreeScales: false, [Drawn.Mark(10), Drawn.Mark(90, Bound.MoreThan), null])[0];
        Assert.Equal(("区0", ">90"), (panel.One("h3").TextContent, panel.One("text.end").TextContent));
        Assert.Equal("区0，大于 90 人，2022-02，当期", panel.One("a.mark").GetAttribute("aria-label"));
        panel.One(".bound path");
    }

    [Fact]
    public void LatestFigure_ThatIsOlderThanTheAxis_IsDated()
    {
        var panels = Draw(hasFreeScales: false, [Drawn.Mark(10), Drawn.Mark(90), null], [Drawn.Mark(10), Drawn.Mark(20), Drawn.Mark(30)]);
        Assert.Equal([true, false], panels.Select(panel => panel.Texts(".tick-value").Contains("2022-02")));
    }

    [Theory]
    [InlineData(90, "+90%")]
    [InlineData(-90, "-90%")]
    public void LatestFigure_OfAChangeInPerCent_HasItsSigns(int value, string expected)
    {
        var chart = Chart(hasFreeScales: false, [Drawn.Mark(10), Drawn.Mark(value)], [Drawn.Mark(10)]);
        chart = chart with { Caption = chart.Caption with { Unit = ChartSamples.Percent with { IsChange = true } } };
        Assert.Equal(expected, chart.Draw().QuerySelector("text.end")!.TextContent);
    }

    [Fact]
    public void Line_BreaksWhereNoSourceSpeaks() =>
        Assert.Equal("M100 0h0M500 0L700 0", Draw(hasFreeScales: false, [Drawn.Mark(10), null, Drawn.Mark(10), Drawn.Mark(10), Drawn.Mark(null, status: ObsStatus.Missing)])[0].One("path.line").GetAttribute("d"));

    [Fact]
    public void Marks_AreTheLatestAndThoseWithSignsOnly()
    {
        var panel = Draw(hasFreeScales: false, [Drawn.Mark(1), Drawn.Mark(2, isDerived: true), Drawn.Mark(3) with { IsConflict = true }, Drawn.Mark(4), Drawn.Mark(900, status: ObsStatus.LowReliability), Drawn.Mark(null, status: ObsStatus.Missing), Drawn.Mark(5)])[0];
        Assert.Equal(5, panel.QuerySelectorAll("a.mark").Length);
        panel.One(".hollow");
        panel.One(".flag");
        panel.One(".doubtful-point");
        panel.One(".missing-cross");
    }

    /// <summary>Every month can be told and opened, without a mark for each.</summary>
    [Fact]
    public void Panel_HoldsTheNumberAndTheAddressOfEveryMonth()
    {
        var panel = Draw(hasFreeScales: false, [Drawn.Mark(12300) with { Href = "/x?figure=11" }, null, Drawn.Mark(6, Bound.MoreThan) with { Href = "/x?figure=12" }])[0];
        Assert.Equal("12,300|1 - >6|2", panel.One("svg[data-cells]").GetAttribute("data-cells"));
        Assert.Equal(("/x?figure=1", " 人", "2022-01"), (panel.ParentElement!.GetAttribute("data-href"), panel.ParentElement.GetAttribute("data-unit"), panel.ParentElement.GetAttribute("data-from")));
    }

    [Fact]
    public void Panel_WithNothingToDraw_SaysWhy() =>
        Assert.Equal(["没有来源提及", "没有可画的数字"], AreaChartSamples.FreeMultiples().Draw().Texts(".none-drawn"));

    [Fact]
    public void FortyPanels_AreSmall() => Assert.InRange(ChartDrawing.Markup(AreaChartSamples.Multiples(), "test").Length, 1, 200_000);

    private static SmallMultiples Chart(bool hasFreeScales, params Mark?[][] panels)
    {
        var months = ChartSamples.Months(new(2022, 1), panels[0].Length);
        return new(
            ChartSamples.Caption("标题", "", ChartSamples.People),
            months,
            [.. panels.Select((marks, index) => new MonthlySeries(
                FormattableString.Invariant($"区{index}"),
                months.Zip(marks).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second! with { Period = Period.OfMonth(pair.First) })))],
            hasFreeScales);
    }

    private static IElement[] Draw(bool hasFreeScales, params Mark?[][] panels) => [.. Chart(hasFreeScales, panels).Draw().QuerySelectorAll(".panel")];
}
