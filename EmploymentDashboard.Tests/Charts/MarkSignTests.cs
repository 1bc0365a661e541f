using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Charts;

/// <summary>Contradicted and corrected figures are marked wherever they are drawn, explained in the key, and said in the name.</summary>
public sealed class MarkSignTests : IDisposable
{
    private static readonly Mark _flagged = Drawn.Mark(50, Bound.MoreThan) with { IsConflict = true, IsRevised = true };

    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    public static TheoryData<string, ChartModel> Charts => new()
    {
        { "columns", Drawn.Monthly(MonthlyStyle.Columns, Drawn.Mark(10), _flagged) },
        { "lines", Drawn.Monthly(MonthlyStyle.Lines, Drawn.Mark(10), _flagged) },
        { "ranking", Drawn.Ranking(("甲", Drawn.Mark(10)), ("乙", _flagged)) },
        { "timeline", Drawn.Timeline(Drawn.Mark(10), _flagged) },
        { "scatter", new ScatterChart(ChartSamples.Caption("标题", "", ChartSamples.People), new("横", ChartSamples.People), new("纵", ChartSamples.People), [new("甲", Drawn.Mark(10), Drawn.Mark(10), false), new("乙", Drawn.Mark(10), _flagged, false)]) },
    };

    [Theory]
    [MemberData(nameof(Charts))]
    public void Sign_StandsInTheMarkItselfAndInTheKey(string kind, ChartModel chart)
    {
        var drawing = chart.Draw();
        Assert.Contains("chart-" + kind, drawing.ClassName, StringComparison.Ordinal);
        Assert.Equal([MarkSigns.Conflict, MarkSigns.Revised], drawing.QuerySelectorAll(".mark .flag").Select(path => path.GetAttribute("d")));
        var marked = drawing.QuerySelectorAll(".mark").Single(mark => mark.QuerySelector(".flag") is not null);
        Assert.EndsWith("另有来源给出不同数字，已更正", marked.SpokenName(), StringComparison.Ordinal);
        Assert.Contains("另有来源给出不同数字", drawing.Texts(".key li"));
        Assert.Contains("来源已更正的数字", drawing.Texts(".key li"));
    }

    [Fact]
    public void ComputedFrom_IsToldLineByLine()
    {
        var mark = Drawn.Mark(50, isDerived: true) with { ComputedFrom = ["1–2月 80 人", "减 1月 30 人"] };
        Assert.Equal("50 人\n甲\n当期 · 2022-01\n由其他数字推算\n1–2月 80 人\n减 1月 30 人", Marks.Tip("甲", mark, ChartSamples.People));
    }

    [Fact]
    public void Signs_BelowColumns_MoveTheMonthsDown()
    {
        var plain = Drawn.Monthly(MonthlyStyle.Columns, Drawn.Mark(10), Drawn.Mark(20));
        var signed = Drawn.Monthly(MonthlyStyle.Columns, Drawn.Mark(10), Drawn.Mark(20) with { IsConflict = true });
        double Month(MonthlyChart chart) => chart.Draw().QuerySelectorAll("text.tick").First(text => text.TextContent == "1月").Number("y");
        Assert.Equal(Month(plain) + 14, Month(signed));
    }
}
