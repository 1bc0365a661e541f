using EmploymentDashboard.Accounts;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Tests.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>The whole dashboard on a free port with a database of its own, and a real Chromium.</summary>
public class DashboardFixture : IAsyncLifetime
{
    /// <summary>More than any one test has open at once.</summary>
    private const int MostContexts = 6;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-browser-");
    private readonly Dictionary<Role, IReadOnlyList<Cookie>> _sessions = [];
    private WebApplication _app = null!;
    private IPlaywright _playwright = null!;

    /// <summary>What the program is started with besides its address and database.</summary>
    protected virtual string[] Arguments => [];

    /// <summary>The services of the running dashboard.</summary>
    public IServiceProvider Services => _app.Services;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Where the dashboard answers, without a slash at the end.</summary>
    public string Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await StartServerAsync("http://127.0.0.1:0");
        Address = _app.Urls.First();

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>The server ends, as for an update; pages that are open stay open.</summary>
    protected async Task StopServerAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>The server answers at the address, over the same database.</summary>
    protected async Task StartServerAsync(string address)
    {
        _app = DashboardApp.Build(["--urls", address, "--database", Path.Combine(_folder.FullName, "dashboard.db"), .. Arguments]);
        await _app.LoadDataAsync();
        await _app.StartAsync();
    }

    /// <summary>A page in a context of its own, with no cookies.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1280, int height = 900, bool inEnglish = false)
    {
        var page = await NewPageAsync(width, height, inEnglish);
        await page.GotoAsync(Address + address);
        return page;
    }

    /// <summary>The page for someone who has signed in, called as <see cref="TestUsers.NameOf"/> the role says.</summary>
    public async Task<IPage> OpenSignedInAsync(Role role, string address, int width = 1280, int height = 900, bool inEnglish = false, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await NewPageAsync(width, height, inEnglish);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        // A password takes its time by design: whoever signed in once goes on with that session, as long as it lasts.
        if (_sessions.TryGetValue(role, out var session))
        {
            await page.Context.AddCookiesAsync(session);
            await page.GotoAsync(Address + address);
            if (page.Url == Address + address)
                return page;
        }

        var name = await TestUsers.AddAsync(Services, role);
        await page.GotoAsync(Address + AccountAddresses.SignIn(address));
        await page.FillAsync("input[name=name]", name);
        await page.FillAsync("input[name=password]", TestUsers.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync(Address + address);
        _sessions[role] = [.. (await page.Context.CookiesAsync()).Where(cookie => cookie.Name == "dashboard-session").Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = Address, HttpOnly = cookie.HttpOnly })];
        return page;
    }

    /// <summary>The page for someone who has not signed in, once the circuit answers and has taken over the page with its title.</summary>
    public async Task<IPage> OpenLiveAsync(string address, int width = 1280, int height = 900, bool inEnglish = false) =>
        await WhenLiveAsync(await OpenAsync(address, width, height, inEnglish));

    /// <summary>The same for someone who has signed in.</summary>
    public async Task<IPage> OpenLiveSignedInAsync(Role role, string address, int width = 1280, int height = 900, bool inEnglish = false) =>
        await WhenLiveAsync(await OpenSignedInAsync(role, address, width, height, inEnglish));

    private async Task<IPage> NewPageAsync(int width, int height, bool inEnglish)
    {
        // Pages of tests that are over would go on to cost time: each holds a circuit.
        if (Browser.Contexts.Count >= MostContexts)
            await Browser.Contexts[0].CloseAsync();
        var context = await Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        PolicyWatch.Begin(context);
        if (inEnglish)
            await context.AddCookiesAsync([new() { Name = CookieRequestCultureProvider.DefaultCookieName, Value = CookieRequestCultureProvider.MakeCookieValue(new("en")), Url = Address }]);
        return await context.NewPageAsync();
    }

    private static async Task<IPage> WhenLiveAsync(IPage page)
    {
        await page.Locator("main[data-live=true]").WaitForAsync();
        await page.WaitForFunctionAsync("() => document.title !== ''");
        return page;
    }
}

[CollectionDefinition(Name)]
public sealed class DashboardCollection : ICollectionFixture<DashboardFixture>
{
    public const string Name = "dashboard";
}

/// <summary>The same over the generated panel of 38 districts, 60 months and 30 indicators.</summary>
public sealed class PanelFixture : DashboardFixture
{
    protected override string[] Arguments => ["--demo"];
}

[CollectionDefinition(Name)]
public sealed class PanelCollection : ICollectionFixture<PanelFixture>
{
    public const string Name = "panel";
}
