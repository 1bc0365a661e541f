using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import.History;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Web;
using Microsoft.AspNetCore.Localization;

namespace EmploymentDashboard.Tests.Shell;

/// <summary>A page that is kept for all readers says what the figures say now, and nothing that is one reader's own.</summary>
public sealed class KeptPagesTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private RunningDashboard _dashboard = null!;

    public async Task InitializeAsync() => _dashboard = await WebFixture.StartAsync(_folder);

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/explore")]
    [InlineData("/areas")]
    [InlineData("/targets")]
    [InlineData("/sources")]
    public async Task Page_OfAllReaders_IsMadeOnce_AndSetsNoCookie(string address)
    {
        using var first = await AskAsync(address);
        using var second = await AskAsync(address);
        Assert.True(second.Headers.Contains("Age"));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.All([first, second], answer => Assert.False(answer.Headers.Contains("Set-Cookie")));
    }

    [Fact]
    public async Task Page_AfterFiguresChanged_IsMadeAnew()
    {
        var before = await _dashboard.PageAsync("/");
        var history = new BatchHistory(_dashboard.Service<DashboardDatabase>(), TimeProvider.System);
        Assert.Equal(ReversalOutcome.Done, await history.TurnAsync(history.Preview(1)!, "tester"));
        using var after = await AskAsync("/");
        Assert.False(after.Headers.Contains("Age"));
        Assert.NotEqual(before, await after.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/explore?view=table", "")]
    [InlineData("/explore", "en")]
    public async Task Page_ThatSomeoneElseAskedFor_IsNotGiven(string address, string language)
    {
        await _dashboard.PageAsync("/explore");
        using var other = await AskAsync(address, language);
        Assert.False(other.Headers.Contains("Age"));
    }

    [Fact]
    public async Task Page_OfSomeoneSignedIn_IsTheirOwn()
    {
        await _dashboard.PageAsync("/");
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        Assert.Contains(TestUsers.NameOf(Role.Analyst), await analyst.PageAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain(TestUsers.NameOf(Role.Analyst), await _dashboard.PageAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ThatIsNotThere_IsNotKept()
    {
        for (var i = 0; i < 2; i++)
        {
            using var answer = await AskAsync("/areas/999999");
            Assert.Equal((404, false), ((int)answer.StatusCode, answer.Headers.Contains("Age")));
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string address, string language = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (language.Length > 0)
            request.Headers.Add("Cookie", $"{CookieRequestCultureProvider.DefaultCookieName}={CookieRequestCultureProvider.MakeCookieValue(new(language))}");
        return await _dashboard.Client.SendAsync(request);
    }
}
