using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Areas;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Features.Figures;
using EmploymentDashboard.Features.Sources;

namespace EmploymentDashboard.Tests.Features;

/// <summary>What the pages of areas, indicators, sources, batches and figures ask of the database.</summary>
public sealed class QueryTests : IAsyncLifetime
{
    private FilledDatabase _store = null!;

    public async Task InitializeAsync() => _store = await FilledDatabase.CreateAsync();

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task AreaLines_CountCurrentFiguresOnly()
    {
        await _store.TakeInAsync("500113 jobs_created total flow 2023-01 5", "500113 loans total flow 2022-11 7", "500115 loans total flow 2023-02 — O");
        await _store.TakeInAsync("500113 jobs_created total flow 2023-01 6");
        var lines = new AreaQuery(_store.Database).Lines();

        Assert.Equal(["500113", "500115"], lines.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((2, 2, "2022-11", "2023-01"), (lines["500113"].Figures, lines["500113"].Indicators, lines["500113"].FirstMonth, lines["500113"].LastMonth));
        Assert.Equal(1, lines["500115"].Figures);
    }

    [Fact]
    public async Task AreaFigures_ComeByIndicatorTheLatestFirst()
    {
        await _store.TakeInAsync(
            "500113 loans total flow 2023-01 1", "500113 jobs_created total flow 2023-01 2", "500113 jobs_created total flow 2023-02 3", "500115 jobs_created total flow 2023-02 4");

        Assert.Equal([3m, 2m, 1m], Values(new AreaQuery(_store.Database).Figures("500113")));
        Assert.Empty(new AreaQuery(_store.Database).Figures("500000"));
    }

    /// <summary>A selection of the rows below, as parameters of the address, and the values of the figures that it holds.</summary>
    [Theory]
    [InlineData("", "1 2 3 4 5 6")]
    [InlineData("areas=500113", "1 2 3 5")]
    [InlineData("areas=500113,500115", "1 2 3 4 5")]
    [InlineData("from=2023-02", "3 4 5 6")]
    [InlineData("to=2023-01", "1 2")]
    [InlineData("from=2023-02&to=2023-02", "3 4")]
    [InlineData("breakdown=local", "2")]
    [InlineData("basis=ytd", "3")]
    [InlineData("areas=Z-GXQ&basis=flow&from=2023-01", "6")]
    [InlineData("areas=500112", "")]
    public async Task ExplorerFigures_AreThoseOfTheSelection(string query, string expected)
    {
        await _store.TakeInAsync(
            "500113 jobs_created total flow 2023-01 1",
            "500113 jobs_created local flow 2023-01 2",
            "500113 jobs_created total ytd 2023-01/2023-02 3",
            "500115 jobs_created total flow 2023-02 4",
            "500113 jobs_created total cumulative ../2023-03 5",
            "Z-GXQ jobs_created total flow 2023-04 6",
            "500113 loans total flow 2023-01 99");
        var parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        var selection = ExplorerSelection.Read(_store.Catalog, "jobs_created", name => parameters.GetValueOrDefault(name));
        var all = new ExplorerQuery(_store.Database).Figures("jobs_created", asOf: null);

        Assert.Equal(expected, string.Join(' ', new ExplorerData(_store.Catalog, selection, all).Figures.Select(figure => figure.Observation.Quantity!.Value.Value)));
    }

    /// <summary>What is fetched is kept, but never beyond a change.</summary>
    [Fact]
    public async Task ExplorerFigures_AfterAnImport_AreFetchedAnew()
    {
        var query = new ExplorerQuery(_store.Database);
        await _store.TakeInAsync("500113 jobs_created total flow 2023-01 5");
        var before = query.Figures("jobs_created", asOf: null);
        Assert.Same(before, query.Figures("jobs_created", asOf: null));
        Assert.Empty(before.Revised);

        await _store.TakeInAsync("500113 jobs_created total flow 2023-01 6", "500115 jobs_created total flow 2023-01 7");
        var after = query.Figures("jobs_created", asOf: null);

        Assert.Equal([6m, 7m], Values(after.Figures));
        Assert.Equal([after.Figures[0].Id], after.Revised);
        Assert.Equal(2, after.Moments.Count);
    }

    [Fact]
    public async Task ExplorerFigures_AsOfAMoment_AreThoseKnownThen()
    {
        var start = _store.Clock.Now;
        await _store.TakeInAsync("500113 jobs_created total flow 2023-01 5");
        _store.Clock.Now = start.AddDays(10);
        await _store.TakeInAsync("500113 jobs_created total flow 2023-01 6", "500113 jobs_created total flow 2023-02 7");

        Assert.Equal([6m, 7m], AsOf(null));
        Assert.Empty(AsOf(start.AddDays(-1)));
        Assert.Equal([5m], AsOf(start));
        Assert.Equal([5m], AsOf(start.AddDays(10).AddMilliseconds(-1)));
        Assert.Equal([6m, 7m], AsOf(start.AddDays(10)));

        IEnumerable<decimal> AsOf(DateTimeOffset? moment) =>
            Values(new ExplorerQuery(_store.Database).Figures("jobs_created", moment).Figures);
    }

    [Fact]
    public async Task ExplorerIndicators_AreThoseWithFiguresInTheCataloguesOrder()
    {
        await _store.TakeInAsync("500113 loans total flow 2023-01 1", "500113 jobs_created total flow 2023-01 1", "500115 jobs_created local flow 2023-01 1");
        Assert.Equal(
            [("jobs_created", 2, 2), ("loans", 1, 1)],
            new ExplorerQuery(_store.Database).Indicators().Select(line => (line.Indicator, (int)line.Figures, (int)line.Areas)));
    }

    [Fact]
    public async Task SourceLines_NameEachAreaOnceAndCountCurrentFigures()
    {
        await _store.TakeInAsync("500113 loans total flow 2023-01 1 A early", "500113 jobs_created total flow 2023-01 2 A early", "500115 loans total flow 2022-12 3 A early", "500113 loans total flow 2023-02 4 A late");
        await _store.TakeInAsync("500113 loans total flow 2023-02 5 A late");
        var lines = new SourcesQuery(_store.Database).Lines();

        Assert.Equal(["early", "late"], lines.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((3, "2022-12", "2023-01"), (lines["early"].Figures, lines["early"].FirstMonth, lines["early"].LastMonth));
        Assert.Equal(["500113", "500115"], lines["early"].Areas.Split(',').Order(StringComparer.Ordinal));
        Assert.Equal(1, lines["late"].Figures);
    }

    [Fact]
    public async Task SourceFigures_ComeInTheOrderOfTheFile()
    {
        await _store.TakeInAsync("500115 loans total flow 2023-02 3 A early", "500113 loans total flow 2023-01 1 A late", "500113 jobs_created total flow 2023-01 2 A early");
        Assert.Equal([3m, 2m], Values(new SourcesQuery(_store.Database).Figures("early")));
    }

    [Fact]
    public async Task FigureDetails_KeepSourcesPeriodsAndSeriesApart()
    {
        await _store.TakeInAsync("500113 jobs_created total flow 2023-01 5 A late", "500113 jobs_created total flow 2023-01 6 A early", "500113 jobs_created total flow 2023-02 7 A late", "500113 jobs_created total ytd 2023-01 8 A late");
        await _store.TakeInAsync("500113 jobs_created total flow 2023-01~ 9 A early");
        var query = new FigureQuery(_store.Database);

        var late = query.Find(1, _store.Catalog)!;
        Assert.Equal([5m], Versions(late));
        Assert.Equal([9m], Values(late.FromOtherSources));
        Assert.True(late.IsConflict);
        Assert.Equal((1, "file-1.csv"), (late.Batch.Id, late.Batch.FileName));

        var early = query.Find(2, _store.Catalog)!;
        Assert.Equal([6m, 9m], Versions(early));
        Assert.Equal([5m], Values(early.FromOtherSources));
        Assert.NotNull(early.Figure.SupersededAt);

        Assert.Empty(query.Find(3, _store.Catalog)!.FromOtherSources);
        Assert.Null(query.Find(77, _store.Catalog));
    }

    private static IEnumerable<decimal> Values(IEnumerable<Figure> figures) => figures.Select(figure => figure.Observation.Quantity!.Value.Value);

    private static IEnumerable<decimal> Versions(FigureDetails details) => Values(details.History.Select(past => past.Figure!));
}
