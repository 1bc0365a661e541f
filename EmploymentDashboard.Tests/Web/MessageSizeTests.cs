using System.Net;
using EmploymentDashboard.Web;

namespace EmploymentDashboard.Tests.Web;

/// <summary>What an open page may send at once, at the server's own hub, whose limit follows settings that it does not name.</summary>
[Collection(WebCollection.Name)]
public sealed class MessageSizeTests(WebFixture web)
{
    private const int Kilobyte = 1024;
    private static readonly int Most = new LimitOptions().MessageKilobytes * Kilobyte;

    [Fact]
    public async Task Message_WithinTheLimit_IsAnswered()
    {
        using var page = await PageConnection.OpenAsync(web.Dashboard.Client.BaseAddress!);
        Assert.True(await page.CallAsync(100));
        Assert.True(await page.CallAsync(Most - Kilobyte));
    }

    [Fact]
    public async Task Message_AboveTheLimit_ClosesItsConnectionAndNoOther()
    {
        using var other = await PageConnection.OpenAsync(web.Dashboard.Client.BaseAddress!);
        using var page = await PageConnection.OpenAsync(web.Dashboard.Client.BaseAddress!);
        Assert.False(await page.CallAsync(Most + Kilobyte));

        Assert.True(await other.CallAsync(100));
        using var next = await PageConnection.OpenAsync(web.Dashboard.Client.BaseAddress!);
        Assert.True(await next.CallAsync(100));
        using var response = await web.Dashboard.AskAsync("/areas");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
