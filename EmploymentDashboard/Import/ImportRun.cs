using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Import.Staging;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import;

/// <summary>The way of a file into the store: read, parse, check, compare; and, when someone says so, commit.</summary>
public sealed class ImportRun(DashboardDatabase database, TimeProvider clock)
{
    /// <summary>Records that a preview shows as they are.</summary>
    private const int SampleSize = 30;

    /// <summary>Runs of figures that may wait to be staged.</summary>
    private const int RunsAhead = 4;

    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    /// <summary>Everything up to the question "shall this be taken in?". Nothing is written to the store. The caller disposes the preview.</summary>
    /// <param name="stagingPath">Where the preview is to lie until then; null for a place beside the store.</param>
    /// <param name="progress">Told from time to time how far the reading is.</param>
    public ImportPreview Prepare(
        ImportFile file, ImportSettings settings, string? stagingPath = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        using (var connection = database.Open())
        {
            if (BatchStore.FindByContent(connection, file.Sha256, settings) is { Rejected: 0 } earlier)
            {
                return new(database, staging: null)
                {
                    File = file,
                    Settings = settings,
                    LastChange = BatchStore.LastChange(connection),
                    AlreadyLoadedAs = earlier.Id,
                    IssueCounts = BatchStore.IssueCounts(connection, earlier.Id),
                };
            }
        }

        var staging = StagingArea.Create(database, stagingPath);
        try
        {
            return Stage(file, settings, staging, new(file, progress, cancellation));
        }
        catch
        {
            staging.Dispose();
            throw;
        }
    }

    /// <summary>Takes in what the preview shows, in one transaction. What it changes is superseded, never deleted.</summary>
    /// <param name="by">Who says so, as the batch will name them.</param>
    /// <param name="goodRowsOnly">Whether good rows are taken in although others have errors. Otherwise it is all rows or none.</param>
    /// <param name="origin">null for a file that was not sent in.</param>
    public Task<CommittedBatch> CommitAsync(ImportPreview preview, string by, bool goodRowsOnly, CommitOrigin? origin = null, CancellationToken cancellation = default) =>
        database.WriteAsync((connection, transaction) => new BatchCommit(preview, connection, transaction).Run(by, goodRowsOnly, clock.GetUtcNow(), origin), preview.StagedPath, cancellation);

    private ImportPreview Stage(ImportFile original, ImportSettings settings, StagingArea staging, ReadingPace pace)
    {
        using var connection = staging.Open();
        // One transaction for reading the store and writing beside it: the whole preview sees the store as it was at one moment.
        connection.Execute("BEGIN TRANSACTION");
        var lastChange = BatchStore.LastChange(connection);
        var earlier = BatchStore.FindByContent(connection, original.Sha256, settings);
        var catalog = CatalogStore.Read(connection);
        var log = new IssueLog(original.Name);
        var issues = new StagedIssues(connection, log);
        var table = AnalystFile.Open(pace.File, catalog, settings, log);
        var counts = table?.Layout is null ? null : StageFigures(connection, table, catalog, earlier, issues, log, pace);
        issues.Flush();
        var found = IssueRow.Count(connection, "staged.issue", "true");
        connection.Execute("COMMIT TRANSACTION");
        return new(database, staging)
        {
            File = original,
            Settings = settings,
            LastChange = lastChange,
            AlreadyLoadedAs = earlier?.Id,
            Reading = table?.Reading,
            Sample = [.. table?.Sample.Take(SampleSize) ?? []],
            Layout = counts is null ? null : table?.Layout,
            Account = table?.Account,
            Counts = counts ?? ImportCounts.None,
            IssueCounts = found,
        };
    }

    /// <summary>null where the file turns out to be cut off, and has to be refused as a whole.</summary>
    private ImportCounts? StageFigures(SqliteConnection connection, AnalystFile file, Catalog catalog, Batch? earlier, StagedIssues issues, IssueLog log, ReadingPace pace)
    {
        var rejectedEarlier = earlier is null ? null : BatchStore.LinesWithErrors(connection, earlier.Id);
        using var staged = new StagedWriter(connection);
        long old = 0;
        foreach (var run in new FigurePass(file, catalog, Today(), rejectedEarlier, log, pace).Runs().Ahead(RunsAhead))
        {
            foreach (var figure in run.Figures)
                staged.Add(figure);
            issues.Write(run.Issues);
            old += run.Known;
        }

        if (file.IsCut)
            return null;

        staged.Finish();
        RepeatedKeys.Reject(connection, staged, log);
        Neighbourhoods.Question(connection, staged, new(catalog, log), issues);
        StoreComparison.Run(connection);

        var (accepted, same, changed) = connection.QuerySingle<(long, long, long)>(
            "SELECT (SELECT count(*) FROM staged.row), count(*) FILTER (WHERE is_same), count(*) FILTER (WHERE NOT is_same) FROM staged.matched");
        var read = file.Account.Figures + file.Account[RowFate.Rejected] + file.Account[RowFate.Malformed];
        return new(read, accepted - same - changed, changed, same + old, read - accepted - old);
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(ChinaOffset).Date);
}
