using Dapper;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Accounts;

/// <summary>
/// Users in the database, for ASP.NET Core Identity. A name that is taken, a user changed meanwhile and the loss of the last
/// administrator are refused within the transaction that would bring them about.
/// </summary>
public sealed class UserStore(DashboardDatabase database, AccountErrors errors, TimeProvider clock) : IUserPasswordStore<User>, IUserSecurityStampStore<User>
{
    /// <summary>All users, by name.</summary>
    public IReadOnlyList<User> All()
    {
        using var connection = database.Open();
        return [.. connection.Query<UserRow>(UserRow.Select + "ORDER BY normalized_name").Select(row => row.ToUser())];
    }

    public bool HasAdministrator()
    {
        using var connection = database.Open();
        return HasAdministratorBeside(0, connection, null);
    }

    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) =>
        database.WriteBesideFiguresAsync(
            (connection, transaction) =>
            {
                if (IsTaken(user, connection, transaction))
                    return IdentityResult.Failed(errors.DuplicateUserName(user.Name));

                user.ConcurrencyStamp = NewStamp();
                user.Id = connection.QuerySingle<long>(
                    """
                    INSERT INTO account (name, normalized_name, role, password_hash, security_stamp, concurrency_stamp, created_at, disabled_at)
                    VALUES (@Name, @NormalizedName, @Role, @PasswordHash, @SecurityStamp, @ConcurrencyStamp, @CreatedAt, @DisabledAt)
                    RETURNING id
                    """,
                    UserRow.Of(user),
                    transaction);
                WriteDown(user, connection, transaction);
                return IdentityResult.Success;
            },
            cancellationToken);

    public Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken) =>
        database.WriteBesideFiguresAsync(
            (connection, transaction) =>
            {
                if (IsTaken(user, connection, transaction))
                    return IdentityResult.Failed(errors.DuplicateUserName(user.Name));
                if (!user.IsEnabledAdministrator && IsLastAdministrator(user.Id, connection, transaction))
                    return IdentityResult.Failed(AccountErrors.LastAdministrator());

                var (row, stamp) = (UserRow.Of(user), NewStamp());
                var updated = connection.Execute(
                    """
                    UPDATE account
                    SET name = @Name, normalized_name = @NormalizedName, role = @Role, password_hash = @PasswordHash,
                        security_stamp = @SecurityStamp, concurrency_stamp = @stamp, disabled_at = @DisabledAt
                    WHERE id = @Id AND concurrency_stamp = @ConcurrencyStamp
                    """,
                    new { row.Id, row.Name, row.NormalizedName, row.Role, row.PasswordHash, row.SecurityStamp, row.ConcurrencyStamp, row.DisabledAt, stamp },
                    transaction);
                if (updated == 0)
                    return IdentityResult.Failed(errors.ConcurrencyFailure());

                user.ConcurrencyStamp = stamp;
                WriteDown(user, connection, transaction);
                return IdentityResult.Success;
            },
            cancellationToken);

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) =>
        database.WriteBesideFiguresAsync(
            (connection, transaction) =>
            {
                if (IsLastAdministrator(user.Id, connection, transaction))
                    return IdentityResult.Failed(AccountErrors.LastAdministrator());

                var deleted = connection.Execute("DELETE FROM account WHERE id = @Id AND concurrency_stamp = @ConcurrencyStamp", new { user.Id, user.ConcurrencyStamp }, transaction);
                return deleted == 0 ? IdentityResult.Failed(errors.ConcurrencyFailure()) : IdentityResult.Success;
            },
            cancellationToken);

    public Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(UserIds.TryParse(userId, out var id) ? Find("id = @id", new { id }) : null);

    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult(Find("normalized_name = @normalizedUserName", new { normalizedUserName }));

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult(UserIds.Write(user.Id));

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedName);

    public Task<string?> GetPasswordHashAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.PasswordHash);

    public Task<bool> HasPasswordAsync(User user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash.Length > 0);

    public Task<string?> GetSecurityStampAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken)
    {
        user.Name = userName ?? "";
        return Task.CompletedTask;
    }

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.NormalizedName = normalizedName ?? "";
        return Task.CompletedTask;
    }

    public Task SetPasswordHashAsync(User user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash ?? "";
        return Task.CompletedTask;
    }

    public Task SetSecurityStampAsync(User user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    /// <summary>Nothing is held between calls.</summary>
    public void Dispose()
    {
    }

    /// <summary>Gives a user other stamps, within a write that must end the sessions of before.</summary>
    /// <returns>false, with nothing done, where the user was changed since it was read.</returns>
    internal static bool EndSessions(User user, SqliteConnection connection, SqliteTransaction transaction)
    {
        var (security, concurrency) = (NewStamp(), NewStamp());
        var updated = connection.Execute(
            "UPDATE account SET security_stamp = @security, concurrency_stamp = @concurrency WHERE id = @Id AND concurrency_stamp = @ConcurrencyStamp",
            new { user.Id, user.ConcurrencyStamp, security, concurrency },
            transaction);
        if (updated == 0)
            return false;

        (user.SecurityStamp, user.ConcurrencyStamp) = (security, concurrency);
        return true;
    }

    /// <summary>Why it was saved, and what follows from it, in the same write. Who is let in again is not kept out by failures of before.</summary>
    private void WriteDown(User user, SqliteConnection connection, SqliteTransaction transaction)
    {
        if (user.Cause is not { } cause)
            return;

        if (cause.Kind is AuditKind.PasswordReset or AuditKind.UserEnabled)
            SignInLockout.Clear(user.NormalizedName, connection, transaction);
        if (cause.Kind is AuditKind.IdentityUnlinked)
            connection.Execute("DELETE FROM account_identity WHERE account_id = @Id", new { user.Id }, transaction);
        AuditTrail.Append(cause, Moment.Write(clock.GetUtcNow()), connection, transaction);
        user.Cause = null;
    }

    private User? Find(string condition, object values)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<UserRow>(UserRow.Select + "WHERE " + condition, values)?.ToUser();
    }

    private static bool IsTaken(User user, SqliteConnection connection, SqliteTransaction transaction) =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM account WHERE normalized_name = @NormalizedName AND id <> @Id)", new { user.NormalizedName, user.Id }, transaction);

    private static bool IsLastAdministrator(long id, SqliteConnection connection, SqliteTransaction transaction) =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM account WHERE id = @id AND role = 'administrator' AND disabled_at IS NULL)", new { id }, transaction)
        && !HasAdministratorBeside(id, connection, transaction);

    private static bool HasAdministratorBeside(long id, SqliteConnection connection, SqliteTransaction? transaction) =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM account WHERE id <> @id AND role = 'administrator' AND disabled_at IS NULL)", new { id }, transaction);

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}

