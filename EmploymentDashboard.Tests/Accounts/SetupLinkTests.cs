using EmploymentDashboard.Accounts;

namespace EmploymentDashboard.Tests.Accounts;

public sealed class SetupLinkTests : IAsyncLifetime, IDisposable
{
    private AccountStore _accounts = null!;
    private SetupLink _link = null!;

    public async Task InitializeAsync()
    {
        _accounts = await AccountStore.CreateAsync();
        _link = new(_accounts.Store);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _link.Dispose();
        _accounts.Dispose();
    }

    [Fact]
    public void Token_HasAtLeast128BitsAndOnlyTheLatestOpens()
    {
        var first = _link.Open()!;
        var second = _link.Open()!;

        Assert.True(first.Length * 6 >= 128);
        Assert.False(_link.Opens(first));
        Assert.True(_link.Opens(second));
        Assert.False(_link.Opens(second[..^1]));
        Assert.False(_link.Opens(""));
        Assert.False(_link.Opens(null));
    }

    [Fact]
    public void NothingOpens_BeforeThereIsALink()
    {
        Assert.False(_link.Opens(""));
        Assert.False(_link.Opens(null));
    }

    [Fact]
    public async Task Link_WhereThereIsAnAdministrator_IsDead()
    {
        var token = _link.Open();
        await _accounts.AddAsync("zhang", Role.Analyst);
        Assert.True(_link.Opens(token));
        await _accounts.AddAsync("li", Role.Administrator);
        Assert.False(_link.Opens(token));
        Assert.Null(_link.Open());
    }

    [Fact]
    public async Task Link_WhoseUseIsRefused_CanBeUsedAgain()
    {
        var token = _link.Open();
        Assert.False((await _link.UseAsync(token, () => _accounts.Users.AddAsync("li", Role.Administrator, "short", "test")))!.Succeeded);
        Assert.True((await _link.UseAsync(token, () => _accounts.Users.AddAsync("li", Role.Administrator, AccountStore.Password, "test")))!.Succeeded);
        Assert.Null(await _link.UseAsync(token, () => _accounts.Users.AddAsync("wang", Role.Administrator, AccountStore.Password, "test")));
    }

    [Fact]
    public async Task Link_UsedByManyAtOnce_MakesOneAdministrator()
    {
        var token = _link.Open();
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => _link.UseAsync(token, async () =>
        {
            await Task.Yield();
            return await _accounts.Store.CreateAsync(new User { Name = $"user{number}", NormalizedName = $"USER{number}", Role = Role.Administrator, CreatedAt = default }, CancellationToken.None);
        }))));

        Assert.Single(results, result => result is { Succeeded: true });
        Assert.Equal(19, results.Count(result => result is null));
        Assert.Single(_accounts.Users.All());
    }
}
