using EmploymentDashboard.Database;
using Microsoft.AspNetCore.Authorization;

namespace EmploymentDashboard.Accounts;

/// <summary>Who may take a batch back, or bring it again: analysts their own, publishers anyone's.</summary>
public sealed record BatchRule : IAuthorizationRequirement
{
    public static bool Allows(SignedInUser user, Batch batch) => user.Role >= Role.Publisher || (user.Role >= Role.Analyst && user.Name == batch.ImportedBy);
}

/// <summary>For what a page shows; who does it asks again.</summary>
public sealed class BatchRuleHandler(Permissions permissions) : AuthorizationHandler<BatchRule, Batch>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, BatchRule requirement, Batch resource)
    {
        if (permissions.Find(context.User, Role.Analyst) is { } user && BatchRule.Allows(user, resource))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
