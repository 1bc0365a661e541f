namespace EmploymentDashboard.Commands;

/// <summary>Who did something on the command line, as batches and changes name them.</summary>
internal static class CommandUser
{
    /// <summary>The system's name for them. It is marked, for a user of the dashboard may have the same and be someone else.</summary>
    public static string Name { get; } = $"cli:{Environment.UserName}";
}
