using System.Security.Claims;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Tests.Shared;
using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Tests.Accounts;

public sealed class UsersTests : IAsyncLifetime, IDisposable
{
    private readonly Language _language = Language.Chinese();
    private AccountStore _accounts = null!;

    /// <summary>Name, password, and the code of the refusal; none where both are good.</summary>
    public static TheoryData<string, string, string?> Applicants => new()
    {
        { "zhang", "river stone 41", null },
        { "张三", "一二三四五六七八九十", null },
        { "li.si-2_3@office", "correct horse battery", null },
        { "zh", "river stone 41", null },
        { "z", "river stone 41", "InvalidUserName" },
        { "", "river stone 41", "InvalidUserName" },
        { "zhang san", "river stone 41", "InvalidUserName" },
        { "zhang\u200Bsan", "river stone 41", "InvalidUserName" },
        { "<b>zhang</b>", "river stone 41", "InvalidUserName" },
        { new('z', 40), "river stone 41", null },
        { new('z', 41), "river stone 41", "InvalidUserName" },
        { "zhang", "012345678", "PasswordTooShort" },
        { "zhang", "", "PasswordTooShort" },
        { "zhang", "my-ZHANG-password", "PasswordHoldsName" },
        { "employment", "river stone 41", null },
        { "zhang", "0123456789", "PasswordIsCommon" },
        { "zhang", "password123", "PasswordIsCommon" },
        { "zhang", "P@ssw0rd2024", "PasswordIsCommon" },
        { "zhang", "qazwsxedcrfv", "PasswordIsCommon" },
        { "zhang", "zxcvbnm,./", "PasswordIsCommon" },
        { "zhang", "aaaaaaaaaaaa", "PasswordIsCommon" },
        { "zhang", "5201314520", "PasswordIsCommon" },
        { "zhang", "20230101abc", "PasswordIsCommon" },
        { "zhang", "Chongqing@2024", "PasswordIsCommon" },
        { "zhang", "重庆就业统计2023", "PasswordIsCommon" },
        { "zhang", new('x', 100_000), "PasswordIsCommon" },
        { "zhang", "an old umbrella stood in the rain while seven quiet foxes counted their lanterns", null },
        { "Taken", "river stone 41", "DuplicateUserName" },
        { "tAKEN", "river stone 41", "DuplicateUserName" },
    };

    public async Task InitializeAsync()
    {
        _accounts = await AccountStore.CreateAsync();
        await _accounts.AddAsync("taken", Role.Administrator);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _accounts.Dispose();
        _language.Dispose();
    }

