using System.Text;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Uploads;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmploymentDashboard.Tests.Import;

public sealed class UploadStoreTests : IAsyncLifetime
{
    private const string Text = "area,indicator,period,value,source\n500113,jobs_created,2023-01,5,early\n500113,jobs_created,2023-02,x,early\n";

    private readonly List<UploadStore> _all = [];
    private TestDatabase _store = null!;
    private UploadStore _uploads = null!;

    public async Task InitializeAsync()
    {
        _store = await TestDatabase.CreateAsync(TestCatalog.Create());
        _uploads = Fresh();
    }

    public Task DisposeAsync()
    {
        _all.ForEach(uploads => uploads.Dispose());
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task File_SentIn_IsReadInTheBackgroundAndWritesNothing()
    {
        var upload = await ReceiveAsync(Text);
        var preview = await ReadAsync(upload);

        Assert.Equal(new ImportCounts(2, 1, 0, 0, 1), preview.Counts);
        Assert.Equal("jobs_created 500113 2023-01 1", string.Join('|', preview.Affected().Select(part => $"{part.Indicator} {part.Area} {part.Month} {part.Figures}")));
        using var connection = _store.Database.Open();
        Assert.Equal(0, BatchStore.LastChange(connection));
    }

    [Fact]
    public async Task File_LongerThanTheLimit_IsRefusedAndNotKept()
    {
        Assert.Null(await _uploads.ReceiveAsync("analyst", "a.csv", new MemoryStream(new byte[101]), 100));

        Assert.Empty(_uploads.Of("analyst"));
        Assert.Empty(Directory.EnumerateFiles(_store.Folder.Path, "content", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Upload_AfterARestart_IsThereWithItsSettings()
    {
        var upload = await ReceiveAsync(Text.Replace(",early", ",", StringComparison.Ordinal));
        await ReadAsync(upload);
        upload.Read(new() { Layout = new() { Source = "late" } });
        await ReadAsync(upload);
        upload.Dispose();

        var again = (await Fresh().FindAsync(upload.Id, "analyst"))!;
        var preview = await ReadAsync(again);

        Assert.Equal("late", again.Sheet.Settings.Layout?.Source);
        Assert.Equal("late", Assert.Single(preview.Added()).Observation.Source);
        again.Dispose();
    }

    [Theory]
    [InlineData("someone-else")]
    [InlineData("")]
    public async Task Upload_OfSomeoneElse_IsNotFound(string owner)
    {
        var upload = await ReceiveAsync(Text);

        Assert.Null(await _uploads.FindAsync(upload.Id, owner));
        Assert.Empty(_uploads.Of(owner));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task Upload_OfAnUnknownNumber_IsNotFound(string id) => Assert.Null(await _uploads.FindAsync(id, "analyst"));

    [Theory]
    [InlineData(false, CommitOutcome.HasErrors, 1)]
    [InlineData(true, CommitOutcome.Committed, 0)]
    public async Task Commit_OfAFileWithErrors_NeedsToBeOfGoodRowsOnly(bool goodRowsOnly, CommitOutcome outcome, int left)
    {
        var upload = await ReceiveAsync(Text);

        var committed = await _uploads.CommitAsync(upload, await ReadAsync(upload), goodRowsOnly);

        Assert.Equal(outcome, committed.Outcome);
        Assert.Equal(left, _uploads.Of("analyst").Count);
        Assert.Equal(left > 0, Directory.Exists(Path.Combine(_store.Database.Path + ".uploads", upload.Id)));
    }

    [Theory]
    [InlineData("C:\\数据\\三月.csv", "三月.csv")]
    [InlineData("../../x.csv", "x.csv")]
    [InlineData("a\r\nb.csv", "ab.csv")]
    [InlineData("", "upload.csv")]
    public async Task FileName_OfAnySender_IsItsLastPart(string sent, string kept) =>
        Assert.Equal(kept, (await _uploads.ReceiveAsync("analyst", sent, new MemoryStream(Encoding.UTF8.GetBytes(Text)), 1000))!.Sheet.FileName);

    [Fact]
    public async Task Tidy_AfterALongTime_DiscardsWhatNobodyCameBackTo()
    {
        var upload = await ReceiveAsync(Text);
        await ReadAsync(upload);
        upload.Dispose();

        _store.Clock.Now += TimeSpan.FromDays(UploadStore.DaysKept);
        Fresh().Tidy();
        Assert.Single(Fresh().Of("analyst"));
        _store.Clock.Now += TimeSpan.FromMinutes(1);
        Fresh().Tidy();
        Assert.Empty(Fresh().Of("analyst"));
    }

    /// <summary>The store as after a restart.</summary>
    private UploadStore Fresh()
    {
        _all.Add(new(_store.Database, new(_store.Database, _store.Clock), new(_store.Database, _store.Clock), _store.Clock, NullLogger<UploadStore>.Instance));
        return _all[^1];
    }

    private async Task<Upload> ReceiveAsync(string text) => (await _uploads.ReceiveAsync("analyst", "test.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), 1_000_000))!;

    /// <summary>The preview of the reading that is under way.</summary>
    private static async Task<ImportPreview> ReadAsync(Upload upload)
    {
        await upload.WhenReadAsync();
        Assert.Null(upload.Failure);
        return upload.Preview!;
    }
}
