using System.Net;
using System.Net.WebSockets;
using System.Text;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using EmploymentDashboard.Web;
using Microsoft.AspNetCore.Http;

namespace EmploymentDashboard.Tests.Web;

/// <summary>Who asks too much is told so, and nobody else is.</summary>
public sealed class TrafficLimitsTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private RunningDashboard _dashboard = null!;

    public async Task InitializeAsync() => _dashboard = await WebFixture.StartAsync(
        _folder, "--Limits:Downloads", "3", "--Limits:Searches", "3", "--Limits:Forms", "3", "--Limits:Uploads", "3", "--Limits:OpenPages", "2", "--Limits:OpenPagesInAll", "3", "--Limits:FormKilobytes", "64");

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/figures.csv")]
    [InlineData("/explore/figures.csv?indicator=job_fairs")]
    [InlineData("/search?q=1")]
    [InlineData("/search/options?q=1")]
    public async Task Requests_BeyondTheLimit_AreRefusedToTheirSenderAlone(string address)
    {
        for (var i = 0; i < 3; i++)
        {
            using var response = await _dashboard.AskAsync(address, "X-Forwarded-For", "203.0.113.1");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        using var refused = await _dashboard.AskAsync(address, "X-Forwarded-For", "203.0.113.1");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(int.Parse(refused.Header("Retry-After"), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.StartsWith("请求太多，请 ", await refused.TextAsync(), StringComparison.Ordinal);
        using var english = await _dashboard.AskAsync(address, "X-Forwarded-For", "203.0.113.1", "Cookie", ".AspNetCore.Culture=c%3Den%7Cuic%3Den");
        Assert.StartsWith("Too many requests.", await english.TextAsync(), StringComparison.Ordinal);

        using var other = await _dashboard.AskAsync(address, "X-Forwarded-For", "203.0.113.2");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var page = await _dashboard.AskAsync("/areas", "X-Forwarded-For", "203.0.113.1");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    /// <summary>People read a page in both languages, programs a problem, and what a page's script shows is a line.</summary>
    [Theory]
    [InlineData("/figures.csv", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html", "<h1>请求太多</h1>", "<h2>Too many requests</h2>", "<a href=\"/\">")]
    [InlineData("/search?q=1", "text/html; blazor-enhanced-nav=on", "text/html", "<h1>请求太多</h1>", "seconds.</p>")]
    [InlineData("/search/options?q=1", "application/json", "application/problem+json", "\"status\":429", "urn:employment-dashboard:problem:too-many-requests")]
    [InlineData("/api/uploads/0", "*/*", "application/problem+json", "\"status\":429", "\"detail\":")]
    [InlineData("/search/options?q=1", "*/*", "text/plain", "请求太多，请 ")]
    public async Task Refusal_IsWrittenForWhoAsked(string address, string accept, string mediaType, params string[] words)
    {
        for (var i = 0; i < 3; i++)
            (await _dashboard.AskAsync(address, "Accept", accept)).Dispose();

        using var refused = await _dashboard.AskAsync(address, "Accept", accept);
        var text = await refused.TextAsync();
        Assert.Equal((HttpStatusCode.TooManyRequests, mediaType), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(int.Parse(refused.Header("Retry-After"), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
    }

    [Fact]
    public async Task Forms_BeyondTheLimit_AreRefused()
    {
        using var visitor = _dashboard.Visit();
        for (var i = 0; i < 3; i++)
        {
            using var response = await visitor.SignInAsync("nobody", "no password");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        using var refused = await visitor.SignInAsync("nobody", "no password");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task Uploads_AreCountedByPerson_WhereverTheyComeFrom()
    {
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        HttpStatusCode last = default;
        for (var i = 0; i < 4; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/upload/files?name=a.csv", UriKind.Relative)) { Content = new ByteArrayContent([]) };
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{i}");
            using var response = await analyst.Client.SendAsync(request);
            last = response.StatusCode;
            Assert.Equal(i == 3, last == HttpStatusCode.TooManyRequests);
        }
    }

    /// <summary>Two pages an address, three in all; one that is closed makes room.</summary>
    [Fact]
    public async Task OpenPages_BeyondTheLimit_StayPlainUntilOneIsClosed()
    {
        var first = await ConnectAsync("203.0.113.1");
        using var second = await ConnectAsync("203.0.113.1");
        Assert.NotNull(first);
        Assert.NotNull(second);
        Assert.Null(await ConnectAsync("203.0.113.1"));
        using var third = await ConnectAsync("203.0.113.2");
        Assert.NotNull(third);
        Assert.Null(await ConnectAsync("203.0.113.3"));

        // The page itself is read all the same.
        using var page = await _dashboard.AskAsync("/areas", "X-Forwarded-For", "203.0.113.1");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        await first.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        first.Dispose();
        ClientWebSocket? again = null;
        for (var wait = 0; wait < 100 && again is null; wait++)
        {
            await Task.Delay(20);
            again = await ConnectAsync("203.0.113.1");
        }

        Assert.NotNull(again);
        again.Dispose();
    }

    [Fact]
    public async Task OpenPages_OfOnePerson_AreCountedTogetherWhereverTheyAre()
    {
        using var analyst = await _dashboard.SignedInAsync(Role.Analyst);
        using var first = await ConnectAsync("203.0.113.1", analyst);
        using var second = await ConnectAsync("203.0.113.2", analyst);
        Assert.NotNull(first);
        Assert.NotNull(second);
        Assert.Null(await ConnectAsync("203.0.113.3", analyst));
        using var another = await ConnectAsync("203.0.113.3");
        Assert.NotNull(another);
    }

    [Fact]
    public async Task Form_LargerThanTheLimit_IsRefusedInALine()
    {
        using var content = new StringContent(new string('a', 100_000), Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await _dashboard.Client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), content);
        Assert.Equal((HttpStatusCode.BadRequest, "这个请求读不懂，或页面已过期。请重新载入页面再试。"), (response.StatusCode, await response.TextAsync()));
    }

    /// <summary>Of IPv6 a house has very many addresses.</summary>
    [Theory]
    [InlineData("203.0.113.1", "203.0.113.1")]
    [InlineData("::ffff:203.0.113.1", "203.0.113.1")]
    [InlineData("2001:db8:1:2:aaaa::1", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:bbbb::9", "2001:db8:1:2::")]
    public void Asker_IsAnAddressOrAHouse(string address, string asker)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        Assert.Equal(asker, TrafficLimits.AskerOf(context));
    }

    /// <summary>null where the server refuses.</summary>
    private async Task<ClientWebSocket?> ConnectAsync(string address, Visitor? visitor = null)
    {
        var socket = new ClientWebSocket();
        foreach (var cookie in visitor?.Cookies ?? [])
            (socket.Options.Cookies ??= new()).Add(cookie);
        socket.Options.SetRequestHeader("X-Forwarded-For", address);
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(new UriBuilder(_dashboard.Client.BaseAddress!) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
            return socket;
        }
        catch (WebSocketException)
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, socket.HttpStatusCode);
            socket.Dispose();
            return null;
        }
    }
}
