using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Accounts;

/// <summary>
/// Knows programs by <c>Authorization: Bearer</c>, as RFC 6750 has it, at the endpoints that ask for it by <see cref="TokenServices.RequireToken"/> and
/// nowhere else. Those know no cookie: what another site makes a browser send opens nothing there.
/// </summary>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, ApiTokens tokens, TokenLimit limit, Permissions permissions, IOptions<IdentityOptions> identity)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "token";

    /// <summary>One for each thing that the token is good for.</summary>
    internal const string ScopeClaim = "scope";

    private const string LabelClaim = "token";
    private const string Bearer = "Bearer";

    private readonly ClaimsIdentityOptions _claims = identity.Value.ClaimsIdentity;

    private TokenRefusal _refusal = TokenRefusal.Missing;

    private string Client => Context.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>Which token a request came with, for the audit trail.</summary>
    public static string LabelOf(ClaimsPrincipal principal) => principal.FindFirstValue(LabelClaim) ?? "";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // The scheme may be asked to refuse without having been asked to look.
        await HandleAuthenticateOnceSafeAsync();
        var problem = _refusal.Describe();
        if (_refusal == TokenRefusal.TooMany)
            Response.Headers.RetryAfter = "60";
        else
            Response.Headers.WWWAuthenticate = _refusal.ErrorCode() is { } error ? $"{Bearer} error=\"{error}\", error_description=\"{problem.Title.En}\"" : Bearer;
        await problem.ToResult().ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scopes = Context.GetEndpoint()?.Metadata.GetMetadata<AuthorizationPolicy>()?.Requirements.OfType<ClaimsAuthorizationRequirement>().FirstOrDefault()?.AllowedValues ?? [];
        var needed = string.Join(' ', scopes);
        Response.Headers.WWWAuthenticate = $"{Bearer} error=\"insufficient_scope\", scope=\"{needed}\"";
        var problem = permissions.Find(Context.User, Role.Analyst) is null
            ? new ApiProblem(StatusCodes.Status403Forbidden, "owner-may-not", new("令牌的主人不能这样做", "The token's owner may not do this"), new(
                "令牌的主人现在的角色不能导入数据；应为分析员或以上。请找管理员。",
                "The role that the token's owner has now does not bring figures in; expected an analyst or above. Ask an administrator."))
            : new ApiProblem(StatusCodes.Status403Forbidden, "scope-missing", new("令牌不能这样做", "The token is not for this"), new(
                $"令牌可做的是 {Held()}；这里要 {needed}。请在 {AccountAddresses.Tokens} 另做一个。",
                $"The token is good for {Held()}; this needs {needed}. Make another at {AccountAddresses.Tokens}."));
        return problem.ToResult().ExecuteAsync(Context);
    }

    private string Held() => string.Join(' ', Context.User.FindAll(ScopeClaim).Select(claim => claim.Value));

    private AuthenticateResult Authenticate()
    {
        if (Request.Query.Any(parameter => parameter.Value.Any(value => value is not null && ApiTokens.IsWellFormed(value))))
            return Refuse(TokenRefusal.InAddress);
        var shown = Request.Headers.Authorization;
        if (shown.Count == 0 || !AuthenticationHeaderValue.TryParse(shown[0], out var header) || !header.Scheme.Equals(Bearer, StringComparison.OrdinalIgnoreCase))
            return shown.Count == 0 ? AuthenticateResult.NoResult() : Refuse(TokenRefusal.Malformed);
        if (!limit.IsOpen(Client))
            return Refuse(TokenRefusal.TooMany);

        var (holder, refusal) = shown.Count == 1 ? tokens.Find(header.Parameter ?? "") : (null, TokenRefusal.Malformed);
        if (holder is null)
        {
            limit.Count(Client);
            return Refuse(refusal!.Value);
        }

        tokens.NoteUse(holder.Token);
        return AuthenticateResult.Success(new(new(new ClaimsIdentity(
            [
                new(_claims.UserIdClaimType, UserIds.Write(holder.AccountId)),
                new(_claims.UserNameClaimType, holder.Token.Owner),
                new(_claims.SecurityStampClaimType, holder.SecurityStamp),
                new(LabelClaim, holder.Token.Label),
                .. holder.Token.Scopes.Select(scope => new Claim(ScopeClaim, TokenScopes.Codes.Write(scope))),
            ],
            SchemeName)), SchemeName));
    }

    private AuthenticateResult Refuse(TokenRefusal refusal)
    {
        _refusal = refusal;
        return AuthenticateResult.Fail(refusal.ToString());
    }
}
