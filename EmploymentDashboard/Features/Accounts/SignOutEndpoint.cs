using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Features.Accounts;

public static class SignOutEndpoint
{
    /// <summary>A form that is posted: a link could be put on any page in the world.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost(AccountAddresses.SignOut, async (HttpContext context, IAntiforgery antiforgery, SignInManager<User> sessions, EndedSessions ended, Permissions permissions, AuditTrail audit) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
                return Results.BadRequest();

            if (permissions.Find(context.User) is { } user)
                await audit.AddAsync(new(AuditKind.SignOut, user.Name, Client: context.Connection.RemoteIpAddress?.ToString() ?? ""));
            await ended.EndAsync(context.User);
            await sessions.SignOutAsync();
            // What the browser has kept of pages goes; the views that it keeps for its reader stay, for they are addresses only.
            context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
            return Results.LocalRedirect("/");
        }).AllowAnonymous();
}
