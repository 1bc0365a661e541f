namespace EmploymentDashboard.Commands;

/// <summary>How a command ended, for scripts.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>What was given was understood and refused, all or in part: rejected rows, a password that is too short.</summary>
    public const int Rejected = 1;

    /// <summary>Nothing could be done: an option or file that cannot be read, a database that a server has open.</summary>
    public const int Unusable = 2;

    /// <summary>Broken off by Ctrl+C, as shells number it.</summary>
    public const int Interrupted = 130;
}
