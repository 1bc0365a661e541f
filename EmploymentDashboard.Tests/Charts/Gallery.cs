using System.Text;
using Bunit;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Charts;

/// <summary>Writes every kind of chart into one page for people to look at, where CHART_GALLERY names a file to write to.</summary>
public sealed class Gallery : BunitContext
{
    [Theory]
    [InlineData("zh-CN", "")]
    [InlineData("en", ".en")]
    public void Gallery_AllKinds_HaveOneFigureEach(string culture, string suffix)
    {
        using var language = Language.Of(culture);
        ChartModel[] charts =
        [
            ChartSamples.Loans(), ChartSamples.Mixed(), ChartSamples.Columns(), ChartSamples.Columns(60), ChartSamples.FewLines(), ChartSamples.ManyLines(),
            ChartSamples.Grouped(), ChartSamples.Ranking(), ChartSamples.Parts(), ChartSamples.ManyParts(), ChartSamples.BoundedParts(),
            ChartSamples.Matrix(), ChartSamples.Tiles(), ChartSamples.FullRanking(), ChartSamples.FullMatrix(),
            AreaChartSamples.AwkwardMap(), AreaChartSamples.PeopleMap(), AreaChartSamples.LoanMap(), AreaChartSamples.MapOfOne(), AreaChartSamples.MapOfEquals(),
            AreaChartSamples.Heat(), AreaChartSamples.ChangeHeat(), AreaChartSamples.FullHeat(), AreaChartSamples.Multiples(), AreaChartSamples.FreeMultiples(),
            AreaChartSamples.Scatter(), AreaChartSamples.AwkwardScatter(), AreaChartSamples.ScatterOfOne(),
            AreaChartSamples.ChangedRanking(), AreaChartSamples.AnnotatedColumns(), AreaChartSamples.AnnotatedLines(),
        ];
        var page = new StringBuilder();
        for (var index = 0; index < charts.Length; index++)
        {
            var figure = Render<ChartFigure>(parameters => parameters.Add(figure => figure.Chart, RenderedChart.Of(charts[index], $"chart-{index}")));
            Assert.Single(figure.FindAll("figure"));
            page.Append("<section>").Append(figure.Markup).Append("</section>");
        }

        if (Environment.GetEnvironmentVariable("CHART_GALLERY") is not { Length: > 0 } path)
            return;

        var styles = File.ReadAllText(Path.Combine(Solution(), "EmploymentDashboard/wwwroot/charts.css"));
        var script = File.ReadAllText(Path.Combine(Solution(), "EmploymentDashboard/wwwroot/charts.js"));
        File.WriteAllText(path.Replace(".html", suffix + ".html", StringComparison.Ordinal), $$"""
            <!doctype html><html lang="{{culture}}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Charts</title>
            <style>{{styles}} body{margin:0;background:var(--ground);font-family:"Noto Sans CJK SC",sans-serif;color-scheme:light dark}
            section{margin:16px auto;padding:18px;border:1px solid var(--line);border-radius:12px;background:var(--panel);max-width:1000px;box-sizing:border-box}</style>
            {{page}}<script type="module">{{script}}</script></html>
            """);
    }

    private static string Solution()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "EmploymentDashboard.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
