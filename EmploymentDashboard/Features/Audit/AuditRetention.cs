using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Features.Audit;

/// <summary>Lets go, once a day, of the entries whose time is over.</summary>
internal sealed partial class AuditRetention(AuditTrail trail, TimeProvider clock, IOptions<AccountOptions> options, ILogger<AuditRetention> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var days = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                await trail.LetGoAsync(clock.GetUtcNow().AddDays(-options.Value.AuditDays), "server");
            }
            catch (Exception failure) when (failure is StoreFaultException or SqliteException)
            {
                // They stay a day longer; nothing else depends on it.
                LogFailure(log, failure);
            }
        }
        while (await days.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Entries of the audit trail whose time is over could not be let go")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
