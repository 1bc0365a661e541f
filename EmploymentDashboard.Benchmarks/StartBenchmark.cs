namespace EmploymentDashboard.Benchmarks;

/// <summary>From the start of the process to the first page, beside a program of one endpoint, in turn.</summary>
internal static class StartBenchmark
{
    private const double Goal = 1.4;

    public static async Task RunAsync(Programs programs, Report report, int rounds)
    {
        double first;
        await using (var served = await Served.StartAsync(programs.Dashboard, 5181))
            first = served.StartTime.TotalSeconds;

        var (starts, ahead, bare, template) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i <= rounds; i++)
        {
            var times = (Dashboard: await TimeAsync(programs.Dashboard), Ahead: await TimeAsync(programs.Ahead), Bare: await TimeAsync(programs.Bare), Template: await TimeAsync(programs.Template));
            // The first round warms the disk.
            if (i == 0)
                continue;
            starts.Add(times.Dashboard);
            ahead.Add(times.Ahead);
            bare.Add(times.Bare);
            template.Add(times.Template);
        }

        report.Begin("Start");
        report.Add($"first start, empty database, to the first Overview", $"{first:0.00} s");
        Add($"start to the first Overview ÷ a bare endpoint's, median of {rounds}", starts);
        Add($"the same, compiled ahead", ahead);

        void Add(FormattableString measure, IReadOnlyCollection<double> times)
        {
            var ratio = Measured.Median(times) / Measured.Median(bare);
            report.Add(measure, $"{ratio:0.00} ({Measured.Median(times):0.00} s)", $"bare endpoint {Measured.Median(bare):0.00} s; template {Measured.Median(template):0.00} s", $"at most {Goal}", ratio <= Goal);
        }
    }

    private static async Task<double> TimeAsync(string program)
    {
        await using var served = await Served.StartAsync(program, 5181);
        return served.StartTime.TotalSeconds;
    }
}
