using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Tests.Browser;
using EmploymentDashboard.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmploymentDashboard.Tests.Accounts.Provider;

/// <summary>Signing in at a bureau's own provider, in a browser: code flow, PKCE, identity token and user information are the provider's own.</summary>
public sealed class ProviderJourneyTests(ProviderFixture dashboard) : IClassFixture<ProviderFixture>
{
    [Fact]
    public async Task Person_WhomAnAdministratorAdded_IsSignedInWhereTheyWanted_AndOnlyThisPersonIs()
    {
        await AddAsync("wang", Role.Analyst, password: null);
        var page = await SignInAtProviderAsync("wang", "/uploads");
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/uploads");
        await Expect(page.Locator(".account summary")).ToHaveTextAsync("wang");

        // There is no password to change.
        await page.GotoAsync(dashboard.Address + "/account/password");
        await Expect(page.Locator("main .lead")).ToContainTextAsync("您没有本系统的密码");
        await Expect(page.Locator("main form")).ToHaveCountAsync(0);

        // The provider has another person of that name, who is not the one who came first.
        var stranger = await SignInAtProviderAsync("wang/2", "/uploads");
        await Expect(stranger.GetByRole(AriaRole.Alert).First).ToContainTextAsync("已另有关联");
        await Expect(stranger.Locator(".account")).ToHaveCountAsync(0);

        var again = await SignInAtProviderAsync("wang", "/");
        await Expect(again.Locator(".account summary")).ToHaveTextAsync("wang");
        Assert.Contains(dashboard.Services.GetRequiredService<AuditTrail>().Entries(new()), entry => entry.Event is { Kind: AuditKind.SignIn, Actor: "wang" } found && found.Detail == dashboard.Issuer);
    }

    [Fact]
    public async Task Person_WhomNobodyAdded_IsToldWhomToAsk()
    {
        var page = await SignInAtProviderAsync("nobody-added-me", "/");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("请管理员以您的统一用户名添加");
        await Expect(page.Locator(".account")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Account_WithAPassword_IsLinkedByItsOwnerOnly()
    {
        await AddAsync("li-ming", Role.Analyst, TestUsers.Password);
        var stranger = await SignInAtProviderAsync("li-ming", "/");
        await Expect(stranger.GetByRole(AriaRole.Alert).First).ToContainTextAsync("设有密码");

        var page = await dashboard.OpenAsync("/account/sign-in?returnUrl=%2Faccount%2Fpassword");
        await page.FillAsync("input[name=name]", "li-ming");
        await page.FillAsync("input[name=password]", TestUsers.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.GetByRole(AriaRole.Link, new() { Name = "现在关联" }).ClickAsync();
        await PassProviderAsync(page, "li-ming");
        await Expect(page).ToHaveURLAsync(dashboard.Address + "/account/password");
        await Expect(page.Locator("main")).ToContainTextAsync("已关联");

        var linked = await SignInAtProviderAsync("li-ming", "/uploads");
        await Expect(linked.Locator(".account summary")).ToHaveTextAsync("li-ming");
        Assert.True((await UsersAsync(users => users.UnlinkAsync("li-ming", "test"))).Succeeded);
        await linked.ReloadAsync();
        await Expect(linked.GetByRole(AriaRole.Heading, new() { Name = "没有这个页面" })).ToBeVisibleAsync();
        await Expect((await SignInAtProviderAsync("li-ming", "/")).GetByRole(AriaRole.Alert).First).ToContainTextAsync("设有密码");
    }

    [Fact]
    public async Task Person_WhoIsDisabledOrTurnsBack_IsNotSignedIn()
    {
        await AddAsync("zhao", Role.Publisher, password: null);
        await SignInAtProviderAsync("zhao", "/");
        Assert.True((await UsersAsync(users => users.DisableAsync("zhao", "test"))).Succeeded);
        await Expect((await SignInAtProviderAsync("zhao", "/")).GetByRole(AriaRole.Alert).First).ToContainTextAsync("已停用");

        var page = await ToProviderAsync("/");
        await page.GetByText("Cancel").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("没有完成");
    }

    [Fact]
    public async Task SignInPage_WithAProvider_PassesAxe()
    {
        var page = await dashboard.OpenAsync("/account/sign-in");
        await Axe.AssertAccessibleAsync(page);
    }

    private async Task<IPage> ToProviderAsync(string address)
    {
        var page = await dashboard.OpenAsync(AccountAddresses.SignIn(address));
        await page.GetByRole(AriaRole.Link, new() { Name = "用单位统一身份认证登录" }).ClickAsync();
        return page;
    }

    private async Task<IPage> SignInAtProviderAsync(string person, string address)
    {
        var page = await ToProviderAsync(address);
        await PassProviderAsync(page, person);
        return page;
    }

    private async Task PassProviderAsync(IPage page, string person)
    {
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("^" + dashboard.Issuer, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.FillAsync("input[name=login]", person);
        await page.FillAsync("input[name=password]", "anything");
        await page.ClickAsync("button[type=submit]");
        // What the dashboard may know.
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.WaitForURLAsync(dashboard.Address + "/**");
    }

    private async Task AddAsync(string name, Role role, string? password) => Assert.True((await UsersAsync(users => users.AddAsync(name, role, password, "test"))).Succeeded);

    private async Task<Microsoft.AspNetCore.Identity.IdentityResult> UsersAsync(Func<Users, Task<Microsoft.AspNetCore.Identity.IdentityResult>> act)
    {
        await using var scope = dashboard.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<Users>());
    }
}
