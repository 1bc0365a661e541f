using System.Net;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Shell;

public sealed class LanguageSwitchTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private RunningDashboard _dashboard = null!;

    /// <summary>Where someone wants the switch to lead, and where it leads.</summary>
    public static TheoryData<string, string> Backs => new()
    {
        { "/", "/" },
        { "/areas/500113?month=2023-01", "/areas/500113?month=2023-01" },
        { "/explore?indicator=loans&areas=500113%2CZ-GXQ", "/explore?indicator=loans&areas=500113%2CZ-GXQ" },
        { "/areas/%E5%B7%B4%E5%8D%97", "/areas/%E5%B7%B4%E5%8D%97" },
        { "/areas/巴南", "/" },
        { "", "/" },
        { "areas", "/" },
        { "//evil.example", "/" },
        { "///evil.example", "/" },
        { "/\\evil.example", "/" },
        { "\\\\evil.example", "/" },
        { "/\t/evil.example", "/" },
        { "/\n/evil.example", "/" },
        { "/\r\nLocation: https://evil.example", "/" },
        { "https://evil.example/", "/" },
        { "https:evil.example", "/" },
        { "javascript:alert(1)", "/" },
        { " //evil.example", "/" },
        { "~/areas", "/" },
    };

    public async Task InitializeAsync()
    {
        var data = Path.Combine(_folder.Path, "nothing");
        _dashboard = await RunningDashboard.StartAsync("--database", Path.Combine(_folder.Path, "dashboard.db"), "--data", data);
    }

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Backs))]
    public async Task Switch_LeadsBackWithinTheDashboardOnly(string back, string expected)
    {
        using var response = await GetAsync(LanguageSwitch.Address("en", back));
        Assert.Equal((HttpStatusCode.Found, expected), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Switch_WithoutAWayBack_LeadsToTheOverview()
    {
        using var response = await GetAsync("/language/en");
        Assert.Equal("/", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Choice_IsACookieThatTheNextPageFollows()
    {
        Assert.Contains("<html lang=\"zh-CN\">", await _dashboard.PageAsync("/"), StringComparison.Ordinal);

        using var response = await GetAsync(LanguageSwitch.Address("en", "/"));
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var page = await _dashboard.Client.SendAsync(request);
        Assert.Contains("<html lang=\"en\">", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Chinese is the first language, whatever the browser prefers.</summary>
    [Fact]
    public async Task Browser_ThatPrefersEnglish_IsNotObeyedUnasked()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.AcceptLanguage.ParseAdd("en-GB,en;q=0.9");
        using var page = await _dashboard.Client.SendAsync(request);
        Assert.Contains("<html lang=\"zh-CN\">", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("zh")]
    [InlineData("../en")]
    public async Task Language_ThatThereIsNone_IsNotFoundAndSetsNoCookie(string language)
    {
        using var response = await GetAsync($"/language/{Uri.EscapeDataString(language)}?back=/");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    private Task<HttpResponseMessage> GetAsync(string address) => _dashboard.Client.GetAsync(new Uri(address, UriKind.Relative));
}
