using AngleSharp.Dom;
using Bunit;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Areas;
using EmploymentDashboard.Features.Figures;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

public sealed class FigureTableTests : FeatureContext
{
    private static readonly string[] Rows =
    [
        "500113 jobs_created total flow 2023-01 1500余 A late 1500余人",
        "500113 loans migrants cumulative ../2023-03~ 339亿 U early 339亿元",
    ];

    [Fact]
    public async Task Row_LeadsToAreaIndicatorFigureAndSource()
    {
        var table = await RenderAsync();
        var cells = Cells(table, 0);

        Assert.Equal(["地区", "指标", "口径与期间", "数值", "来源"], table.FindAll("thead th").Select(cell => cell.TextContent));
        Assert.Equal(["巴南区", "新增就业", "当期 2023-01", ">大于 1,500 人", "2023-03-20"], cells.Select(Text));
        Assert.Equal(
            ["/areas/500113", "/explore?indicator=jobs_created", "/areas/500113?month=2023-01&figure=1", "/sources/late"],
            table.FindAll("tbody tr:first-child a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Row_OfADoubtfulPart_SaysBoth()
    {
        var table = await RenderAsync();
        Assert.Equal("贷款农民工存疑", Text(Cells(table, 1)[1]));
        Assert.Single(table.FindAll(".chip-amber"));
    }

    [Fact]
    public async Task Table_OfOneAreaAndArticle_LeavesBothOutAndQuotesTheFragment()
    {
        var table = await RenderAsync(showArea: false, showSource: false);
        Assert.Equal(["指标", "口径与期间", "数值", "原文"], table.FindAll("thead th").Select(cell => cell.TextContent));
        Assert.Equal(["1500余人", "339亿元"], table.FindAll("q").Select(quote => quote.TextContent));
    }

    [Fact]
    public async Task SelectedRow_IsMarked()
    {
        var table = await RenderAsync(selected: 2);
        Assert.Equal("figure-2", Assert.Single(table.FindAll("tr.selected")).Id);
    }

    [Fact]
    public async Task Table_CanBeScrolledByKeyboardUnderItsName()
    {
        var region = (await RenderAsync()).Find("[role=region]");
        Assert.Equal(("0", "就业"), (region.GetAttribute("tabindex"), region.GetAttribute("aria-label")));
    }

    private async Task<IRenderedComponent<FigureTable>> RenderAsync(long? selected = null, bool showArea = true, bool showSource = true)
    {
        await Store.TakeInAsync(Rows);
        IReadOnlyList<Figure> figures = [.. Services.GetRequiredService<AreaQuery>().Figures("500113").OrderBy(figure => figure.Id)];
        return Render<FigureTable>(parameters => parameters
            .Add(table => table.Figures, figures)
            .Add(table => table.Here, "/areas/500113?month=2023-01")
            .Add(table => table.Label, "就业")
            .Add(table => table.Selected, selected)
            .Add(table => table.ShowArea, showArea)
            .Add(table => table.ShowSource, showSource));
    }

    private static IReadOnlyList<IElement> Cells(IRenderedComponent<FigureTable> table, int row) => [.. table.FindAll("tbody tr")[row].Children];

    private static string Text(IElement cell) => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
