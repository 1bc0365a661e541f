using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using EmploymentDashboard.Tests.Features;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Tests.Backups;

/// <summary>A filled database with all that watches over it, and ways to spoil it.</summary>
public abstract class StoreContext : IAsyncLifetime
{
    internal FilledDatabase Store { get; private set; } = null!;

    protected DashboardDatabase Database => Store.Database;

    protected TestClock Clock => Store.Clock;

    protected StoreHealth Health { get; } = new();

    protected BackupDesk Desk { get; private set; } = null!;

    protected StoreKeeper Keeper { get; private set; } = null!;

    protected StoreOpening Opening => new(Database, new(Database, Clock), Desk, Health, Clock);

    public virtual async Task InitializeAsync()
    {
        Store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 5", "500115 jobs_created total flow 2023-01 7");
        Desk = new(Database, Options.Create(new BackupOptions()), Clock);
        Keeper = new(Database, Desk, Health, Options.Create(new BackupOptions()), Clock, NullLogger<StoreKeeper>.Instance);
    }

    public virtual Task DisposeAsync()
    {
        Keeper.Dispose();
        Desk.Dispose();
        Store.Dispose();
        return Task.CompletedTask;
    }

    protected string HashNow()
    {
        using var connection = Database.Open();
        return LogicalHash.Of(connection).Hash;
    }

    protected CheckReport Check() => DatabaseCheck.Of(Database.Path, Clock);
}
