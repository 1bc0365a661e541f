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
