using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Features.News;
using EmploymentDashboard.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Features;

/// <summary>What differs between then and now, over batches that come, go and come back.</summary>
public sealed class ChangesSinceTests : IAsyncLifetime, IDisposable
{
    private readonly Language _language = Language.Chinese();
    private FilledDatabase _store = null!;

    private DateTimeOffset Now => _store.Clock.Now;

    public async Task InitializeAsync() => _store = await FilledDatabase.CreateAsync();

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _language.Dispose();

    [Fact]
    public async Task Changes_AreAddedChangedAndRemovedFiguresWithTheOlderValue()
    {
        await TakeInAsync("500113 loans total flow 2023-01 1", "500113 loans total flow 2023-02 2");
        var undone = await TakeInAsync("500113 loans total flow 2023-03 3");
        var since = Now;
        await TakeInAsync("500113 loans total flow 2023-01 9", "500115 jobs_created total flow 2023-01 4", "500113 loans total flow 2023-02 2");
        await TurnAsync(undone);

        Assert.Equal(["∅ → 4", "3 → ∅", "1 → 9"], All(since));
        Assert.Equal([("jobs_created", NewsKind.Added, 1L), ("loans", NewsKind.Changed, 1L), ("loans", NewsKind.Removed, 1L)],
            Query.Counts(since, NewsFilter.All).Select(count => (count.Indicator, count.Kind, count.Figures)).Order());
        Assert.Empty(All(Now));
    }

    [Fact]
    public async Task Changes_OfWhatCameAndWent_AreNone()
    {
        await TakeInAsync("500113 loans total flow 2023-01 1");
        var since = Now;
        var batch = await TakeInAsync("500113 loans total flow 2023-01 9", "500113 loans total flow 2023-02 2");
        await TurnAsync(batch);
        Assert.Empty(All(since));
        Assert.Equal(2, Query.Changes(since).Count);
    }

    /// <summary>The first file is undone, and a later one that says the same is credited instead.</summary>
    [Fact]
    public async Task Changes_OfTheFileThatAFigureIsCreditedTo_AreNone()
    {
        var first = await TakeInAsync("500113 loans total flow 2023-01 1");
        await TakeInAsync("500113 loans total flow 2023-01 1", "500113 loans total flow 2023-02 2");
        var since = Now;
        await TurnAsync(first);
        Assert.Empty(All(since));
    }

    [Theory]
    [InlineData("500113", null, null, "∅ → 1|∅ → 2")]
    [InlineData(null, "loans", null, "∅ → 2|∅ → 3")]
    [InlineData("500115", "jobs_created", null, "")]
    [InlineData(null, null, NewsKind.Added, "∅ → 1|∅ → 2|∅ → 3")]
    [InlineData(null, null, NewsKind.Changed, "")]
    public async Task Changes_AreNarrowedByAreaIndicatorAndKind(string? area, string? indicator, NewsKind? kind, string expected)
    {
        await TakeInAsync("500113 jobs_created total flow 2023-01 1", "500113 loans total flow 2023-01 2", "500115 loans total flow 2023-01 3");
        var filter = new NewsFilter(area is null ? [] : [area], indicator is null ? [] : [indicator], kind);
        Assert.Equal(expected, string.Join('|', Figures(DateTimeOffset.MinValue, filter, Paging.Of(9, 9, 1))));
    }

    [Fact]
    public async Task Changes_AreReadPageByPage()
    {
        await TakeInAsync([.. Enumerable.Range(1, 7).Select(month => $"500113 loans total flow 2023-{month:00} {month}")]);
        Assert.Equal(["∅ → 4", "∅ → 3", "∅ → 2"], Figures(DateTimeOffset.MinValue, NewsFilter.All, Paging.Of(7, 3, 2)));
    }

