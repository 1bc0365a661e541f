namespace EmploymentDashboard.Import;

/// <summary>What a file does not say of itself.</summary>
/// <param name="ImportedBy">Who brings the file in, as the batch will name them.</param>
/// <param name="DefaultSource">Code of the source of rows that name none; null where each row must name its own.</param>
public sealed record ImportOptions(string ImportedBy, string? DefaultSource = null);
