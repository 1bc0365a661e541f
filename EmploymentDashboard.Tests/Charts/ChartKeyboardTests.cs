using EmploymentDashboard.Charts;
using EmploymentDashboard.Tests.Browser;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Charts;

/// <summary>Maps and heat tables are one tab stop each; within them the arrow keys move.</summary>
[Collection(DashboardCollection.Name)]
public sealed class ChartKeyboardTests(DashboardFixture dashboard)
{
    [Fact]
    public async Task Map_ByArrowKeys_GoesToTheTileThatLiesThere()
    {
        var page = await ShowAsync(AreaChartSamples.AwkwardMap());
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("城口", await FocusAsync(page));
        string[] way = ["ArrowDown", "巫溪", "ArrowLeft", "开州", "ArrowDown", "万州", "ArrowRight", "云阳", "ArrowUp", "巫溪", "End", "高新区", "ArrowLeft", "秀山", "Home", "城口", "ArrowUp", "城口"];
        foreach (var step in way.Chunk(2))
        {
            await page.Keyboard.PressAsync(step[0]);
            Assert.Equal(step[1], await FocusAsync(page));
        }

        Assert.Equal(1, await page.Locator("[data-rove] [tabindex='0']").CountAsync());
        await page.CloseAsync();

        static Task<string> FocusAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.querySelector('text:not(.spoken)').textContent");
    }

    [Fact]
    public async Task HeatTable_ByArrowKeys_MovesFromItsLatestMonthAndTellsEachCell()
    {
        var page = await ShowAsync(AreaChartSamples.Heat());
        await page.Keyboard.PressAsync("Tab");
        while (await page.EvaluateAsync<bool>("document.activeElement.tagName !== 'TD'"))
            await page.Keyboard.PressAsync("Tab");
        foreach (var key in new[] { "ArrowDown", "ArrowDown", "ArrowLeft" })
            await page.Keyboard.PressAsync(key);
        Assert.Equal("5,663 人\n渝中区 2023-01\n当期", (await page.Locator(".chart-tip").TextContentAsync())!);
        Assert.Equal("/explore?indicator=new_jobs&view=heat&figure=201", await page.EvaluateAsync<string>("document.activeElement.querySelector('a').getAttribute('href')"));

        await page.Keyboard.PressAsync("Home");
        Assert.EndsWith("渝中区 2022-01\n当期", await page.Locator(".chart-tip").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("[data-rove] [tabindex='0']").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().left >= document.activeElement.parentElement.cells[0].getBoundingClientRect().right - 1"));
        await page.CloseAsync();
    }

    [Fact]
    public async Task WideTables_OnAPhone_OpenAtTheirLatestMonth()
    {
        foreach (var chart in new ChartModel[] { AreaChartSamples.Heat(), AreaChartSamples.FullHeat(), ChartSamples.FullMatrix(), ChartSamples.Matrix() })
        {
            var page = await ShowAsync(chart);
            Assert.True(await page.EvaluateAsync<bool>("""
                (() => {
                  const scroller = document.querySelector('.scroll').getBoundingClientRect();
                  const row = document.querySelector('.scroll tbody tr');
                  const [head, last] = [row.cells[0], row.cells[row.cells.length - 1]].map(cell => cell.getBoundingClientRect());
                  return scroller.width < row.getBoundingClientRect().width && Math.abs(last.right - scroller.right) < 4 && Math.abs(head.left - scroller.left) < 4;
                })()
                """));
            await page.CloseAsync();
        }
    }

    private async Task<IPage> ShowAsync(ChartModel chart)
    {
        using var language = Language.Chinese();
        var page = await dashboard.OpenAsync("/", width: 390);
        await page.SetContentAsync($"""<link rel="stylesheet" href="{dashboard.Address}/charts.css"><body style="margin:0 10px;font-family:'Noto Sans CJK SC',sans-serif">{ChartDrawing.Markup(chart, "test")}<script type="module" src="{dashboard.Address}/charts.js"></script>""");
        return page;
    }
}
