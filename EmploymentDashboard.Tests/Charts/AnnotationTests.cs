using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Charts;

public sealed class AnnotationTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Fact]
    public void Annotations_AreNumberedInTimeAndListedWithTheirLinks()
    {
        var chart = AreaChartSamples.AnnotatedColumns().Draw();
        Assert.Equal(["1", "2", "3"], chart.Texts(".annotation text"));
        Assert.Equal(["12022-03 市里出台稳就业二十条", "22022-04 统计口径改为按常住地", "32022-04 春风行动延长一个月，全区设十二个分会场，线上同步招聘"], chart.Texts(".annotations li"));
        Assert.Equal("/sources/3", chart.One(".annotations a").GetAttribute("href"));
    }

    [Fact]
    public void Flags_StandOnTheirMonthsAndHangLowerWhereTheyWouldTouch()
    {
        var chart = Drawn.Monthly(MonthlyStyle.Lines, [.. Enumerable.Range(0, 20).Select(month => Drawn.Mark(month + 1))]) with { Annotations = [Note(1), Note(2), Note(15)] };
        var flags = chart.Draw().QuerySelectorAll(".annotation circle");
        Assert.Equal([2.5, 7.5, 72.5], flags.Select(flag => flag.Share("cx")));
        Assert.Equal([0, 19, 0], flags.Select(flag => flag.Number("cy") - flags[0].Number("cy")));
    }

    [Fact]
    public void MonthLabels_StandClearBelowTheFlags()
    {
        var plain = Drawn.Monthly(MonthlyStyle.Columns, Drawn.Mark(1), Drawn.Mark(2));
        double LabelTop(MonthlyChart chart) => chart.Draw().QuerySelectorAll("text.tick").First(text => text.TextContent == "1月").Number("y");
        Assert.Equal(LabelTop(plain) + 19, LabelTop(plain with { Annotations = [Note(2)] }));
    }

    [Fact]
    public void Chart_WithoutAnnotations_HasNoList() => ChartSamples.Columns().Draw().None(".annotations, .annotation");

    private static ChartAnnotation Note(int month) => new(new YearMonth(2022, 1).AddMonths(month - 1), "标注", null);
}
