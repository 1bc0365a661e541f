using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Synthetic;

namespace EmploymentDashboard.Benchmarks;

/// <summary>A database of the generated panel, 38 areas, 60 months and 30 indicators, gone when disposed.</summary>
internal sealed class PanelStore : IDisposable
{
    private PanelStore(string folder, DashboardDatabase database) => (Folder, Database) = (folder, database);

    public string Folder { get; }

    public DashboardDatabase Database { get; }

    public Catalog Catalog => new CatalogCache(Database).Current;

    public static async Task<PanelStore> CreateAsync()
    {
        var store = await CreateEmptyAsync();
        var data = Path.Combine(Checkout.Root, "data");
        var tables = await ReferenceTables.ReadAsync(data);
        var written = Path.Combine(store.Folder, "data");
        SyntheticDataFolder.Write(data, tables.Catalog, new(), written);
        await new DataFolder(store.Database, TimeProvider.System).LoadAsync(written);
        return store;
    }

    /// <summary>A database without any figure.</summary>
    public static async Task<PanelStore> CreateEmptyAsync()
    {
        var folder = Directory.CreateTempSubdirectory("panel-").FullName;
        var store = new PanelStore(folder, new(Path.Combine(folder, "panel.db")));
        await new Migrator(store.Database, TimeProvider.System).MigrateAsync();
        return store;
    }

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
