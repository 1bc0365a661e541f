using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Features;

/// <summary>What the pages of batches ask of the database.</summary>
public sealed class BatchQueryTests : IAsyncLifetime, IDisposable
{
    private readonly Language _language = Language.Chinese();
    private FilledDatabase _store = null!;

    public async Task InitializeAsync() => _store = await FilledDatabase.CreateAsync();

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _language.Dispose();

    [Fact]
    public async Task Batches_ComeLatestFirstWithWhatTheyBrought()
    {
        await _store.TakeInAsync("500113 loans total flow 2023-01 1 A early", "500113 loans total flow 2023-02 2 A early");
        await _store.TakeInAsync("500113 loans total flow 2023-01 1 A early", "500113 loans total flow 2023-02 3 A early", "500115 loans total flow 2023-01 4 A late", "nowhere loans total flow 2023-01 5 A late");
        var query = new BatchQuery(_store.Database);

        var batches = query.Named("", null).Batches;
        Assert.Equal(["file-2.csv", "file-1.csv"], batches.Select(batch => batch.FileName));
        Assert.Equal((4, 1, 1, 1, 1), (batches[0].RowsRead, batches[0].Added, batches[0].Changed, batches[0].Unchanged, batches[0].Rejected));
        Assert.Equal(["file-2.csv"], query.OfSource("late").Select(batch => batch.FileName));
        Assert.Equal(["file-1.csv", "file-2.csv"], query.OfSource("early").Select(batch => batch.FileName));
    }

    [Theory]
    [InlineData("", "3 2 1")]
    [InlineData("-2", "2")]
    [InlineData("FILE-1", "1")]
    [InlineData("%", "")]
    [InlineData("_", "")]
    public async Task Batches_AreFoundByAPartOfTheirFilesName(string text, string expected)
    {
        foreach (var month in new[] { "01", "02", "03" })
            await _store.TakeInAsync($"500113 loans total flow 2023-{month} 1");
        Assert.Equal(expected, string.Join(' ', new BatchQuery(_store.Database).Named(text, null).Batches.Select(batch => batch.Id)));
    }

    /// <summary>Rows, rows of a page, the page asked for; then the page given, how many there are, and the rows before it.</summary>
    [Theory]
    [InlineData(0, 50, null, 1, 0, 0)]
    [InlineData(50, 50, 2L, 1, 1, 0)]
    [InlineData(51, 50, 2L, 2, 2, 50)]
    [InlineData(51, 50, 9L, 2, 2, 50)]
    [InlineData(120, 50, 0L, 1, 3, 0)]
    [InlineData(120, 50, 3L, 3, 3, 100)]
    public void Paging_GivesThePageAskedForOrTheNearest(long rows, int rowsPerPage, long? asked, long page, long pages, long skip)
    {
        var paging = Paging.Of(rows, rowsPerPage, asked);
        Assert.Equal((page, pages, skip), (paging.Page, paging.Pages, paging.Skip));
    }

    [Fact]
    public async Task Difference_TellsAddedChangedAndConfirmedWithTheirPlaces()
    {
        await TakeInTwoAsync();

        Assert.Equal(["∅ → 7 (2:3/6)"], Figures(2, DifferenceKind.Added));
        Assert.Equal(["2 → 9 (2:2/6)"], Figures(2, DifferenceKind.Changed));
        Assert.Equal(["1 → 1 (2:4/6)"], Figures(2, DifferenceKind.Confirmed));
        Assert.Equal(["∅ → 1 (1:2/6)", "∅ → 2 (1:3/6)"], Figures(1, DifferenceKind.Added));
        Assert.Empty(Figures(1, DifferenceKind.Changed));
    }

    /// <summary>Undo and redo write rows of the same batch; the difference is that of the commit all the same.</summary>
    [Fact]
    public async Task Difference_AfterUndoAndRedo_StaysWhatItWas()
    {
        await TakeInTwoAsync();
        var before = All();
        foreach (var turned in new[] { 2, 1, 2, 1 })
        {
            await _store.TurnAsync(turned);
            Assert.Equal(before, All());
        }

        string All() => string.Join('|', from batch in new[] { 1L, 2L } from kind in Enum.GetValues<DifferenceKind>() select string.Join(' ', Figures(batch, kind)));
    }

