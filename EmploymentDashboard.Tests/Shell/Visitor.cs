using System.Net;
using AngleSharp.Html.Parser;

namespace EmploymentDashboard.Tests.Shell;

/// <summary>Someone with a browser without scripts: keeps cookies, posts the forms of pages, follows no redirect.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new() };

    public Visitor(Uri address) => Client = new(_handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };

    public HttpClient Client { get; }

    public IReadOnlyCollection<Cookie> Cookies => _handler.CookieContainer.GetAllCookies();

    public Task<HttpResponseMessage> GetAsync(string address) => Client.GetAsync(new Uri(address, UriKind.Relative));

    public async Task<string> PageAsync(string address)
    {
        using var response = await GetAsync(address);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Opens the page and posts its form with these fields filled in, the hidden ones as they are.</summary>
    /// <param name="action">Which form; the one in the page's main part otherwise.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string page, IReadOnlyDictionary<string, string> filledIn, string action = "")
    {
        var document = await new HtmlParser().ParseDocumentAsync(await PageAsync(page));
        var form = document.QuerySelector(action.Length > 0 ? $"form[method=post][action='{action}']" : "main form[method=post]")
            ?? throw new InvalidOperationException($"{page} has no such form.");
        var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        foreach (var (name, value) in filledIn)
            fields[name] = value;
        using var content = new FormUrlEncodedContent(fields);
        return await Client.PostAsync(new Uri(action.Length > 0 ? action : page, UriKind.Relative), content);
    }

    public Task<HttpResponseMessage> SignInAsync(string name, string password, string page = "/account/sign-in") =>
        SubmitAsync(page, new Dictionary<string, string> { ["name"] = name, ["password"] = password });

    /// <summary>As another tab of that browser has them now, or whoever copied them.</summary>
    public void TakeCookiesOf(Visitor other)
    {
        foreach (var cookie in other.Cookies)
            _handler.CookieContainer.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));
    }

    public Task<HttpResponseMessage> SignOutAsync() => SubmitAsync("/", new Dictionary<string, string>(), "/account/sign-out");

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
    }
}
