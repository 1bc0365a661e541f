using System.Globalization;
using System.Text;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.History;
using EmploymentDashboard.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Import;

public sealed class BatchHistoryTests : IAsyncLifetime
{
    private TestDatabase _store = null!;
    private BatchHistory _history = null!;
    private int _files;

    public async Task InitializeAsync()
    {
        _store = await TestDatabase.CreateAsync(TestCatalog.Create());
        _history = new(_store.Database, _store.Clock);
    }

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Batches of figures by month, apart by |; then what is turned; then what stands, each figure with the batch it is credited to.</summary>
    [Theory]
    [InlineData("01=5", "1", "")]
    [InlineData("01=5 02=6", "1 1", "01=5#1 02=6#1")]
    [InlineData("01=5|01=7", "2", "01=5#1")]
    [InlineData("01=5|01=7", "1", "01=7#2")]
    [InlineData("01=5|01=7", "1 2", "")]
    [InlineData("01=5|01=7", "2 1", "")]
    [InlineData("01=5|01=7", "1 2 1", "01=5#1")]
    [InlineData("01=5|01=7", "2 2", "01=7#2")]
    [InlineData("01=5|01=7|01=9", "2", "01=9#3")]
    [InlineData("01=5|01=7|01=9", "2 3", "01=5#1")]
    [InlineData("01=5|01=5 02=6", "1", "01=5#2 02=6#2")]
    [InlineData("01=5|01=5 02=6", "2", "01=5#1")]
    [InlineData("01=5|01=5 02=6", "1 1", "01=5#1 02=6#2")]
    [InlineData("01=5|01=7|01=5", "2", "01=5#1")]
    [InlineData("01=5|01=7|01=5", "2 2", "01=5#3")]
    [InlineData("01=5|02=6", "1", "02=6#2")]
    public async Task Turning_OfBatches_LeavesWhatTheOthersSay(string batches, string turned, string standing)
    {
        foreach (var batch in batches.Split('|'))
            await CommitAsync(batch);
        foreach (var number in turned.Split(' '))
            await TurnAsync(long.Parse(number, CultureInfo.InvariantCulture));

        Assert.Equal(standing, Standing());
    }

    [Fact]
    public async Task Preview_OfUndoingABatchUnderALaterOne_SaysWhatWouldChange()
    {
        await CommitAsync("01=1 02=2 03=3");
        await CommitAsync("01=9 02=8 04=4 03=3");
        await CommitAsync("02=7");

        var preview = _history.Preview(2)!;

        Assert.Equal(new ReversalPreview(ChangeKind.Undo, 2, 3, Removed: 1, Restored: 0, Replaced: 1, Credited: 0), preview);
        Assert.Equal(
            ["9 → 1", "4 → "],
            _history.Reversals(preview).Select(reversal => $"{reversal.Now?.Observation.Quantity?.Value} → {reversal.Then?.Observation.Quantity?.Value}"));
        Assert.Equal("01=9#2 02=7#3 03=3#1 04=4#2", Standing());
    }

    [Fact]
    public async Task Undo_OfABatch_KeepsItsFiguresAsOfThen()
    {
        await CommitAsync("01=5");
        var then = _store.Clock.Now;
        _store.Clock.Now = then.AddHours(1);
        await TurnAsync(1);

        Assert.Equal("", Standing());
        Assert.Equal("01=5#1", Standing(then));
        Assert.Equal(["commit", "undo"], Changes(1));
    }

    [Fact]
    public async Task Preview_OvertakenByABatch_IsNotDone()
    {
        await CommitAsync("01=5");
        var preview = _history.Preview(1)!;
        await CommitAsync("02=6");

        Assert.Equal(ReversalOutcome.PreviewIsStale, await _history.TurnAsync(preview, "tester"));
        Assert.Equal("01=5#1 02=6#2", Standing());
    }

    [Fact]
    public async Task SameBytes_OfAnUndoneBatch_AreStillKnown()
    {
        var text = await CommitAsync("01=5");
        await TurnAsync(1);

        using var preview = Prepare(text);

        Assert.Equal((1L, false), (preview.AlreadyLoadedAs!.Value, preview.CanCommit));
    }

