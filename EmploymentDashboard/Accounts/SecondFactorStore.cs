using Dapper;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Accounts;

/// <summary>A second factor as its owner sees it.</summary>
public sealed record SecondFactorState(DateTimeOffset SetAt, int CodesLeft);

/// <summary>
/// Second factors in the database. Each change ends the sessions of its user, and is refused where the user was changed since it was read. Nothing
/// here reads a secret, so that the command line can remove one without the keys of the server.
/// </summary>
public sealed class SecondFactorStore(DashboardDatabase database, TimeProvider clock)
{
    /// <summary>null where the user has none.</summary>
    public SecondFactorState? Find(User user)
    {
        using var connection = database.Open();
        var row = connection.QuerySingleOrDefault<StateRow>(
            "SELECT set_at, (SELECT count(*) FROM recovery_code WHERE account_id = @Id) AS codes_left FROM second_factor WHERE account_id = @Id", new { user.Id });
        return row is null ? null : new(Moment.Parse(row.SetAt), (int)row.CodesLeft);
    }

    internal byte[]? FindSealed(User user)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<byte[]>("SELECT sealed_secret FROM second_factor WHERE account_id = @Id", new { user.Id });
    }

    /// <summary>Sets it, in the place of another one where there is one.</summary>
    /// <param name="step">The step whose code confirmed it.</param>
    /// <param name="hashes">Of the recovery codes.</param>
    internal Task<bool> SetAsync(User user, byte[] sealedSecret, long step, IReadOnlyList<byte[]> hashes, string client) =>
        ChangeAsync(user, new(AuditKind.SecondFactorSet, user.Name, user.Name, Client: client), (connection, transaction) =>
        {
            connection.Execute(
                """
                INSERT INTO second_factor (account_id, sealed_secret, set_at, last_step) VALUES (@Id, @sealedSecret, @at, @step)
                ON CONFLICT (account_id) DO UPDATE SET sealed_secret = excluded.sealed_secret, set_at = excluded.set_at, last_step = excluded.last_step
                """,
                new { user.Id, sealedSecret, at = Moment.Write(clock.GetUtcNow()), step },
                transaction);
            Replace(user, hashes, connection, transaction);
        });

    /// <summary>Other recovery codes in the place of those that are left.</summary>
    internal Task<bool> RenewCodesAsync(User user, IReadOnlyList<byte[]> hashes, string client) =>
        ChangeAsync(user, new(AuditKind.RecoveryCodesRenewed, user.Name, user.Name, Client: client), (connection, transaction) => Replace(user, hashes, connection, transaction));

    /// <summary>Removes it and unlocks the name: who has lost the telephone may have tried for long.</summary>
    public Task<bool> RemoveAsync(User user, string by, string client = "") =>
        ChangeAsync(user, new(AuditKind.SecondFactorRemoved, by, user.Name, Client: client), (connection, transaction) =>
        {
            connection.Execute("DELETE FROM second_factor WHERE account_id = @Id", new { user.Id }, transaction);
            SignInLockout.Clear(user.NormalizedName, connection, transaction);
        });

    /// <summary>Looks at what is kept and uses up what was given, in one: of two who come with the same code at once one is too late.</summary>
    /// <param name="read">From the sealed secret and the last step that was used, what the code is.</param>
    internal Task<CodeOutcome> UseAsync(User user, Func<byte[], long, ReadCode> read, string client) => database.WriteBesideFiguresAsync((connection, transaction) =>
    {
        var row = connection.QuerySingleOrDefault<SecretRow>("SELECT sealed_secret, last_step FROM second_factor WHERE account_id = @Id", new { user.Id }, transaction);
        if (row is null)
            return CodeOutcome.Wrong;

        var given = read(row.SealedSecret, row.LastStep);
        if (given.Step is { } step)
        {
            connection.Execute("UPDATE second_factor SET last_step = @step WHERE account_id = @Id", new { user.Id, step }, transaction);
            return CodeOutcome.Right;
        }

        if (given.Hash is not { } hash)
            return given.IsUnreadable ? CodeOutcome.Unreadable : CodeOutcome.Wrong;
        if (connection.Execute("DELETE FROM recovery_code WHERE account_id = @Id AND hash = @hash", new { user.Id, hash }, transaction) == 0)
            return CodeOutcome.Wrong;

        var left = connection.QuerySingle<long>("SELECT count(*) FROM recovery_code WHERE account_id = @Id", new { user.Id }, transaction);
        AuditTrail.Append(new(AuditKind.RecoveryCodeUsed, user.Name, user.Name, $"{left}", client), Moment.Write(clock.GetUtcNow()), connection, transaction);
        return CodeOutcome.Right;
    });

    /// <returns>false where somebody else changed the user meanwhile; nothing was done then.</returns>
    private Task<bool> ChangeAsync(User user, AuditEvent cause, Action<SqliteConnection, SqliteTransaction> change) => database.WriteBesideFiguresAsync((connection, transaction) =>
    {
        if (!UserStore.EndSessions(user, connection, transaction))
            return false;

        change(connection, transaction);
        AuditTrail.Append(cause, Moment.Write(clock.GetUtcNow()), connection, transaction);
        return true;
    });

    private static void Replace(User user, IReadOnlyList<byte[]> hashes, SqliteConnection connection, SqliteTransaction transaction)
    {
        connection.Execute("DELETE FROM recovery_code WHERE account_id = @Id", new { user.Id }, transaction);
        connection.Execute("INSERT INTO recovery_code (account_id, hash) VALUES (@Id, @hash)", hashes.Select(hash => new { user.Id, hash }), transaction);
    }

    private sealed class StateRow
    {
        public required string SetAt { get; init; }

        public required long CodesLeft { get; init; }
    }

    private sealed class SecretRow
    {
        public required byte[] SealedSecret { get; init; }

        public required long LastStep { get; init; }
    }
}

/// <summary>What someone typed: the code of a step, something that may be a recovery code, or neither.</summary>
internal readonly record struct ReadCode(long? Step = null, byte[]? Hash = null, bool IsUnreadable = false);
