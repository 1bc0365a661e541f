using Bunit;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

public sealed class ExplorerPageTests
{
    [Fact]
    public async Task Page_OverACatalogueWithoutIndicators_OpensAndSaysSo()
    {
        using var chinese = Language.Chinese();
        using var store = await TestDatabase.CreateAsync();
        await using var context = new BunitContext();
        context.Services.AddSingleton(store.Database);
        context.Services.AddSingleton(new CatalogCache(store.Database));
        context.Services.AddSingleton(Catalog.Empty);
        context.Services.AddFeatures();

        Assert.Equal("还没有指标", context.Render<ExplorerPage>().Find("h1").TextContent);
    }
}