    [Fact]
    public void Preview_OfNoSuchBatch_IsNull() => Assert.Null(_history.Preview(7));

    /// <summary>Whatever is committed and turned in whatever order: what stands is what a fresh store says after the batches that are left.</summary>
    [Fact]
    public void Turning_InAnyOrder_EqualsReplayOfWhatIsLeft() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(25),
        Prop.ForAll(
            Arb.From(Gen.ListOf(Gen.OneOf(
                from months in Gen.NonEmptyListOf(Gen.Choose(1, 4))
                from value in Gen.Choose(1, 3)
                select (File: string.Join(' ', months.Distinct().Select(month => $"{month:00}={value}")), Turn: 0),
                from turn in Gen.Choose(1, 5)
                select (File: "", Turn: turn)))),
            steps =>
            {
                using var lived = TestDatabase.CreateAsync(TestCatalog.Create()).GetAwaiter().GetResult();
                using var fresh = TestDatabase.CreateAsync(TestCatalog.Create()).GetAwaiter().GetResult();
                var history = new BatchHistory(lived.Database, lived.Clock);
                var files = new Dictionary<long, string>();
                var undone = new HashSet<long>();
                foreach (var (file, turn) in steps)
                {
                    if (file.Length > 0)
                    {
                        var text = Text(file, files.Count);
                        files.Add(CommitAsync(lived, text).GetAwaiter().GetResult(), text);
                    }
                    else if (history.Preview(turn) is { } preview)
                    {
                        history.TurnAsync(preview, "tester").GetAwaiter().GetResult();
                        if (!undone.Remove(turn))
                            undone.Add(turn);
                    }
                }

                var numbers = new Dictionary<long, long>();
                foreach (var (number, text) in files.Where(file => !undone.Contains(file.Key)).OrderBy(file => file.Key))
                    numbers.Add(CommitAsync(fresh, text).GetAwaiter().GetResult(), number);
                return Standing(lived) == Standing(fresh, number: batch => numbers[batch]);
            }));

    private static string Text(string figures, int number) =>
        string.Join('\n', figures.Split(' ').Select(figure => $"500113,jobs_created,2023-{figure.Replace('=', ',')},early").Prepend("area,indicator,period,value,source")) + new string('\n', number + 1);

    private static async Task<long> CommitAsync(TestDatabase store, string text)
    {
        var run = new ImportRun(store.Database, store.Clock);
        using var preview = run.Prepare(ImportFile.OfBytes("test.csv", Encoding.UTF8.GetBytes(text)), new());
        return (await run.CommitAsync(preview, "tester", goodRowsOnly: false)).BatchId!.Value;
    }

    private static string Standing(TestDatabase store, DateTimeOffset? asOf = null, Func<long, long>? number = null)
    {
        using var connection = store.Database.Open();
        return string.Join(' ', FigureReader
            .Read(connection, FigureReader.Select + "WHERE " + FigureReader.KnownAsOf + " ORDER BY o.period", new { asOf = asOf is { } moment ? Moment.Write(moment) : null })
            .Select(figure => $"{figure.Observation.Period.Edtf[5..]}={figure.Observation.Quantity?.Value}#{number?.Invoke(figure.BatchId) ?? figure.BatchId}"));
    }

    private ImportPreview Prepare(string text) => new ImportRun(_store.Database, _store.Clock).Prepare(ImportFile.OfBytes("test.csv", Encoding.UTF8.GetBytes(text)), new());

    private async Task<string> CommitAsync(string figures)
    {
        var text = Text(figures, _files++);
        await CommitAsync(_store, text);
        return text;
    }

    private async Task TurnAsync(long batch) => Assert.Equal(ReversalOutcome.Done, await _history.TurnAsync(_history.Preview(batch)!, "tester"));

    private string Standing(DateTimeOffset? asOf = null) => Standing(_store, asOf);

    private IEnumerable<string> Changes(long batch)
    {
        using var connection = _store.Database.Open();
        return Change.Of(connection, batch).Select(change => change.Kind.ToString().ToLowerInvariant());
    }
}
