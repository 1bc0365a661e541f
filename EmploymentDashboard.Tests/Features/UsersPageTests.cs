using AngleSharp.Dom;
using Bunit;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Features.Accounts;
using EmploymentDashboard.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

public sealed class UsersPageTests : FeatureContext
{
    private Users Users => Services.GetRequiredService<Users>();

    [Fact]
    public async Task NewUser_IsAddedAndListed()
    {
        await SignInAsync(Role.Administrator);
        var page = Render<UsersPage>();
        page.Find("#new-name").Change(" zhang ");
        page.Find("#new-role").Change("Administrator");
        page.Find("#new-password").Change("river stone 41");
        await page.Find("#add-user").SubmitAsync();

        Assert.Equal(["test-administrator", "zhang"], page.FindAll("tbody th").Select(cell => cell.TextContent));
        Assert.Contains("已添加 zhang", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal(Role.Administrator, (await Users.FindAsync("zhang"))!.Role);
        Assert.Equal("", page.Find("#new-password").GetAttribute("value"));
    }

    [Fact]
    public async Task RefusedUser_IsExplainedAndWhatWasTypedStays()
    {
        await SignInAsync(Role.Administrator);
        var page = Render<UsersPage>();
        page.Find("#new-name").Change("zhang");
        page.Find("#new-password").Change("short");
        await page.Find("#add-user").SubmitAsync();

        Assert.Contains("密码至少 10 个字符", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("zhang", page.Find("#new-name").GetAttribute("value"));
        Assert.Null(await Users.FindAsync("zhang"));
    }

    [Fact]
    public async Task Role_DisabledStateAndPassword_AreChangedInTheRow()
    {
        await SignInAsync(Role.Administrator);
        await Users.AddAsync("zhang", Role.Analyst, "river stone 41", "test");
        var page = Render<UsersPage>();

        await Row(page).QuerySelector("select")!.ChangeAsync("administrator");
        Assert.Equal(Role.Administrator, (await Users.FindAsync("zhang"))!.Role);

        await Button(page, "停用").ClickAsync();
        Assert.NotNull((await Users.FindAsync("zhang"))!.DisabledAt);
        Assert.Contains("已停用", Row(page).TextContent, StringComparison.Ordinal);
        await Button(page, "启用").ClickAsync();
        Assert.Null((await Users.FindAsync("zhang"))!.DisabledAt);

        await Button(page, "重设密码").ClickAsync();
        page.Find("#reset-password").Change("an old umbrella");
        await page.Find(".inline-form").SubmitAsync();
        Assert.Empty(page.FindAll("#reset-password"));
        var manager = Services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<User>>();
        Assert.True(await manager.CheckPasswordAsync((await Users.FindAsync("zhang"))!, "an old umbrella"));
    }

    [Fact]
    public async Task SecondFactor_IsShownAndRemovedInTheRow()
    {
        await SignInAsync(Role.Administrator);
        await Users.AddAsync("zhang", Role.Analyst, "river stone 41", "test");
        Assert.DoesNotContain("两步验证", Row(Render<UsersPage>()).TextContent, StringComparison.Ordinal);
        await TestUsers.SetSecondFactorAsync(Services, "zhang");
        var page = Render<UsersPage>();
        Assert.Equal("两步验证", Row(page).QuerySelectorAll(".chip")[1].TextContent);

        await Button(page, "解除两步验证").ClickAsync();
        Assert.Contains("已解除 zhang 的两步验证", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("两步验证", Row(page).TextContent, StringComparison.Ordinal);
        Assert.False((await Users.FindAsync("zhang"))!.HasSecondFactor);
    }

    [Fact]
    public async Task LastAdministrator_StaysAndTheListShowsIt()
    {
        await SignInAsync(Role.Administrator);
        var page = Render<UsersPage>();
        await page.Find("tbody select").ChangeAsync("analyst");

        Assert.Contains("最后一位管理员", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("administrator", page.Find("tbody select option[selected]").GetAttribute("value"));
        Assert.Equal(Role.Administrator, (await Users.FindAsync(TestUsers.NameOf(Role.Administrator)))!.Role);
    }

    /// <summary>The page was opened by an administrator who has since become an analyst: its buttons are still there, and do nothing.</summary>
    [Fact]
    public async Task Handlers_OfSomeoneWhoIsNoAdministratorAnyMore_ChangeNothing()
    {
        await SignInAsync(Role.Administrator);
        await Users.AddAsync("zhang", Role.Administrator, "river stone 41", "test");
        await TestUsers.SetSecondFactorAsync(Services, "zhang");
        var page = Render<UsersPage>();
        await Users.SetRoleAsync(TestUsers.NameOf(Role.Administrator), Role.Analyst, "test");

        await Row(page).QuerySelector("select")!.ChangeAsync("analyst");
        await Button(page, "停用").ClickAsync();
        await Button(page, "解除两步验证").ClickAsync();
        page.Find("#new-name").Change("wang");
        page.Find("#new-password").Change("river stone 41");
        await page.Find("#add-user").SubmitAsync();

        Assert.Contains("您已不是管理员", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        var zhang = (await Users.FindAsync("zhang"))!;
        Assert.Equal((Role.Administrator, null, true), (zhang.Role, zhang.DisabledAt, zhang.HasSecondFactor));
        Assert.Null(await Users.FindAsync("wang"));
    }

    private static IElement Row(IRenderedComponent<UsersPage> page) => page.FindAll("tbody tr").Single(row => row.QuerySelector("th")?.TextContent == "zhang");

    private static IElement Button(IRenderedComponent<UsersPage> page, string text) => Row(page).QuerySelectorAll("button").Single(button => button.TextContent == $"{text}：zhang");
}
