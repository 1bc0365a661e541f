using System.Diagnostics;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Synthetic;

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
        var folder = Directory.CreateTempSubdirectory("explore").FullName;
        try
        {
            using var database = new DashboardDatabase(Path.Combine(folder, "panel.db"));
            await new Migrator(database, TimeProvider.System).MigrateAsync();
            var data = Path.GetFullPath("data");
            var tables = await ReferenceTables.ReadAsync(data);
            var written = Path.Combine(folder, "data");
            SyntheticDataFolder.Write(data, tables.Catalog, new(), written);
            var catalogs = new CatalogCache(database);
            await new DataFolder(database, TimeProvider.System).LoadAsync(written);

            var (query, catalog) = (new ExplorerQuery(database), catalogs.Current);
            Report("bare SQL, one indicator", rounds, () => new ExplorerQuery(database).Figures(Indicator, asOf: null));
            Report("indicators with their counts", rounds, query.Indicators);
            foreach (var transform in Enum.GetValues<Transform>())
            {
                var selection = ExplorerSelection.All(Indicator) with { Reading = transform is Transform.None or Transform.YearOnYear ? default : Reading.Month, Transform = transform };
                Report($"figures, {transform}", rounds, () => new ExplorerData(catalog, selection, query.Figures(Indicator, asOf: null)));
            }

            var shown = new ExplorerData(catalog, ExplorerSelection.All(Indicator), query.Figures(Indicator, asOf: null));
            var other = new ExplorerData(catalog, ExplorerSelection.All("workers_screened"), query.Figures("workers_screened", asOf: null));
            Report("why each transform is not possible", rounds, () => Enum.GetValues<Transform>().Select(shown.Hindrance).ToList());
            Report("which views fit", rounds, () => new ExplorerCharts(shown, other));
            var charts = new ExplorerCharts(shown, other);
            foreach (var view in charts.Offered.Where(view => view is { Fits: true, Draw: not null }))
                Report($"drawing, {view.View}", rounds, () => ChartDrawing.Markup(view.Draw!(), "chart"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Report(string what, int rounds, Func<object> run)
    {
        run();
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            run();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Measured.Print($"{what,-40} median {Measured.Median(times),8:0.0} ms   p95 {Measured.Percentile(times, 95),8:0.0} ms");
    }
}
