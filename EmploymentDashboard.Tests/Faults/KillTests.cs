using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Commands;
using EmploymentDashboard.Tests.Shared;
using Xunit.Abstractions;

namespace EmploymentDashboard.Tests.Faults;

/// <summary>The built program imports files one after the other, and is killed with signal 9 at a random moment, again and again over one database.</summary>
[Collection(FaultCollection.Name)]
public sealed partial class KillTests(ITestOutputHelper output)
{
    /// <summary>More files than a run can take in before it is killed.</summary>
    private const int FilesPerRun = 40;

    private const int Months = 24;

    /// <summary>Then it has grown so large that looking through it takes longer than all the rest.</summary>
    private const int KillsPerDatabase = 25;

    [Fact]
    public async Task Killed_AtAnyMoment_LeavesNoPartOfABatch_AndLosesNoneThatWasAcknowledged()
    {
        using var folder = new TestFolder();
        var path = await NewDatabaseAsync(folder, 0);
        var random = new Random(20261122);
        var (acknowledged, beforeAny, batches, known, longestOpening) = (0, 0, 0, 0, TimeSpan.Zero);
        var window = await WindowAsync(folder, path);
        var watch = Stopwatch.StartNew();
        for (var run = 1; run <= FaultScale.Kills; run++)
        {
            if (run % KillsPerDatabase == 0)
                (path, known) = (await NewDatabaseAsync(folder, run), 0);
            var files = Enumerable.Range(0, FilesPerRun).Select(file => folder.Write($"file-{file}.csv", FaultFiles.Text((run * FilesPerRun) + file, Months))).ToArray();
            var told = await KillAsync(path, files, window * (0.3 + (0.7 * random.NextDouble())));
            acknowledged += told.Count;
            beforeAny += told.Count == 0 ? 1 : 0;

            var opening = Stopwatch.StartNew();
            using var database = new DashboardDatabase(path);
            await new Migrator(database, TimeProvider.System).MigrateAsync();
            longestOpening = opening.Elapsed > longestOpening ? opening.Elapsed : longestOpening;
            using var connection = database.Open();
            var standing = BatchStore.All(connection).Select(batch => batch.Id).ToHashSet();
            (batches, known) = (batches + standing.Count - known, standing.Count);
            Assert.True(told.IsSubsetOf(standing), $"Run {run}: batch {string.Join(", ", told.Except(standing))} was acknowledged and is lost.");
            Assert.Empty(FaultFiles.PartialBatches(database));
            var report = DatabaseCheck.Of(path, TimeProvider.System);
            Assert.True(report.IsSound, $"Run {run}: {string.Join("; ", report.Findings.Select(finding => finding.Words.En))}");
        }

        var restart = await RestartAsync(path);
        FaultScale.Report(output, string.Create(CultureInfo.InvariantCulture, $"kill -9: {FaultScale.Kills} kills in {watch.Elapsed.TotalSeconds:0} s, {beforeAny} before the first commit of their run, {acknowledged} commits acknowledged, {batches} batches standing with those of the data folder: none partial, none lost; integrity ok after each; longest opening {longestOpening.TotalMilliseconds:0} ms, restart of the server to its first page {restart.TotalSeconds:0.0} s, file {new FileInfo(path).Length:N0} bytes"));
        Assert.True(acknowledged > 0, "No run came as far as a commit: the kills prove nothing.");
    }

    private static async Task<string> NewDatabaseAsync(TestFolder folder, int number)
    {
        var path = Path.Combine(folder.Path, string.Create(CultureInfo.InvariantCulture, $"dashboard-{number}.db"));
        (await FaultFiles.FilledAsync(path)).Dispose();
        return path;
    }

    /// <summary>How long to wait at most before killing: until about a dozen files are in.</summary>
    private static async Task<double> WindowAsync(TestFolder folder, string path)
    {
        var files = Enumerable.Range(0, 12).Select(file => folder.Write($"first-{file}.csv", FaultFiles.Text(1_000_000 + file, Months))).ToArray();
        var watch = Stopwatch.StartNew();
        var run = await ProgramRun.OfAsync(["import", .. files, "--database", path]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Starts, kills, and returns the batches that the program said it had committed.</summary>
    private static async Task<HashSet<long>> KillAsync(string path, string[] files, double milliseconds)
    {
        using var process = ProgramRun.Start(["import", .. files, "--database", path]);
        var said = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds));
        // Signal 9: the process is not asked.
        process.Kill();
        await process.WaitForExitAsync();
        Assert.Equal("", await error);
        return [.. Committed().Matches(await said).Select(match => long.Parse(match.Groups["batch"].Value, CultureInfo.InvariantCulture))];
    }

    private static async Task<TimeSpan> RestartAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        using var server = ProgramRun.Start(["--urls", "http://127.0.0.1:0", "--database", path]);
        try
        {
            while (await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line)
            {
                if (Listening().Match(line) is not { Success: true } listening)
                    continue;

                using var client = new HttpClient();
                using var page = await client.GetAsync(new Uri(listening.Groups["address"].Value));
                page.EnsureSuccessStatusCode();
                return watch.Elapsed;
            }

            throw new InvalidOperationException(await server.StandardError.ReadToEndAsync());
        }
        finally
        {
            server.Kill();
        }
    }

    [GeneratedRegex(@"Committed as batch (?<batch>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Committed();

    [GeneratedRegex(@"listening on: (?<address>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
