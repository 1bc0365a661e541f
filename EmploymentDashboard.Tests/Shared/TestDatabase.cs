using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Shared;

/// <summary>A migrated SQLite file in a folder of its own, gone when disposed.</summary>
public sealed class TestDatabase : IDisposable
{
    private TestDatabase(TestFolder folder, DashboardDatabase database, TestClock clock) => (Folder, Database, Clock) = (folder, database, clock);

    public TestFolder Folder { get; }

    public DashboardDatabase Database { get; }

    /// <summary>The clock by which batches are dated.</summary>
    public TestClock Clock { get; }

    public static async Task<TestDatabase> CreateAsync(Catalog? catalog = null)
    {
        var folder = new TestFolder();
        var database = new DashboardDatabase(Path.Combine(folder.Path, "test.db"));
        var clock = new TestClock();
        await new Migrator(database, clock).MigrateAsync();
        var created = new TestDatabase(folder, database, clock);
        if (catalog is not null)
            await created.SaveAsync(catalog);
        return created;
    }

    public Task SaveAsync(Catalog catalog) => Database.WriteAsync((connection, transaction) =>
    {
        CatalogStore.Save(catalog, connection, transaction);
        return true;
    });

    public void Dispose()
    {
        Database.Dispose();
        Folder.Dispose();
    }
}

/// <summary>An empty folder, gone with all that is in it when disposed.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("employment-dashboard-").FullName;

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        // A page that has just been closed may be about to end some work, whose files come and go while these are deleted.
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (attempts < 50)
            {
                Thread.Sleep(100);
            }
        }
    }
}

/// <summary>A clock that stands still until it is set.</summary>
public sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2023, 4, 1, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan time) => Now += time;
}
