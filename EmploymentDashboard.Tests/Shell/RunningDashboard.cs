using EmploymentDashboard.Accounts;
using EmploymentDashboard.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Shell;

/// <summary>The whole dashboard in this process, on a free port, asked over HTTP as a browser without scripts would.</summary>
internal sealed class RunningDashboard : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningDashboard(WebApplication app)
    {
        _app = app;
        Client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; }

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public IServiceProvider Services => _app.Services;

    /// <summary>Someone who has not been here before.</summary>
    public Visitor Visit() => new(Client.BaseAddress!);

    /// <summary>Someone who has signed in through the form, as <see cref="TestUsers.NameOf"/> the role.</summary>
    public async Task<Visitor> SignedInAsync(Role role)
    {
        var visitor = Visit();
        using var response = await visitor.SignInAsync(await TestUsers.AddAsync(Services, role), TestUsers.Password);
        Assert.Equal(System.Net.HttpStatusCode.Found, response.StatusCode);
        return visitor;
    }

    public static async Task<RunningDashboard> StartAsync(params string[] args)
    {
        var app = DashboardApp.Build(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None", .. args]);
        await app.LoadDataAsync();
        await app.StartAsync();
        return new(app);
    }

    public async Task<string> PageAsync(string address)
    {
        using var response = await Client.GetAsync(new Uri(address, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