    [Fact]
    public async Task Difference_IsReadPageByPage()
    {
        var batch = await _store.TakeInAsync([.. Enumerable.Range(1, 7).Select(month => $"500113 loans total flow 2023-{month:00} {month}")]);
        Assert.Equal(["∅ → 4 (1:5/6)", "∅ → 5 (1:6/6)", "∅ → 6 (1:7/6)"], Figures(batch, DifferenceKind.Added, Paging.Of(7, 3, 2)));
        Assert.Equal(["∅ → 7 (1:8/6)"], Figures(batch, DifferenceKind.Added, Paging.Of(7, 3, 3)));
    }

    /// <summary>The key of the second file, and the fields beside the number in which it says something else.</summary>
    [Theory]
    [InlineData("500113 loans total flow 2023-01 6 A late 六 说明", "")]
    [InlineData("500113 loans total flow 2023-01~ 5 A late 五 说明", "期间: 2023-01 → 2023-01（推断）")]
    [InlineData("500113 loans total flow 2023-01 5 P late 五 说明", "状态: 正常 → 初步数")]
    [InlineData("500113 loans total flow 2023-01 5 A late 五 另说", "说明: 说明 → 另说")]
    public async Task ChangedFigure_NamesTheOtherFieldsThatDiffer(string row, string expected)
    {
        await _store.TakeInAsync("500113 loans total flow 2023-01 5 A late 五 说明");
        var batch = await _store.TakeInAsync(row);
        var change = Assert.Single(new BatchDifference(_store.Database).Figures(batch, DifferenceKind.Changed, Paging.Of(1, 50, 1)));
        var fields = FigureDifference.Of(change.Before!.Observation, change.After!.Observation);
        Assert.Equal(expected, string.Join('|', fields.Select(field => $"{field.Field}: {field.Before} → {field.After}")));
    }

    [Fact]
    public async Task Reach_NamesIndicatorsAreasAndMonthsOfWhatIsNew()
    {
        await _store.TakeInAsync("500113 loans total flow 2023-01 1");
        var batch = await _store.TakeInAsync(
            "500115 loans total flow 2023-03 3", "500113 loans total ytd 2023-01/2023-02 4", "500113 jobs_created total flow 2023-03 5", "500113 loans total flow 2023-01 1");
        Assert.Equal(
            ["jobs_created: 500113; 2023-03; 1", "loans: 500113,500115; 2023-02,2023-03; 2"],
            new BatchReach(_store.Database).Of(batch, _store.Catalog).Select(reached =>
                $"{reached.Indicator.Code}: {string.Join(',', reached.Areas.Select(area => area.Code))}; {string.Join(',', reached.Months)}; {reached.Figures}"));
    }

    [Fact]
    public async Task Details_HoldWhatHappenedAndWhatWasFound()
    {
        var batch = await _store.TakeInAsync("500113 loans total flow 2023-01 1", "nowhere loans total flow 2023-01 5", "nowhere loans total flow 2023-02 5", "500113 loans total flow 2023-13 5");
        await _store.TurnAsync(batch);
        var query = new BatchQuery(_store.Database);
        var details = query.Find(batch)!;

        Assert.Equal(BatchState.Undone, details.Batch.State);
        Assert.Equal([ChangeKind.Commit, ChangeKind.Undo], details.Changes.Select(change => change.Kind));
        Assert.Equal([("unknown_area", 2L), ("period_unreadable", 1L)], details.Issues.Select(count => (count.Kind.Code, count.Count)));
        Assert.Equal([3, 4], query.Issues(batch, IssueKind.UnknownArea, Paging.Of(2, 50, 1)).Select(issue => issue.Line!.Value));
        Assert.Equal([4], query.Issues(batch, IssueKind.UnknownArea, Paging.Of(2, 1, 2)).Select(issue => issue.Line!.Value));
        Assert.Null(query.Find(77));
    }

    private async Task TakeInTwoAsync()
    {
        await _store.TakeInAsync("500113 loans total flow 2023-01 1", "500113 loans total flow 2023-02 2");
        await _store.TakeInAsync("500113 loans total flow 2023-02 9", "500113 loans total flow 2023-03 7", "500113 loans total flow 2023-01 1");
    }

    private IEnumerable<string> Figures(long batch, DifferenceKind kind, Paging? paging = null) =>
        new BatchDifference(_store.Database).Figures(batch, kind, paging ?? Paging.Of(50, 50, 1)).Select(change =>
            $"{(change.Before is null ? "∅" : Value(change.Before))} → {Value(change.After!)} ({change.After!.BatchId}:{change.After.Line}/{change.After.Column})");

    private static string Value(Figure figure) => Format.Full(figure.Observation.Quantity!.Value);
}
