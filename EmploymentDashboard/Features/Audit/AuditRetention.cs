using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Features.Audit;

/// <summary>Lets go, once a day, of the entries whose time is over.</summary>
internal sealed class AuditRetention(AuditTrail trail, TimeProvider clock, IOptions<AccountOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var days = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            await trail.LetGoAsync(clock.GetUtcNow().AddDays(-options.Value.AuditDays), "server");
        }
        while (await days.WaitForNextTickAsync(stoppingToken));
    }
}
