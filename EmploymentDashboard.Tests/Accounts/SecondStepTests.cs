using EmploymentDashboard.Accounts;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace EmploymentDashboard.Tests.Accounts;

/// <summary>The cookie between password and code, by a clock that can be set.</summary>
public sealed class SecondStepTests : IAsyncLifetime, IDisposable
{
    private TestDatabase _file = null!;
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _file = await TestDatabase.CreateAsync();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(_file.Database)
            .AddSingleton<TimeProvider>(_file.Clock)
            .AddUsers()
            .AddSignIn()
            .AddSingleton(Options.Create(new AccountOptions { SecondFactor = SecondFactorUse.Required }))
            .Configure<PasswordHasherOptions>(options => options.IterationCount = 1)
            .BuildServiceProvider();
    }

    public async Task DisposeAsync() => await _services.DisposeAsync();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(true, 299, true)]
    [InlineData(true, 301, false)]
    [InlineData(false, 899, true)]
    [InlineData(false, 901, false)]
    public async Task Way_EndsAfterFiveMinutesOrFifteenForSettingUp(bool hasSecondFactor, int seconds, bool isOpen)
    {
        await TestUsers.AddAsync(_services, "zhang", Role.Analyst);
        if (hasSecondFactor)
            await TestUsers.SetSecondFactorAsync(_services, "zhang");
        var cookie = await BeginAsync(hasSecondFactor ? SignInOutcome.CodeNeeded : SignInOutcome.SetUpNeeded);
        Assert.Equal("zhang", await FindAsync(cookie));
        _file.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(isOpen ? "zhang" : null, await FindAsync(cookie));
    }

    [Fact]
    public async Task Way_OfAUserChangedMeanwhile_IsClosed()
    {
        await TestUsers.AddAsync(_services, "zhang", Role.Analyst);
        var cookie = await BeginAsync(SignInOutcome.SetUpNeeded);
        await TestUsers.SetSecondFactorAsync(_services, "zhang");
        Assert.Null(await FindAsync(cookie));
        Assert.Null(await FindAsync("dashboard-code=forged"));
        Assert.Null(await FindAsync(""));
    }

    private async Task<string> BeginAsync(SignInOutcome expected)
    {
        await using var scope = Scope("", out var context);
        var user = (await scope.ServiceProvider.GetRequiredService<Users>().FindAsync("zhang"))!;
        Assert.Equal(expected, await scope.ServiceProvider.GetRequiredService<SecondStep>().GoOnAsync(user, ""));
        var cookie = SetCookieHeaderValue.Parse(Assert.Single(context.Response.Headers.SetCookie)!);
        Assert.Equal(("dashboard-code", true, null), (cookie.Name, cookie.HttpOnly, cookie.Expires));
        return $"{cookie.Name}={cookie.Value}";
    }

    private async Task<string?> FindAsync(string cookie)
    {
        await using var scope = Scope(cookie, out _);
        return (await scope.ServiceProvider.GetRequiredService<SecondStep>().FindAsync())?.Name;
    }

    private AsyncServiceScope Scope(string cookie, out HttpContext context)
    {
        var scope = _services.CreateAsyncScope();
        context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Cookie = cookie;
        _services.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        return scope;
    }
}
