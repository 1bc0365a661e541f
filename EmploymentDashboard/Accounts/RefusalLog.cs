using System.Security.Claims;

namespace EmploymentDashboard.Accounts;

/// <summary>What someone asked for and may not do. It stands in the log and not in the audit trail, which a flood of it would fill.</summary>
internal static partial class RefusalLog
{
    /// <param name="asked">In the program's own words: what a request brings along is not repeated.</param>
    public static void Refused(ILogger log, ClaimsPrincipal principal, string asked) => Refused(log, principal.Identity?.Name ?? "nobody", asked);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused: {User} asked for {Asked}")]
    private static partial void Refused(ILogger log, string user, string asked);
}
