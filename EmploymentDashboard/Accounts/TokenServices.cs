using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace EmploymentDashboard.Accounts;

public static class TokenServices
{
    /// <summary>The scheme by which programs are known. No page knows it: those go by the scheme of <see cref="AccountServices.AddSignIn"/>.</summary>
    public static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, configureOptions: null);
        return services.AddSingleton<TokenLimit>();
    }

    /// <summary>For programs only: a token with one of these scopes, of someone who is at least an analyst now.</summary>
    public static T RequireToken<T>(this T endpoints, params TokenScope[] scopes)
        where T : IEndpointConventionBuilder => endpoints.RequireAuthorization(
            new AuthorizationPolicyBuilder(TokenAuthentication.SchemeName)
                .AddRequirements(new RoleRequirement(Role.Analyst))
                .RequireClaim(TokenAuthentication.ScopeClaim, scopes.Select(TokenScopes.Codes.Write))
                .Build());
}
