using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components.Authorization;

namespace EmploymentDashboard.Accounts;

/// <summary>
/// Who uses this circuit or page. Every handler that changes something asks first, for a page may have been open since before
/// its user was disabled, and a hidden button is no protection.
/// </summary>
/// <example><code>if (await CurrentUser.AsAsync(Role.Analyst) is not { } analyst) { … say that it is not permitted … return; }</code></example>
public sealed class CurrentUser(AuthenticationStateProvider state, Permissions permissions, ILogger<CurrentUser> log)
{
    /// <summary>The user, if of at least this role now; null otherwise, which the log tells.</summary>
    /// <param name="rule">What else must hold, such as that it is the user's own; null for nothing.</param>
    /// <param name="asked">What was asked for, as the log names it.</param>
    public async Task<SignedInUser?> AsAsync(Role least, Func<SignedInUser, bool>? rule = null, [CallerMemberName] string asked = "")
    {
        var principal = (await state.GetAuthenticationStateAsync()).User;
        if (permissions.Find(principal, least) is { } user && rule?.Invoke(user) != false)
            return user;

        // A reader without an account is refused nothing.
        if (least > Role.Reader)
            RefusalLog.Refused(log, principal, asked);
        return null;
    }
}
