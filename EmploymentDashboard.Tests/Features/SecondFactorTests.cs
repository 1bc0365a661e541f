using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Tests.Features;

/// <summary>The second factor from its setting up to its removal, over HTTP as a browser would.</summary>
public sealed class SecondFactorTests : IDisposable
{
    private const string Session = "dashboard-session";
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Code_FollowsThePasswordAndOpensOnce()
    {
        await using var dashboard = await StartAsync();
        var (secret, recovery) = await AddAsync(dashboard, "zhang");
        using var visitor = dashboard.Visit();
        using var first = await visitor.SignInAsync("zhang", TestUsers.Password, "/account/sign-in?returnUrl=%2Fupload%3Fx%3D1");
        Assert.Equal((HttpStatusCode.Found, "/account/code?returnUrl=%2Fupload%3Fx%3D1"), LeadsTo(first));

        // No session yet: neither a page for those who are signed in, nor the setting up of another factor.
        Assert.DoesNotContain(visitor.Cookies, cookie => cookie.Name == Session);
        using var closed = await visitor.GetAsync("/account/password");
        Assert.Equal("/account/sign-in?returnUrl=%2Faccount%2Fpassword", LeadsTo(closed).Address);
        using var aside = await visitor.GetAsync("/account/second-factor");
        Assert.Equal((HttpStatusCode.Found, "/account/code"), LeadsTo(aside));

        Assert.Contains("验证码不对，或已经用过。", await EnterAsync(visitor, Wrong(secret)), StringComparison.Ordinal);
        var code = Shown(secret);
        using var second = await SubmitAsync(visitor, code, "/account/code?returnUrl=%2Fupload%3Fx%3D1");
        Assert.Equal((HttpStatusCode.Found, "/upload?x=1"), LeadsTo(second));
        Assert.DoesNotContain(visitor.Cookies, cookie => cookie is { Name: "dashboard-code", Expired: false });
        Assert.Contains("/account/second-factor\"", await visitor.PageAsync("/"), StringComparison.Ordinal);

        // Someone who looked over the shoulder, and who then finds the paper.
        using var other = dashboard.Visit();
        using var again = await other.SignInAsync("zhang", TestUsers.Password);
        Assert.Contains("验证码不对，或已经用过。", await EnterAsync(other, code), StringComparison.Ordinal);
        using var byPaper = await SubmitAsync(other, recovery[0], "/account/code");
        Assert.Equal((HttpStatusCode.Found, "/"), LeadsTo(byPaper));

        Assert.Equal(
            ["sign_in zhang", "recovery_code_used zhang", "second_factor_failed ZHANG", "sign_in zhang", "second_factor_failed ZHANG"],
            dashboard.Service<AuditTrail>().Entries(new(), take: 5).Select(entry => $"{AuditKinds.Codes.Write(entry.Event.Kind)} {entry.Event.Actor}"));
    }

