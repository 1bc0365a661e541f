using System.Diagnostics;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Benchmarks;

/// <summary>A new database that knows the project's areas and indicators, and the import into it.</summary>
internal sealed class Store : IDisposable
{
    private readonly DashboardDatabase _database;
    private readonly ImportRun _run;

    private Store(DashboardDatabase database) => (_database, _run) = (database, new(database, TimeProvider.System));

    public static async Task<Store> CreateAsync(string path, Catalog catalog)
    {
        var database = new DashboardDatabase(path);
        await new Migrator(database, TimeProvider.System).MigrateAsync();
        await database.WriteAsync((connection, transaction) =>
        {
            CatalogStore.Save(catalog, connection, transaction);
            return true;
        });
        return new(database);
    }

    /// <summary>Takes a file in, and says how many seconds preview and commit took.</summary>
    public async Task<(double Prepare, double Commit)> ImportAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        using var preview = _run.Prepare(await ImportFile.OfPathAsync(path), new());
        var prepared = watch.Elapsed.TotalSeconds;
        var committed = await _run.CommitAsync(preview, "benchmark", goodRowsOnly: false);
        return committed.Outcome == CommitOutcome.Committed
            ? (prepared, watch.Elapsed.TotalSeconds - prepared)
            : throw new InvalidOperationException($"{path}: {committed.Outcome}, {string.Join(", ", preview.IssueCounts)}");
    }

    /// <summary>Milliseconds until the preview of a file stands.</summary>
    public async Task<double> PreviewAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        using var preview = _run.Prepare(await ImportFile.OfPathAsync(path), new());
        return preview.Layout is not null ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{path} was refused.");
    }

    /// <summary>Milliseconds until a file that cannot be used is refused as a whole.</summary>
    public async Task<double> RefuseAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        using var preview = _run.Prepare(await ImportFile.OfPathAsync(path), new());
        return preview.Layout is null ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{path} was not refused.");
    }

    public void Dispose() => _database.Dispose();
}
