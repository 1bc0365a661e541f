using Microsoft.AspNetCore.Components.Authorization;

namespace EmploymentDashboard.Accounts;

/// <summary>
/// Who uses this circuit or page. Every handler that changes something asks first, for a page may have been open since before
/// its user was disabled, and a hidden button is no protection.
/// </summary>
/// <example><code>if (await CurrentUser.AsAsync(Role.Analyst) is not { } analyst) { … say that it is not permitted … return; }</code></example>
public sealed class CurrentUser(AuthenticationStateProvider state, Permissions permissions)
{
    /// <summary>The user, if of at least this role now; null otherwise.</summary>
    public async Task<SignedInUser?> AsAsync(Role least) => permissions.Find((await state.GetAuthenticationStateAsync()).User, least);
}
