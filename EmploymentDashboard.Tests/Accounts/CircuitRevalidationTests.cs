using System.Security.Claims;
using EmploymentDashboard.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Tests.Accounts;

/// <summary>A page that stays open sends no requests by which its session could end: it is looked at from time to time.</summary>
public sealed class CircuitRevalidationTests : IAsyncLifetime
{
    private AccountStore _accounts = null!;

    public async Task InitializeAsync() => _accounts = await AccountStore.CreateAsync();

    public Task DisposeAsync()
    {
        _accounts.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(29, null, true)]
    [InlineData(30, null, false)]
    [InlineData(45, 20, true)]
    [InlineData(51, 20, false)]
    public async Task OpenPage_LeftAlone_IsSignedOut(int minutes, int? lastDoneAt, bool isSignedIn)
    {
        var (page, activity, user) = await OpenAsync();
        if (lastDoneAt is { } at)
        {
            _accounts.File.Clock.Advance(TimeSpan.FromMinutes(at));
            await activity.CreateInboundActivityHandler(_ => Task.CompletedTask)(null!);
        }

        _accounts.File.Clock.Advance(TimeSpan.FromMinutes(minutes - (lastDoneAt ?? 0)));
        Assert.Equal(isSignedIn, page.IsStillSignedIn(user));
    }

    [Fact]
    public async Task OpenPage_OfSomeoneDisabled_IsSignedOut()
    {
        var (page, _, user) = await OpenAsync();
        Assert.True(page.IsStillSignedIn(user));
        Assert.True((await _accounts.Users.DisableAsync("zhang", "test")).Succeeded);
        Assert.False(page.IsStillSignedIn(user));
    }

    private async Task<(CircuitRevalidation Page, CircuitActivity Activity, ClaimsPrincipal User)> OpenAsync()
    {
        var user = await _accounts.AddAsync("zhang", Role.Analyst);
        var claims = new ClaimsIdentityOptions();
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new(claims.UserIdClaimType, $"{user.Id}"), new(claims.SecurityStampClaimType, user.SecurityStamp)], "test"));
        var activity = new CircuitActivity(_accounts.File.Clock);
        return (new(NullLoggerFactory.Instance, _accounts.Permissions, activity, Options.Create(new AccountOptions())), activity, principal);
    }
}
