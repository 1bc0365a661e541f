using EmploymentDashboard.Audit;

namespace EmploymentDashboard.Accounts;

/// <summary>Someone who signs in. It can be changed, for ASP.NET Core Identity sets names, hashes and stamps; only <see cref="UserStore"/> saves it.</summary>
public sealed class User
{
    /// <summary>0 until it is saved.</summary>
    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The name by which it is found, without regard to case.</summary>
    public string NormalizedName { get; set; } = "";

    public required Role Role { get; set; }

    public string PasswordHash { get; set; } = "";

    /// <summary>A session holds the stamp of the moment it began, and ends when the stamp is another one.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>The stamp under which it was read: an update of anything read before another update is refused.</summary>
    public string ConcurrencyStamp { get; set; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it may not sign in; null while it may.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>As it was when the user was read; see <see cref="SecondFactorStore"/>.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>Why it is saved next, for the audit trail; null once it is saved.</summary>
    internal AuditEvent? Cause { get; set; }

    public bool IsEnabledAdministrator => Role == Role.Administrator && DisabledAt is null;
}
