using EmploymentDashboard.Accounts;
using EmploymentDashboard.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmploymentDashboard.Tests.Browser;

[Collection(DashboardCollection.Name)]
public sealed class SignInTests(DashboardFixture dashboard)
{
    /// <summary>Pages, and of which role one is there.</summary>
    public static TheoryData<string, Role> Pages => new()
    {
        { "/account/sign-in", Role.Reader },
        { "/setup", Role.Reader },
        { "/account/denied", Role.Reader },
        { "/account/code", Role.Reader },
        { "/account/password", Role.Analyst },
        { "/account/second-factor", Role.Analyst },
        { "/account/users", Role.Administrator },
        { "/account/tokens", Role.Analyst },
        { "/audit", Role.Administrator },
        { "/backups", Role.Administrator },
    };

    [Fact]
    public async Task SignIn_FromAPage_LeadsBackToItAndSignOutEndsIt()
    {
        var name = await TestUsers.AddAsync(dashboard.Services, Role.Analyst);
        var page = await dashboard.OpenLiveAsync("/areas/500113");
        var nav = page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" });
        await Expect(nav).Not.ToContainTextAsync("批次");
        await page.GetByRole(AriaRole.Link, new() { Name = "登录" }).ClickAsync();

        await Expect(page.GetByLabel("用户名")).ToBeFocusedAsync();
        await page.GetByLabel("用户名").FillAsync(name);
        await page.GetByLabel("密码").FillAsync("not the password");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToHaveTextAsync("用户名或密码不对。");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToBeFocusedAsync();
        await Expect(page.GetByLabel("用户名")).ToHaveValueAsync(name);
        await page.GetByLabel("密码").FillAsync(TestUsers.Password);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(dashboard.Address + "/areas/500113");
        await page.Locator("main[data-live=true]").WaitForAsync();
        await Expect(nav).ToContainTextAsync("批次");
        await page.GetByText(name).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/");
        await page.Locator("main[data-live=true]").WaitForAsync();
        await Expect(nav).Not.ToContainTextAsync("批次");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Administrator_AddsAUserWhoThenSignsIn()
    {
        var name = $"zhang-{Guid.NewGuid():N}";
        var page = await dashboard.OpenSignedInAsync(Role.Administrator, "/account/users");
        await page.Locator("main[data-live=true]").WaitForAsync();
        var form = page.Locator("#add-user");
        await form.GetByLabel("用户名").FillAsync(name);
        await form.GetByLabel("初始密码").FillAsync(TestUsers.Password);
        await form.GetByRole(AriaRole.Button, new() { Name = "添加" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = name })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = name })).ToBeVisibleAsync();
        await page.Context.CloseAsync();

        var other = await dashboard.OpenAsync("/account/sign-in");
        await other.GetByLabel("用户名").FillAsync(name);
        await other.GetByLabel("密码").FillAsync(TestUsers.Password);
        await other.Keyboard.PressAsync("Enter");
        await Expect(other.Locator(".account summary")).ToHaveTextAsync(name);
        await other.Context.CloseAsync();
    }

    /// <summary>Within an open page no request is made that the server could turn away.</summary>
    [Theory]
    [InlineData(Role.Reader, "/account/sign-in?returnUrl=%2Faccount%2Fusers")]
    [InlineData(Role.Analyst, "/account/denied")]
    public async Task OpenPage_LedToAPageForOthers_IsTurnedAway(Role role, string expected)
    {
        var page = role == Role.Reader ? await dashboard.OpenAsync("/areas") : await dashboard.OpenSignedInAsync(role, "/areas");
        await page.Locator("main[data-live=true]").WaitForAsync();
        await page.EvaluateAsync("() => Blazor.navigateTo('/account/users')");
        await Expect(page).ToHaveURLAsync(dashboard.Address + expected);
        await page.Context.CloseAsync();
    }

    /// <summary>A page that is open when its user is disabled keeps its buttons for a while; they change nothing.</summary>
    [Fact]
    public async Task OpenPage_OfADisabledAdministrator_ChangesNothing()
    {
        var page = await dashboard.OpenSignedInAsync(Role.Administrator, "/account/users");
        await page.Locator("main[data-live=true]").WaitForAsync();
        await using var scope = dashboard.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<Users>();
        var name = $"other-{Guid.NewGuid():N}";
        Assert.True((await users.AddAsync(name, Role.Administrator, TestUsers.Password, "test")).Succeeded);
        Assert.True((await users.DisableAsync(TestUsers.NameOf(Role.Administrator), "test")).Succeeded);
        try
        {
            await page.Locator("tbody select").First.SelectOptionAsync("analyst");
            await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("您已不是管理员");
        }
        finally
        {
            Assert.True((await users.EnableAsync(TestUsers.NameOf(Role.Administrator), "test")).Succeeded);
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task AccountPage_IsAccessibleInLightAndDarkAndFitsAPhone(string address, Role role)
    {
        foreach (var (width, scheme, inEnglish) in new[] { (1280, ColorScheme.Light, false), (390, ColorScheme.Dark, true) })
        {
            var page = role == Role.Reader
                ? await dashboard.OpenAsync(address == "/setup" ? SetupAddress() : address, width, inEnglish: inEnglish)
                : await dashboard.OpenSignedInAsync(role, address, width, inEnglish: inEnglish, scheme: scheme);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Axe.AssertAccessibleAsync(page);
            Assert.True(await page.EvaluateAsync<bool>($"() => document.documentElement.scrollWidth <= {width}"), "The page is wider than the screen.");
            await page.Context.CloseAsync();
        }
    }

    /// <summary>From the picture to the code at the next sign-in; the pages on the way are accessible, too.</summary>
    [Theory]
    [InlineData(1280, ColorScheme.Light, false)]
    [InlineData(390, ColorScheme.Dark, true)]
    public async Task SecondFactor_IsSetUpShownAndAskedFor(int width, ColorScheme scheme, bool inEnglish)
    {
        var name = $"zhang-{Guid.NewGuid():N}"[..12];
        await TestUsers.AddAsync(dashboard.Services, name, Role.Analyst);
        var page = await dashboard.OpenAsync("/account/sign-in?returnUrl=%2Faccount%2Fsecond-factor", width, inEnglish: inEnglish);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await SignInAsync();
        Assert.True(await page.Locator("img.qr").EvaluateAsync<bool>("picture => picture.complete && picture.naturalWidth > 0"));
        await page.Locator("main details summary").First.ClickAsync();
        await CheckAsync("set-up");
        var secret = await page.Locator(".secret").InnerTextAsync();
        await page.FillAsync("input[name=code]", "12345");
        await page.FillAsync("input[name=password]", TestUsers.Password);
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToBeFocusedAsync();
        // A code that is refused makes nobody scan the picture again.
        Assert.Equal(secret, await page.Locator(".secret").TextContentAsync());

        var key = TestUsers.FromBase32(secret);
        await page.FillAsync("input[name=code]", Totp.CodeOf(key, Totp.StepAt(DateTimeOffset.UtcNow)));
        await page.FillAsync("input[name=password]", TestUsers.Password);
        await page.ClickAsync("main form button[type=submit]");
        await Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        await Expect(page.Locator("main .done")).ToBeFocusedAsync();
        await CheckAsync("codes");
        var code = await page.Locator(".codes code").First.InnerTextAsync();
        await page.GotoAsync(dashboard.Address + "/account/second-factor");
        await CheckAsync("state");

        await page.Context.ClearCookiesAsync(new() { Name = "dashboard-session" });
        await page.GotoAsync(dashboard.Address + "/account/sign-in?returnUrl=%2Faccount%2Fpassword");
        await SignInAsync();
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/account/code?returnUrl=%2Faccount%2Fpassword");
        await Expect(page.Locator("input[name=code]")).ToBeFocusedAsync();
        await page.Locator(".clock-hint summary").ClickAsync();
        await CheckAsync("code");
        await page.FillAsync("input[name=code]", code);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/account/password");
        await page.Context.CloseAsync();

        async Task SignInAsync()
        {
            await page.FillAsync("input[name=name]", name);
            await page.FillAsync("input[name=password]", TestUsers.Password);
            await page.ClickAsync("main button[type=submit]");
        }

        async Task CheckAsync(string step)
        {
            await Axe.AssertAccessibleAsync(page);
            Assert.True(await page.EvaluateAsync<bool>($"() => document.documentElement.scrollWidth <= {width}"), $"{step} is wider than the screen.");
        }
    }

    /// <summary>The link of this server, or a dead one where another test has made an administrator meanwhile: both are pages.</summary>
    private string SetupAddress() => SetupLink.Address(dashboard.Services.GetRequiredService<SetupLink>().Open() ?? "used");
}
