using EmploymentDashboard.Operations;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Accounts.Providers;

/// <summary>Section "IdentityProvider": the bureau's own sign-in, by OpenID Connect 1.0 (authorization code flow with PKCE).</summary>
public sealed class IdentityProviderOptions : ICheckedSettings
{
    public const string Section = "IdentityProvider";

    /// <summary>The provider's issuer address, below which its discovery document lies; empty for none.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>Sent in the body of the request for tokens (client_secret_post). It belongs into the environment, not into a file that is passed around.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What the sign-in page calls the provider; empty for a plain word.</summary>
    public string Name { get; set; } = "";

    /// <summary>The claim that holds the user name, in the identity token or the user information.</summary>
    public string NameClaim { get; set; } = "preferred_username";

    /// <summary>What is asked for, parted by spaces.</summary>
    public string Scopes { get; set; } = "openid profile";

    /// <summary>Values of acr and amr, parted by spaces, of which the identity token must name one, such as mfa; empty: how the provider knew someone is its own matter.</summary>
    public string Strength { get; set; } = "";

    /// <summary>The role of someone who has no account here yet; empty: nobody is let in whom no administrator has added.</summary>
    public Role? Newcomers { get; set; }

    public bool IsUsed => Authority.Length > 0;

    /// <summary>How people know it.</summary>
    public Bilingual Label => Name.Length > 0 ? new(Name, Name) : new("单位统一身份认证", "your organisation’s account");

    /// <summary>A provider on this machine is asked without encryption, which nobody can listen to.</summary>
    internal bool IsOnThisMachine => Uri.TryCreate(Authority, UriKind.Absolute, out var address) && address.IsLoopback;

    public IEnumerable<(string Key, Bilingual Mistake)> Check()
    {
        if (!IsUsed)
        {
            if (ClientId.Length > 0 || ClientSecret.Length > 0)
                yield return (nameof(Authority), new("缺少提供者的地址（issuer）", "the provider’s address (issuer) is missing"));
            yield break;
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            yield return (nameof(Authority), new($"「{Authority}」应为 https:// 开头的地址；只有本机的可用 http://", $"“{Authority}” should be an address with https://; http:// is for this machine only"));
        foreach (var (key, value) in new[] { (nameof(ClientId), ClientId), (nameof(ClientSecret), ClientSecret), (nameof(NameClaim), NameClaim) })
        {
            if (value.Length == 0)
                yield return (key, new("不能空着", "it must not be empty"));
        }

        if (!Scopes.Split(' ').Contains("openid", StringComparer.Ordinal))
            yield return (nameof(Scopes), new("应含 openid", "it should hold openid"));
        if (Newcomers > Role.Analyst)
            yield return (nameof(Newcomers), new("只能是 reader 或 analyst；更高的角色由管理员给", "only reader or analyst; higher roles are given by administrators"));
    }
}
