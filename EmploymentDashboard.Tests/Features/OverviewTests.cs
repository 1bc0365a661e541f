using EmploymentDashboard.Charts;
using EmploymentDashboard.Features.Overview;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Features;

public sealed class OverviewTests : IAsyncLifetime
{
    private readonly Language _language = Language.Chinese();
    private FilledDatabase _store = null!;

    public async Task InitializeAsync() => _store = await FilledDatabase.CreateAsync();

    public Task DisposeAsync()
    {
        _store.Dispose();
        _language.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Figures of one theme, and which of them heads it.</summary>
    [Theory]
    [InlineData("the latest", "5", "500113 jobs_created total flow 2023-01 9", "500113 jobs_created total flow 2023-02 5")]
    [InlineData("a result before a later target", "9", "500113 jobs_created total flow 2023-01 9", "500113 jobs_created total target 2025 5")]
    [InlineData("a target where there is no result", "5", "500113 jobs_created total target 2025 5")]
    [InlineData("the city before its districts", "5", "500113 jobs_created total flow 2023-01 9", "500000 jobs_created total flow 2023-01 5")]
    [InlineData("a district before a town", "5", "500112-LXZ jobs_created total flow 2023-01 9", "500113 jobs_created total flow 2023-01 5")]
    [InlineData("the theme's first indicator", "5", "500113 loans total flow 2023-01 9", "500113 jobs_created total flow 2023-01 5")]
    [InlineData("no doubtful figure", "5", "500113 jobs_created total flow 2023-03 9 U", "500113 jobs_created total flow 2023-01 5")]
    [InlineData("no missing figure", "5", "500113 jobs_created total flow 2023-03 — O", "500113 jobs_created total flow 2023-01 5")]
    [InlineData("the source published last", "5", "500113 jobs_created total flow 2023-01 9 A early", "500113 jobs_created total flow 2023-01 5 A late")]
    [InlineData("the last published that is not doubtful", "9", "500113 jobs_created total flow 2023-01 9 A early", "500113 jobs_created total flow 2023-01 5 U late")]
    public async Task Headline_OfATheme_Is(string which, string expected, params string[] rows)
    {
        await _store.TakeInAsync(rows);
        var headline = Assert.Single(Model().Headlines);
        Assert.True(expected == Format.Full(headline.Observation.Quantity!.Value), which);
    }

    [Fact]
    public async Task Headlines_AreOneAThemeInTheOrderOfThemes()
    {
        await _store.TakeInAsync("500113 subsidy total limit 2023-03 600", "500113 jobs_created total flow 2023-01 9");
        Assert.Equal(["jobs_created", "subsidy"], Model().Headlines.Select(figure => figure.Observation.Series.Indicator));
    }

    [Fact]
    public async Task Goals_AreTheSixThatFallDueLastEachWithItsResult()
    {
        await _store.TakeInAsync([.. Enumerable.Range(2015, 8).Select(year => $"500113 jobs_created total target {year} 100"), "500113 jobs_created total ytd 2022-01/2022-06 40"]);
        var goals = Model().Goals;

        Assert.Equal(["2022", "2021", "2020", "2019", "2018", "2017"], goals.Select(goal => goal.Goal.Observation.Period.Edtf));
        Assert.Equal((new Quantity(40), new Quantity(40), null), (goals[0].Result!.Observation.Quantity, goals[0].Progress.Reached.Quantity, goals[1].Result));
    }

    [Fact]
    public async Task Coverage_TellsFigureZeroMissingAndNotReportedApart()
    {
        await _store.TakeInAsync(
            "500113 jobs_created total flow 2022-09 5", "500113 loans total flow 2022-09 0",
            "500113 jobs_created total flow 2022-10 0",
            "500113 jobs_created total flow 2022-11 — O",
            "500113 jobs_created total flow 2022-12 0", "500113 loans total flow 2022-12 — O",
            "500113 jobs_created total target 2023 90",
            "500113 subsidy total limit 2024 500",
            "500113 jobs_created total target 2025 90", "500113 subsidy total limit 2025 500",
            "500113 jobs_created total target 2026 90", "500113 loans total flow 2026-12 5",
            "500115 jobs_created total flow 2022-09 >0");
        var coverage = Model().Coverage;
        var cells = coverage.Rows.Single(row => row.Label == "巴南区").Cells;

        Assert.Equal(
            [
                (2, CellState.Figure, Norms.None), (1, CellState.Zero, Norms.None), (1, CellState.ReportedMissing, Norms.None), (2, CellState.Zero, Norms.None),
                (1, CellState.Figure, Norms.Targets), (1, CellState.Figure, Norms.Limits), (2, CellState.Figure, Norms.Both), (2, CellState.Figure, Norms.None),
            ],
            coverage.Months.Select(month => (cells[month].Count, cells[month].State, cells[month].Norms)));
        Assert.Equal("/areas/500113?month=2022-09", cells[coverage.Months[0]].Href);

        var other = coverage.Rows.Single(row => row.Label == "长寿区").Cells;
        Assert.Equal((1, CellState.Figure), (other.Single().Value.Count, other.Single().Value.State));
        Assert.DoesNotContain(coverage.Rows, row => row.Label == "渝北区");
    }

    [Fact]
    public async Task Coverage_OfManyMonths_KeepsTheLatest16AndSaysSo()
    {
        await _store.TakeInAsync([.. YearMonth.Range(new(2021, 1), new(2022, 6)).Select(month => $"500113 jobs_created total flow {month} 5")]);
        var coverage = Model().Coverage;
        Assert.Equal(["2021-03", "2022-06"], [coverage.Months[0].ToString(), coverage.Months[^1].ToString()]);
        Assert.Contains("16", coverage.Caption.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiles_CountOwnFiguresAndDashThoseOfTownsAlone()
    {
        await _store.TakeInAsync("500112-LXZ jobs_created total flow 2022-09 5", "500113 jobs_created total flow 2022-09 5", "500113 loans total flow 2022-09 5", "Z-GXQ loans total flow 2022-09 5");
        var tiles = Model().Tiles.Tiles.ToDictionary(tile => tile.Name);

        Assert.Equal(["巴南区", "渝北区", "重庆高新区", "长寿区"], tiles.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((2, false, "/areas/500113"), (tiles["巴南区"].Count, tiles["巴南区"].IsDashed, tiles["巴南区"].Href));
        Assert.Equal((1, true, "/areas/500112"), (tiles["渝北区"].Count, tiles["渝北区"].IsDashed, tiles["渝北区"].Href));
        Assert.Equal((0, false, null), (tiles["长寿区"].Count, tiles["长寿区"].IsDashed, tiles["长寿区"].Href));
        Assert.Equal(AreaKind.Zone, tiles["重庆高新区"].Kind);
    }

    [Fact]
    public async Task Featured_IsTheIndicatorThatMostAreasShare()
    {
        await _store.TakeInAsync("500113 loans total flow 2023-01 5", "500115 loans total flow 2023-01 6", "500113 jobs_created total flow 2023-02 7", "500115 jobs_created total target 2023 7", "Z-GXQ jobs_created total target 2023 7");
        Assert.Equal("/explore?indicator=loans", Model().Featured!.Value.Address);
        Assert.Null(Model().Parts);
    }

    [Fact]
    public async Task Parts_AreThoseOfTheLatestWhole()
    {
        await _store.TakeInAsync("500113 loans local flow 2023-01 5", "500113 loans outside flow 2023-01 5", "500113 jobs_created local flow 2023-02 5", "500113 jobs_created outside flow 2023-02 5", "500115 jobs_created local flow 2023-01 5", "500115 jobs_created outside flow 2023-01 5", "500115 jobs_created local flow 2023-02 5", "500115 jobs_created outside flow 2023-02 5");
        Assert.Equal("/explore?indicator=jobs_created", Model().Parts!.Value.Address);
        Assert.IsType<PartsChart>(Model().Parts!.Value.Chart);
        Assert.EndsWith("2023-02，该月共 2 个地区有分项，这里是巴南区的", Model().Parts!.Value.Chart.Caption.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_OfAnEarlierMonth_AreShownWhereTheLatestHasNoWhole()
    {
        await _store.TakeInAsync("500115 jobs_created local flow 2023-01 5", "500115 jobs_created outside flow 2023-01 5", "500113 jobs_created local flow 2023-02 5");
        Assert.IsType<PartsChart>(Model().Parts!.Value.Chart);
        Assert.EndsWith("2023-01", Model().Parts!.Value.Chart.Caption.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyDatabase_GivesAnOverviewOfNothing()
    {
        var model = Model();
        Assert.Equal(0, model.Totals.Figures);
        Assert.Empty(model.Headlines);
        Assert.Null(model.Featured);
        Assert.Empty(model.Coverage.Rows);
    }

    [Fact]
    public async Task Totals_CountCurrentFigures()
    {
        await _store.TakeInAsync("500113 loans total flow 2023-01 5 A early", "500115 loans total flow 2023-02 6 A late");
        await _store.TakeInAsync("500113 loans total flow 2023-01 7 A early");
        var totals = Model().Totals;
        Assert.Equal((2, 2, 2, "2023-01", "2023-02"), (totals.Figures, totals.Sources, totals.Areas, totals.FirstMonth, totals.LastMonth));
    }

    [Fact]
    public async Task Overviews_AreKeptUntilACommitAndForEachLanguage()
    {
        var overviews = new Overviews(_store.Database, Queries(), _store.Catalogs);
        await _store.TakeInAsync("500113 loans total flow 2023-01 5");
        var before = overviews.Current;
        Assert.Same(before, overviews.Current);

        using (Language.English())
        {
            Assert.Equal("Areas", overviews.Current.Tiles.Caption.Title);
            Assert.Same(overviews.Current, overviews.Current);
        }

        Assert.Same(before, overviews.Current);
        await _store.TakeInAsync("500113 loans total flow 2023-02 6");
        Assert.Equal((1, 2), (before.Totals.Figures, overviews.Current.Totals.Figures));
    }

    private OverviewModel Model() => OverviewModel.Build(Queries(), _store.Catalog);

    private OverviewQueries Queries() => new(new(_store.Database), new(_store.Database), new(_store.Database), new(_store.Database));
}
