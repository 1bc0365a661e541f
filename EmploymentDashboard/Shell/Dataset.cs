namespace EmploymentDashboard.Shell;

/// <summary>What every page must say about the data it shows.</summary>
/// <param name="IsSynthetic">Whether the figures were generated for demonstration.</param>
/// <param name="Problems">What in the data folder could not be loaded, one line each.</param>
public sealed record Dataset(bool IsSynthetic, IReadOnlyList<Statistics.Bilingual> Problems);
