using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace EmploymentDashboard.Accounts.Providers;

/// <summary>
/// OpenID Connect Core 1.0 over the framework's OAuth 2.0 handler, which does state, PKCE and the exchange of the code. This adds
/// discovery, the nonce and the validation of the identity token (section 3.1.3.7), and asks for user information where the token does not name the user.
/// </summary>
internal sealed class ProviderHandler(
    IOptionsMonitor<OAuthOptions> options, ILoggerFactory logs, UrlEncoder encoder, ProviderDiscovery discovery, IOptions<IdentityProviderOptions> settings)
    : OAuthHandler<OAuthOptions>(options, logs, encoder)
{
    private const string Nonce = "nonce";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        try
        {
            await DiscoverAsync();
        }
        catch (InvalidOperationException exception)
        {
            ProviderLog.Unreachable(Logger, exception);
            Response.Redirect(ProviderProblem.Unreachable.Address());
            return;
        }

        properties.Items[Nonce] = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) =>
        QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, properties.Items[Nonce]!);

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        await DiscoverAsync();
        return await base.ExchangeCodeAsync(context);
    }

    /// <summary>The claims of the ticket are the issuer, the subject and the user name, and nothing else of what the provider tells.</summary>
    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var document = await discovery.ReadAsync(Context.RequestAborted);
        var token = await ValidateAsync(tokens.Response?.RootElement.TryGetProperty("id_token", out var text) == true ? text.GetString() : null, document);
        if (token.GetClaim(Nonce).Value != properties.Items[Nonce])
            throw new AuthenticationFailureException("The identity token was made for another request.");
        // Whoever has no subject would be one person with all others who have none.
        if (string.IsNullOrEmpty(token.Subject))
            throw new AuthenticationFailureException("The identity token names no subject.");

        // Core, section 3.1.3.7: of several clients a token names the one it was made out to.
        var party = token.TryGetClaim(JwtRegisteredClaimNames.Azp, out var azp) ? azp.Value : null;
        if (party is null ? token.Audiences.Skip(1).Any() : party != Options.ClientId)
            throw new AuthenticationFailureException("The identity token was made out to another client.");

        if (!IsStrongEnough(token))
            throw new AuthenticationFailureException("The identity token names none of the ways to sign in that IdentityProvider:Strength asks for.");

        var name = token.TryGetClaim(settings.Value.NameClaim, out var claim) ? claim.Value : await AskNameAsync(token.Subject, tokens.AccessToken, document);
        identity.AddClaims([new(JwtRegisteredClaimNames.Iss, token.Issuer), new(JwtRegisteredClaimNames.Sub, token.Subject), new(identity.NameClaimType, name)]);
        return new(new(identity), properties, Scheme.Name);
    }

    /// <summary>Who does not say how someone signed in is taken for having asked for a password alone.</summary>
    private bool IsStrongEnough(JsonWebToken token)
    {
        var asked = settings.Value.Strength.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return asked.Length == 0 || token.Claims.Any(claim => claim.Type is JwtRegisteredClaimNames.Acr or JwtRegisteredClaimNames.Amr && asked.Contains(claim.Value, StringComparer.Ordinal));
    }

    private async Task<OpenIdConnectConfiguration> DiscoverAsync()
    {
        var document = await discovery.ReadAsync(Context.RequestAborted);
        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (document.AuthorizationEndpoint, document.TokenEndpoint);
        return document;
    }

    private async Task<JsonWebToken> ValidateAsync(string? token, OpenIdConnectConfiguration document)
    {
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new()
        {
            ValidIssuer = document.Issuer,
            ValidAudience = Options.ClientId,
            IssuerSigningKeys = document.SigningKeys,
            // Signed by the provider's private key: never "none", and no secret that this program shares with others.
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromMinutes(2),
        });
        if (result.IsValid)
            return (JsonWebToken)result.SecurityToken;

        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            discovery.Renew();
        throw new AuthenticationFailureException("The identity token is not valid.", result.Exception);
    }

    private async Task<string> AskNameAsync(string subject, string? accessToken, OpenIdConnectConfiguration document)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, document.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await Backchannel.SendAsync(request, Context.RequestAborted);
        response.EnsureSuccessStatusCode();
        using var said = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Context.RequestAborted));
        var root = said.RootElement;
        // Core, section 5.3.2: of another subject it is worth nothing.
        if (!root.TryGetProperty(JwtRegisteredClaimNames.Sub, out var told) || told.GetString() != subject)
            throw new AuthenticationFailureException("The user information is of another subject.");

        return root.TryGetProperty(settings.Value.NameClaim, out var name) ? name.ToString() : "";
    }
}
