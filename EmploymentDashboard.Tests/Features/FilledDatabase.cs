using System.Text;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.History;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Features;

/// <summary>A database that the pipeline fills with rows written as tests like to read them.</summary>
public sealed class FilledDatabase : IDisposable
{
    private const string Header = "area,indicator,breakdown,basis,period,value,status,source,as_printed,note";
    private static readonly ImportSettings Settings = new() { Layout = new() { Source = "late" } };

    private readonly TestDatabase _store;
    private readonly CatalogCache _catalog;
    private int _files;

    private FilledDatabase(TestDatabase store) => (_store, _catalog) = (store, new(store.Database));

    public DashboardDatabase Database => _store.Database;

    public CatalogCache Catalogs => _catalog;

    public Catalog Catalog => _catalog.Current;

    public TestClock Clock => _store.Clock;

    /// <summary>Path of the folder that holds the database, gone when disposed.</summary>
    public string Folder => _store.Folder.Path;

    public static async Task<FilledDatabase> CreateAsync(params string[] rows)
    {
        var filled = new FilledDatabase(await TestDatabase.CreateAsync(FeatureCatalog.Create()));
        if (rows.Length > 0)
            await filled.TakeInAsync(rows);
        return filled;
    }

    /// <summary>Takes in one file. A row is "area indicator breakdown basis period value status source as_printed note", from the status on as far as wanted.</summary>
    public Task<long> TakeInAsync(params string[] rows) => TakeInAsync("tester", rows);

    /// <summary>The same in someone's name.</summary>
    public async Task<long> TakeInAsync(string by, IReadOnlyList<string> rows)
    {
        var lines = rows.Select(row => row.Split(' ')).Select(cells => string.Join(',', cells.Concat(Enumerable.Repeat("", 10 - cells.Length))));
        var file = ImportFile.OfBytes($"file-{++_files}.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(Header)) + "\n"));
        var run = new ImportRun(Database, Clock);
        using var preview = run.Prepare(file, Settings);
        var committed = await run.CommitAsync(preview, by, goodRowsOnly: true);
        Assert.Equal(CommitOutcome.Committed, committed.Outcome);
        return committed.BatchId!.Value;
    }

    /// <summary>Undoes a batch, or redoes one that is undone.</summary>
    public async Task TurnAsync(long batch)
    {
        var history = new BatchHistory(Database, Clock);
        Assert.Equal(ReversalOutcome.Done, await history.TurnAsync(history.Preview(batch)!, "tester"));
    }

    public void Dispose() => _store.Dispose();
}
