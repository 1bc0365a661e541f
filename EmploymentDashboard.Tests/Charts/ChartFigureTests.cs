using Bunit;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Charts;

public sealed class ChartFigureTests : BunitContext
{
    private readonly Language _language = Language.Chinese();

    [Fact]
    public void Figure_HoldsDrawingSentenceTableAndSourcesAtOnce()
    {
        var figure = Render<ChartFigure>(parameters => parameters
            .Add(figure => figure.Chart, RenderedChart.Of(ChartSamples.Loans(), "loans"))
            .Add(figure => figure.Tabs, "<a href=\"?view=table\">表</a>")
            .Add(figure => figure.Actions, "<button>下载</button>"));

        Assert.Equal("创业担保贷款发放额", figure.Find("h2#loans-title").TextContent);
        Assert.Equal("loans-sentence", figure.Find("[role=group]").GetAttribute("aria-describedby"));
        Assert.Equal("对象不同、起止不全，不可直接比较，也不能相加。", figure.Find("#loans-sentence strong").TextContent);
        Assert.Equal(3, figure.FindAll(".drawing a.row").Count);
        Assert.Equal(3, figure.FindAll("details table tbody tr").Count);
        Assert.Equal(["/sources/1", "/sources/2"], figure.FindAll(".sources a").Select(link => link.GetAttribute("href")));
        Assert.Equal("表", figure.Find(".tabs a").TextContent);
        Assert.Equal("下载", figure.Find(".chart-actions button").TextContent);
    }

    [Fact]
    public void Figure_OfTheMatrix_HasNoSecondTable() =>
        Assert.Empty(Render<ChartFigure>(parameters => parameters.Add(figure => figure.Chart, RenderedChart.Of(ChartSamples.Matrix(), "m")).Add(figure => figure.HeadingLevel, 3)).FindAll("details, h2"));

    [Fact]
    public void Figure_InEnglish_PutsASpaceBeforeTheCaution()
    {
        using var english = Language.English();
        var figure = Render<ChartFigure>(parameters => parameters.Add(figure => figure.Chart, RenderedChart.Of(ChartSamples.Loans(), "loans")));
        Assert.Contains("not size. Not to be", figure.Find(".sentence").TextContent, StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }
}
