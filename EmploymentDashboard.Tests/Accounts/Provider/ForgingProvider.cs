using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EmploymentDashboard.Tests.Accounts.Provider;

/// <summary>What a token says, which a test makes wrong in one way.</summary>
internal sealed class ForgedToken
{
    public required string Issuer { get; set; }

    public string Audience { get; set; } = NodeProvider.ClientId;

    /// <summary>A second client that it is for.</summary>
    public string? SecondAudience { get; set; }

    /// <summary>The client that it was made out to; null for a token that does not say so.</summary>
    public string? AuthorizedParty { get; set; }

    public required string Nonce { get; set; }

    public DateTime Expires { get; set; } = DateTime.UtcNow.AddMinutes(5);

    public SecurityKey? Key { get; set; }

    public string Algorithm { get; set; } = SecurityAlgorithms.RsaSha256;

    public string Subject { get; set; } = "1";

    /// <summary>Whom the user information is of.</summary>
    public string Told { get; set; } = "1";

    /// <summary>How the provider knew who it is, in its own word.</summary>
    public string? Acr { get; set; }

    /// <summary>The same by the methods of RFC 8176.</summary>
    public string[] Amr { get; set; } = [];

    public bool NamesUser { get; set; } = true;
}

/// <summary>What is wrong with a provider besides what its tokens say.</summary>
internal enum ProviderFault
{
    None,

    /// <summary>Its document names another issuer.</summary>
    NamesAnother,

    /// <summary>It leads whoever asks for tokens elsewhere.</summary>
    LeadsOn,
}

/// <summary>A provider that lets everyone in at once and lies where it is told to, as no real one would.</summary>
internal sealed class ForgingProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Action<ForgedToken> _spoil;
    private readonly ProviderFault _fault;
    private string _nonce = "";
    private string _challenge = "";

    private ForgingProvider(WebApplication app, Action<ForgedToken> spoil, ProviderFault fault) => (_app, _spoil, _fault) = (app, spoil, fault);

    public static RsaSecurityKey Key { get; } = new(RSA.Create(2048)) { KeyId = "of the provider" };

    public string Issuer => _app.Urls.First();

    public string[] Settings => ["--IdentityProvider:Authority", Issuer, "--IdentityProvider:ClientId", NodeProvider.ClientId, "--IdentityProvider:ClientSecret", NodeProvider.ClientSecret, "--IdentityProvider:Newcomers", "Reader"];

    public static async Task<ForgingProvider> StartAsync(Action<ForgedToken> spoil, ProviderFault fault = ProviderFault.None)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new ForgingProvider(app, spoil, fault);
        app.MapGet("/.well-known/openid-configuration", provider.Document);
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { new { kty = "RSA", kid = Key.KeyId, n = Base64UrlEncoder.Encode(Key.Rsa.ExportParameters(false).Modulus), e = Base64UrlEncoder.Encode(Key.Rsa.ExportParameters(false).Exponent) } } }));
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost(fault == ProviderFault.LeadsOn ? "/elsewhere" : "/token", provider.TokenAsync);
        if (fault == ProviderFault.LeadsOn)
            app.MapPost("/token", () => Results.Redirect("/elsewhere", permanent: false, preserveMethod: true));
        app.MapGet("/me", () => Results.Json(new { sub = provider.Of().Told, preferred_username = "forged" }));
        await app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Document() => Results.Json(new
    {
        issuer = _fault == ProviderFault.NamesAnother ? "https://elsewhere.example" : Issuer,
        authorization_endpoint = Issuer + "/authorize",
        token_endpoint = Issuer + "/token",
        userinfo_endpoint = Issuer + "/me",
        jwks_uri = Issuer + "/keys",
    });

    private IResult Authorize(HttpRequest request)
    {
        Assert.Equal("S256", request.Query["code_challenge_method"]);
        (_nonce, _challenge) = (request.Query["nonce"].ToString(), request.Query["code_challenge"].ToString());
        return Results.Redirect($"{request.Query["redirect_uri"]}?code=of-this-provider&state={Uri.EscapeDataString(request.Query["state"].ToString())}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_secret"] != NodeProvider.ClientSecret || Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != _challenge)
            return Results.BadRequest(new { error = "invalid_grant" });

        return Results.Json(new { access_token = "a", token_type = "Bearer", id_token = Write(Of()) });
    }

    private ForgedToken Of()
    {
        var token = new ForgedToken { Issuer = Issuer, Nonce = _nonce, Key = Key };
        _spoil(token);
        return token;
    }

    private static string Write(ForgedToken token)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = token.Subject, ["nonce"] = token.Nonce };
        if (token.NamesUser)
            claims["preferred_username"] = "forged";
        if (token.AuthorizedParty is { } party)
            claims["azp"] = party;
        if (token.Acr is { } acr)
            claims["acr"] = acr;
        if (token.Amr.Length > 0)
            claims["amr"] = token.Amr;
        claims["aud"] = token.SecondAudience is { } second ? new[] { token.Audience, second } : token.Audience;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = token.Issuer,
            IssuedAt = DateTime.UtcNow,
            Expires = token.Expires,
            Claims = claims,
            SigningCredentials = token.Key is { } key ? new(key, token.Algorithm) : null,
        });
    }
}
