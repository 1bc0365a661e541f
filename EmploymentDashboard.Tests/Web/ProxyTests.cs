using System.Net;
using EmploymentDashboard.Operations;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Web;

/// <summary>What a reverse proxy says is believed; what anyone else says in its name is not.</summary>
public sealed class ProxyTests : IDisposable
{
    private const string Stranger = "203.0.113.9";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Only the watcher's address may read the metrics, so that they tell whom the server believes to be asking.</summary>
    /// <param name="known">The proxies; the test itself asks from 127.0.0.1.</param>
    [Theory]
    [InlineData("127.0.0.1", Stranger, "", false)]
    [InlineData("127.0.0.1", Stranger, Stranger, true)]
    [InlineData("127.0.0.1", Stranger, "198.51.100.1", false)]
    [InlineData("10.9.9.9", Stranger, Stranger, false)]
    [InlineData("10.9.9.9", "127.0.0.1", Stranger, true)]
    // A reader's own claim stands left of what the proxy adds, and is not believed.
    [InlineData("127.0.0.1", Stranger, Stranger + ", 198.51.100.1", false)]
    [InlineData("127.0.0.0/8, 10.0.0.0/8", Stranger, Stranger + ", 10.1.2.3", true)]
    [InlineData("127.0.0.0/8", Stranger, Stranger + ", 10.1.2.3", false)]
    [InlineData("127.0.0.1", "127.0.0.1, ::1", Stranger, false)]
    public async Task ClaimedAddress_IsBelievedOfKnownProxiesOnly(string known, string watcher, string forwarded, bool isWatcher)
    {
        await using var dashboard = await WebFixture.StartAsync(_folder, "--Proxy:Known", known, "--Monitoring:Allowed", watcher);
        using var response = await dashboard.AskAsync("/metrics", forwarded.Length > 0 ? ["X-Forwarded-For", forwarded] : []);
        Assert.Equal(isWatcher ? HttpStatusCode.OK : HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", "https", true)]
    [InlineData("127.0.0.1", "http", false)]
    [InlineData("127.0.0.1", "", false)]
    [InlineData("10.9.9.9", "https", false)]
    public async Task HttpsOnly_LeadsThereUnlessTheProxySaysThatItIs(string known, string scheme, bool isThere)
    {
        await using var dashboard = await WebFixture.StartAsync(_folder, "--Https:Only", "true", "--Proxy:Known", known);
        string[] headers = ["Host", "jobs.example.org", .. scheme.Length > 0 ? (string[])["X-Forwarded-Proto", scheme] : []];
        using var response = await dashboard.AskAsync("/areas?x=1", headers);
        Assert.Equal(isThere ? HttpStatusCode.OK : HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.Equal(isThere ? "" : "https://jobs.example.org/areas?x=1", response.Header("Location"));
        Assert.Equal(isThere ? "max-age=31536000" : "", response.Header("Strict-Transport-Security"));

        if (isThere)
        {
            using var form = await dashboard.AskAsync("/account/sign-in", headers);
            Assert.Contains("; secure", form.Header("Set-Cookie"), StringComparison.Ordinal);
        }

        // Whatever watches over the server comes without a certificate.
        using var health = await dashboard.AskAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    /// <summary>A redirect would have its token sent on, and nobody would notice that it went unencrypted before.</summary>
    [Theory]
    [InlineData("http", HttpStatusCode.Forbidden, "请用 https")]
    [InlineData("https", HttpStatusCode.Unauthorized, "没有令牌")]
    public async Task Program_ThatComesByHttp_IsRefusedAndNotLedOn(string scheme, HttpStatusCode status, string said)
    {
        await using var dashboard = await WebFixture.StartAsync(_folder, "--Https:Only", "true");
        using var response = await dashboard.AskAsync("/api/uploads/x", "X-Forwarded-Proto", scheme);
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(said, System.Text.Json.JsonDocument.Parse(await response.TextAsync()).RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_BelowTheHosts_AreHeldToHttpsByASetting()
    {
        await using var dashboard = await WebFixture.StartAsync(_folder, "--Https:Only", "true", "--Https:Subdomains", "true");
        using var response = await dashboard.AskAsync("/areas", "X-Forwarded-Proto", "https", "Host", "jobs.example.org");
        Assert.Equal("max-age=31536000; includeSubDomains", response.Header("Strict-Transport-Security"));
    }

    /// <summary>Those of the session and of the way to it are looked at by <see cref="Features.SecondFactorTests"/>.</summary>
    [Fact]
    public async Task Cookies_WithHttpsOnly_AreOfThisHostAlone()
    {
        await using var dashboard = await WebFixture.StartAsync(_folder, "--Https:Only", "true");
        string[] asReader = ["X-Forwarded-Proto", "https", "Host", "jobs.example.org"];
        using var form = await dashboard.AskAsync("/account/sign-in", asReader);
        using var language = await dashboard.AskAsync("/language/en", asReader);
        Assert.All([form, language], response =>
        {
            var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; path=/;", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.Ordinal);
            Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        });

        using var inEnglish = await dashboard.AskAsync("/areas", [.. asReader, "Cookie", language.Headers.GetValues("Set-Cookie").Single().Split(';')[0]]);
        Assert.Contains("lang=\"en\"", await inEnglish.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_ThatIsNotAllowed_LearnsNothing()
    {
        await using var dashboard = await WebFixture.StartAsync(_folder, "--AllowedHosts", "jobs.example.org");
        using var allowed = await dashboard.AskAsync("/", "Host", "jobs.example.org");
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        Assert.Contains("https://jobs.example.org/", (await (await dashboard.AskAsync("/", "Host", "jobs.example.org", "X-Forwarded-Proto", "https")).TextAsync()), StringComparison.Ordinal);

        // A proxy's word on the host is not asked for, so that nobody puts another into the links that a page sends out.
        using var other = await dashboard.AskAsync("/", "Host", "jobs.example.org", "X-Forwarded-Host", "evil.test");
        Assert.DoesNotContain("evil.test", await other.TextAsync(), StringComparison.Ordinal);
        using var refused = await dashboard.AskAsync("/", "Host", "evil.test");
        Assert.Equal((HttpStatusCode.BadRequest, ""), (refused.StatusCode, await refused.TextAsync()));
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "::ffff:127.0.0.1", true)]
    [InlineData("10.1.0.0/16", "10.1.255.1", true)]
    [InlineData("10.1.0.0/16", "10.2.0.1", false)]
    [InlineData("::1, fd00::/8", "fd12::7", true)]
    [InlineData("", "127.0.0.1", false)]
    public void Networks_ContainWhatTheyName(string networks, string address, bool isContained) =>
        Assert.Equal(isContained, Networks.Of(networks).Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1 nowhere", "nowhere")]
    [InlineData("10.0.0.0/33", "10.0.0.0/33")]
    public void Networks_ThatAreNone_AreNamed(string networks, string wrong)
    {
        Assert.Null(Networks.Read(networks, out var found));
        Assert.Equal(wrong, found);
    }
}
