using System.Net;
using System.Text.RegularExpressions;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Web;

namespace EmploymentDashboard.Tests.Web;

/// <summary>What every answer tells the browser about itself.</summary>
[Collection(WebCollection.Name)]
public sealed class SecurityHeadersTests(WebFixture web)
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/explore?indicator=job_fairs", HttpStatusCode.OK)]
    [InlineData("/explore?indicator=job_fairs&embed=1", HttpStatusCode.OK)]
    [InlineData("/account/sign-in", HttpStatusCode.OK)]
    [InlineData("/app.css", HttpStatusCode.OK)]
    [InlineData("/shell.js", HttpStatusCode.OK)]
    [InlineData("/figures.csv", HttpStatusCode.OK)]
    [InlineData("/data.zip", HttpStatusCode.OK)]
    [InlineData("/bulletins/draft.html?period=2023-01", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/upload", HttpStatusCode.Found)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/language/en", HttpStatusCode.Found)]
    public async Task Answer_Whatever_CarriesThem(string address, HttpStatusCode status)
    {
        using var response = await web.Dashboard.AskAsync(address);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", response.Header("Referrer-Policy"));
        Assert.Contains("camera=()", response.Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", response.Header("Cross-Origin-Opener-Policy"));
        Assert.NotEmpty(response.Header("Cross-Origin-Resource-Policy"));
        Assert.NotEmpty(response.Header("Cache-Control"));
        if (response.Content.Headers.ContentType is { } type && type.MediaType!.StartsWith("text/", StringComparison.Ordinal))
            Assert.Equal("utf-8", type.CharSet);
        Assert.Empty(response.Header("Server"));
        Assert.Empty(response.Header("X-Powered-By"));

        var policy = response.Header("Content-Security-Policy").Split("; ").ToDictionary(rule => rule.Split(' ')[0], rule => rule, StringComparer.Ordinal);
        Assert.DoesNotContain("unsafe", policy["script-src"], StringComparison.Ordinal);
        Assert.Equal("default-src 'none'", policy["default-src"]);
        Assert.All(["base-uri", "form-action", "frame-ancestors"], rule => Assert.Contains(rule, policy.Keys));
    }

    [Fact]
    public async Task PageOfSomeoneSignedIn_IsKeptNowhere()
    {
        using var analyst = await web.Dashboard.SignedInAsync(Role.Analyst);
        foreach (var address in (string[])["/", "/batches", "/figures.csv", "/batches/1/original"])
        {
            using var response = await analyst.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("no-store", response.Header("Cache-Control"), StringComparison.Ordinal);
        }

        // What everybody gets may be kept.
        using var style = await analyst.GetAsync("/app.css");
        Assert.DoesNotContain("no-store", style.Header("Cache-Control"), StringComparison.Ordinal);
    }

    /// <summary>Of the scripts in a file only the last runs, which the program wrote.</summary>
    [Theory]
    [InlineData("<p>a</p><script>one()</script>", "one()")]
    [InlineData("<p><script>slipped()</script></p><script>one()</script></body>", "one()")]
    [InlineData("<p>no script</p>", null)]
    [InlineData("<script>never closed", null)]
    public void PolicyOfAFile_AllowsItsLastScriptAlone(string html, string? script)
    {
        var policy = ContentPolicy.OfFile(html);
        var expected = script is null ? "script-src 'none';" : $"script-src 'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script)))}';";
        Assert.Contains(expected, policy, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(policy, "sha256|script-src 'none'", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void FormsToAnIdentityProvider_AreAllowedByItsOriginOnly()
    {
        var policy = new ContentPolicy();
        policy.AllowForms(new("https://id.example.org/realms/bureau/auth?x=1"));
        Assert.Contains("form-action 'self' https://id.example.org;", policy.ToString(), StringComparison.Ordinal);
    }
}
