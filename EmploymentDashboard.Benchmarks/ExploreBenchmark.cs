using EmploymentDashboard.Charts;
using EmploymentDashboard.Features.Annotations;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Benchmarks;

/// <summary>
/// How long it takes from an address to the markup of a chart, over the generated panel of 38 areas, 60 months and 30 indicators. A bare
/// SQL query for the same indicator is measured in the same run, for the machine is never quiet.
/// </summary>
internal static class ExploreBenchmark
{
    private const string Indicator = "urban_new_employment";

    public static async Task RunAsync(int rounds)
    {
        using var store = await PanelStore.CreateAsync();
        var database = store.Database;
        var (query, catalog) = (new ExplorerQuery(database), store.Catalog);
        Measured.Report("bare SQL, one indicator", rounds, () => new ExplorerQuery(database).Figures(Indicator, asOf: null));
        Measured.Report("indicators with their counts", rounds, query.Indicators);
        foreach (var transform in Enum.GetValues<Transform>())
        {
            var selection = ExplorerSelection.All(Indicator) with { Reading = transform is Transform.None or Transform.YearOnYear ? default : Reading.Month, Transform = transform };
            Measured.Report($"figures, {transform}", rounds, () => new ExplorerData(catalog, selection, query.Figures(Indicator, asOf: null)));
        }

        var shown = new ExplorerData(catalog, ExplorerSelection.All(Indicator), query.Figures(Indicator, asOf: null));
        var other = new ExplorerData(catalog, ExplorerSelection.All("workers_screened"), query.Figures("workers_screened", asOf: null));
        Measured.Report("why each transform is not possible", rounds, () => Enum.GetValues<Transform>().Select(shown.Hindrance).ToList());
        Measured.Report("which views fit", rounds, () => new ExplorerCharts(shown, other));
        var screens = new ExplorerScreens(database, query, new(database, new(database)));
        var months = 0;
        Measured.Report("a screen never asked for before", rounds, () => screens.Show(catalog, ExplorerSelection.All(Indicator) with { From = new YearMonth(2020, 1).AddMonths(++months) }));
        Measured.Report("choices", rounds, () => ExplorerChoices.Of(catalog, query.Indicators(), query.Figures(Indicator, asOf: null)));
        var notes = new AnnotationQuery(database, new(database));
        Measured.Report("annotations", rounds, () => notes.For(Indicator, []));
        var charts = new ExplorerCharts(shown, other);
        foreach (var view in charts.Offered.Where(view => view is { Fits: true, Draw: not null }))
            Measured.Report($"drawing, {view.View}", rounds, () => ChartDrawing.Markup(view.Draw!(), "chart"));
    }
}
