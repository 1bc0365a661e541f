using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Accounts;

/// <summary>What someone may do, each role including those before it.</summary>
public enum Role
{
    /// <summary>Everyone, without signing in; or whoever has an account, where reading needs one.</summary>
    Reader,

    /// <summary>Brings figures in, takes the own ones back, and annotates.</summary>
    Analyst,

    /// <summary>Takes back anyone's batches and issues bulletins, too.</summary>
    Publisher,

    /// <summary>Decides who may do what, too.</summary>
    Administrator,
}

public static class Roles
{
    /// <summary>As the database and the command line write them.</summary>
    public static readonly CodeList<Role> Codes = new(("reader", Role.Reader), ("analyst", Role.Analyst), ("publisher", Role.Publisher), ("administrator", Role.Administrator));

    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    public static Bilingual Name(this Role role) => role switch
    {
        Role.Reader => new("读者", "Reader"),
        Role.Analyst => new("分析员", "Analyst"),
        Role.Publisher => new("发布员", "Publisher"),
        Role.Administrator => new("管理员", "Administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
