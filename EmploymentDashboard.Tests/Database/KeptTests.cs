using EmploymentDashboard.Database;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Database;

public sealed class KeptTests : IAsyncLifetime
{
    private TestDatabase _store = null!;
    private int _computed;

    public async Task InitializeAsync() => _store = await TestDatabase.CreateAsync();

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Answer_IsComputedOnceUntilFiguresMayHaveChanged()
    {
        var kept = new Kept<string, int>(_store.Database, most: 2);
        Assert.Equal((1, 1), (kept.Get("a", Compute), kept.Get("a", Compute)));

        await _store.Database.WriteBesideFiguresAsync((_, _) => true);
        Assert.Equal(1, kept.Get("a", Compute));

        await _store.Database.WriteAsync((_, _) => true);
        Assert.Equal(2, kept.Get("a", Compute));
    }

    [Fact]
    public void Answer_NotAskedForLongest_GoesFirst()
    {
        var kept = new Kept<string, int>(_store.Database, most: 2);
        kept.Get("a", Compute);
        kept.Get("b", Compute);
        kept.Get("a", Compute);
        kept.Get("c", Compute);

        Assert.Equal((1, 3), (kept.Get("a", Compute), kept.Get("c", Compute)));
        Assert.Equal(4, kept.Get("b", Compute));
    }

    [Fact]
    public void Failure_IsThrownAndTriedAnew()
    {
        var kept = new Kept<string, int>(_store.Database, most: 2);
        Assert.Throws<InvalidOperationException>(() => kept.Get("a", () => throw new InvalidOperationException("once")));

        Assert.Equal(1, kept.Get("a", Compute));
    }

    [Fact]
    public async Task Readers_AtOnce_ComputeOnce()
    {
        var kept = new Kept<string, int>(_store.Database, most: 2);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => kept.Get("a", () =>
        {
            Thread.Sleep(50);
            return Compute();
        }))));

        Assert.All(answers, answer => Assert.Equal(1, answer));
    }

    private int Compute() => Interlocked.Increment(ref _computed);
}
