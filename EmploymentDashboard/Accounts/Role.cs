using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Accounts;

/// <summary>What someone may do, each role including those before it.</summary>
public enum Role
{
    /// <summary>Everyone, without signing in.</summary>
    Reader,

    /// <summary>Brings figures in and takes them back.</summary>
    Analyst,

    /// <summary>Decides who may do what, too.</summary>
    Administrator,
}

public static class Roles
{
    /// <summary>The roles that an account may have, as the database and the command line write them. Readers have no account.</summary>
    public static readonly CodeList<Role> Codes = new(("analyst", Role.Analyst), ("administrator", Role.Administrator));

    public static IReadOnlyList<Role> OfAccounts { get; } = [Role.Analyst, Role.Administrator];

    public static Bilingual Name(this Role role) => role switch
    {
        Role.Reader => new("读者", "Reader"),
        Role.Analyst => new("分析员", "Analyst"),
        Role.Administrator => new("管理员", "Administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
