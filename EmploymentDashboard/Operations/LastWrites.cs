using EmploymentDashboard.Database;

namespace EmploymentDashboard.Operations;

/// <summary>
/// Stopping waits for what is being written. It is registered before the web server and so stopped after it, when nobody can begin
/// anything more; how long the wait may last is the host's time to stop.
/// </summary>
internal sealed partial class LastWrites(DashboardDatabase database, ILogger<LastWrites> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.WhenWrittenAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            LogBrokenOff(log);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The time to stop is over; what is still being written will be rolled back. Limits:StopSeconds gives more")]
    private static partial void LogBrokenOff(ILogger log);
}
