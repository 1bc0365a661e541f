using System.Security.Claims;
using EmploymentDashboard.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Tests.Features;

/// <summary>Whose circuit a component under test runs in; anonymous until someone signs in.</summary>
internal sealed class FixedUser(TimeProvider clock) : AuthenticationStateProvider
{
    private ClaimsPrincipal _principal = new(new ClaimsIdentity());

    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(_principal));

    /// <summary>The claims that a real sign-in would put into the cookie.</summary>
    public void SignIn(User user)
    {
        var options = new ClaimsIdentityOptions();
        _principal = new(new ClaimsIdentity(
            [new(options.UserIdClaimType, $"{user.Id}"), new(options.UserNameClaimType, user.Name), new(options.SecurityStampClaimType, user.SecurityStamp), .. Session.Begin(clock.GetUtcNow())],
            "test"));
        NotifyAuthenticationStateChanged(GetAuthenticationStateAsync());
    }

    public void SignOut()
    {
        _principal = new(new ClaimsIdentity());
        NotifyAuthenticationStateChanged(GetAuthenticationStateAsync());
    }
}
