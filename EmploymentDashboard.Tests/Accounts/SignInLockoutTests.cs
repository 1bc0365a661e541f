using EmploymentDashboard.Audit;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Accounts;

public sealed class SignInLockoutTests : IAsyncLifetime, IDisposable
{
    private readonly Language _language = Language.Chinese();
    private AccountStore _accounts = null!;

    public async Task InitializeAsync() => _accounts = await AccountStore.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _accounts.Dispose();
        _language.Dispose();
    }

    /// <summary>Minutes between the failures, and at which of them the name is locked; 0 where at none.</summary>
    [Theory]
    [InlineData("0 0 0 0 0", 5)]
    [InlineData("0 10 10 10 10", 5)]
    [InlineData("0 0 0 0 16", 0)]
    [InlineData("0 0 0 16 0 0 0", 0)]
    [InlineData("0 0 0 16 0 0 0 0", 8)]
    public async Task Name_IsLockedAfterFiveFailuresInARow(string pauses, int locked)
    {
        var (count, at) = (0, 0);
        foreach (var minutes in pauses.Split(' ').Select(int.Parse))
        {
            _accounts.File.Clock.Advance(TimeSpan.FromMinutes(minutes));
            count++;
            if (await _accounts.Lockout.CountAsync("ZHANG", "10.0.0.1"))
                at = count;
        }

        Assert.Equal((locked, locked > 0), (at, _accounts.Lockout.Remaining("ZHANG") is not null));
        Assert.Null(_accounts.Lockout.Remaining("LI"));
    }

    [Fact]
    public async Task Lock_EndsByItselfOrByAnAdministrator()
    {
        await _accounts.AddAsync("zhang", EmploymentDashboard.Accounts.Role.Analyst);
        await LockAsync();
        _accounts.File.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Null(_accounts.Lockout.Remaining("ZHANG"));

        await LockAsync();
        Assert.True((await _accounts.Users.ResetPasswordAsync("zhang", "an old umbrella", "li")).Succeeded);
        Assert.Null(_accounts.Lockout.Remaining("ZHANG"));
    }

    [Fact]
    public async Task DoingsWithUsers_AreWrittenDownWithWhoDidThem()
    {
        await _accounts.AddAsync("zhang", EmploymentDashboard.Accounts.Role.Analyst);
        await _accounts.Users.SetRoleAsync("zhang", EmploymentDashboard.Accounts.Role.Publisher, "li");
        await _accounts.Users.DisableAsync("zhang", "li");
        await _accounts.Users.EnableAsync("zhang", "li");
        await _accounts.Users.ResetPasswordAsync("zhang", "short", "li");
        await _accounts.Users.ResetPasswordAsync("zhang", "an old umbrella", "li");
        await LockAsync();

        var entries = _accounts.Trail.Entries(new()).Reverse().Select(entry => $"{AuditKinds.Codes.Write(entry.Event.Kind)} {entry.Event.Actor} {entry.Event.Subject} {entry.Event.Detail}".TrimEnd()).ToList();
        Assert.Equal(
            ["user_added test zhang analyst", "role_changed li zhang analyst > publisher", "user_disabled li zhang", "user_enabled li zhang", "password_reset li zhang"],
            entries.Take(5));
        Assert.Equal(["sign_in_failed ZHANG", "locked_out ZHANG"], entries.Skip(5).Distinct());
        Assert.Empty(_accounts.Trail.Verify().Problems);
    }

    private async Task LockAsync()
    {
        for (var i = 0; i < 5; i++)
            await _accounts.Lockout.CountAsync("ZHANG", "10.0.0.1");
        Assert.NotNull(_accounts.Lockout.Remaining("ZHANG"));
    }
}
