using EmploymentDashboard.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Accounts.Providers;

/// <summary>What follows once the provider has said who someone is: a session, or an account that is linked from now on.</summary>
public sealed class ProviderSignIn(
    ProviderAccounts accounts, SecondStep sessions, Permissions permissions, AuditTrail audit, IDataProtectionProvider protection)
{
    /// <summary>The query parameter by which someone who is signed in asks to be linked.</summary>
    public const string LinkParameter = "link";

    private static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector _links = protection.CreateProtector("EmploymentDashboard.Accounts.Providers.Link").ToTimeLimitedDataProtector();

    /// <summary>A token for the link on this user's own page: an address that someone else had made would link a stranger with the account.</summary>
    public string LinkToken(SignedInUser user) => _links.Protect(UserIds.Write(user.Id), LinkLifetime);

    /// <summary>Whether the token was made for this user, and lately.</summary>
    public bool IsLinkOf(SignedInUser user, string token)
    {
        try
        {
            return _links.Unprotect(token) == UserIds.Write(user.Id);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Signs in, and gives the response its cookie.</summary>
    /// <returns>Why not; null where it was done.</returns>
    public async Task<ProviderProblem?> SignInAsync(ProviderIdentity identity, string client)
    {
        var (user, problem) = await accounts.FindOrLinkAsync(identity);
        if (user is null)
        {
            await audit.AddAsync(new(AuditKind.SignInFailed, identity.Name, Detail: $"{problem} @ {identity.Issuer}", Client: client));
            return problem;
        }

        await sessions.FinishAsync(user, client, identity.Issuer);
        return null;
    }

    /// <summary>Links the account of who has the session, if it is still the one that asked.</summary>
    public async Task<ProviderProblem?> LinkAsync(ProviderIdentity identity, string account, HttpContext context)
    {
        var session = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return session.Principal is { } principal && permissions.Find(principal) is { } user && UserIds.Write(user.Id) == account
            ? await accounts.LinkAsync(identity, user.Id, user.Name, user.Name) ? null : ProviderProblem.LinkedElsewhere
            : ProviderProblem.Refused;
    }
}
