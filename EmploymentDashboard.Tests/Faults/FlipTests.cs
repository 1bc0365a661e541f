using System.Globalization;
using System.Text;
using Dapper;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;
using Xunit.Abstractions;

namespace EmploymentDashboard.Tests.Faults;

/// <summary>One bit of the file turns over, wherever it may be.</summary>
[Collection(FaultCollection.Name)]
public sealed class FlipTests(ITestOutputHelper output)
{
    private const int Flips = 200;

    [Fact]
    public async Task Bit_ThatTurnedOver_IsFound_OrHarmsNothing()
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "dashboard.db");
        string hash;
        using (var database = await FaultFiles.FilledAsync(path))
        {
            // Full pages rather than the small tables that the data folder makes.
            var run = new ImportRun(database, TimeProvider.System);
            using (var preview = run.Prepare(ImportFile.OfBytes("filled.csv", Encoding.UTF8.GetBytes(FaultFiles.Text(1, months: 270))), new()))
                Assert.Equal(CommitOutcome.Committed, (await run.CommitAsync(preview, "tester", goodRowsOnly: false)).Outcome);
            Seal.Set(database, DateTimeOffset.UtcNow);
            hash = FaultFiles.HashOf(database);
            using var connection = database.Open();
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        var original = await File.ReadAllBytesAsync(path);
        var random = new Random(20261122);
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var harmless = 0;
        for (var flip = 0; flip < Flips; flip++)
        {
            var (at, bit) = (random.Next(original.Length), random.Next(8));
            var bytes = (byte[])original.Clone();
            bytes[at] ^= (byte)(1 << bit);
            await File.WriteAllBytesAsync(path, bytes);

            var report = DatabaseCheck.Of(path, TimeProvider.System);
            if (report.IsSound)
            {
                Assert.True(report.Content!.Hash == hash, $"Bit {bit} of byte {at} changed what the database says, and was not found.");
                harmless++;
            }
            else
            {
                var code = report.Findings[0].Code;
                found[code] = found.GetValueOrDefault(code) + 1;
            }

            foreach (var companion in (string[])["-wal", "-shm"])
                File.Delete(path + companion);
        }

        FaultScale.Report(output, string.Create(CultureInfo.InvariantCulture, $"bit flips: {Flips} in {original.Length:N0} bytes: {found.Values.Sum()} found ({string.Join(", ", found.Select(kind => $"{kind.Key} {kind.Value}"))}), {harmless} harmless with an equal logical hash, 0 unnoticed"));
        Assert.True(found.Values.Sum() > Flips / 4);
    }
}
