using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace EmploymentDashboard.Accounts;

/// <summary>A page stays open for hours after its cookie was read: this signs it out soon after its user was disabled or given another password.</summary>
public sealed class CircuitRevalidation(ILoggerFactory logs, Permissions permissions) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Task.FromResult(permissions.Find(authenticationState.User) is not null);
}
