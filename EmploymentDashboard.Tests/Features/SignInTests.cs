using System.Net;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Tests.Features;

/// <summary>Signing in and what follows from it, over HTTP as a browser would.</summary>
public sealed class SignInTests : IAsyncLifetime, IDisposable
{
    private const string SessionCookie = "dashboard-session";
    private readonly TestFolder _folder = new();
    private RunningDashboard _dashboard = null!;

    private string Database => System.IO.Path.Combine(_folder.Path, "dashboard.db");

    public async Task InitializeAsync() => _dashboard = await StartAsync();

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Anonymous_ReadsEverythingAndIsOfferedToSignIn()
    {
        foreach (var address in new[] { "/", "/explore", "/areas", "/sources", "/batches" })
        {
            var page = await _dashboard.PageAsync(address);
            Assert.Contains("class=\"sign-in\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain(AccountAddresses.Users, page, StringComparison.Ordinal);
            Assert.DoesNotContain(AccountAddresses.SignOut, page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/account/users", "/account/sign-in?returnUrl=%2Faccount%2Fusers")]
    [InlineData("/account/users?x=1&y=2", "/account/sign-in?returnUrl=%2Faccount%2Fusers%3Fx%3D1%26y%3D2")]
    [InlineData("/account/password", "/account/sign-in?returnUrl=%2Faccount%2Fpassword")]
    public async Task Anonymous_AtAPageForOthers_IsLedToSignInAndBack(string address, string signIn)
    {
        using var visitor = _dashboard.Visit();
        using var refused = await visitor.GetAsync(address);
        Assert.Equal((HttpStatusCode.Found, signIn), (refused.StatusCode, refused.Headers.Location?.PathAndQuery));

        var name = await TestUsers.AddAsync(_dashboard.Services, Role.Administrator);
        using var signedIn = await visitor.SignInAsync(name, TestUsers.Password, signIn);
        Assert.Equal((HttpStatusCode.Found, address), (signedIn.StatusCode, Path(signedIn)));
        using var page = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task ReturnAddress_ElsewhereInTheWorld_IsNotFollowed(string address)
    {
        using var visitor = _dashboard.Visit();
        var name = await TestUsers.AddAsync(_dashboard.Services, Role.Analyst);
        using var response = await visitor.SignInAsync(name, TestUsers.Password, $"/account/sign-in?returnUrl={Uri.EscapeDataString(address)}");
        Assert.Equal((HttpStatusCode.Found, "/"), (response.StatusCode, Path(response)));
        Assert.Equal(_dashboard.Client.BaseAddress!.Authority, new Uri(_dashboard.Client.BaseAddress, response.Headers.Location!).Authority);
    }

    [Fact]
    public async Task Session_IsACookieThatScriptsAndOtherSitesDoNotGet()
    {
        using var visitor = _dashboard.Visit();
        var name = await TestUsers.AddAsync(_dashboard.Services, Role.Analyst);
        using var response = await visitor.SignInAsync(name, TestUsers.Password);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith(SessionCookie, StringComparison.Ordinal));
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("; expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task WrongNameAndWrongPassword_AreAnsweredAlike()
    {
        var name = await TestUsers.AddAsync(_dashboard.Services, Role.Analyst);
        var answers = new List<string>();
        foreach (var (typed, password) in new[] { (name, "not the password"), ("nobody-at-all", "not the password"), (name, ""), ("", "") })
        {
            using var visitor = _dashboard.Visit();
            using var response = await visitor.SignInAsync(typed, password);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.DoesNotContain(visitor.Cookies, cookie => cookie.Name == SessionCookie);
            var page = await response.Content.ReadAsStringAsync();
            Assert.DoesNotContain("not the password", page, StringComparison.Ordinal);
            var alert = page.IndexOf("role=\"alert\"", StringComparison.Ordinal);
            answers.Add(page[alert..page.IndexOf("</form>", alert, StringComparison.Ordinal)].Replace($"value=\"{typed}\"", "", StringComparison.Ordinal));
        }

        Assert.Contains("用户名或密码不对。", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Select(answer => answer.Split("<button")[0].Split("<div class=\"form-field\"")[0]).Distinct());
    }

    /// <summary>Half of the time is far more than the machine's noise would take from it, and far less than a skipped hash.</summary>
    [Fact]
    public async Task WrongName_TakesAsLongAsAWrongPassword()
    {
        var name = await TestUsers.AddAsync(_dashboard.Services, Role.Analyst);
        await TimeAsync(name);
        var known = new List<TimeSpan>();
        var unknown = new List<TimeSpan>();
        for (var round = 0; round < 3; round++)
        {
            known.Add(await TimeAsync(name));
            unknown.Add(await TimeAsync("nobody-at-all"));
        }

        Assert.InRange(unknown.Min() / known.Min(), 0.5, 2);

        async Task<TimeSpan> TimeAsync(string typed)
        {
            await using var scope = _dashboard.Services.CreateAsyncScope();
            var signIn = scope.ServiceProvider.GetRequiredService<PasswordSignIn>();
            var clock = System.Diagnostics.Stopwatch.StartNew();
            Assert.Equal(SignInOutcome.Refused, await signIn.TryAsync(typed, "not the password", "test"));
            return clock.Elapsed;
        }
    }

    [Fact]
    public async Task DisabledUser_IsToldSoOnlyWithTheRightPassword()
    {
        var name = await TestUsers.AddAsync(_dashboard.Services, Role.Analyst);
        await ChangeAsync(users => users.DisableAsync(name, "test"));
        using var visitor = _dashboard.Visit();
        using var wrong = await visitor.SignInAsync(name, "not the password");
        Assert.Contains("用户名或密码不对。", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var right = await visitor.SignInAsync(name, TestUsers.Password);
        Assert.Contains("这个账号已停用", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Cookies, cookie => cookie.Name == SessionCookie);
    }

    [Fact]
    public async Task ManyAttempts_AreStoppedEvenWithTheRightPassword()
    {
        var name = await TestUsers.AddAsync(_dashboard.Services, Role.Analyst);
        using var visitor = _dashboard.Visit();
        for (var attempt = 1; attempt < new AccountOptions().LockoutAttempts; attempt++)
        {
            using var refused = await visitor.SignInAsync(name, "not the password");
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        }

        foreach (var password in new[] { "not the password", TestUsers.Password })
        {
            using var stopped = await visitor.SignInAsync(name, password);
            Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
            Assert.Contains("已锁定 15 分钟", await stopped.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/account/sign-in", "_handler=sign-in&name=x&password=y")]
    [InlineData("/setup", "_handler=setup&name=x&password=0123456789&repeated=0123456789")]
    [InlineData("/account/sign-out", "")]
    public async Task Post_WithoutItsToken_IsRefused(string address, string form)
    {
        using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await _dashboard.Client.PostAsync(new Uri(address, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie") && response.Headers.GetValues("Set-Cookie").Any(cookie => cookie.StartsWith(SessionCookie, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Role.Analyst, HttpStatusCode.Found, "/account/denied?returnUrl=%2Faccount%2Fusers")]
    [InlineData(Role.Administrator, HttpStatusCode.OK, null)]
    public async Task UsersPage_OpensToAdministratorsOnly(Role role, HttpStatusCode expected, string? leadsTo)
    {
        using var visitor = await _dashboard.SignedInAsync(role);
        using var response = await visitor.GetAsync("/account/users");
        Assert.Equal((expected, leadsTo), (response.StatusCode, response.Headers.Location?.PathAndQuery));
        using var denied = await visitor.GetAsync("/account/denied");
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        Assert.Equal(role == Role.Administrator, (await visitor.PageAsync("/")).Contains($"href=\"{AccountAddresses.Users}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Permission_TakenAway_IsGoneWithTheNextRequest()
    {
        using var visitor = await _dashboard.SignedInAsync(Role.Administrator);
        await ChangeAsync(users => users.AddAsync("second", Role.Administrator, TestUsers.Password, "test"));
        await ChangeAsync(users => users.SetRoleAsync(TestUsers.NameOf(Role.Administrator), Role.Analyst, "test"));
        using var demoted = await visitor.GetAsync("/account/users");
        Assert.Equal("/account/denied", demoted.Headers.Location?.AbsolutePath);

        await ChangeAsync(users => users.SetRoleAsync(TestUsers.NameOf(Role.Administrator), Role.Administrator, "test"));
        using var again = await visitor.GetAsync("/account/users");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        await ChangeAsync(users => users.ResetPasswordAsync(TestUsers.NameOf(Role.Administrator), "an old umbrella", "test"));
        using var ended = await visitor.GetAsync("/account/users");
        Assert.Equal(HttpStatusCode.Found, ended.StatusCode);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        using var visitor = await _dashboard.SignedInAsync(Role.Analyst);
        Assert.Contains(TestUsers.NameOf(Role.Analyst), await visitor.PageAsync("/"), StringComparison.Ordinal);
        using var response = await visitor.SignOutAsync();
        Assert.Equal((HttpStatusCode.Found, "/"), (response.StatusCode, Path(response)));
        Assert.Equal("\"cache\"", response.Headers.GetValues("Clear-Site-Data").Single());
        Assert.DoesNotContain(TestUsers.NameOf(Role.Analyst), await visitor.PageAsync("/"), StringComparison.Ordinal);
        using var page = await visitor.GetAsync("/account/password");
        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
    }

    /// <summary>Whoever got hold of the cookie has nothing any more.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Session_ThatItsOwnerEnded_IsDeadForACopyOfItsCookie(bool bySigningOut)
    {
        using var visitor = await _dashboard.SignedInAsync(Role.Analyst);
        var copied = visitor.Cookies.Single(cookie => cookie.Name == "dashboard-session").Value;
        Assert.Equal(HttpStatusCode.OK, await AskAsync());
        using var ending = bySigningOut ? await visitor.SignOutAsync() : await visitor.SignInAsync(TestUsers.NameOf(Role.Analyst), TestUsers.Password);
        Assert.Equal(HttpStatusCode.Found, ending.StatusCode);
        Assert.Equal(HttpStatusCode.Found, await AskAsync());
        using var own = await visitor.GetAsync("/upload");
        Assert.Equal(bySigningOut ? HttpStatusCode.Found : HttpStatusCode.OK, own.StatusCode);

        async Task<HttpStatusCode> AskAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/upload", UriKind.Relative));
            request.Headers.Add("Cookie", $"dashboard-session={copied}");
            using var response = await _dashboard.Client.SendAsync(request);
            return response.StatusCode;
        }
    }

    /// <summary>The framework looks at sessions by itself from time to time; whose has ended goes on as any reader, and not with a failure at every page.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Session_ThatAnAdministratorEnded_LeavesAReader(bool byDisabling)
    {
        _dashboard.Service<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval = TimeSpan.Zero;
        using var visitor = await _dashboard.SignedInAsync(Role.Analyst);
        var name = TestUsers.NameOf(Role.Analyst);
        await using (var scope = _dashboard.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<Users>();
            Assert.True((byDisabling ? await users.DisableAsync(name, "test") : await users.ResetPasswordAsync(name, "an old umbrella", "test")).Succeeded);
        }

        using var page = await visitor.GetAsync("/areas");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain(name, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_SignsNobodyOut()
    {
        using var visitor = await _dashboard.SignedInAsync(Role.Analyst);
        var cookies = string.Join("; ", visitor.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}"));
        await _dashboard.DisposeAsync();
        _dashboard = await StartAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/password");
        request.Headers.Add("Cookie", cookies);
        using var response = await _dashboard.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task OwnPassword_IsChangedWithTheOldOneAndKeepsThisSessionOnly()
    {
        using var visitor = await _dashboard.SignedInAsync(Role.Analyst);
        using var other = await _dashboard.SignedInAsync(Role.Analyst);

        Assert.Contains("现在的密码不对。", await ChangePasswordAsync("not the password", "an old umbrella", "an old umbrella"), StringComparison.Ordinal);
        Assert.Contains("两次输入的密码不同。", await ChangePasswordAsync(TestUsers.Password, "an old umbrella", "one more password"), StringComparison.Ordinal);
        Assert.Contains("密码至少 10 个字符。", await ChangePasswordAsync(TestUsers.Password, "short", "short"), StringComparison.Ordinal);
        Assert.Contains("密码已修改。", await ChangePasswordAsync(TestUsers.Password, "an old umbrella", "an old umbrella"), StringComparison.Ordinal);

        Assert.Contains("批次", (await visitor.PageAsync("/")).Split("</header>")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("批次", (await other.PageAsync("/")).Split("</header>")[0], StringComparison.Ordinal);
        using var again = _dashboard.Visit();
        using var signedIn = await again.SignInAsync(TestUsers.NameOf(Role.Analyst), "an old umbrella");
        Assert.Equal(HttpStatusCode.Found, signedIn.StatusCode);

        async Task<string> ChangePasswordAsync(string current, string password, string repeated)
        {
            using var response = await visitor.SubmitAsync("/account/password", new Dictionary<string, string> { ["current"] = current, ["password"] = password, ["repeated"] = repeated });
            return await response.Content.ReadAsStringAsync();
        }
    }

    /// <summary>Programs that send files in each night go on, unless the password may be known to someone.</summary>
    [Theory]
    [InlineData("", false, "密码已修改。")]
    [InlineData("revoke", true, "接口令牌已全部撤销。")]
    public async Task OwnPassword_IsChangedWithOrWithoutTheTokens(string chosen, bool areRevoked, string said)
    {
        var own = await TestUsers.MakeTokenAsync(_dashboard.Services, Role.Analyst, TokenScope.Upload);
        var others = await TestUsers.MakeTokenAsync(_dashboard.Services, Role.Publisher, TokenScope.Upload);
        using var visitor = await _dashboard.SignedInAsync(Role.Analyst);
        Assert.Contains("同时撤销我的 1 个接口令牌", await visitor.PageAsync("/account/password"), StringComparison.Ordinal);

        using var response = await visitor.SubmitAsync("/account/password", new Dictionary<string, string> { ["current"] = TestUsers.Password, ["password"] = "an old umbrella", ["repeated"] = "an old umbrella", ["tokens"] = chosen });

        Assert.Contains(said, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var tokens = _dashboard.Service<ApiTokens>();
        Assert.Equal(areRevoked ? TokenRefusal.Revoked : null, tokens.Find(own.PlainText).Refusal);
        Assert.Null(tokens.Find(others.PlainText).Refusal);
        Assert.Equal(!areRevoked, (await visitor.PageAsync("/account/password")).Contains("接口令牌</label>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SetupLink_MakesOneAdministratorAndIsDeadAfterwards()
    {
        var link = SetupLink.Address(_dashboard.Service<SetupLink>().Open()!);
        using var visitor = _dashboard.Visit();
        Assert.Contains("两次输入的密码不同。", await SetUpAsync(visitor, "li", "river stone 41", "river stone 4"), StringComparison.Ordinal);
        Assert.Contains("密码至少 10 个字符。", await SetUpAsync(visitor, "li", "short", "short"), StringComparison.Ordinal);

        // Two who opened the link before either was done.
        using var first = _dashboard.Visit();
        using var second = _dashboard.Visit();
        var responses = await Task.WhenAll(SubmitAsync(first, "li"), SubmitAsync(second, "wang"));
        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Gone], responses.Select(response => response.StatusCode).Order());
        Assert.Single(_dashboard.Service<UserStore>().All());
        var winner = responses[0].StatusCode == HttpStatusCode.Found ? first : second;
        using var users = await winner.GetAsync("/account/users");
        Assert.Equal(HttpStatusCode.OK, users.StatusCode);

        using var dead = await visitor.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, dead.StatusCode);
        Assert.DoesNotContain("<form method=\"post\"", await dead.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var response in responses)
            response.Dispose();

        Task<HttpResponseMessage> SubmitAsync(Visitor who, string name, string password = "river stone 41", string? repeated = null) =>
            who.SubmitAsync(link, new Dictionary<string, string> { ["name"] = name, ["password"] = password, ["repeated"] = repeated ?? password });

        async Task<string> SetUpAsync(Visitor who, string name, string password, string repeated)
        {
            using var response = await SubmitAsync(who, name, password, repeated);
            return await response.Content.ReadAsStringAsync();
        }
    }

    [Theory]
    [InlineData("/setup")]
    [InlineData("/setup?token=")]
    [InlineData("/setup?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task SetupPage_WithoutItsToken_ShowsNoForm(string address)
    {
        using var response = await _dashboard.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.DoesNotContain("name=\"password\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Pages that take passwords start no circuit and load no script of Blazor.</summary>
    [Fact]
    public async Task StaticPages_AreWithoutCircuit()
    {
        Assert.DoesNotContain("blazor.web", await _dashboard.PageAsync("/account/sign-in"), StringComparison.Ordinal);
        Assert.Contains("blazor.web", await _dashboard.PageAsync("/areas"), StringComparison.Ordinal);
    }

    private Task<RunningDashboard> StartAsync() =>
        RunningDashboard.StartAsync("--database", Database, "--data", System.IO.Path.Combine(_folder.Path, "nothing"));

    private async Task ChangeAsync(Func<Users, Task<Microsoft.AspNetCore.Identity.IdentityResult>> change)
    {
        await using var scope = _dashboard.Services.CreateAsyncScope();
        Assert.True((await change(scope.ServiceProvider.GetRequiredService<Users>())).Succeeded);
    }

    private string Path(HttpResponseMessage response) => new Uri(_dashboard.Client.BaseAddress!, response.Headers.Location!).PathAndQuery;
}
