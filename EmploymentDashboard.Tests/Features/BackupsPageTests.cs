using Bunit;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Features.Backups;
using EmploymentDashboard.Tests.Backups;
using EmploymentDashboard.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

public sealed class BackupsPageTests : FeatureContext
{
    private BackupDesk Desk => Services.GetRequiredService<BackupDesk>();

    [Fact]
    public async Task Backup_AskedFor_IsMadeAndListed_WithTheCommandThatRestoresIt()
    {
        await SignInAsync(Role.Administrator);
        var page = Render<BackupsPage>();
        Assert.Contains("还没有备份", page.Markup, StringComparison.Ordinal);

        await page.Find(".panel button").ClickAsync();

        var backup = Assert.Single(Desk.All());
        Assert.Contains(backup.Name, page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal("已验证", page.Find("tbody .chip").TextContent);
        Assert.Contains(backup.Manifest!.LogicalHash, page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains($"restore \"{backup.Path}\" --database \"{Store.Database.Path}\"", page.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.Contains("完好", page.Find(".state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_OfADamagedDatabase_IsNotMade_AndTheReasonIsShown()
    {
        await SignInAsync(Role.Administrator);
        Spoiled.Page(Store.Database);
        var page = Render<BackupsPage>();

        await page.Find(".panel button").ClickAsync();

        Assert.Empty(Desk.All());
        Assert.Contains("已损坏", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("已停止写入", page.Find(".state").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".state li"));
    }

    [Fact]
    public async Task Handler_OfSomeoneWhoIsNoAdministratorAnyMore_MakesNone()
    {
        await SignInAsync(Role.Administrator);
        var users = Services.GetRequiredService<Users>();
        await users.AddAsync("zhang", Role.Administrator, "river stone 41", "test");
        var page = Render<BackupsPage>();
        await users.SetRoleAsync(TestUsers.NameOf(Role.Administrator), Role.Analyst, "test");

        await page.Find(".panel button").ClickAsync();

        Assert.Empty(Desk.All());
        Assert.Contains("您已不是管理员", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }
}
