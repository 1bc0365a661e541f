namespace EmploymentDashboard.Benchmarks;

/// <summary>Pages per second of the dashboard beside the counter page of the template, in turn, because the machine is never quiet.</summary>
internal static class RateBenchmark
{
    private const double Goal = 0.4;

    public static async Task RunAsync(Programs programs, Report report, TimeSpan round, int rounds)
    {
        await using var dashboard = await Served.StartAsync(programs.Dashboard, 5181);
        await using var template = await Served.StartAsync(programs.Template, 5182);
        report.Begin("Pages per second");
        foreach (var (name, path, goal) in new[] { ("Overview", "/", (double?)Goal), ("Explorer", "/explore?indicator=guaranteed_loan_amount", null) })
        {
            var (pages, compressed, counter) = (new List<double>(), new List<double>(), new List<double>());
            foreach (var (address, isCompressed) in new[] { (dashboard.Address + path, false), (dashboard.Address + path, true), (template.Address + "/counter", false) })
                await Load.MeasureAsync(address, TimeSpan.FromSeconds(3), isCompressed);
            for (var i = 0; i < rounds; i++)
            {
                pages.Add(await Load.MeasureAsync(dashboard.Address + path, round, isCompressed: false));
                counter.Add(await Load.MeasureAsync(template.Address + "/counter", round, isCompressed: false));
                compressed.Add(await Load.MeasureAsync(dashboard.Address + path, round, isCompressed: true));
            }

            // Each round against the counter's of the same round, so that what else the machine did touched both.
            var ratio = Measured.Median([.. pages.Zip(counter, (page, beside) => page / beside)]);
            report.Add(
                $"{name} ÷ the template's counter, median of {rounds} rounds",
                $"{ratio:0.00} ({Measured.Median(pages):0} a second; {Measured.Median(compressed):0} where the reader takes Brotli)",
                $"counter {Measured.Median(counter):0} a second, never compressed",
                goal is null ? null : (FormattableString)$"at least {goal}",
                goal is null ? null : ratio >= goal);
        }
    }
}
