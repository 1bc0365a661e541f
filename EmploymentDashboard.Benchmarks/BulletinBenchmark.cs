using System.Diagnostics;
using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Statistics;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Benchmarks;

/// <summary>
/// How long a bulletin takes from its order to the file, over the generated panel. The bare query for its figures, and a PDF of one line, are
/// measured in the same run.
/// </summary>
internal static class BulletinBenchmark
{
    public static async Task RunAsync(int rounds)
    {
        using var store = await PanelStore.CreateAsync();
        var (query, catalog) = (new BulletinQuery(store.Database), store.Catalog);
        var desk = new BulletinDesk(store.Database, query, Options.Create(new BulletinOptions()), TimeProvider.System);
        var month = Period.Parse("2024-12");
        var (one, all) = (new BulletinOrder { Period = month, Areas = ["500113"] }, new BulletinOrder { Period = month });

        Measured.Report("bare query, one area", rounds, () => query.Figures(one));
        Measured.Report("HTML, one area", rounds, () => desk.Draft(one, catalog, isSynthetic: true, "zh"));
        Measured.Report("bare query, all 38", rounds, () => query.Figures(all));
        Measured.Report("HTML, all 38", rounds, () => desk.Draft(all, catalog, isSynthetic: true, "zh"));
        if (Chromium.Find("") is not { } browser)
        {
            Measured.Print($"no browser of the Chromium family here, so no PDF");
            return;
        }

        var file = Path.Combine(store.Folder, "bulletin.pdf");
        await ReportPdfAsync("PDF of one line", rounds, "<p>1</p>");
        await ReportPdfAsync("PDF, one area", rounds, desk.Draft(one, catalog, isSynthetic: true, "zh"));
        await ReportPdfAsync("PDF, all 38", rounds, desk.Draft(all, catalog, isSynthetic: true, "zh"));

        async Task ReportPdfAsync(string what, int times, string html)
        {
            var taken = new List<double>();
            for (var round = 0; round < times; round++)
            {
                var start = Stopwatch.GetTimestamp();
                await browser.PrintAsync(html, file);
                taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            Measured.Print(what, taken);
        }
    }
}
