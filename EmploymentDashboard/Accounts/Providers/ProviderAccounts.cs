using Dapper;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Accounts.Providers;

/// <summary>Someone whom a provider vouches for.</summary>
/// <param name="Subject">Never given to someone else, other than the name.</param>
public sealed record ProviderIdentity(string Issuer, string Subject, string Name);

/// <summary>Which account someone of the provider has here.</summary>
public sealed class ProviderAccounts(DashboardDatabase database, UserManager<User> users, IOptions<IdentityProviderOptions> options, TimeProvider clock)
{
    /// <summary>What the trail calls whoever makes and links accounts of newcomers.</summary>
    private const string Actor = "identity provider";

    /// <summary>
    /// The account, linked from the first time on. An account that waits for its user has the same name and no password: one with a
    /// password is linked by its owner only (<see cref="LinkAsync"/>), for a provider may know another person of that name.
    /// </summary>
    public async Task<(User? User, ProviderProblem? Problem)> FindOrLinkAsync(ProviderIdentity identity)
    {
        if (AccountOf(identity) is { } id)
            return Standing(await users.FindByIdAsync(UserIds.Write(id)));

        var user = await users.FindByNameAsync(identity.Name) ?? await AddAsync(identity);
        if (user is null)
            return (null, ProviderProblem.Unknown);
        if (user.PasswordHash.Length > 0)
            return (null, ProviderProblem.NotLinked);
        return await LinkAsync(identity, user.Id, user.Name, Actor) ? Standing(user) : (null, ProviderProblem.LinkedElsewhere);
    }

    /// <summary>Links an account with someone of the provider; false where either is linked already.</summary>
    public Task<bool> LinkAsync(ProviderIdentity identity, long account, string name, string by) => database.WriteBesideFiguresAsync((connection, transaction) =>
    {
        var at = Moment.Write(clock.GetUtcNow());
        var linked = connection.Execute(
            "INSERT INTO account_identity (issuer, subject, account_id, linked_at) VALUES (@Issuer, @Subject, @account, @at) ON CONFLICT DO NOTHING",
            new { identity.Issuer, identity.Subject, account, at },
            transaction) > 0;
        if (linked)
            AuditTrail.Append(new(AuditKind.IdentityLinked, by, name, $"{identity.Name} @ {identity.Issuer}"), at, connection, transaction);
        return linked;
    });

    /// <summary>Whether the account is linked with someone of any provider.</summary>
    public bool IsLinked(long account)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM account_identity WHERE account_id = @account)", new { account });
    }

    /// <summary>Whether its owner can sign in without any provider.</summary>
    public bool HasPassword(long account)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<bool>("SELECT password_hash <> '' FROM account WHERE id = @account", new { account });
    }

    private long? AccountOf(ProviderIdentity identity)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<long?>("SELECT account_id FROM account_identity WHERE issuer = @Issuer AND subject = @Subject", new { identity.Issuer, identity.Subject });
    }

    private async Task<User?> AddAsync(ProviderIdentity identity)
    {
        if (options.Value.Newcomers is not { } role)
            return null;

        var user = new User { Name = identity.Name, Role = role, CreatedAt = clock.GetUtcNow(), Cause = new(AuditKind.UserAdded, Actor, identity.Name, Roles.Codes.Write(role)) };
        return (await users.CreateAsync(user)).Succeeded ? user : null;
    }

    private static (User? User, ProviderProblem? Problem) Standing(User? user) => user switch
    {
        null => (null, ProviderProblem.Unknown),
        { DisabledAt: not null } => (null, ProviderProblem.Disabled),
        _ => (user, null),
    };
}
