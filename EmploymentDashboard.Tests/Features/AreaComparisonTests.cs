using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Areas;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Features;

/// <summary>What of two areas is compared, what is not and why, and what only one has.</summary>
public sealed class AreaComparisonTests : IAsyncLifetime
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

    /// <summary>Rows of 巴南区 (500113) and 长寿区 (500115); the group the indicator falls in; the figures shown, – for none.</summary>
    [Theory]
    [InlineData("500113 jobs_created total flow 2023-01 5; 500115 jobs_created total flow 2023-01 7", "comparable: 5 7")]
    [InlineData("500113 jobs_created total flow 2023-01 5; 500113 jobs_created total flow 2023-02 6; 500115 jobs_created total flow 2023-01 7", "comparable: 5 7")]
    [InlineData("500113 jobs_created total flow 2023-01 5; 500115 jobs_created total flow 2023-01 7; 500113 jobs_created total flow 2023-02 6; 500115 jobs_created total flow 2023-02 8", "comparable: 6 8")]
    [InlineData("500113 jobs_created total target 2024 50; 500115 jobs_created total target 2024 70; 500113 jobs_created total flow 2023-02 6; 500115 jobs_created total flow 2023-02 8", "comparable: 6 8")]
    [InlineData("500113 jobs_created total flow 2023-01 5; 500115 jobs_created total flow 2023-02 7", "not comparable: 5 7 DifferentPeriods")]
    [InlineData("500113 loans total cumulative ../2023-03 5; 500115 loans migrants cumulative ../2020-02 7", "not comparable: 5 7 DifferentBreakdowns DifferentPeriods OpenPeriod")]
    [InlineData("500113 loans total cumulative ../2023-03 5; 500115 loans total cumulative ../2023-03 7", "not comparable: 5 7 OpenPeriod")]
    [InlineData("500113 jobs_created total flow 2023-01 5; 500115 jobs_created total flow 2023-01 7 U", "not comparable: 5 7 LowReliability")]
    [InlineData("500113 jobs_created total flow 2023-01 5", "only one: 5 –")]
    [InlineData("500115 jobs_created total target 2023 5", "only one: – 5")]
    public async Task Indicator_OfTwoAreas_FallsInOneGroup(string rows, string expected)
    {
        await _store.TakeInAsync(rows.Split("; "));
        var comparison = Compare("500113", "500115");

        var groups = new[] { ("comparable", comparison.Comparable), ("not comparable", comparison.NotComparable), ("only one", comparison.OnlyOne) }
            .SelectMany(group => group.Item2.Select(row => $"{group.Item1}: {string.Join(' ', row.Figures.Select(figure => figure?.Figure.Observation.Quantity is { } quantity ? Format.Full(quantity.Value) : "–").Concat(row.Hindrances.Select(hindrance => hindrance.ToString())))}"));
        Assert.Equal(expected, Assert.Single(groups));
    }

    /// <summary>Of three areas two may share a period that the third has not: they are compared, and the third is shown to have none.</summary>
    [Fact]
    public async Task ThirdArea_WithoutTheSharedPeriod_HasNoFigureInTheRow()
    {
        await _store.TakeInAsync("500113 jobs_created total flow 2023-01 5", "500115 jobs_created total flow 2023-01 7", "500112 jobs_created total flow 2023-02 9");
        Assert.Equal([5m, 7m, null], Assert.Single(Compare("500113", "500115", "500112").Comparable).Figures.Select(figure => figure?.Figure.Observation.Quantity!.Value.Value));
    }

    private AreaComparison Compare(params string[] codes)
    {
        var query = new AreaQuery(_store.Database);
        return AreaComparison.Of(_store.Catalog, [.. codes.Select(_store.Catalog.Area)], ShownFigure.Of(codes.SelectMany(query.Figures), _store.Catalog));
    }
}
