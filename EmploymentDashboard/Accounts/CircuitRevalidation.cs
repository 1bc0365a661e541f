using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Accounts;

/// <summary>A page stays open for hours after its cookie was read: this signs it out soon after its user was disabled or given another password, or when nothing was done on it for too long.</summary>
public sealed class CircuitRevalidation(ILoggerFactory logs, Permissions permissions, CircuitActivity activity, IOptions<AccountOptions> options) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Task.FromResult(IsStillSignedIn(authenticationState.User));

    internal bool IsStillSignedIn(ClaimsPrincipal user) => activity.Idle < TimeSpan.FromMinutes(options.Value.IdleMinutes) && permissions.Find(user) is not null;
}
