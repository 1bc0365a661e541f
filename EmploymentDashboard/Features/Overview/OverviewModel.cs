using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Areas;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Features.Targets;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Overview;

/// <summary>What the overview shows, in one language.</summary>
public sealed record OverviewModel
{
    public const string Address = "/";

    /// <summary>More columns than this are no longer read; the matrix then keeps the latest.</summary>
    private const int MostMonths = 16;

    private const int MostGoals = 6;

    public required Totals Totals { get; init; }

    public required IReadOnlyList<Figure> Headlines { get; init; }

    public required IReadOnlyList<TargetStanding> Goals { get; init; }

    public required IReadOnlyList<NewBatch> Batches { get; init; }

    public required CoverageMatrix Coverage { get; init; }

    public required TileGrid Tiles { get; init; }

    /// <summary>The indicator that most areas share, drawn as suits its figures.</summary>
    public required (ChartModel Chart, string Address)? Featured { get; init; }

    public required (ChartModel Chart, string Address)? Parts { get; init; }

    public static OverviewModel Build(OverviewQueries queries, Catalog catalog)
    {
        var (overview, explorer) = (queries.Overview, queries.Explorer);
        // The charts take about as long as all the rest, so they are made beside it.
        var charts = Task.Run(() => (
            Featured: overview.MostShared() is { } shared ? ChartOf(shared, null, explorer.Figures(shared, asOf: null), catalog) : null,
            Parts: overview.WithParts() is { } parts ? PartsOf(parts.Indicator, parts.Month, explorer, catalog) : null));
        var (coverage, isCut) = overview.Coverage(MostMonths);
        var counts = queries.Areas.Counts();
        return new()
        {
            Totals = overview.Totals(),
            Headlines = [.. overview.Headlines(catalog).OrderBy(figure => ThemeRank(figure, catalog))],
            Goals = queries.Targets.Find(new() { Most = MostGoals }, catalog),
            Batches = overview.LatestBatches(),
            Coverage = CoverageOf(coverage, isCut, [.. counts.Keys], catalog),
            Tiles = TilesOf(counts, catalog),
            Featured = charts.GetAwaiter().GetResult().Featured,
            Parts = charts.GetAwaiter().GetResult().Parts,
        };
    }

    private static ChartSource AllSources => new(Say("全部报道", "all articles"), "/sources");

    private static int ThemeRank(Figure figure, Catalog catalog) =>
        catalog.Themes.TakeWhile(theme => theme.Code != catalog.Indicator(figure.Observation.Series.Indicator).Theme).Count();

    /// <summary>Of the latest month. Where that has parts only, which make up no whole, an earlier one is looked for.</summary>
    private static (ChartModel Chart, string Address)? PartsOf(string indicator, YearMonth month, ExplorerQuery explorer, Catalog catalog) =>
        ChartOf(indicator, ExplorerView.Parts, explorer.FiguresOf(indicator, month), catalog) is { Chart: PartsChart } latest
            ? latest
            : ChartOf(indicator, ExplorerView.Parts, explorer.Figures(indicator, asOf: null), catalog);

    private static (ChartModel Chart, string Address)? ChartOf(string indicator, ExplorerView? view, IndicatorFigures figures, Catalog catalog)
    {
        var selection = ExplorerSelection.All(indicator);
        var charts = new ExplorerCharts(new(catalog, selection, figures), here: Address);
        return charts.Choose(view).Draw is { } draw ? (draw(), selection.Address) : null;
    }

    private static CoverageMatrix CoverageOf(IReadOnlyList<CoverageCount> counts, bool isCut, IReadOnlyCollection<string> areas, Catalog catalog)
    {
        var months = counts.Select(count => YearMonth.Parse(count.Month)).Distinct().Order().ToList();
        var byArea = counts.ToLookup(count => count.Area);
        var rows = catalog.Areas
            .Where(area => areas.Contains(area.Code))
            .Select(area => new MatrixRow(area.Name, area.Kind == AreaKind.Township ? 1 : 0, Addresses.Area(area.Code), byArea[area.Code].ToDictionary(count => YearMonth.Parse(count.Month), count => count.Cell())));
        return new(
            new(
                Say("哪里、哪个月有数字", "Where and when there are figures"),
                Say("数字个数，列在期末所在的月；斜纹为没有来源提及，不是零", "Number of figures, under the month in which their period ends; hatched: no source speaks of it, which is not zero")
                    + (isCut ? Say($"；只列最近 {MostMonths} 个月", $"; the latest {MostMonths} months") : ""),
                new("个数字", "figures"),
                [AllSources]),
            months,
            [.. rows]);
    }

    private static TileGrid TilesOf(IReadOnlyDictionary<string, long> counts, Catalog catalog)
    {
        return new(
            new(
                Say("地区", "Areas"),
                Say("每个区县一格，数字是已载入的个数", "One tile a district or county, with the number of figures loaded"),
                new("个数字", "figures"),
                [AllSources]),
            [.. catalog.Areas.Where(area => area.Tile is not null).Select(TileOf)]);

        Tile TileOf(Area area)
        {
            var own = FiguresOf(area);
            var ofTowns = catalog.Areas.Where(town => town.Parent == area.Code && town.Kind == AreaKind.Township).Sum(FiguresOf);
            var count = own > 0 ? own : ofTowns;
            return new(area.Label, area.Name, count, area.Kind, area.Tile!.Value, count > 0 ? Addresses.Area(area.Code) : null, own == 0 && ofTowns > 0);
        }

        int FiguresOf(Area area) => (int)counts.GetValueOrDefault(area.Code);
    }
}
