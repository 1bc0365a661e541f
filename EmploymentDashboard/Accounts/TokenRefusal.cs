using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Accounts;

/// <summary>Why a request with a token, or without one, is not let in.</summary>
public enum TokenRefusal
{
    Missing,

    /// <summary>In the address, where logs and histories keep it.</summary>
    InAddress,
    Malformed,
    Unknown,
    Expired,
    Revoked,
    OwnerDisabled,

    /// <summary>Too many wrong ones from this network address.</summary>
    TooMany,
}

/// <summary>Refusals as programs and people are told of them.</summary>
internal static class TokenRefusals
{
    /// <summary>The error's code by RFC 6750; null where there was no token at all, of which nothing more is to be said.</summary>
    public static string? ErrorCode(this TokenRefusal refusal) => refusal switch
    {
        TokenRefusal.Missing or TokenRefusal.TooMany => null,
        TokenRefusal.InAddress => "invalid_request",
        _ => "invalid_token",
    };

    public static ApiProblem Describe(this TokenRefusal refusal) => refusal switch
    {
        TokenRefusal.Missing => new(StatusCodes.Status401Unauthorized, "token-missing", new("没有令牌", "No token"), new(
            $"请求里没有令牌；应有请求头 Authorization: Bearer {ApiTokens.Start}…。登录后在 {AccountAddresses.Tokens} 制作一个。",
            $"The request brings no token; expected the header Authorization: Bearer {ApiTokens.Start}…. Sign in and make one at {AccountAddresses.Tokens}.")),
        TokenRefusal.InAddress => new(StatusCodes.Status400BadRequest, "token-in-address", new("令牌在网址里", "A token in the address"), new(
            $"令牌写在了网址里，各处的日志都会记下它；应放在请求头 Authorization: Bearer。请在 {AccountAddresses.Tokens} 撤销它，另做一个。",
            $"The token stands in the address, which logs on the way keep; expected it in the header Authorization: Bearer. Revoke it at {AccountAddresses.Tokens} and make another.")),
        TokenRefusal.Malformed => Invalid("token-malformed", new("令牌的写法不对", "Not a token"), new(
            $"请求头里的不是令牌；应为 Authorization: Bearer，一个空格，再是 {ApiTokens.Start} 开头的 48 个字符。请检查是否漏了字符，或多了引号。",
            $"What the header holds is no token; expected Authorization: Bearer, a space, and 48 characters that begin with {ApiTokens.Start}. Look for letters that are missing, or quotes too many.")),
        TokenRefusal.Unknown => Invalid("token-unknown", new("不认识的令牌", "Unknown token"), new(
            $"没有这个令牌；应为这台服务器上制作的。请检查是否抄错，或在 {AccountAddresses.Tokens} 另做一个。",
            $"There is no such token; expected one that was made on this server. Check that it was copied whole, or make another at {AccountAddresses.Tokens}.")),
        TokenRefusal.Expired => Invalid("token-expired", new("令牌已过期", "Token expired"), new(
            $"这个令牌过了有效期；应为还有效的。请在 {AccountAddresses.Tokens} 另做一个。",
            $"The token is past its time; expected one that is still valid. Make another at {AccountAddresses.Tokens}.")),
        TokenRefusal.Revoked => Invalid("token-revoked", new("令牌已撤销", "Token revoked"), new(
            $"这个令牌被撤销了；应为还有效的。如果不是您撤销的，请问管理员；否则在 {AccountAddresses.Tokens} 另做一个。",
            $"The token was revoked; expected one that is still valid. If you did not do it, ask an administrator; otherwise make another at {AccountAddresses.Tokens}.")),
        TokenRefusal.OwnerDisabled => Invalid("owner-disabled", new("令牌的主人已停用", "The token's owner is disabled"), new(
            "令牌的主人已被停用；应为可登录的用户的令牌。请找管理员。",
            "The user whose token it is was disabled; expected a token of someone who may sign in. Ask an administrator.")),
        TokenRefusal.TooMany => new(StatusCodes.Status429TooManyRequests, "too-many-wrong-tokens", new("错的令牌太多", "Too many wrong tokens"), new(
            $"这个网络地址一分钟内出示了 {TokenLimit.PerClient} 个错的令牌；请改好程序，一分钟后再试。",
            $"{TokenLimit.PerClient} wrong tokens came from this network address within a minute; mend the program and try again in a minute.")),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    private static ApiProblem Invalid(string code, Bilingual title, Bilingual detail) => new(StatusCodes.Status401Unauthorized, code, title, detail);
}
