using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EmploymentDashboard.Benchmarks;

/// <summary>The <c>sqlite3</c> program as a yardstick: the same statements on the same file, timed by its own timer, so that its start does not count.</summary>
internal static partial class SqliteShell
{
    /// <summary>Milliseconds of each round, all statements together, after one round that warms up; empty where the program is not installed.</summary>
    public static async Task<IReadOnlyList<double>> MeasureAsync(string database, IReadOnlyList<string> statements, int rounds)
    {
        var start = new ProcessStartInfo("sqlite3", ["-readonly", database]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }

        using (process)
        {
            var output = process!.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.StandardInput.WriteLineAsync(".output /dev/null\n.timer on");
            for (var round = 0; round <= rounds; round++)
            {
                foreach (var statement in statements)
                    await process.StandardInput.WriteLineAsync(statement.TrimEnd().TrimEnd(';') + ";");
            }

            process.StandardInput.Close();
            var times = RunTime().Matches(await output).Select(TimeOf).ToList();
            await process.WaitForExitAsync();
            return times.Count == (rounds + 1) * statements.Count
                ? [.. times.Chunk(statements.Count).Skip(1).Select(round => round.Sum())]
                : throw new InvalidOperationException($"sqlite3 timed {times.Count} statements of {(rounds + 1) * statements.Count}: {await errors}");
        }
    }

    /// <summary>The clock counts whole milliseconds, the processor's time microseconds.</summary>
    private static double TimeOf(Match match)
    {
        var (real, user, system) = (Number("real"), Number("user"), Number("sys"));
        return 1000 * Math.Max(real, user + system);

        double Number(string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Run Time: real (?<real>[\d.]+) user (?<user>[\d.]+) sys (?<sys>[\d.]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex RunTime();
}
