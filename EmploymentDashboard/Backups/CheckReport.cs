using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Backups;

/// <summary>Something in a database that is not as it must be.</summary>
/// <param name="Code">For programs: damaged_pages.</param>
public sealed record CheckFinding(string Code, Bilingual Words)
{
    /// <summary>The file could not be read at all, so that nothing is known about it.</summary>
    public const string Unreadable = "unreadable";
}

/// <summary>What a check of a database found.</summary>
/// <param name="Content">What it says; null where it could not be read to the end.</param>
/// <param name="SchemaVersion">null where it could not be told.</param>
/// <param name="Mark">See <see cref="DashboardDatabase.MarkOf"/>; null where it could not be told.</param>
public sealed record CheckReport(string Path, DateTimeOffset At, TimeSpan Took, IReadOnlyList<CheckFinding> Findings, LogicalContent? Content, long? SchemaVersion, long? Mark)
{
    public bool IsSound => Findings.Count == 0;

    /// <summary>Whether something is wrong with the database itself, and not with the way to it.</summary>
    public bool IsDamaged => Findings.Any(finding => finding.Code != CheckFinding.Unreadable);

    /// <summary>null for a sound one.</summary>
    public StoreFault? Fault => IsSound ? null : IsDamaged ? StoreFault.Damaged : StoreFault.Missing;
}
