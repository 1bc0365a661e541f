namespace EmploymentDashboard.Database;

/// <summary>A key for which something else stands after than before. Batch, line and column of a figure are those of the file that says it.</summary>
/// <param name="Before">null where nothing stood.</param>
/// <param name="After">null where nothing stands.</param>
public sealed record FigureChange(Figure? Before, Figure? After);
