using System.Collections.Concurrent;
using System.Diagnostics;
using EmploymentDashboard.Benchmarks.Circuits;

namespace EmploymentDashboard.Benchmarks;

/// <summary>What many readers cost who have the Explorer open at once, over the demonstration panel, beside readers of the template's counter.</summary>
internal static class CircuitBenchmark
{
    private const int Still = 200;
    private const int Busy = 500;
    private const double HeapRatioGoal = 2;
    private const double EventGoal = 100;
    private const double MemoryGoal = 600;
    private const double ReturnGoal = 1.2;
    private const string Explorer = "/explore?indicator=urban_new_employment";

    /// <summary>All readers come from one address here, which may have fewer pages open.</summary>
    private static readonly string[] Arguments = ["--demo", "--Limits:OpenPages", "10000", "--Limits:OpenPagesInAll", "10000"];
    private static readonly string[] Filters = ["indicator", "from", "to"];
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Until the server has asked itself what readers ask first, which it keeps.</summary>
    private static readonly TimeSpan Preparation = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Return = TimeSpan.FromMinutes(5);

    public static async Task RunAsync(Programs programs, Report report, TimeSpan duration)
    {
        using var client = new HttpClient();
        report.Begin("Circuits");
        await HeapAsync(programs, report, client);
        await CrowdAsync(programs, report, client, duration);
    }

    private static async Task HeapAsync(Programs programs, Report report, HttpClient client)
    {
        double own, others;
        await using (var dashboard = await Served.StartAsync(programs.Dashboard, 5181, isProbed: true, Arguments))
            own = await HeapOfOneAsync(dashboard, Explorer, client);
        await using (var template = await Served.StartAsync(programs.Template, 5182, isProbed: true))
            others = await HeapOfOneAsync(template, "/counter", client);
        report.Add(
            $"live heap of a circuit on the Explorer ÷ the template's, at {Still} circuits",
            $"{own / others:0.00} ({own / 1000:0} kB)",
            $"counter {others / 1000:0} kB",
            $"at most {HeapRatioGoal}",
            own / others <= HeapRatioGoal);
    }

    private static async Task<double> HeapOfOneAsync(Served served, string path, HttpClient client)
    {
        await CloseAsync(await OpenAsync(served, path, 10, client));
        await Task.Delay(Preparation);
        var before = await served.MemoryAsync();
        var circuits = await OpenAsync(served, path, Still, client);
        await Task.Delay(TimeSpan.FromSeconds(2));
        var with = await served.MemoryAsync();
        await CloseAsync(circuits);
        return (with.Heap - before.Heap) / Still;
    }

    private static async Task CrowdAsync(Programs programs, Report report, HttpClient client, TimeSpan duration)
    {
        await using var dashboard = await Served.StartAsync(programs.Dashboard, 5181, isProbed: true, Arguments);
        // A server that has been used: compiled, its answers kept.
        var first = await OpenAsync(dashboard, Explorer, 40, client);
        await UseAsync(first, TimeSpan.FromSeconds(20));
        await CloseAsync(first);
        var before = await dashboard.MemoryAsync();

        var circuits = await OpenAsync(dashboard, Explorer, Busy, client);
        var (times, failures) = await UseAsync(circuits, duration);
        var with = await dashboard.MemoryAsync();
        await CloseAsync(circuits);
        var p95 = Measured.Percentile(times, 95);
        var each = (with.WorkingSet - before.WorkingSet) / Busy / 1000;
        report.Add(
            $"{Busy} circuits, each changing a filter every {Interval.TotalSeconds} s for {duration.TotalSeconds} s: event to drawing, p95",
            $"{p95:0} ms (median {Measured.Median(times):0} ms, {times.Count} events, {failures} failed)",
            $"the readers ran on the same processors",
            $"under {EventGoal} ms",
            p95 < EventGoal && failures == 0);
        report.Add(
            $"their memory, each",
            $"{each:0} kB of working set, {(with.Heap - before.Heap) / Busy / 1000:0} kB of live heap",
            $"before them {before.WorkingSet / 1e6:0} MB, heap {before.Heap / 1e6:0} MB",
            $"at most {MemoryGoal} kB",
            each <= MemoryGoal);

        await Task.Delay(Return);
        var after = await dashboard.MemoryAsync();
        report.Add(
            $"{Return.TotalMinutes} minutes after they left ÷ before them",
            $"working set {after.WorkingSet / before.WorkingSet:0.00}, live heap {after.Heap / before.Heap:0.00}",
            $"after {after.WorkingSet / 1e6:0} MB, heap {after.Heap / 1e6:0} MB",
            $"at most {ReturnGoal}",
            after.WorkingSet <= before.WorkingSet * ReturnGoal && after.Heap <= before.Heap * ReturnGoal);
    }

    private static async Task<IReadOnlyList<Circuit>> OpenAsync(Served served, string path, int count, HttpClient client)
    {
        var circuits = new List<Circuit>();
        while (circuits.Count < count)
            circuits.AddRange(await Task.WhenAll(Enumerable.Range(0, Math.Min(10, count - circuits.Count)).Select(_ => Circuit.OpenAsync(client, served.Address + path))));
        return circuits;
    }

    private static Task CloseAsync(IReadOnlyList<Circuit> circuits) => Task.WhenAll(circuits.Select(circuit => circuit.DisposeAsync().AsTask()));

    /// <summary>Each circuit changes a filter in each interval, at a moment of its own.</summary>
    /// <returns>Milliseconds from event to drawing, and how many events had no answer.</returns>
    private static async Task<(IReadOnlyList<double> Times, int Failures)> UseAsync(IReadOnlyList<Circuit> circuits, TimeSpan duration)
    {
        var times = new ConcurrentBag<double>();
        var failures = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(circuits.Select(async (circuit, index) =>
        {
            // Seeded, so that each run asks for the same.
            var random = new Random(index);
            await Task.Delay(Interval * random.NextDouble());
            while (clock.Elapsed < duration)
            {
                var filter = Filters[random.Next(Filters.Length)];
                var start = Stopwatch.GetTimestamp();
                try
                {
                    await circuit.ChooseAsync(filter, ValueOf(filter, circuit.Values(filter), random));
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
                catch (TimeoutException)
                {
                    Interlocked.Increment(ref failures);
                }

                var rest = Interval - Stopwatch.GetElapsedTime(start);
                await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
            }
        }));
        return ([.. times], failures);
    }

    /// <summary>From the first half of the months on, to the second half: never the other way round.</summary>
    private static string ValueOf(string filter, IReadOnlyList<string> values, Random random)
    {
        var half = values.Count / 2;
        var index = filter switch
        {
            "from" => random.Next(half),
            "to" => half + random.Next(values.Count - half),
            _ => random.Next(values.Count),
        };
        return values[index];
    }
}
