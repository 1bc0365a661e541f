using System.Diagnostics;
using Microsoft.Playwright;

namespace EmploymentDashboard.Benchmarks;

/// <summary>Publishes dashboard and template, runs both, and prints what was measured as a Markdown table.</summary>
internal static class PageBenchmark
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("Overview", "/"),
        ("Explorer", "/explore?indicator=guaranteed_loan_amount"),
    ];

    public static async Task RunAsync(TimeSpan round, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-benchmark-").FullName;
        try
        {
            await DotnetAsync("publish", Path.Combine(Root(), "EmploymentDashboard"), "-c", "Release", "-o", Path.Combine(folder, "dashboard"));
            await DotnetAsync("new", "blazor", "--interactivity", "Server", "--no-https", "--no-restore", "-n", "Template", "-o", Path.Combine(folder, "template"));
            await DotnetAsync("publish", Path.Combine(folder, "template"), "-c", "Release", "-o", Path.Combine(folder, "counter"), "-p:RequiresAspNetWebAssets=false");
            await MeasureAsync(folder, round, rounds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, TimeSpan round, int rounds)
    {
        var program = Path.Combine(folder, "dashboard", "EmploymentDashboard.dll");
        await using (var first = await Served.StartAsync(program, 5181))
            Measured.Print($"First start, with an empty database: {first.StartTime.TotalSeconds:0.0} s");

        await using var dashboard = await Served.StartAsync(program, 5181);
        Measured.Print($"Second start: {dashboard.StartTime.TotalSeconds:0.0} s");
        await using var template = await Served.StartAsync(Path.Combine(folder, "counter", "Template.dll"), 5182);

        Measured.Print($"\n| page | first load | pages/s | pages/s, Brotli |\n|---|---|---|---|");
        var counter = await RatesAsync(template.Address + "/counter", round, rounds);
        Measured.Print($"| the template's counter | | {counter.Plain:0} | it does not compress |");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        foreach (var (name, path) in Pages)
        {
            var load = await FirstLoad.MeasureAsync(browser, dashboard.Address + path);
            // The counter is measured again beside each page: what else the machine does must touch both.
            var beside = await RatesAsync(template.Address + "/counter", round, 1);
            var rates = await RatesAsync(dashboard.Address + path, round, rounds);
            var again = await RatesAsync(template.Address + "/counter", round, 1);
            var reference = (beside.Plain + again.Plain) / 2;
            Measured.Print($"| {name} | {load.Bytes / 1024.0:0} KiB in {load.Requests} requests | {rates.Plain:0} ({rates.Plain / reference:0.00} of the counter) | {rates.Compressed:0} ({rates.Compressed / reference:0.00}) |");
        }
    }

    /// <summary>The medians of several rounds, plain and compressed in turn, after one that warms up.</summary>
    private static async Task<(double Plain, double Compressed)> RatesAsync(string address, TimeSpan round, int rounds)
    {
        await Load.MeasureAsync(address, TimeSpan.FromSeconds(2), isCompressed: false);
        var (plain, compressed) = (new List<double>(), new List<double>());
        for (var i = 0; i < rounds; i++)
        {
            plain.Add(await Load.MeasureAsync(address, round, isCompressed: false));
            compressed.Add(await Load.MeasureAsync(address, round, isCompressed: true));
        }

        return (Measured.Median(plain), Measured.Median(compressed));
    }

    private static async Task DotnetAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EmploymentDashboard.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run from a checkout.");
    }
}
