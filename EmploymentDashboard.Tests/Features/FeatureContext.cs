using Bunit;
using EmploymentDashboard.Features;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

/// <summary>Components over a filled database, for a reader of Chinese.</summary>
public abstract class FeatureContext : BunitContext, IAsyncLifetime
{
    private readonly Language _language = Language.Chinese();

    protected FilledDatabase Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Store = await FilledDatabase.CreateAsync();
        Services.AddSingleton(Store.Database);
        Services.AddSingleton(Store.Catalogs);
        Services.AddTransient(_ => Store.Catalog);
        Services.AddFeatures();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        Store.Dispose();
        _language.Dispose();
    }
}
