using EmploymentDashboard.Charts;
using EmploymentDashboard.Tests.Browser;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Charts;

/// <summary>What only a browser can tell: whether the texts of a drawing, whose widths the server estimates, keep clear of one another and of the edges.</summary>
[Collection(DashboardCollection.Name)]
public sealed class ChartLayoutTests(DashboardFixture dashboard)
{
    private const string Collisions = """
        () => {
          const edge = document.body.getBoundingClientRect();
          const shown = [...document.querySelectorAll('.chart text:not(.spoken)')].filter(text => getComputedStyle(text).display !== 'none');
          const boxes = shown.map(text => [text.textContent, text.getBoundingClientRect()]);
          const found = boxes.filter(([, box]) => box.left < edge.left - 1 || box.right > edge.right + 1).map(([words]) => words + ' leaves the page');
          boxes.forEach(([words, a], index) => boxes.slice(index + 1).forEach(([others, b]) => {
            const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (width > 1 && height > 4) found.push(`${words} lies on ${others}`);
          }));
          return found;
        }
        """;

    private static readonly Func<ChartModel>[] _samples =
    [
        ChartSamples.Loans, ChartSamples.Mixed, () => ChartSamples.Columns(), () => ChartSamples.Columns(60), ChartSamples.FewLines, () => ChartSamples.ManyLines(),
        ChartSamples.Grouped, ChartSamples.Ranking, ChartSamples.FullRanking, ChartSamples.Parts, ChartSamples.ManyParts, ChartSamples.BoundedParts,
        AreaChartSamples.ChangedRanking, AreaChartSamples.AnnotatedColumns, AreaChartSamples.AnnotatedLines,
        AreaChartSamples.Multiples, AreaChartSamples.FreeMultiples, AreaChartSamples.Scatter, AreaChartSamples.AwkwardScatter, AreaChartSamples.ScatterOfOne,
    ];

    [Theory]
    [InlineData("zh-CN", 340)]
    [InlineData("zh-CN", 500)]
    [InlineData("zh-CN", 1000)]
    [InlineData("en", 340)]
    [InlineData("en", 1000)]
    public async Task Texts_AtAnyWidth_KeepClearOfOneAnotherAndOfTheEdges(string culture, int width)
    {
        using var language = Language.Of(culture);
        var page = await dashboard.OpenAsync("/", width: width + 20);
        foreach (var sample in _samples)
        {
            var chart = sample();
            await page.SetContentAsync($"""<link rel="stylesheet" href="{dashboard.Address}/charts.css"><body style="margin:0 10px;font-family:'Noto Sans CJK SC',sans-serif">{ChartDrawing.Markup(chart, "test")}""");
            Assert.Empty(await page.EvaluateAsync<string[]>(Collisions));
            Assert.All(await page.EvaluateAsync<double[]>("[...document.querySelectorAll('.chart text:not(.spoken)')].map(text => parseFloat(getComputedStyle(text).fontSize))"), size => Assert.InRange(size, 12, 14));
        }

        await page.CloseAsync();
    }

    /// <summary>Tiles scale with the drawing, so their texts are held against their tiles instead of a type size.</summary>
    [Theory]
    [InlineData("zh-CN", 340)]
    [InlineData("zh-CN", 1000)]
    [InlineData("en", 340)]
    public async Task TextsOfTiles_AtAnyWidth_StayWithinThem(string culture, int width)
    {
        using var language = Language.Of(culture);
        var page = await dashboard.OpenAsync("/", width: width + 20);
        foreach (var map in new[] { AreaChartSamples.AwkwardMap(), AreaChartSamples.PeopleMap(), AreaChartSamples.LoanMap() })
        {
            await page.SetContentAsync($"""<link rel="stylesheet" href="{dashboard.Address}/charts.css"><body style="margin:0 10px;font-family:'Noto Sans CJK SC',sans-serif">{ChartDrawing.Markup(map, "test")}""");
            Assert.Empty(await page.EvaluateAsync<string[]>(Collisions));
            Assert.Empty(await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('.tile')].flatMap(tile => {
                  const edge = tile.querySelector('rect').getBoundingClientRect();
                  return [...tile.querySelectorAll('text:not(.spoken), .flag')].filter(text => {
                    const box = text.getBoundingClientRect();
                    return box.left < edge.left - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 1;
                  }).map(text => text.textContent || 'a sign of ' + tile.textContent);
                })
                """));
        }

        await page.CloseAsync();
    }
}
