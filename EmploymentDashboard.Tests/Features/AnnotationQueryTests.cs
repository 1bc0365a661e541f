using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Annotations;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Features;

/// <summary>Which annotations belong on which chart.</summary>
public sealed class AnnotationQueryTests : IAsyncLifetime
{
    private FilledDatabase _store = null!;

    public async Task InitializeAsync() => _store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 5", "500112-LXZ jobs_created total flow 2023-01 5");

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Area, indicator and theme of an annotation; the areas of a chart of jobs_created, of which 巴南 and 龙兴镇 have figures; whether it belongs there.</summary>
    [Theory]
    [InlineData("everything, everywhere", "", "", "", "500113", true)]
    [InlineData("the indicator", "", "jobs_created", "", "500113", true)]
    [InlineData("another indicator of its theme", "", "loans", "", "500113", false)]
    [InlineData("its theme", "", "", "jobs", "500113", true)]
    [InlineData("another theme", "", "", "standards", "500113", false)]
    [InlineData("the area", "500113", "", "", "500113", true)]
    [InlineData("another area", "500115", "", "", "500113", false)]
    [InlineData("one of the areas", "500115", "", "", "500113,500115", true)]
    [InlineData("the city that holds it", "500000", "", "", "500113", true)]
    [InlineData("the district of the town drawn", "500112", "", "", "500112-LXZ", true)]
    [InlineData("a town says nothing of its district", "500112-LXZ", "", "", "500112", false)]
    [InlineData("a district says nothing of the city", "500113", "", "", "500000", false)]
    [InlineData("all areas: one with figures", "500113", "", "", "", true)]
    [InlineData("all areas: one that holds one with figures", "500112", "", "", "", true)]
    [InlineData("all areas: the city", "500000", "", "", "", true)]
    [InlineData("all areas: one without figures", "500115", "", "", "", false)]
    [InlineData("all areas: everywhere", "", "", "", "", true)]
    public async Task Annotation_OnAChart_Belongs(string which, string area, string indicator, string theme, string areas, bool belongs)
    {
        await AddAsync("2023-01", Null(area), Null(indicator), Null(theme));
        var found = Query().For("jobs_created", areas.Split(',', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(belongs == (found.Count == 1), which);
    }

    [Fact]
    public async Task Annotations_OfAChart_ComeInTheOrderOfTheirMonths()
    {
        await AddAsync("2023-02");
        await AddAsync("2022-11/2023-03");
        Assert.Equal(["2022-11/2023-03", "2023-02"], Query().For("jobs_created", []).Select(one => one.Content.Period.Edtf));
        Assert.Equal(["2023-02", "2022-11/2023-03"], Query().All().Select(one => one.Content.Period.Edtf));
    }

    [Fact]
    public async Task Annotation_Withdrawn_IsKnownOnlyBetweenItsMakingAndItsWithdrawal()
    {
        var made = _store.Clock.Now;
        var id = await AddAsync("2023-01");
        var withdrawn = made.AddDays(2);
        Assert.True(await _store.Database.WriteAsync((connection, transaction) => AnnotationStore.Withdraw(id, "li", withdrawn, connection, transaction)));

        Assert.Equal([0, 1, 1, 0, 0], new DateTimeOffset?[] { made.AddSeconds(-1), made, withdrawn.AddSeconds(-1), withdrawn, null }.Select(moment => Query().For("jobs_created", [], moment).Count));
        Assert.False(await _store.Database.WriteAsync((connection, transaction) => AnnotationStore.Withdraw(id, "li", withdrawn, connection, transaction)));
    }

    private static string? Null(string text) => text.Length == 0 ? null : text;

    private AnnotationQuery Query() => new(_store.Database, _store.Catalogs);

    private Task<long> AddAsync(string period, string? area = null, string? indicator = null, string? theme = null) => _store.Database.WriteAsync((connection, transaction) => AnnotationStore.Add(
        new() { Period = Period.Parse(period), Area = area, Indicator = indicator, Theme = theme, Kind = AnnotationKind.Note, Chinese = "字" },
        "li",
        _store.Clock.Now,
        connection,
        transaction));
}
