using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Features.Accounts;

public static class SignOutEndpoint
{
    /// <summary>A form that is posted: a link could be put on any page in the world.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost(AccountAddresses.SignOut, async (HttpContext context, IAntiforgery antiforgery, SignInManager<User> sessions, Permissions permissions, AuditTrail audit) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
                return Results.BadRequest();

            if (permissions.Find(context.User) is { } user)
                await audit.AddAsync(new(AuditKind.SignOut, user.Name, Client: context.Connection.RemoteIpAddress?.ToString() ?? ""));
            await sessions.SignOutAsync();
            return Results.LocalRedirect("/");
        }).AllowAnonymous();
}