/// <summary>A user as SQL gives and takes it.</summary>
internal sealed class UserRow
{
    public const string Select = """
        SELECT id, name, normalized_name, role, password_hash, security_stamp, concurrency_stamp, created_at, disabled_at,
               EXISTS (SELECT 1 FROM second_factor WHERE account_id = account.id) AS has_second_factor
        FROM account

        """;

    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string NormalizedName { get; init; }

    public required string Role { get; init; }

    public required string PasswordHash { get; init; }

    public required string SecurityStamp { get; init; }

    public required string ConcurrencyStamp { get; init; }

    public required string CreatedAt { get; init; }

    public required string? DisabledAt { get; init; }

    public long HasSecondFactor { get; init; }

    public static UserRow Of(User user) => new()
    {
        Id = user.Id,
        Name = user.Name,
        NormalizedName = user.NormalizedName,
        Role = Roles.Codes.Write(user.Role),
        PasswordHash = user.PasswordHash,
        SecurityStamp = user.SecurityStamp,
        ConcurrencyStamp = user.ConcurrencyStamp,
        CreatedAt = Moment.Write(user.CreatedAt),
        DisabledAt = user.DisabledAt is { } moment ? Moment.Write(moment) : null,
    };

    public User ToUser() => new()
    {
        Id = Id,
        Name = Name,
        NormalizedName = NormalizedName,
        Role = Roles.Codes.Parse(Role),
        PasswordHash = PasswordHash,
        SecurityStamp = SecurityStamp,
        ConcurrencyStamp = ConcurrencyStamp,
        CreatedAt = Moment.Parse(CreatedAt),
        DisabledAt = DisabledAt is { } moment ? Moment.Parse(moment) : null,
        HasSecondFactor = HasSecondFactor == 1,
    };
}
