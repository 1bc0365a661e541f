using EmploymentDashboard.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Operations;

/// <summary>Whether the database answers and holds what this program reads.</summary>
internal sealed class DatabaseHealth(DashboardDatabase database) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM (SELECT 1 FROM observation LIMIT 1)";
        command.ExecuteScalar();
        return Task.FromResult(HealthCheckResult.Healthy());
    }
}

/// <summary>Whether there is room for what is written next.</summary>
internal sealed class DiskHealth(DashboardDatabase database, IOptions<MonitoringOptions> options) : IHealthCheck
{
    private const long Megabyte = 1_000_000;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = FreeBytes(database) / Megabyte;
        return Task.FromResult(free < options.Value.LeastFreeMegabytes
            ? HealthCheckResult.Unhealthy($"{free} MB free, {options.Value.LeastFreeMegabytes} MB wanted")
            : HealthCheckResult.Healthy($"{free} MB free"));
    }

    /// <summary>On the disk that holds the database, for this user.</summary>
    public static long FreeBytes(DashboardDatabase database) => new DriveInfo(database.Path).AvailableFreeSpace;
}
