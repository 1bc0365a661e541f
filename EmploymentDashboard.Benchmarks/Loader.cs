using System.ComponentModel;
using System.Diagnostics;

namespace EmploymentDashboard.Benchmarks;

/// <summary>A program that puts a CSV file into one table of a new database, with an index that keeps its key unique.</summary>
internal sealed record Loader(string Name, Func<string, string, ProcessStartInfo> Start)
{
    private const string Table = "figure";
    private static readonly string[] Key = ["area", "indicator", "breakdown", "basis", "period", "source"];

    public static readonly Loader Shell = new("sqlite3 .import", (file, database) => new("sqlite3", [
        database,
        $"CREATE TABLE {Table} (area TEXT, indicator TEXT, breakdown TEXT, basis TEXT, period TEXT, value REAL, unit TEXT, bound TEXT, as_printed TEXT, status TEXT, source TEXT, locator TEXT, note TEXT)",
        $"CREATE UNIQUE INDEX {Table}_key ON {Table} ({string.Join(", ", Key)})",
        $".import --csv --skip 1 {file} {Table}",
    ]));

    public static readonly Loader Utilities = new("sqlite-utils insert --csv", (file, database) => new("sqlite-utils", ["insert", database, Table, file, "--csv", "--silent", .. Key.Select(column => "--pk=" + column)]));

    /// <summary>Seconds from start to exit; null where the program is not installed.</summary>
    public async Task<double?> LoadAsync(string file, string database)
    {
        var start = Start(file, database);
        start.RedirectStandardError = true;
        var watch = Stopwatch.StartNew();
        using var process = TryStart(start);
        if (process is null)
            return null;

        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && errors.Length == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"{Name} failed:\n{errors}");
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
