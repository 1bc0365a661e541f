using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Database;

public sealed class CatalogStoreTests
{
    [Fact]
    public async Task Catalog_SavedTwice_ReadsBackTheSame()
    {
        var saved = TestCatalog.Create();
        using var store = await TestDatabase.CreateAsync(saved);
        await store.SaveAsync(saved);

        using var connection = store.Database.Open();
        var read = CatalogStore.Read(connection);

        Assert.Equal(saved.Areas.Select(Text), read.Areas.Select(Text));
        Assert.Equal(saved.Themes, read.Themes);
        Assert.Equal(saved.Indicators.Select(Text), read.Indicators.Select(Text));
        Assert.Equal(saved.Breakdowns.Select(Text), read.Breakdowns.Select(Text));
        Assert.Equal(saved.Sources, read.Sources);
    }

    [Fact]
    public async Task Entry_Changed_IsUpdated()
    {
        var catalog = TestCatalog.Create();
        using var store = await TestDatabase.CreateAsync(catalog);
        await store.SaveAsync(new([.. catalog.Areas.Select(area => area with { ShortName = area.ShortName + "!" })], catalog.Themes, catalog.Indicators, catalog.Breakdowns, catalog.Sources));

        using var connection = store.Database.Open();
        Assert.Equal("巴南!", CatalogStore.Read(connection).Area("500113").ShortName);
    }

    [Fact]
    public async Task Table_OfAnEmptyList_IsLeftAlone()
    {
        var catalog = TestCatalog.Create();
        using var store = await TestDatabase.CreateAsync(catalog);
        await store.SaveAsync(Catalog.Empty);

        using var connection = store.Database.Open();
        Assert.Equal(catalog.Areas.Count, CatalogStore.Read(connection).Areas.Count);
    }

    private static string Text(Area area) => $"{area with { Aliases = [] }} {string.Join('|', area.Aliases)}";

    private static string Text(Indicator indicator) => $"{indicator with { Aliases = [] }} {string.Join('|', indicator.Aliases)}";

    private static string Text(Breakdown breakdown) => $"{breakdown with { Aliases = [] }} {string.Join('|', breakdown.Aliases)}";
}
