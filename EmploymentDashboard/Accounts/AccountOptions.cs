using System.ComponentModel.DataAnnotations;

namespace EmploymentDashboard.Accounts;

/// <summary>Whether a code follows the password.</summary>
public enum SecondFactorUse
{
    /// <summary>Nobody is asked for one, whoever has set it up.</summary>
    Off,

    /// <summary>Whoever has set it up is.</summary>
    Optional,

    /// <summary>Everyone is, and sets it up at the first sign-in.</summary>
    Required,
}

/// <summary>Section "Accounts" of the configuration.</summary>
public sealed class AccountOptions
{
    public const int MostSessionHours = 168;

    /// <summary>Whether only those who are signed in may read.</summary>
    public bool SignInToRead { get; set; }

    /// <summary>Whether a code of an authenticator app follows the password.</summary>
    public SecondFactorUse SecondFactor { get; set; } = SecondFactorUse.Optional;

    /// <summary>Fewest characters of a password that someone chooses from now on.</summary>
    [Range(8, 128)]
    public int PasswordLength { get; set; } = 10;

    /// <summary>Failed sign-ins in a row after which a name is locked.</summary>
    [Range(1, 1000)]
    public int LockoutAttempts { get; set; } = 5;

    /// <summary>For how long, in minutes; a pause as long between two failures begins the count anew.</summary>
    [Range(1, 1440)]
    public int LockoutMinutes { get; set; } = 15;

    /// <summary>Minutes without anything done after which a session ends.</summary>
    [Range(1, 1440)]
    public int IdleMinutes { get; set; } = 30;

    /// <summary>Hours after which a session ends whatever is done.</summary>
    [Range(1, MostSessionHours)]
    public int SessionHours { get; set; } = 12;

    /// <summary>Days for which the audit trail is kept; half a year is what Chinese law asks of logs at least (网络安全法, article 21).</summary>
    [Range(180, 36500)]
    public int AuditDays { get; set; } = 365;

    /// <summary>Days for which a new token is valid where its maker chooses none.</summary>
    [Range(1, ApiTokens.MostDays)]
    public int TokenDays { get; set; } = 90;
}
