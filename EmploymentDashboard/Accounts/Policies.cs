using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Accounts;

/// <summary>Names of the policies, for <c>[Authorize]</c>, <c>AuthorizeView</c> and <c>RequireAuthorization</c>. What has none is for whoever may read.</summary>
public static class Policies
{
    /// <summary>Whoever may read: everyone, or with <see cref="AccountOptions.SignInToRead"/> whoever is signed in.</summary>
    public const string Reader = "reader";

    /// <summary>Analysts and those above.</summary>
    public const string Analyst = "analyst";

    /// <summary>Publishers and administrators.</summary>
    public const string Publisher = "publisher";

    public const string Administrator = "administrator";

    /// <summary>Who is signed in, or on the way to it: <see cref="SecondStep"/>.</summary>
    public const string SecondFactor = "second-factor";

    /// <summary>Of a batch, see <see cref="BatchRule"/>.</summary>
    public const string TurnBatch = "turn-batch";
}

/// <summary>Someone of at least this role.</summary>
public sealed record RoleRequirement(Role Role) : IAuthorizationRequirement;

/// <summary>Asks the database rather than the cookie: whoever was disabled or given another role is refused from the next request on.</summary>
public sealed class RoleHandler(Permissions permissions, IOptions<AccountOptions> options) : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if ((requirement.Role == Role.Reader && !options.Value.SignInToRead) || permissions.Find(context.User, requirement.Role) is not null)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
