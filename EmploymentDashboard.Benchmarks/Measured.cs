using System.Globalization;

namespace EmploymentDashboard.Benchmarks;

/// <summary>Several measurements of one thing, and how they are printed.</summary>
internal static class Measured
{
    public static double Median(IReadOnlyCollection<double> values) => Percentile(values, 50);

    /// <summary>The smallest value that so many percent of all do not exceed.</summary>
    public static double Percentile(IReadOnlyCollection<double> values, int percent) =>
        values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(values.Count * percent / 100.0) - 1));

    public static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
