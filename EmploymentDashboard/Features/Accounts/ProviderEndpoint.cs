using EmploymentDashboard.Accounts;
using EmploymentDashboard.Accounts.Providers;
using EmploymentDashboard.Shell;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Features.Accounts;

public static class ProviderEndpoint
{
    /// <summary>
    /// Leads to the identity provider, and from there back to where one was; with a link token, to link the own account. 404 where
    /// the settings name no provider, 400 where the token is not of who asks.
    /// </summary>
    public static void MapIdentityProvider(this IEndpointRouteBuilder routes) =>
        routes.MapGet(AccountAddresses.Provider, (HttpContext context, IOptions<IdentityProviderOptions> options, Permissions permissions, ProviderSignIn signIn) =>
        {
            if (!options.Value.IsUsed)
                return Results.NotFound();

            var query = context.Request.Query;
            // A page elsewhere could have its readers signed in without their asking: they are shown the sign-in page first.
            if (context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
                return Results.LocalRedirect(AccountAddresses.Returning(AccountAddresses.SignInPage, LocalAddress.OrHome(query[AccountAddresses.ReturnParameter].ToString())));

            var way = new Microsoft.AspNetCore.Authentication.AuthenticationProperties { RedirectUri = LocalAddress.OrHome(query[AccountAddresses.ReturnParameter].ToString()) };
            if (query[ProviderSignIn.LinkParameter].ToString() is { Length: > 0 } token)
            {
                if (permissions.Find(context.User) is not { } user || !signIn.IsLinkOf(user, token))
                    return Results.BadRequest();

                way.Items[ProviderServices.LinkItem] = user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
                way.RedirectUri = AccountAddresses.Password;
            }

            return Results.Challenge(way, [ProviderServices.Scheme]);
        }).AllowAnonymous();
}