    [Fact]
    public async Task LastBatch_IsTheOneTakenInLast_EvenIfAnotherWasUndoneSince()
    {
        Assert.Null(Query.BeforeLastBatch());
        var first = await TakeInAsync("500113 loans total flow 2023-01 1");
        await TakeInAsync("500113 loans total flow 2023-02 2");
        await TurnAsync(first);
        Assert.Equal(["1 → ∅", "∅ → 2"], All(Query.BeforeLastBatch()!.Value).Order(StringComparer.Ordinal));
    }

    /// <summary>Whatever files came and were undone and redone: the difference is that of what was known then and what is known now.</summary>
    [Fact]
    public void Changes_OfAnyHistory_AreTheDifferenceOfThenAndNow()
    {
        // A step takes in a file of two months with these values, or turns a batch that there is.
        var steps = Gen.Choose(0, 3).SelectMany(value => Gen.Choose(0, 3).Select(other => (value, other))).ListOf(6);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(25), Prop.ForAll(steps.ToArbitrary(), list => HoldsAsync([.. list]).GetAwaiter().GetResult()));
    }

    private static async Task<bool> HoldsAsync((int Value, int Other)[] steps)
    {
        using var store = await FilledDatabase.CreateAsync();
        var moments = new List<(DateTimeOffset At, IReadOnlyDictionary<string, string> Known)> { (store.Clock.Now, new Dictionary<string, string>(StringComparer.Ordinal)) };
        var batches = new List<long>();
        foreach (var (value, other) in steps)
        {
            store.Clock.Now += TimeSpan.FromMinutes(1);
            if (value == 0 && batches.Count > 0)
                await store.TurnAsync(batches[other % batches.Count]);
            else
                batches.Add(await store.TakeInAsync($"500113 loans total flow 2023-01 {value}", $"500113 loans total flow 2023-0{2 + (other % 2)} {other}", $"500115 loans total flow 2023-01 {batches.Count}"));
            moments.Add((store.Clock.Now, Known(store)));
        }

        var now = moments[^1].Known;
        var query = new ChangesSince(store.Database);
        foreach (var (at, then) in moments)
        {
            // The other district's row only keeps two files from being the same bytes.
            var expected = then.Keys.Union(now.Keys).Select(key => (Before: then.GetValueOrDefault(key), After: now.GetValueOrDefault(key))).Where(pair => pair.Before != pair.After);
            var found = query.Figures(at, new(["500113"], []), Paging.Of(99, 99, 1)).Select(change => (Before: change.Before is { } before ? Text(before) : null, After: change.After is { } after ? Text(after) : null));
            if (!expected.Order().SequenceEqual(found.Order()))
                return false;
        }

        return true;

        static string Text(Figure figure) => $"{figure.Observation.Period.Edtf}={figure.Observation.Quantity!.Value.Value}";

        static IReadOnlyDictionary<string, string> Known(FilledDatabase store)
        {
            using var connection = store.Database.Open();
            return CurrentFigures.Of(connection, [("500113", "loans")]).ToDictionary(figure => figure.Observation.Period.Edtf, Text, StringComparer.Ordinal);
        }
    }

    private ChangesSince Query => new(_store.Database);

    private IEnumerable<string> All(DateTimeOffset since) => Figures(since, NewsFilter.All, Paging.Of(99, 99, 1));

    private IEnumerable<string> Figures(DateTimeOffset since, NewsFilter filter, Paging paging) =>
        Query.Figures(since, filter, paging).Select(change => $"{Value(change.Before)} → {Value(change.After)}");

    private static string Value(Figure? figure) => figure is null ? "∅" : $"{figure.Observation.Quantity!.Value.Value}";

    private Task<long> TakeInAsync(params string[] rows)
    {
        _store.Clock.Now += TimeSpan.FromMinutes(1);
        return _store.TakeInAsync(rows);
    }

    private Task TurnAsync(long batch)
    {
        _store.Clock.Now += TimeSpan.FromMinutes(1);
        return _store.TurnAsync(batch);
    }
}
