using Microsoft.Playwright;

namespace EmploymentDashboard.Benchmarks;

/// <summary>What a reader's browser sees: what it fetches, when it has drawn, and how soon a changed filter is on the screen.</summary>
internal static class BrowserBenchmark
{
    private const int MostKilobytes = 350;
    private const int MostRequests = 12;
    private const int MostMoreKilobytes = 60;
    private const double PaintGoal = 1500;
    private const double ShiftGoal = 0.05;
    private const double ChangeGoal = 200;
    private const double EchoGoal = 15;

    /// <summary>As Chromium's developer tools define "Fast 4G": 60 ms × 2.75, and nine tenths of 9 and 1.5 Mbit/s.</summary>
    private static readonly Dictionary<string, object> FastFourthGeneration = new()
    {
        ["offline"] = false,
        ["latency"] = 60 * 2.75,
        ["downloadThroughput"] = 9e6 / 8 * 0.9,
        ["uploadThroughput"] = 1.5e6 / 8 * 0.9,
    };

    private const string WatchPaint = """
        window.largest = 0; window.shift = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) window.largest = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
        """;

    /// <summary>Chooses a value; gives the milliseconds to the first change of the page, to the new chart in it, and to its painting.</summary>
    private const string Choose = """
        ([name, value]) => new Promise((done, fail) => {
            const list = document.querySelector(`form.filters select[name="${name}"]`), panel = document.querySelector('.chart-panel');
            const start = performance.now();
            let echo = 0, wasBusy = false;
            const watch = new MutationObserver(() => {
                echo ||= performance.now() - start;
                wasBusy ||= panel.getAttribute('aria-busy') === 'true';
                if (!wasBusy || panel.getAttribute('aria-busy') === 'true') return;
                watch.disconnect();
                const drawn = performance.now() - start;
                requestAnimationFrame(() => requestAnimationFrame(() => done([echo, drawn, performance.now() - start])));
            });
            watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
            setTimeout(() => fail(new Error(`${name} ${value}`)), 10000);
            list.value = value;
            list.dispatchEvent(new Event('change', { bubbles: true }));
        })
        """;

    public static async Task RunAsync(Programs programs, Report report, int loads, int changes)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        report.Begin("In the browser");
        await using (var dashboard = await Served.StartAsync(programs.Dashboard, 5181))
        {
            await using var template = await Served.StartAsync(programs.Template, 5182);
            await LoadAsync(browser, dashboard, template, report);
            await PaintAsync(browser, dashboard, report, loads);
        }

        await using var demonstration = await Served.StartAsync(programs.Dashboard, 5181, "--demo");
        await ChangeAsync(browser, demonstration, report, changes);
    }

    private static async Task LoadAsync(IBrowser browser, Served dashboard, Served template, Report report)
    {
        var (first, second) = await FirstLoad.MeasureAsync(browser, dashboard.Address + "/", "header a[href^='/explore']");
        var (beside, _) = await FirstLoad.MeasureAsync(browser, template.Address + "/", "a[href='counter']");
        report.Add($"first load of the Overview, empty cache", $"{first.Kilobytes:0} kB, {first.CircuitBytes / 1000.0:0} of them through the circuit", $"template's home page {beside.Kilobytes:0} kB", $"at most {MostKilobytes} kB", first.Kilobytes <= MostKilobytes);
        report.Add($"requests for it", $"{first.Requests}", $"template {beside.Requests}", $"at most {MostRequests}", first.Requests <= MostRequests);
        report.Add($"a second page, the Explorer by its link", $"{second.Kilobytes:0} kB more, {second.CircuitBytes / 1000.0:0} of them through the circuit", null, $"under {MostMoreKilobytes} kB", second.Kilobytes < MostMoreKilobytes);
    }

    private static async Task PaintAsync(IBrowser browser, Served dashboard, Report report, int loads)
    {
        var (paints, shifts) = (new List<double>(), new List<double>());
        for (var i = 0; i <= loads; i++)
        {
            await using var context = await browser.NewContextAsync();
            await context.AddInitScriptAsync(WatchPaint);
            var page = await context.NewPageAsync();
            var session = await context.NewCDPSessionAsync(page);
            await session.SendAsync("Network.enable");
            await session.SendAsync("Network.emulateNetworkConditions", FastFourthGeneration);
            await page.GotoAsync(dashboard.Address + "/", new() { WaitUntil = WaitUntilState.Load });
            await page.WaitForSelectorAsync("main[data-live=true]");
            await Task.Delay(TimeSpan.FromSeconds(1));
            // The first warms up.
            if (i == 0)
                continue;
            paints.Add(await page.EvaluateAsync<double>("() => window.largest"));
            shifts.Add(await page.EvaluateAsync<double>("() => window.shift"));
        }

        var paint = Measured.Percentile(paints, 95);
        report.Add($"its largest contentful paint at “Fast 4G”, p95 of {loads}", $"{paint / 1000:0.00} s (median {Measured.Median(paints) / 1000:0.00} s)", null, $"under {PaintGoal / 1000} s", paint < PaintGoal);
        report.Add($"its layout shift until the circuit has taken over, the worst", $"{shifts.Max():0.000}", null, $"under {ShiftGoal}", shifts.Max() < ShiftGoal);
    }

    private static async Task ChangeAsync(IBrowser browser, Served dashboard, Report report, int changes)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(dashboard.Address + "/explore?indicator=urban_new_employment");
        await page.WaitForSelectorAsync("main[data-live=true]");
        var random = new Random(1);
        var (echoes, drawings, paints) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = -10; i < changes; i++)
        {
            var name = (i & 3) switch { 0 => "indicator", 1 => "from", 2 => "to", _ => "transform" };
            var values = await page.EvaluateAsync<string[]>("name => [...document.querySelectorAll(`form.filters select[name=\"${name}\"] option:not([disabled])`)].map(option => option.value).filter(value => value !== document.querySelector(`form.filters select[name=\"${name}\"]`).value)", name);
            var half = values.Length / 2;
            var value = name switch { "from" => values[random.Next(half)], "to" => values[half + random.Next(values.Length - half)], _ => values[random.Next(values.Length)] };
            var times = await page.EvaluateAsync<double[]>(Choose, new[] { name, value });
            // The first ones warm up.
            if (i < 0)
                continue;
            echoes.Add(times[0]);
            drawings.Add(times[1]);
            paints.Add(times[2]);
        }

        var (echo, paint) = (Measured.Percentile(echoes, 95), Measured.Percentile(paints, 95));
        report.Add(
            $"filter changed in the Explorer (indicator, months, computation; demonstration panel, all districts) to painted chart, p95 of {changes}",
            $"{paint:0} ms (median {Measured.Median(paints):0} ms)",
            $"new chart in the page: p95 {Measured.Percentile(drawings, 95):0} ms, median {Measured.Median(drawings):0} ms",
            $"under {ChangeGoal} ms",
            paint < ChangeGoal);
        report.Add($"event to the first change in the page, which needs no query, p95 of {changes}", $"{echo:0.0} ms (median {Measured.Median(echoes):0.0} ms)", null, $"under {EchoGoal} ms", echo < EchoGoal);
    }
}
