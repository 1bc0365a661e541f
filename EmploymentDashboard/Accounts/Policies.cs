using Microsoft.AspNetCore.Authorization;

namespace EmploymentDashboard.Accounts;

/// <summary>Names of the policies, for <c>[Authorize]</c>, <c>AuthorizeView</c> and <c>RequireAuthorization</c>. What has none is open to everyone.</summary>
public static class Policies
{
    /// <summary>Analysts and administrators.</summary>
    public const string Analyst = "analyst";

    public const string Administrator = "administrator";
}

/// <summary>Someone of at least this role.</summary>
public sealed record RoleRequirement(Role Role) : IAuthorizationRequirement;

/// <summary>Asks the database rather than the cookie: whoever was disabled or given another role is refused from the next request on.</summary>
public sealed class RoleHandler(Permissions permissions) : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (permissions.Find(context.User, requirement.Role) is not null)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
