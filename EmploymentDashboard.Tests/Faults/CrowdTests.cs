using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;
using Xunit.Abstractions;

namespace EmploymentDashboard.Tests.Faults;

/// <summary>Eight people import while a hundred read.</summary>
[Collection(FaultCollection.Name)]
public sealed class CrowdTests(ITestOutputHelper output)
{
    private const int Importers = 8;
    private const int Readers = 100;

    /// <summary>A reader looks at what came before asking for more.</summary>
    private static readonly TimeSpan Thought = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Importers_BesideReaders_NobodyIsLockedOut()
    {
        using var folder = new TestFolder();
        using var database = await FaultFiles.FilledAsync(Path.Combine(folder.Path, "dashboard.db"));
        var first = new ImportRun(database, TimeProvider.System);
        using (var preview = first.Prepare(ImportFile.OfBytes("first.csv", Encoding.UTF8.GetBytes(FaultFiles.Text(0, months: 24))), new()))
            Assert.Equal(CommitOutcome.Committed, (await first.CommitAsync(preview, "tester", goodRowsOnly: false)).Outcome);
        var (imports, times, number) = (0, new ConcurrentBag<double>(), 0);
        using var stop = new CancellationTokenSource(Patience);
        var importers = Enumerable.Range(0, Importers).Select(_ => Task.Run(ImportAsync)).ToList();
        var readers = Enumerable.Range(0, Readers).Select(reader => Task.Run(() => ReadAsync(reader))).ToList();

        // For a while, and on a busy machine until there was a crowd at all.
        await Task.Delay(TimeSpan.FromSeconds(FaultScale.Of(5, 30)));
        while (!IsCrowd() && !stop.IsCancellationRequested)
            await Task.Delay(Thought);
        await stop.CancelAsync();
        await Task.WhenAll([.. importers, .. readers]);

        Assert.Empty(FaultFiles.PartialBatches(database));
        var sorted = times.Order().ToList();
        FaultScale.Report(output, string.Create(CultureInfo.InvariantCulture, $"crowd: {Importers} importers beside {Readers} readers: {imports} imports, {sorted.Count} reads, median {sorted[sorted.Count / 2]:0} ms, p95 {sorted[sorted.Count * 95 / 100]:0} ms, longest {sorted[^1]:0} ms; nobody was told that the database is locked"));
        Assert.True(IsCrowd());

        bool IsCrowd() => Volatile.Read(ref imports) > 0 && times.Count >= Readers;

        async Task ImportAsync()
        {
            var run = new ImportRun(database, TimeProvider.System);
            while (!stop.IsCancellationRequested)
            {
                var text = FaultFiles.Text(Interlocked.Increment(ref number), months: 24);
                var outcome = CommitOutcome.PreviewIsStale;
                // Someone else's batch came in between: looked at anew, as the page does.
                while (outcome == CommitOutcome.PreviewIsStale && !stop.IsCancellationRequested)
                {
                    using var preview = run.Prepare(ImportFile.OfBytes("crowd.csv", Encoding.UTF8.GetBytes(text)), new());
                    outcome = (await run.CommitAsync(preview, "tester", goodRowsOnly: false)).Outcome;
                }

                if (outcome == CommitOutcome.Committed)
                    Interlocked.Increment(ref imports);
            }
        }

        async Task ReadAsync(int reader)
        {
            await Task.Delay(Thought * reader / Readers);
            while (!stop.IsCancellationRequested)
            {
                var watch = Stopwatch.StartNew();
                using (var connection = database.Open())
                {
                    Assert.NotEmpty(BatchStore.All(connection).Take(1));
                    Assert.NotEmpty(CatalogStore.Read(connection).Areas);
                    Assert.NotEmpty(CurrentFigures.Of(connection, [("500113", "job_fairs")]));
                }

                times.Add(watch.Elapsed.TotalMilliseconds);
                await Task.Delay(Thought);
            }
        }
    }
}
