using Dapper;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Accounts;

/// <summary>
/// Locks a name for a while after failed sign-ins in a row, in the database, so that a restart unlocks nothing. Names that no user has are locked
/// alike: who guesses learns nothing from it.
/// </summary>
public sealed class SignInLockout(DashboardDatabase database, TimeProvider clock, IOptions<AccountOptions> options)
{
    private TimeSpan Window => TimeSpan.FromMinutes(options.Value.LockoutMinutes);

    /// <summary>How long a name stays locked; null where it is not.</summary>
    public TimeSpan? Remaining(string normalizedName)
    {
        using var connection = database.Open();
        var until = connection.QuerySingleOrDefault<string?>("SELECT locked_until FROM sign_in_failure WHERE normalized_name = @normalizedName", new { normalizedName });
        return until is not null && Moment.Parse(until) - clock.GetUtcNow() is var rest && rest > TimeSpan.Zero ? rest : null;
    }

    /// <summary>Counts a failure, locks the name where it was one too many, and writes both into the audit trail.</summary>
    /// <param name="failure">What failed: name and password, or the code that follows them.</param>
    /// <returns>Whether the name is locked now.</returns>
    public Task<bool> CountAsync(string normalizedName, string client, AuditKind failure = AuditKind.SignInFailed) => database.WriteBesideFiguresAsync((connection, transaction) =>
    {
        var now = clock.GetUtcNow();
        var (at, since) = (Moment.Write(now), Moment.Write(now - Window));
        // What has passed is forgotten, so that guessing at names fills no table.
        connection.Execute("DELETE FROM sign_in_failure WHERE last_at < @since AND coalesce(locked_until, '') < @at", new { since, at }, transaction);
        var failures = connection.QuerySingle<long>(
            """
            INSERT INTO sign_in_failure (normalized_name, failures, last_at) VALUES (@normalizedName, 1, @at)
            ON CONFLICT (normalized_name) DO UPDATE SET failures = failures + 1, last_at = excluded.last_at
            RETURNING failures
            """,
            new { normalizedName, at },
            transaction);
        AuditTrail.Append(new(failure, normalizedName, Client: client), at, connection, transaction);
        if (failures < options.Value.LockoutAttempts)
            return false;

        connection.Execute("UPDATE sign_in_failure SET failures = 0, locked_until = @until WHERE normalized_name = @normalizedName", new { normalizedName, until = Moment.Write(now + Window) }, transaction);
        AuditTrail.Append(new(AuditKind.LockedOut, normalizedName, Client: client), at, connection, transaction);
        return true;
    });

    /// <summary>Forgets the failures of a name: it signed in, or an administrator lets it in again.</summary>
    internal static void Clear(string normalizedName, Microsoft.Data.Sqlite.SqliteConnection connection, Microsoft.Data.Sqlite.SqliteTransaction transaction) =>
        connection.Execute("DELETE FROM sign_in_failure WHERE normalized_name = @normalizedName", new { normalizedName }, transaction);

    /// <summary>Forgets the failures of a name that has signed in, and writes the sign-in down.</summary>
    /// <param name="by">The identity provider that vouched for the user, where one did.</param>
    public Task<bool> SignedInAsync(User user, string client, string by = "") => database.WriteBesideFiguresAsync((connection, transaction) =>
    {
        Clear(user.NormalizedName, connection, transaction);
        AuditTrail.Append(new(AuditKind.SignIn, user.Name, Detail: by, Client: client), Moment.Write(clock.GetUtcNow()), connection, transaction);
        return true;
    });
}
