using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;

namespace EmploymentDashboard.Accounts;

/// <summary>Which session a cookie holds, and when it began: what it carries from beginning to end.</summary>
internal static class Session
{
    private const string StartClaim = "session_start";
    private const string IdClaim = "session_id";

    /// <summary>In bytes: as many as nobody guesses.</summary>
    private const int IdLength = 16;

    /// <summary>Of a session that begins now.</summary>
    public static IReadOnlyList<Claim> Begin(DateTimeOffset moment) =>
    [
        new(StartClaim, moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64),
        new(IdClaim, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdLength))),
    ];

    /// <summary>null for who did not sign in with a password, or signed in before sessions said so.</summary>
    public static DateTimeOffset? StartOf(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(StartClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>null for who has none, such as a program with a token.</summary>
    public static string? IdOf(ClaimsPrincipal principal) => principal.FindFirstValue(IdClaim);

    /// <summary>The framework makes the principal anew from time to time, and knows nothing of what was added to it.</summary>
    public static void Carry(ClaimsPrincipal from, ClaimsPrincipal to)
    {
        if (to.Identity is ClaimsIdentity identity)
            identity.AddClaims(from.FindAll(claim => claim.Type is StartClaim or IdClaim).Select(claim => claim.Clone()));
    }
}
