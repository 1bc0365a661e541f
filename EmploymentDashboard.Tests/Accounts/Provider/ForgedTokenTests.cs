using System.Security.Cryptography;
using AngleSharp.Html.Parser;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using EmploymentDashboard.Tests.Web;
using Microsoft.IdentityModel.Tokens;

namespace EmploymentDashboard.Tests.Accounts.Provider;

/// <summary>OpenID Connect Core 1.0, section 3.1.3.7: what makes an identity token worth nothing.</summary>
public sealed class ForgedTokenTests : IDisposable
{
    private static readonly Dictionary<string, Action<ForgedToken>> Forgeries = new(StringComparer.Ordinal)
    {
        ["of another issuer"] = token => token.Issuer = "https://elsewhere.example",
        ["for another client"] = token => token.Audience = "another-dashboard",
        ["for two clients, and made out to neither"] = token => token.SecondAudience = "another-dashboard",
        ["for two clients, and made out to the other"] = token => (token.SecondAudience, token.AuthorizedParty) = ("another-dashboard", "another-dashboard"),
        ["made out to another client"] = token => token.AuthorizedParty = "another-dashboard",
        ["for another request"] = token => token.Nonce = "another nonce",
        ["expired"] = token => token.Expires = DateTime.UtcNow.AddMinutes(-10),
        ["not signed"] = token => token.Key = null,
        ["signed by someone else"] = token => token.Key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = ForgingProvider.Key.KeyId },
        ["signed by a key that the provider does not show"] = token => token.Key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "another" },
        ["signed by the client's own secret"] = token => (token.Key, token.Algorithm) = (new SymmetricSecurityKey(SHA256.HashData("of no secret place"u8)), SecurityAlgorithms.HmacSha256),
        ["of nobody"] = token => token.Subject = "",
        ["with user information of someone else"] = token => (token.NamesUser, token.Told) = (false, "2"),
    };

    private readonly TestFolder _folder = new();

    public static TheoryData<string> All => [.. Forgeries.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public async Task Token_Forged_SignsNobodyIn(string how)
    {
        var (where, name) = await SignInAsync(Forgeries[how]);
        Assert.Equal("/account/sign-in?problem=refused", where);
        Assert.Null(name);
    }

    /// <summary>The same provider without a lie, so that the table above tells something.</summary>
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Token_AsItShouldBe_SignsIn(bool namesUser, bool isForTwo)
    {
        var (where, name) = await SignInAsync(token => (token.NamesUser, token.SecondAudience, token.AuthorizedParty) = (namesUser, isForTwo ? "another-dashboard" : null, isForTwo ? NodeProvider.ClientId : null));
        Assert.Equal("/sources", where);
        Assert.Equal("forged", name);
    }

    /// <param name="asked">The setting; empty where it is the provider's own matter.</param>
    [Theory]
    [InlineData("", null, new[] { "pwd" }, true)]
    [InlineData("mfa", null, new[] { "pwd", "mfa" }, true)]
    [InlineData("mfa", null, new[] { "pwd" }, false)]
    [InlineData("mfa gold", "gold", new string[0], true)]
    [InlineData("mfa gold", "silver", new[] { "pwd" }, false)]
    // Who says nothing is taken for having asked for little.
    [InlineData("mfa", null, new string[0], false)]
    public async Task Token_OfAWeakerSignIn_SignsInOnlyWhereThatIsEnough(string asked, string? acr, string[] amr, bool isEnough)
    {
        var (where, name) = await SignInAsync(token => (token.Acr, token.Amr) = (acr, amr), "--IdentityProvider:Strength", asked);
        Assert.Equal(isEnough ? ("/sources", "forged") : ("/account/sign-in?problem=refused", null), (where, name));
    }

    [Theory]
    [InlineData("/account/provider/return")]
    [InlineData("/account/provider/return?code=a&state=b")]
    [InlineData("/account/provider/return?error=access_denied&state=b")]
    [InlineData("/account/provider/return?error=server_error&error_description=%3Cscript%3E")]
    public async Task Return_OfNobodyWhoWasSent_IsRefused(string address)
    {
        await using var provider = await ForgingProvider.StartAsync(_ => { });
        await using var dashboard = await WebFixture.StartAsync(_folder, provider.Settings);
        using var visitor = dashboard.Visit();
        using var response = await visitor.GetAsync(address);
        Assert.Equal("/account/sign-in?problem=refused", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Provider_ThatDoesNotAnswer_IsSaid_AndPasswordsGoOn()
    {
        await using var dashboard = await WebFixture.StartAsync(_folder, "--IdentityProvider:Authority", "http://127.0.0.1:9", "--IdentityProvider:ClientId", "a", "--IdentityProvider:ClientSecret", "b");
        using var visitor = dashboard.Visit();
        using var response = await visitor.GetAsync("/account/provider");
        Assert.Equal("/account/sign-in?problem=unreachable", response.Headers.Location?.OriginalString);
        Assert.Contains("现在没有回应", await visitor.PageAsync("/account/sign-in?problem=unreachable"), StringComparison.Ordinal);
        (await dashboard.SignedInAsync(EmploymentDashboard.Accounts.Role.Reader)).Dispose();
    }

    [Theory]
    [InlineData(ProviderFault.NamesAnother, "/account/sign-in?problem=unreachable")]
    [InlineData(ProviderFault.LeadsOn, "/account/sign-in?problem=refused")]
    public async Task Provider_ThatIsNotTheOneOfTheSettings_SignsNobodyIn(object fault, string ends)
    {
        await using var provider = await ForgingProvider.StartAsync(_ => { }, (ProviderFault)fault);
        await using var dashboard = await WebFixture.StartAsync(_folder, provider.Settings);
        using var visitor = dashboard.Visit();
        Assert.Equal(ends, await FollowAsync(visitor, "/account/provider"));
    }

    /// <param name="site">As browsers say where a link was followed.</param>
    [Theory]
    [InlineData("cross-site", "/account/sign-in?returnUrl=%2Fsources")]
    [InlineData("same-site", "/account/sign-in?returnUrl=%2Fsources")]
    [InlineData("same-origin", "/authorize")]
    [InlineData("none", "/authorize")]
    public async Task Link_FromElsewhere_LeadsToTheSignInPageFirst(string site, string leadsTo)
    {
        await using var provider = await ForgingProvider.StartAsync(_ => { });
        await using var dashboard = await WebFixture.StartAsync(_folder, provider.Settings);
        using var response = await dashboard.AskAsync("/account/provider?returnUrl=%2Fsources", "Sec-Fetch-Site", site);
        Assert.Contains(leadsTo, response.Header("Location"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_MadeForSomeoneElse_LinksNobody()
    {
        await using var provider = await ForgingProvider.StartAsync(_ => { });
        await using var dashboard = await WebFixture.StartAsync(_folder, provider.Settings);
        using var one = await dashboard.SignedInAsync(EmploymentDashboard.Accounts.Role.Analyst);
        using var other = await dashboard.SignedInAsync(EmploymentDashboard.Accounts.Role.Publisher);
        var page = new HtmlParser().ParseDocument(await one.PageAsync("/account/password"));
        var link = page.QuerySelector("a[href^='/account/provider?link=']")!.GetAttribute("href")!;

        foreach (var (visitor, address, status) in new[] { (other, link, 400), (dashboard.Visit(), link, 400), (one, link + "x", 400), (one, link, 302) })
        {
            using var response = await visitor.GetAsync(address);
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    /// <returns>Where someone ends who comes by way of the provider, and as whom.</returns>
    private async Task<(string Where, string? Name)> SignInAsync(Action<ForgedToken> spoil, params string[] settings)
    {
        await using var provider = await ForgingProvider.StartAsync(spoil);
        await using var dashboard = await WebFixture.StartAsync(_folder, [.. provider.Settings, .. settings]);
        using var visitor = dashboard.Visit();
        var where = await FollowAsync(visitor, "/account/provider?returnUrl=%2Fsources");
        var page = new HtmlParser().ParseDocument(await visitor.PageAsync("/"));
        return (where, page.QuerySelector(".account summary")?.TextContent);
    }

    /// <summary>To the provider, back from it, and on, as far as it goes.</summary>
    private static async Task<string> FollowAsync(Visitor visitor, string where)
    {
        for (var i = 0; i < 3; i++)
        {
            using var response = await visitor.Client.GetAsync(new Uri(where, UriKind.RelativeOrAbsolute));
            if (response.Headers.Location is not { } next)
                break;

            where = next.OriginalString;
        }

        return where;
    }
}
