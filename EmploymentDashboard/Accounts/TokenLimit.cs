using System.Threading.RateLimiting;

namespace EmploymentDashboard.Accounts;

/// <summary>How many wrong tokens one network address may show in a minute. Nobody guesses 256 bits: it keeps a program that goes wrong from keeping the server busy.</summary>
public sealed class TokenLimit : IDisposable
{
    public const int PerClient = 60;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(client =>
        RateLimitPartition.GetFixedWindowLimiter(client, _ => new() { PermitLimit = PerClient, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Whether there may be another; this counts nothing.</summary>
    public bool IsOpen(string client)
    {
        using var lease = _limiter.AttemptAcquire(client, permitCount: 0);
        return lease.IsAcquired;
    }

    /// <summary>Counts a wrong one.</summary>
    public void Count(string client) => _limiter.AttemptAcquire(client).Dispose();

    public void Dispose() => _limiter.Dispose();
}
