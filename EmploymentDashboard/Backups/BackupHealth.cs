using System.Globalization;
using EmploymentDashboard.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Backups;

/// <summary>
/// How old the last verified backup is, where the server makes one each night. Readers may come all the same: it is a matter for whoever watches
/// over the server, so it is degraded and not unhealthy.
/// </summary>
public sealed class BackupHealth(DashboardDatabase database, BackupDesk desk, IOptions<BackupOptions> options, TimeProvider clock) : IHealthCheck
{
    /// <summary>A night was left out.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(50);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (!options.Value.Nightly)
            return HealthCheckResult.Healthy("none is made by itself");

        var last = desk.All().FirstOrDefault(backup => backup.IsVerified)?.MadeAt;
        var words = last is { } made ? "last verified backup " + made.ToString("u", CultureInfo.InvariantCulture) : "no verified backup yet";
        // A new database has its first night before it.
        return clock.GetUtcNow() - (last ?? new DateTimeOffset(File.GetCreationTimeUtc(database.Path))) > Longest ? HealthCheckResult.Degraded(words) : HealthCheckResult.Healthy(words);
    }
}
