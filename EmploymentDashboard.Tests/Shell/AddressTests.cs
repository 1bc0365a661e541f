using System.Net;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Shell;

/// <summary>Addresses that an old, mistyped or curious link may hold.</summary>
public sealed class AddressTests(RealDashboard dashboard) : IClassFixture<RealDashboard>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/explore?indicator=nothing&areas=x,y&from=z&to=1&breakdown=q&basis=0&view=99&month=-1&asof=never", HttpStatusCode.OK)]
    [InlineData("/explore?from=2023-03&to=2020-01", HttpStatusCode.OK)]
    [InlineData("/explore?asof=9999-12-31T23:59:59Z", HttpStatusCode.OK)]
    [InlineData("/explore?asof=0001-01-01", HttpStatusCode.OK)]
    [InlineData("/explore?view=table&page=2147483647&figure=999999", HttpStatusCode.OK)]
    [InlineData("/explore?view=table&page=-5&figure=-1", HttpStatusCode.OK)]
    [InlineData("/explore?page=x", HttpStatusCode.OK)]
    [InlineData("/?figure=x", HttpStatusCode.OK)]
    [InlineData("/areas/500113?month=yesterday", HttpStatusCode.OK)]
    [InlineData("/areas/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/sources/nothing", HttpStatusCode.NotFound)]
    [InlineData("/no/such/page", HttpStatusCode.NotFound)]
    public async Task Page_AtAnOddAddress_AnswersInHtml(string address, HttpStatusCode expected)
    {
        using var response = await dashboard.Running.Client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(("text/html", "utf-8"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentType?.CharSet));
        Assert.Equal(expected == HttpStatusCode.NotFound, (await response.Content.ReadAsStringAsync()).Contains("没有这个页面</h1>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RealData_HaveNoBanner() =>
        Assert.DoesNotContain("class=\"banner", await dashboard.Running.PageAsync("/"), StringComparison.Ordinal);
}

/// <summary>The dashboard with the project's own data.</summary>
public sealed class RealDashboard : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();

    internal RunningDashboard Running { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Running = await RunningDashboard.StartAsync("--database", Path.Combine(_folder.Path, "dashboard.db"), "--data", Repository.Data);

    public async Task DisposeAsync() => await Running.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}
