using EmploymentDashboard.Features.Targets;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Features;

/// <summary>Which figures are goals, and which result is measured against each.</summary>
public sealed class TargetQueryTests : IAsyncLifetime
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

    /// <summary>A goal, a result, and what share of the goal that is in %; the obstacle where it cannot be said.</summary>
    [Theory]
    [InlineData("target 2023 10000", "ytd 2023-01/2023-03 2500", "25")]
    [InlineData("target 2023 10000以上", "ytd 2023-01/2023-03 2500", "25")]
    [InlineData("target 2023 10000", "ytd 2023-01/2023-03 2500余", ">25")]
    [InlineData("target 2021/2023 10000", "ytd 2023-01/2023-03 2500", nameof(Obstacle.DifferentPeriods))]
    [InlineData("target ../2023 10000", "ytd 2023-01/2023-03 2500", nameof(Obstacle.DifferentPeriods))]
    [InlineData("target 2021/2023 10000", "stock 2023-03 2500", "25")]
    [InlineData("target ../2025 10000", "stock 2021-12 2500", "25")]
    [InlineData("target 2023 10000", "stock 2022-12 2500", nameof(Obstacle.NothingThere))]
    [InlineData("limit 2023 10000", "stock 2023-03 2500", nameof(Obstacle.NotAdditive))]
    [InlineData("target 2023 10000", "ytd 2022-01/2022-12 2500", nameof(Obstacle.NothingThere))]
    [InlineData("target 2023 10000", "flow 2023-03 2500", nameof(Obstacle.NothingThere))]
    [InlineData("target 2023-03 10000", "flow 2023-03 2500", "25")]
    [InlineData("target 2023 10000", "cumulative ../2023-03 2500", nameof(Obstacle.NothingThere))]
    [InlineData("target 2023 10000", "ytd 2023-01/2023-03 2500 U", nameof(Obstacle.NothingThere))]
    [InlineData("target 2023 10000", "ytd 2023-01/2023-03 — O", nameof(Obstacle.NothingThere))]
    public async Task Share_OfAResult_IsKnownOrSaysWhyNot(string target, string result, string expected)
    {
        await _store.TakeInAsync($"500113 jobs_created total {target}", $"500113 jobs_created total {result}");
        var share = Assert.Single(Find()).Progress.Reached;
        Assert.Equal(expected, share.Quantity is { } known ? Format.Full(known) : share.Obstacle.ToString());
    }

    [Theory]
    [InlineData("500115 jobs_created total ytd 2023-01/2023-03 2500")]
    [InlineData("500113 jobs_created local ytd 2023-01/2023-03 2500")]
    [InlineData("500113 loans total ytd 2023-01/2023-03 2500")]
    public async Task Result_OfAnotherAreaCategoryOrIndicator_DoesNotCount(string result)
    {
        await _store.TakeInAsync("500113 jobs_created total target 2023 10000", result);
        Assert.Null(Assert.Single(Find()).Result);
    }

    /// <summary>In whichever order the two came in.</summary>
    [Theory]
    [InlineData("2600 A early", "2500 A late")]
    [InlineData("2500 A late", "2600 A early")]
    public async Task Result_OfTwoSources_IsThatPublishedLast(string first, string second)
    {
        await _store.TakeInAsync("500113 jobs_created total target 2023 10000", $"500113 jobs_created total ytd 2023-01/2023-03 {first}", $"500113 jobs_created total ytd 2023-01/2023-03 {second}");
        Assert.Equal(new Quantity(25), Assert.Single(Find()).Progress.Reached.Quantity);
    }

    [Fact]
    public async Task Result_IsTheLatestThatCounts()
    {
        await _store.TakeInAsync(
            "500113 jobs_created total target 2021/2023 100",
            "500113 jobs_created total stock 2022-12 40", "500113 jobs_created total stock 2023-01 50", "500113 jobs_created total ytd 2023-01/2023-03 60",
            "500115 jobs_created total target 2023 100",
            "500115 jobs_created total ytd 2023-01/2023-02 10", "500115 jobs_created total ytd 2023-01/2023-03 20 U", "500115 jobs_created total ytd 2023-01/2023-04 30", "500115 jobs_created total ytd 2024-01/2024-02 40");
        var reached = Find().ToDictionary(standing => standing.Goal.Observation.Series.Area, standing => Format.Full(standing.Result!.Observation.Quantity!.Value));
        Assert.Equal(("50", "30"), (reached["500113"], reached["500115"]));
    }

    [Fact]
    public async Task Goals_LeaveOutStandardsAndDoubtfulOnesAndAreListedOnceTheLastDueFirst()
    {
        await _store.TakeInAsync(
            "500113 subsidy total limit 2023-03 600",
            "500113 unemployment total limit 2023 5.5以内",
            "500115 jobs_created total target 2023 900 U",
            "500113 jobs_created total target 2025 100 A early",
            "500113 jobs_created total target 2025 90 A late");

        Assert.Equal(["90", "≤5.5"], Find().Select(standing => Format.Full(standing.Goal.Observation.Quantity!.Value)));
        Assert.Equal(["500113 jobs_created 2025", "500113 unemployment 2023"], Query().Due().Select(goals => $"{goals.Area} {goals.Indicator} {string.Join(' ', goals.Years)}").Order());
    }

    [Fact]
    public async Task Filter_KeepsYearIndicatorAndAreas()
    {
        await _store.TakeInAsync("500113 jobs_created total target 2022 1", "500113 loans total target 2023 2", "500115 loans total target 2023 3", "Z-GXQ loans total target 2023 4");
        Assert.Equal("4 3 2 1", Values(new()));
        Assert.Equal("4 3 2", Values(new() { Year = 2023 }));
        Assert.Equal("1", Values(new() { Indicator = "jobs_created" }));
        Assert.Equal("3 2", Values(new() { Areas = ["500113", "500115"], Year = 2023 }));
        Assert.Equal("4 3", Values(new() { Most = 2 }));
        Assert.Equal("1", Values(new() { Year = 2022, Most = 1 }));

        string Values(TargetFilter filter) => string.Join(' ', Find(filter).Select(standing => Format.Full(standing.Goal.Observation.Quantity!.Value)));
    }

    [Fact]
    public async Task Standing_AsOfAMoment_IsWhatWasKnownThen()
    {
        await _store.TakeInAsync("500113 jobs_created total target 2023 100");
        var first = _store.Clock.Now;
        _store.Clock.Now = first.AddDays(1);
        await _store.TakeInAsync("500113 jobs_created total target 2023 200", "500113 jobs_created total ytd 2023-01/2023-03 50");

        Assert.Equal((new Quantity(100), null), Assert.Single(Find(new() { AsOf = first })) is var then ? (then.Goal.Observation.Quantity, then.Result) : default);
        Assert.Equal(new Quantity(25), Assert.Single(Find()).Progress.Reached.Quantity);
        Assert.Empty(Find(new() { AsOf = first.AddDays(-1) }));
    }

    [Fact]
    public void EmptyDatabase_HasNoGoals()
    {
        Assert.Empty(Find());
        Assert.Empty(Query().Due());
    }

    private TargetQuery Query() => new(_store.Database);

    private IReadOnlyList<TargetStanding> Find(TargetFilter? filter = null) => Query().Find(filter ?? new(), _store.Catalog);
}
