using System.Diagnostics;
using System.Globalization;

namespace EmploymentDashboard.Benchmarks;

/// <summary>Several measurements of one thing, and how they are printed.</summary>
internal static class Measured
{
    public static double Median(IReadOnlyCollection<double> values) => Percentile(values, 50);

    /// <summary>The smallest value that so many percent of all do not exceed.</summary>
    public static double Percentile(IReadOnlyCollection<double> values, int percent) =>
        values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(values.Count * percent / 100.0) - 1));

    /// <summary>Runs something once to warm it, then so many times, and prints what it took.</summary>
    public static void Report(string what, int rounds, Func<object> run)
    {
        run();
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            run();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Print(what, times);
    }

    /// <param name="times">In milliseconds.</param>
    public static void Print(string what, IReadOnlyCollection<double> times) =>
        Print($"{what,-40} median {Median(times),8:0.0} ms   p95 {Percentile(times, 95),8:0.0} ms");

    public static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
