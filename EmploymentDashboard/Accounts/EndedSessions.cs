using System.Security.Claims;
using Dapper;
using EmploymentDashboard.Database;

namespace EmploymentDashboard.Accounts;

/// <summary>Sessions that were ended by signing out, or by signing in anew: whoever has a copy of the cookie has nothing any more.</summary>
public sealed class EndedSessions(DashboardDatabase database, TimeProvider clock)
{
    /// <summary>The longest that a session may be set to last: after that it has ended by itself.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(AccountOptions.MostSessionHours);

    public Task EndAsync(ClaimsPrincipal principal) => Session.IdOf(principal) is not { } id ? Task.CompletedTask : database.WriteBesideFiguresAsync((connection, transaction) =>
    {
        var now = clock.GetUtcNow();
        connection.Execute("DELETE FROM ended_session WHERE ended_at < @past", new { past = Moment.Write(now - Remembered) }, transaction);
        return connection.Execute("INSERT INTO ended_session (id, ended_at) VALUES (@id, @at) ON CONFLICT DO NOTHING", new { id, at = Moment.Write(now) }, transaction);
    });

    public bool Contains(ClaimsPrincipal principal)
    {
        if (Session.IdOf(principal) is not { } id)
            return false;

        using var connection = database.Open();
        return connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM ended_session WHERE id = @id)", new { id });
    }
}
