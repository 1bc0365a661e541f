using System.Security.Claims;
using Dapper;
using EmploymentDashboard.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Accounts;

/// <summary>Who someone signed in is, as the database has it now.</summary>
public sealed record SignedInUser(long Id, string Name, Role Role);

/// <summary>What the holder of a cookie may do now. Endpoints ask with <c>HttpContext.User</c>; components ask <see cref="CurrentUser"/>.</summary>
public sealed class Permissions(DashboardDatabase database, IOptions<IdentityOptions> options, IOptions<AccountOptions> accounts, TimeProvider clock)
{
    private readonly ClaimsIdentityOptions _claims = options.Value.ClaimsIdentity;

    /// <summary>The user behind a principal; null for anonymous, disabled, signed out by themselves, by a new password or by the length of the session, or of a lesser role.</summary>
    public SignedInUser? Find(ClaimsPrincipal principal, Role least = Role.Reader)
    {
        if (principal.Identity is not { IsAuthenticated: true } || !UserIds.TryParse(principal.FindFirstValue(_claims.UserIdClaimType), out var id))
            return null;
        if (Session.StartOf(principal) is { } start && clock.GetUtcNow() - start > TimeSpan.FromHours(accounts.Value.SessionHours))
            return null;

        var stamp = principal.FindFirstValue(_claims.SecurityStampClaimType);
        using var connection = database.Open();
        var row = connection.QuerySingleOrDefault<StandingRow>(
            """
            SELECT name, role FROM account
            WHERE id = @id AND security_stamp = @stamp AND disabled_at IS NULL AND NOT EXISTS (SELECT 1 FROM ended_session WHERE id = @session)
            """,
            new { id, stamp, session = Session.IdOf(principal) });
        return row is not null && Roles.Codes.Parse(row.Role) is var role && role >= least ? new(id, row.Name, role) : null;
    }

    private sealed class StandingRow
    {
        public required string Name { get; init; }

        public required string Role { get; init; }
    }
}
