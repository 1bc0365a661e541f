using EmploymentDashboard.Tests.Browser;

namespace EmploymentDashboard.Tests.Accounts.Provider;

/// <summary>A dashboard whose people come from a real provider, and Chromium.</summary>
public sealed class ProviderFixture : DashboardFixture, IAsyncLifetime
{
    private NodeProvider _provider = null!;

    protected override string[] Arguments => _provider.Settings;

    public string Issuer => _provider.Issuer;

    async Task IAsyncLifetime.InitializeAsync()
    {
        _provider = await NodeProvider.StartAsync();
        await InitializeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _provider.DisposeAsync();
    }
}