    [Theory]
    [MemberData(nameof(Applicants))]
    public async Task Add_TakesNamesAndPasswordsByTheRule(string name, string password, string? refusal)
    {
        var result = await _accounts.Users.AddAsync(name, Role.Analyst, password, "test");

        Assert.Equal(refusal is null ? [] : [refusal], result.Errors.Select(error => error.Code).Distinct());
        Assert.All(result.Errors, error => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", error.Description));
        Assert.Equal(refusal is null ? 2 : 1, _accounts.Users.All().Count);
    }

    [Theory]
    [InlineData(8, "kJ8#mQ2!", null)]
    [InlineData(8, "kJ8#mQ2", "PasswordTooShort")]
    [InlineData(20, "an old umbrella", "PasswordTooShort")]
    [InlineData(20, "an old umbrella in the rain", null)]
    public async Task PasswordLength_IsASetting(int length, string password, string? refusal)
    {
        using var accounts = await AccountStore.CreateAsync(new() { PasswordLength = length });
        var result = await accounts.Users.AddAsync("zhang", Role.Analyst, password, "test");
        Assert.Equal(refusal is null ? [] : [refusal], result.Errors.Select(error => error.Code));
        Assert.All(result.Errors, error => Assert.Contains($"{length}", error.Description, StringComparison.Ordinal));
    }

    [Fact]
    public async Task User_ReadAgain_IsAsItWasSaved()
    {
        await _accounts.AddAsync("Zhang", Role.Analyst);

        var user = Assert.Single(_accounts.Users.All(), user => user.Name == "Zhang");
        Assert.Equal((Role.Analyst, _accounts.File.Clock.Now, null), (user.Role, user.CreatedAt, user.DisabledAt));
        Assert.Equal(user.Id, (await _accounts.Manager.FindByNameAsync("zHANG"))!.Id);
        Assert.Equal("Zhang", (await _accounts.Manager.FindByIdAsync($"{user.Id}"))!.Name);
        Assert.True(await _accounts.Manager.CheckPasswordAsync(user, AccountStore.Password));
        Assert.False(await _accounts.Manager.CheckPasswordAsync(user, AccountStore.Password + "!"));
        Assert.DoesNotContain(AccountStore.Password, user.PasswordHash, StringComparison.Ordinal);
        Assert.Null(await _accounts.Manager.FindByIdAsync("1 OR 1=1"));
        Assert.Null(await _accounts.Manager.FindByNameAsync("' OR 1=1 --"));
    }

    [Fact]
    public async Task Update_OfAUserThatSomebodyElseChangedMeanwhile_IsRefused()
    {
        await _accounts.AddAsync("zhang", Role.Analyst);
        var (mine, theirs) = (await _accounts.Users.FindAsync("zhang"), await _accounts.Users.FindAsync("zhang"));
        theirs!.Role = Role.Administrator;
        Assert.True((await _accounts.Manager.UpdateAsync(theirs)).Succeeded);

        mine!.DisabledAt = _accounts.File.Clock.Now;
        Assert.Equal(["ConcurrencyFailure"], (await _accounts.Manager.UpdateAsync(mine)).Errors.Select(error => error.Code));
        Assert.Equal(["ConcurrencyFailure"], (await _accounts.Manager.DeleteAsync(mine)).Errors.Select(error => error.Code));
        Assert.Null((await _accounts.Users.FindAsync("zhang"))!.DisabledAt);

        // What was just written can be written on.
        theirs.Role = Role.Analyst;
        Assert.True((await _accounts.Manager.UpdateAsync(theirs)).Succeeded);
    }

    [Fact]
    public async Task LastAdministrator_CannotBeDemotedDisabledOrDeleted()
    {
        await _accounts.AddAsync("second", Role.Administrator);
        Assert.True((await _accounts.Users.DisableAsync("second", "test")).Succeeded);

        var last = await _accounts.Users.FindAsync("taken");
        IdentityResult[] refused =
        [
            await _accounts.Users.SetRoleAsync("taken", Role.Analyst, "test"),
            await _accounts.Users.DisableAsync("taken", "test"),
            await _accounts.Manager.DeleteAsync(last!),
        ];
        Assert.All(refused, result => Assert.Equal(["LastAdministrator"], result.Errors.Select(error => error.Code)));

        Assert.True((await _accounts.Users.EnableAsync("second", "test")).Succeeded);
        Assert.True((await _accounts.Users.SetRoleAsync("taken", Role.Analyst, "test")).Succeeded);
        Assert.True(_accounts.Store.HasAdministrator());
        Assert.False((await _accounts.Users.DisableAsync("second", "test")).Succeeded);
    }

    [Fact]
    public async Task TwoAdministrators_ThatDemoteEachOtherAtOnce_LeaveOne()
    {
        await _accounts.AddAsync("second", Role.Administrator);
        var both = new[] { (await _accounts.Users.FindAsync("taken"))!, (await _accounts.Users.FindAsync("second"))! };
        foreach (var administrator in both)
            administrator.Role = Role.Analyst;

        var results = await Task.WhenAll(both.Select(user => Task.Run(() => _accounts.Store.UpdateAsync(user, CancellationToken.None))));

        Assert.Single(results, result => result.Succeeded);
        Assert.True(_accounts.Store.HasAdministrator());
    }

    [Fact]
    public async Task ResetPassword_KeepsTheRuleAndChangesTheStamp()
    {
        var before = await _accounts.AddAsync("zhang", Role.Analyst);
        Assert.Equal(["PasswordTooShort"], (await _accounts.Users.ResetPasswordAsync("zhang", "short", "test")).Errors.Select(error => error.Code));
        Assert.True((await _accounts.Users.ResetPasswordAsync("zhang", "an old umbrella", "test")).Succeeded);

        var after = (await _accounts.Users.FindAsync("zhang"))!;
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
        Assert.True(await _accounts.Manager.CheckPasswordAsync(after, "an old umbrella"));
        Assert.Equal(["NoSuchUser"], (await _accounts.Users.ResetPasswordAsync("wang", "an old umbrella", "test")).Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task Permission_FollowsTheDatabaseAndNotTheCookie()
    {
        var user = await _accounts.AddAsync("zhang", Role.Analyst);
        var cookie = Principal(user);
        Assert.Equal(new SignedInUser(user.Id, "zhang", Role.Analyst), _accounts.Permissions.Find(cookie, Role.Analyst));
        Assert.Null(_accounts.Permissions.Find(cookie, Role.Administrator));
        Assert.Null(_accounts.Permissions.Find(new(new ClaimsIdentity())));

        await _accounts.Users.SetRoleAsync("zhang", Role.Administrator, "test");
        Assert.NotNull(_accounts.Permissions.Find(cookie, Role.Administrator));

        await _accounts.Users.DisableAsync("zhang", "test");
        Assert.Null(_accounts.Permissions.Find(cookie));
        await _accounts.Users.EnableAsync("zhang", "test");
        Assert.Null(_accounts.Permissions.Find(cookie));
        Assert.NotNull(_accounts.Permissions.Find(Principal((await _accounts.Users.FindAsync("zhang"))!), Role.Analyst));
    }

    /// <param name="seconds">Since someone signed in.</param>
    [Theory]
    [InlineData(12 * 3600, true)]
    [InlineData((12 * 3600) + 1, false)]
    public async Task Session_WhateverIsDone_EndsAfterTwelveHours(int seconds, bool isGood)
    {
        var cookie = Principal(await _accounts.AddAsync("zhang", Role.Analyst));
        ((ClaimsIdentity)cookie.Identity!).AddClaims(Session.Begin(_accounts.File.Clock.Now));
        _accounts.File.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(isGood, _accounts.Permissions.Find(cookie) is not null);
    }

    [Fact]
    public async Task Session_ThatWasEnded_IsEndedForItsTimeAndOthersAreNot()
    {
        var user = await _accounts.AddAsync("zhang", Role.Analyst);
        var (one, other, ended) = (Principal(user), Principal(user), new EndedSessions(_accounts.File.Database, _accounts.File.Clock));
        foreach (var cookie in new[] { one, other })
            ((ClaimsIdentity)cookie.Identity!).AddClaims(Session.Begin(_accounts.File.Clock.Now));
        await ended.EndAsync(one);
        await ended.EndAsync(one);
        Assert.Equal((null, "zhang"), (_accounts.Permissions.Find(one)?.Name, _accounts.Permissions.Find(other)?.Name));

        // What is over by itself is forgotten, so that signing out fills no table.
        _accounts.File.Clock.Advance(TimeSpan.FromHours(AccountOptions.MostSessionHours + 1));
        Assert.True(ended.Contains(one));
        await ended.EndAsync(other);
        Assert.Equal((false, true), (ended.Contains(one), ended.Contains(other)));
    }

    /// <summary>Pages that were computed from figures stay valid when someone signs in or is added.</summary>
    [Fact]
    public async Task WritingUsers_LeavesTheVersionOfTheFigures()
    {
        var version = _accounts.File.Database.Version;
        await _accounts.AddAsync("zhang", Role.Analyst);
        await _accounts.Users.DisableAsync("zhang", "test");
        Assert.Equal(version, _accounts.File.Database.Version);

        await _accounts.File.SaveAsync(TestCatalog.Create());
        Assert.Equal(version + 1, _accounts.File.Database.Version);
    }

    private static ClaimsPrincipal Principal(User user) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, $"{user.Id}"), new(ClaimTypes.Name, user.Name), new("AspNet.Identity.SecurityStamp", user.SecurityStamp)],
        "test"));
}
