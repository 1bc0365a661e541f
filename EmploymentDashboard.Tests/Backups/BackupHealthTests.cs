using EmploymentDashboard.Backups;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Tests.Backups;

/// <summary>Whoever watches over the server hears of a night without a backup; readers are not sent away for it.</summary>
public sealed class BackupHealthTests
{
    [Theory]
    [InlineData(true, 0, HealthStatus.Healthy)]
    [InlineData(true, 49, HealthStatus.Healthy)]
    [InlineData(true, 51, HealthStatus.Degraded)]
    [InlineData(false, 51, HealthStatus.Healthy)]
    public async Task LastBackup_OfSoManyHoursAgo_IsJudged(bool nightly, int hours, HealthStatus status)
    {
        using var store = await TestDatabase.CreateAsync();
        var options = Options.Create(new BackupOptions { Nightly = nightly });
        using var desk = new BackupDesk(store.Database, options, store.Clock);
        await desk.MakeAsync(BackupReason.Asked);
        store.Clock.Advance(TimeSpan.FromHours(hours));

        var health = await new BackupHealth(store.Database, desk, options, store.Clock).CheckHealthAsync(new());
        Assert.Equal(status, health.Status);
    }

    [Fact]
    public async Task NewDatabase_HasItsFirstNightBeforeIt()
    {
        using var store = await TestDatabase.CreateAsync();
        var options = Options.Create(new BackupOptions());
        using var desk = new BackupDesk(store.Database, options, TimeProvider.System);
        var health = new BackupHealth(store.Database, desk, options, TimeProvider.System);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new())).Status);
    }
}
