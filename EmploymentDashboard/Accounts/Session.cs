using System.Globalization;
using System.Security.Claims;

namespace EmploymentDashboard.Accounts;

/// <summary>When someone signed in, which a session carries from beginning to end.</summary>
internal static class Session
{
    private const string Claim = "session_start";

    public static Claim ClaimOf(DateTimeOffset moment) => new(Claim, moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);

    /// <summary>null for who did not sign in with a password, or signed in before sessions said so.</summary>
    public static DateTimeOffset? StartOf(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(Claim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>The framework makes the principal anew from time to time, and knows nothing of what was added to it.</summary>
    public static void Carry(ClaimsPrincipal from, ClaimsPrincipal to)
    {
        if (from.FindFirst(Claim) is { } start && to.Identity is ClaimsIdentity identity)
            identity.AddClaim(start.Clone());
    }
}
