using System.Globalization;
using Xunit.Abstractions;

namespace EmploymentDashboard.Tests.Faults;

/// <summary>
/// How much is broken on purpose: little within <c>./test.sh</c>, all of it with <c>FAULTS=full</c>. What was done and seen goes to the test's output and,
/// line by line, to the file that <c>FAULTS_REPORT</c> names. <c>FAULTS_KILLS</c> sets the number of kills.
/// </summary>
internal static class FaultScale
{
    private static readonly Lock Reporting = new();

    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("FAULTS") == "full";

    public static int Kills { get; } = int.TryParse(Environment.GetEnvironmentVariable("FAULTS_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : Of(5, 1000);

    public static int Of(int few, int all) => IsFull ? all : few;

    public static void Report(ITestOutputHelper output, string line)
    {
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable("FAULTS_REPORT") is not { Length: > 0 } path)
            return;

        lock (Reporting)
            File.AppendAllText(path, line + "\n");
    }
}

/// <summary>One after the other: they measure time, and are heavy.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultCollection
{
    public const string Name = "faults";
}