    /// <summary>The right password in between forgives nothing, or codes could be guessed for ever.</summary>
    [Fact]
    public async Task Codes_GuessedFiveTimes_LockTheName()
    {
        await using var dashboard = await StartAsync();
        var (secret, recovery) = await AddAsync(dashboard, "zhang");
        using var visitor = dashboard.Visit();
        for (var failures = 1; failures <= 5; failures++)
        {
            if (failures is 1 or 3)
            {
                using var password = await visitor.SignInAsync("zhang", TestUsers.Password);
                Assert.Equal((HttpStatusCode.Found, "/account/code"), LeadsTo(password));
            }

            using var refused = await SubmitAsync(visitor, failures == 2 ? "AAAAA-AAAAA" : Wrong(secret), "/account/code");
            Assert.Equal(failures == 5 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, refused.StatusCode);
        }

        foreach (var right in new[] { Shown(secret), recovery[0] })
            Assert.Contains("已锁定 15 分钟", await EnterAsync(visitor, right), StringComparison.Ordinal);
        using var locked = await visitor.SignInAsync("zhang", TestUsers.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Equal("locked_out", AuditKinds.Codes.Write(dashboard.Service<AuditTrail>().Entries(new(), take: 1)[0].Event.Kind));
    }

    [Fact]
    public async Task Change_BetweenPasswordAndCode_ClosesTheWay()
    {
        await using var dashboard = await StartAsync();
        var changes = new Dictionary<string, Func<Users, Task<IdentityResult>>>
        {
            ["disabled"] = users => users.DisableAsync("disabled", "test"),
            ["password"] = users => users.ResetPasswordAsync("password", "an old umbrella", "test"),
            ["removed"] = users => users.RemoveSecondFactorAsync("removed", "test"),
        };
        foreach (var (name, change) in changes)
        {
            var (secret, _) = await AddAsync(dashboard, name);
            using var visitor = dashboard.Visit();
            using var password = await visitor.SignInAsync(name, TestUsers.Password);
            using (var form = new FormUrlEncodedContent(await FieldsAsync(visitor, "/account/code", ("code", Shown(secret)))))
            {
                await using var scope = dashboard.Services.CreateAsyncScope();
                Assert.True((await change(scope.ServiceProvider.GetRequiredService<Users>())).Succeeded);
                using var late = await visitor.Client.PostAsync(new Uri("/account/code", UriKind.Relative), form);
                Assert.Contains("时间过了，或您的账号刚有变动。", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

            Assert.DoesNotContain(visitor.Cookies, cookie => cookie.Name == Session);
            Assert.DoesNotContain("<form method=\"post\"", await visitor.PageAsync("/account/code"), StringComparison.Ordinal);
            if (name == "removed")
            {
                using var alone = await visitor.SignInAsync(name, TestUsers.Password);
                Assert.Equal((HttpStatusCode.Found, "/"), LeadsTo(alone));
            }
        }
    }

    [Fact]
    public async Task Required_WhoHasNone_SetsItUpBeforeTheSessionBegins()
    {
        await using var dashboard = await StartAsync("--Accounts:SecondFactor", "required");
        await TestUsers.AddAsync(dashboard.Services, "zhang", Role.Analyst);
        using var visitor = dashboard.Visit();
        using var other = dashboard.Visit();
        foreach (var one in new[] { visitor, other })
        {
            using var password = await one.SignInAsync("zhang", TestUsers.Password, "/account/sign-in?returnUrl=%2Fupload");
            Assert.Equal((HttpStatusCode.Found, "/account/second-factor?returnUrl=%2Fupload"), LeadsTo(password));
            Assert.DoesNotContain(one.Cookies, cookie => cookie.Name == Session);
            using var aside = await one.GetAsync("/account/code?returnUrl=%2Fupload");
            Assert.Equal("/account/second-factor?returnUrl=%2Fupload", LeadsTo(aside).Address);
        }

        const string Page = "/account/second-factor?returnUrl=%2Fupload";
        var page = await ParseAsync(await visitor.PageAsync(Page));
        Assert.Null(page.QuerySelector("input[name=password]"));
        Assert.StartsWith("data:image/svg+xml", page.QuerySelector("img.qr")!.GetAttribute("src"), StringComparison.Ordinal);
        var wrong = await SetUpAsync(visitor, Page, secret => Wrong(secret));
        Assert.Contains("验证码不对。", wrong.Body!.TextContent, StringComparison.Ordinal);

        var codes = Codes(await SetUpAsync(visitor, Page, Shown));
        Assert.Equal(10, codes.Distinct().Count());
        using (var open = await visitor.GetAsync("/account/second-factor"))
            Assert.Contains("no-store", open.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var state = await visitor.PageAsync("/account/second-factor");
        Assert.Contains("不能自行解除", state, StringComparison.Ordinal);
        Assert.DoesNotContain("removal-password", state, StringComparison.Ordinal);

        // The password that was given before somebody set the factor up does not replace it.
        using var late = await other.GetAsync(Page);
        Assert.StartsWith("/account/sign-in", LeadsTo(late).Address, StringComparison.Ordinal);
        using var again = await other.SignInAsync("zhang", TestUsers.Password);
        using var byPaper = await SubmitAsync(other, codes[9].ToLowerInvariant(), "/account/code");
        Assert.Equal((HttpStatusCode.Found, "/"), LeadsTo(byPaper));
    }

    [Fact]
    public async Task Required_TheFirstAdministrator_SetsItUpToo()
    {
        await using var dashboard = await StartAsync("--Accounts:SecondFactor", "required");
        using var visitor = dashboard.Visit();
        using var response = await visitor.SubmitAsync(
            SetupLink.Address(dashboard.Service<SetupLink>().Open()!),
            new Dictionary<string, string> { ["name"] = "li", ["password"] = TestUsers.Password, ["repeated"] = TestUsers.Password });
        Assert.Equal((HttpStatusCode.Found, "/account/second-factor?returnUrl=%2Faccount%2Fusers"), LeadsTo(response));
        using var users = await visitor.GetAsync("/account/users");
        Assert.Equal(HttpStatusCode.Found, users.StatusCode);
    }

    [Fact]
    public async Task Off_NobodyIsAsked()
    {
        await using var dashboard = await StartAsync("--Accounts:SecondFactor", "Off");
        await AddAsync(dashboard, "zhang");
        using var visitor = dashboard.Visit();
        using var password = await visitor.SignInAsync("zhang", TestUsers.Password);
        Assert.Equal((HttpStatusCode.Found, "/"), LeadsTo(password));
        Assert.DoesNotContain("/account/second-factor", await visitor.PageAsync("/"), StringComparison.Ordinal);
        Assert.Contains("没有启用两步验证", await visitor.PageAsync("/account/second-factor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnSecondFactor_IsSetRenewedAndRemovedWithThePassword()
    {
        await using var dashboard = await StartAsync();
        await TestUsers.AddAsync(dashboard.Services, "zhang", Role.Analyst);
        using var visitor = dashboard.Visit();
        using var other = dashboard.Visit();
        foreach (var one in new[] { visitor, other })
        {
            using var password = await one.SignInAsync("zhang", TestUsers.Password);
            Assert.Equal((HttpStatusCode.Found, "/"), LeadsTo(password));
        }

        const string Page = "/account/second-factor";
        Assert.Contains("现在的密码不对。", (await SetUpAsync(visitor, Page, Shown, "not the password")).Body!.TextContent, StringComparison.Ordinal);
        var codes = Codes(await SetUpAsync(visitor, Page, Shown, TestUsers.Password));
        using var ended = await other.GetAsync(Page);
        Assert.Equal(HttpStatusCode.Found, ended.StatusCode);

        var renewed = Codes(await FormAsync("renew", "password", TestUsers.Password));
        Assert.Empty(codes.Intersect(renewed));
        Assert.Contains("现在的密码不对。", (await FormAsync("remove", "removal-password", "not the password")).Body!.TextContent, StringComparison.Ordinal);
        var removed = await FormAsync("remove", "removal-password", TestUsers.Password);
        Assert.Contains("两步验证已解除", removed.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(removed.QuerySelector("img.qr"));
        Assert.NotNull((await ParseAsync(await visitor.PageAsync(Page))).QuerySelector("img.qr"));
        using var alone = await other.SignInAsync("zhang", TestUsers.Password);
        Assert.Equal((HttpStatusCode.Found, "/"), LeadsTo(alone));
        Assert.Equal(
            ["second_factor_removed", "recovery_codes_renewed", "second_factor_set"],
            dashboard.Service<AuditTrail>().Entries(new()).Select(entry => AuditKinds.Codes.Write(entry.Event.Kind)).Where(kind => kind.Contains("factor", StringComparison.Ordinal) || kind.Contains("codes", StringComparison.Ordinal)));

        async Task<IDocument> FormAsync(string handler, string field, string password)
        {
            var page = await ParseAsync(await visitor.PageAsync(Page));
            var form = page.QuerySelectorAll("main form").Single(form => form.QuerySelector("input[name=_handler]")!.GetAttribute("value") == handler);
            return await PostAsync(visitor, Page, FieldsOf(form, (field, password)));
        }
    }

    [Theory]
    [InlineData("true", "__Host-dashboard-code")]
    [InlineData("false", "dashboard-code")]
    public async Task Cookie_OfTheWay_IsKeptLikeThatOfTheSession(string httpsOnly, string name)
    {
        await using var dashboard = await StartAsync("--Https:Only", httpsOnly);
        var cookies = dashboard.Service<IOptionsMonitor<CookieAuthenticationOptions>>();
        var (way, session) = (cookies.Get(IdentityConstants.TwoFactorUserIdScheme).Cookie, cookies.Get(IdentityConstants.ApplicationScheme).Cookie);
        Assert.Equal(name, way.Name);
        Assert.Equal(session.Name, name.Replace("code", "session", StringComparison.Ordinal));
        Assert.Equal((session.SecurePolicy, session.HttpOnly, session.SameSite, session.Path), (way.SecurePolicy, way.HttpOnly, way.SameSite, way.Path));
    }

    private Task<RunningDashboard> StartAsync(params string[] settings) =>
        RunningDashboard.StartAsync(["--database", Path.Combine(_folder.Path, "dashboard.db"), "--data", Path.Combine(_folder.Path, "nothing"), .. settings]);

    private static async Task<(byte[] Secret, IReadOnlyList<string> RecoveryCodes)> AddAsync(RunningDashboard dashboard, string name)
    {
        await TestUsers.AddAsync(dashboard.Services, name, Role.Analyst);
        return await TestUsers.SetSecondFactorAsync(dashboard.Services, name);
    }

    /// <summary>What the app shows now.</summary>
    private static string Shown(byte[] secret) => Totp.CodeOf(secret, Totp.StepAt(DateTimeOffset.UtcNow));

    /// <summary>A code of no time near.</summary>
    private static string Wrong(byte[] secret)
    {
        var near = Enumerable.Range(-4, 9).Select(steps => Totp.CodeOf(secret, Totp.StepAt(DateTimeOffset.UtcNow) + steps)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, 20).Select(number => $"{number:D6}").First(code => !near.Contains(code));
    }

    private static Task<HttpResponseMessage> SubmitAsync(Visitor visitor, string code, string page) => visitor.SubmitAsync(page, new Dictionary<string, string> { ["code"] = code });

    private static async Task<string> EnterAsync(Visitor visitor, string code)
    {
        using var response = await SubmitAsync(visitor, code, "/account/code");
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Opens the page, reads the secret that is written beside the picture, and enters a code.</summary>
    private static async Task<IDocument> SetUpAsync(Visitor visitor, string address, Func<byte[], string> code, string? password = null)
    {
        var page = await ParseAsync(await visitor.PageAsync(address));
        var secret = TestUsers.FromBase32(page.QuerySelector(".secret")!.TextContent);
        (string, string)[] filled = [("code", code(secret)), .. password is null ? [] : ((string, string)[])[("password", password)]];
        return await PostAsync(visitor, address, FieldsOf(page.QuerySelector("main form")!, filled));
    }

    private static IReadOnlyList<string> Codes(IDocument page) => [.. page.QuerySelectorAll(".codes code").Select(code => code.TextContent)];

    private static async Task<IDocument> PostAsync(Visitor visitor, string address, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var response = await visitor.Client.PostAsync(new Uri(address, UriKind.Relative), form);
        return await ParseAsync(await response.Content.ReadAsStringAsync());
    }

    private static async Task<Dictionary<string, string>> FieldsAsync(Visitor visitor, string address, params (string Name, string Value)[] filled) =>
        FieldsOf((await ParseAsync(await visitor.PageAsync(address))).QuerySelector("main form")!, filled);

    private static Dictionary<string, string> FieldsOf(IElement form, params (string Name, string Value)[] filled)
    {
        var fields = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in filled)
            fields[name] = value;
        return fields;
    }

    private static async Task<IDocument> ParseAsync(string html) => await new HtmlParser().ParseDocumentAsync(html);

    private static (HttpStatusCode Status, string? Address) LeadsTo(HttpResponseMessage response) =>
        (response.StatusCode, response.Headers.Location is { } to ? to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString : null);
}
