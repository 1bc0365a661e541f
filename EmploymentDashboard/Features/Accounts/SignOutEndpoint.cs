using EmploymentDashboard.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Features.Accounts;

public static class SignOutEndpoint
{
    /// <summary>A form that is posted: a link could be put on any page in the world.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost(AccountAddresses.SignOut, async (HttpContext context, IAntiforgery antiforgery, SignInManager<User> sessions) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
                return Results.BadRequest();

            await sessions.SignOutAsync();
            return Results.LocalRedirect("/");
        });
}
