using System.Net;

namespace EmploymentDashboard.Tests.Web;

/// <summary>The connection of an open page is for pages of the dashboard.</summary>
[Collection(WebCollection.Name)]
public sealed class OwnOriginTests(WebFixture web)
{
    /// <param name="origin">What the browser says that the page is from; empty where it says nothing.</param>
    [Theory]
    [InlineData("http://jobs.example.org", true)]
    [InlineData("https://JOBS.example.org:8443", true)]
    [InlineData("", true)]
    [InlineData("https://evil.test", false)]
    [InlineData("https://jobs.example.org.evil.test", false)]
    [InlineData("https://evil.test/jobs.example.org", false)]
    // A page within a sandboxed frame, or a file.
    [InlineData("null", false)]
    public async Task Connection_AskedForByAPage_IsForThoseOfThisHost(string origin, bool isLetIn)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative));
        request.Headers.Host = "jobs.example.org";
        if (origin.Length > 0)
            request.Headers.Add("Origin", origin);
        using var response = await web.Dashboard.Client.SendAsync(request);
        Assert.Equal(isLetIn ? HttpStatusCode.OK : HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task WebSocket_OfAnotherSitesPage_IsRefused()
    {
        using var response = await web.Dashboard.AskAsync("/_blazor", "Origin", "https://evil.test", "Connection", "Upgrade", "Upgrade", "websocket", "Sec-WebSocket-Version", "13", "Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
