using System.Threading.RateLimiting;

namespace EmploymentDashboard.Accounts;

/// <summary>
/// How often a password may be tried: for one name from one network address, and from one network address at all. An office
/// shares an address, so that the second number is the larger.
/// </summary>
public sealed class SignInLimit : IDisposable
{
    public const int PerName = 10;
    public const int PerClient = 100;

    private readonly PartitionedRateLimiter<(string Client, string Name)> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<(string Client, string Name), string>(attempt => Within(attempt.Client, PerClient)),
        PartitionedRateLimiter.Create<(string Client, string Name), (string, string)>(attempt => Within((attempt.Client, attempt.Name.ToUpperInvariant()), PerName)));

    /// <summary>Counts one attempt of this minute.</summary>
    public bool Allows(string client, string name)
    {
        using var lease = _limiter.AttemptAcquire((client, name));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<T> Within<T>(T key, int attempts) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = attempts, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
}
