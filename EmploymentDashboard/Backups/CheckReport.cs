using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Backups;

/// <summary>Something in a database that is not as it must be.</summary>
/// <param name="Code">For programs: damaged_pages.</param>
public sealed record CheckFinding(string Code, Bilingual Words);

/// <summary>What a check of a database found.</summary>
/// <param name="Content">What it says; null where it could not be read to the end.</param>
/// <param name="SchemaVersion">null where it could not be told.</param>
/// <param name="Mark">See <see cref="Database.DashboardDatabase.MarkOf"/>; null where it could not be told.</param>
public sealed record CheckReport(string Path, DateTimeOffset At, TimeSpan Took, IReadOnlyList<CheckFinding> Findings, LogicalContent? Content, long? SchemaVersion, long? Mark)
{
    public bool IsSound => Findings.Count == 0;
}
