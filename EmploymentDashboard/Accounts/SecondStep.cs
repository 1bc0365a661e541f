using System.Security.Claims;
using EmploymentDashboard.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Accounts;

/// <summary>
/// What lies between the right password and the session: nothing, a code, or setting up a second factor. Whoever is on the way holds a cookie that opens
/// nothing else, ends after a few minutes, and dies with any change of the user that ends sessions.
/// </summary>
public sealed class SecondStep(
    UserManager<User> users, SignInManager<User> sessions, EndedSessions ended, SecondFactors factors, SignInLimit limit, SignInLockout lockout, IOptions<AccountOptions> options, TimeProvider clock)
{
    internal static readonly string Scheme = IdentityConstants.TwoFactorUserIdScheme;

    private const string Stamp = "stamp";

    private static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(5);

    /// <summary>An app may have to be found and installed first.</summary>
    private static readonly TimeSpan SettingUpLasts = TimeSpan.FromMinutes(15);

    /// <summary>Goes on with someone who gave the right password.</summary>
    public async Task<SignInOutcome> GoOnAsync(User user, string client)
    {
        var use = options.Value.SecondFactor;
        if (use == SecondFactorUse.Off || (use == SecondFactorUse.Optional && !user.HasSecondFactor))
        {
            await FinishAsync(user, client);
            return SignInOutcome.SignedIn;
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, UserIds.Write(user.Id)), new(Stamp, user.SecurityStamp)], Scheme);
        await sessions.Context.SignInAsync(Scheme, new(identity), new() { ExpiresUtc = clock.GetUtcNow() + (user.HasSecondFactor ? CodeLasts : SettingUpLasts) });
        return user.HasSecondFactor ? SignInOutcome.CodeNeeded : SignInOutcome.SetUpNeeded;
    }

    /// <summary>Who is on the way; null for nobody, or no more.</summary>
    public async Task<User?> FindAsync()
    {
        var cookie = await sessions.Context.AuthenticateAsync(Scheme);
        return cookie.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            && await users.FindByIdAsync(id) is { DisabledAt: null } user
            && user.SecurityStamp == cookie.Principal.FindFirstValue(Stamp)
                ? user
                : null;
    }

    /// <summary>Takes a code of the app or a recovery code from who is on the way. Wrong ones count like wrong passwords.</summary>
    /// <param name="client">The network address the attempt came from.</param>
    public async Task<SignInOutcome> TryAsync(string code, string client)
    {
        if (await FindAsync() is not { } user)
            return SignInOutcome.TooLate;
        if (!limit.Allows(client, user.Name))
            return SignInOutcome.TooMany;
        if (lockout.Remaining(user.NormalizedName) is not null)
            return SignInOutcome.LockedOut;

        switch (await factors.TryAsync(user, code, client))
        {
            case CodeOutcome.Right:
                await FinishAsync(user, client);
                return SignInOutcome.SignedIn;
            case CodeOutcome.Unreadable:
                return SignInOutcome.Unreadable;
            default:
                return await lockout.CountAsync(user.NormalizedName, client, AuditKind.SecondFactorFailed) ? SignInOutcome.LockedOut : SignInOutcome.Refused;
        }
    }

    /// <summary>Begins the session.</summary>
    /// <param name="by">The identity provider that vouched for the user, where one did; what it asked for besides a password is its own matter.</param>
    public async Task FinishAsync(User user, string client, string by = "")
    {
        await lockout.SignedInAsync(user, client, by);
        await sessions.Context.SignOutAsync(Scheme);
        await RenewAsync(user);
    }

    /// <summary>Begins a session in the place of the one that this browser had; gives who has just changed the account one of after the change.</summary>
    public async Task RenewAsync(User user)
    {
        await ended.EndAsync(sessions.Context.User);
        await sessions.SignInWithClaimsAsync(user, isPersistent: false, Session.Begin(clock.GetUtcNow()));
    }

    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "dashboard-code";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = false;
    }
}

/// <summary>Someone who may set up a second factor.</summary>
public sealed record SecondFactorRequirement : IAuthorizationRequirement;

/// <summary>Asks the database, as <see cref="RoleHandler"/> does.</summary>
public sealed class SecondFactorHandler(Permissions permissions, IHttpContextAccessor request) : AuthorizationHandler<SecondFactorRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, SecondFactorRequirement requirement)
    {
        if (permissions.Find(context.User) is not null
            || (request.HttpContext is { } http && await http.RequestServices.GetRequiredService<SecondStep>().FindAsync() is not null))
            context.Succeed(requirement);
    }
}
