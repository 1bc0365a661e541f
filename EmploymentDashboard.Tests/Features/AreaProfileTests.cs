using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Areas;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Features;

/// <summary>The latest figures of an area, their course, and their place where one may be told.</summary>
public sealed class AreaProfileTests : IAsyncLifetime
{
    private static readonly string[] Areas = ["500113", "500115", "500112"];

    private readonly Language _language = Language.Chinese();
    private FilledDatabase _store = null!;

    public async Task InitializeAsync() => _store = await FilledDatabase.CreateAsync();

    public Task DisposeAsync()
    {
        _store.Dispose();
        _language.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What 巴南区, 长寿区 and 渝北区 have of one indicator, and the place of 巴南区; – for none.</summary>
    [Theory]
    [InlineData("flow 2023-01", "5 7 9", "3/3")]
    [InlineData("flow 2023-01", "9 7 9", "1/3")]
    [InlineData("flow 2023-01", "8余 7 9", "1–2/3")]
    [InlineData("flow 2023-01", "10余 7 9", "1/3")]
    [InlineData("ytd 2023-01/2023-05", "8 7 9", "2/3")]
    [InlineData("cumulative ../2023-05", "8 7 9", "–")]
    [InlineData("flow 2023-01", "5 7", "–")]
    public async Task Place_AmongDistricts_IsToldWhereItIsCertain(string basisAndPeriod, string values, string expected)
    {
        await _store.TakeInAsync([.. values.Split(' ').Zip(Areas, (value, area) => $"{area} jobs_created total {basisAndPeriod} {value}")]);

        var place = Assert.Single(Assert.Single(Profile("500113").Themes).Headlines).Place;
        Assert.Equal(expected, place is null ? "–" : $"{place.Ranks}/{place.Of}");
    }

    /// <summary>A zone overlaps districts and a town lies in one: neither has a place, nor takes one.</summary>
    [Fact]
    public async Task Zone_HasNoPlaceAndTakesNone()
    {
        await _store.TakeInAsync("Z-GXQ jobs_created total flow 2023-01 9", "500113 jobs_created total flow 2023-01 8", "500115 jobs_created total flow 2023-01 7", "500112 jobs_created total flow 2023-01 6");

        Assert.Null(Profile("Z-GXQ").Themes[0].Headlines[0].Place);
        Assert.Equal("1/3", Profile("500113").Themes[0].Headlines[0].Place is { } place ? $"{place.Ranks}/{place.Of}" : "");
    }

    [Fact]
    public async Task Headline_IsTheLatestResultWithItsPast()
    {
        await _store.TakeInAsync(
            "500113 jobs_created total flow 2023-01 1", "500113 jobs_created total flow 2023-02 2", "500113 jobs_created total flow 2023-04 4",
            "500113 jobs_created total flow 2023-05 9000 U", "500113 jobs_created total target 2023 50");

        var headline = Assert.Single(Assert.Single(Profile("500113").Themes).Headlines);
        Assert.Equal(4, headline.Observation.Quantity!.Value.Value);
        Assert.Equal(["2023-01", "2023-02", "2023-04"], headline.Past.Select(month => month.Month.ToString()));
    }

    [Fact]
    public async Task Theme_OfManySeries_NamesFourAndCountsTheRest()
    {
        await _store.TakeInAsync(
            "500113 jobs_created total flow 2023-01 1", "500113 jobs_created local flow 2023-01 1", "500113 jobs_created outside flow 2023-01 1",
            "500113 loans total flow 2023-01 1", "500113 unemployment total stock 2023-01 5", "500113 rate_change total flow 2023-01 1");

        var (_, headlines, more) = Assert.Single(Profile("500113").Themes);
        Assert.Equal((4, 2), (headlines.Count, more));
        Assert.Equal(["jobs_created", "loans", "unemployment", "rate_change"], headlines.Select(headline => headline.Indicator.Code));
    }

    private AreaProfile Profile(string code)
    {
        var query = new AreaQuery(_store.Database);
        return AreaProfile.Of(_store.Catalog, _store.Catalog.Area(code), ShownFigure.Of(query.Figures(code), _store.Catalog), query.Peers, new Dictionary<string, int>(StringComparer.Ordinal));
    }
}
