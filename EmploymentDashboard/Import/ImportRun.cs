using EmploymentDashboard.Database;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import;

/// <summary>The way of a file into the store: read, parse, validate, compare; and, when someone says so, commit.</summary>
public sealed class ImportRun(DashboardDatabase database, TimeProvider clock)
{
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    /// <summary>Everything up to the question "shall this be taken in?". Nothing is written.</summary>
    public ImportPreview Prepare(ImportFile file, ImportOptions options)
    {
        using var connection = database.Open();
        var lastBatch = BatchStore.LastId(connection);
        var earlier = BatchStore.FindByContent(connection, file.Sha256);
        if (earlier is { Rejected: 0 })
            return new() { File = file, LastBatch = lastBatch, AlreadyLoadedAs = earlier.Id, Issues = BatchStore.Issues(connection, earlier.Id) };

        var log = new IssueLog(file.Name);
        var catalog = CatalogStore.Read(connection);
        if (CsvFileReader.Read(file, log) is not { } table || LayoutOf(table, catalog, log) is not { } layout)
            return new() { File = file, LastBatch = lastBatch, Issues = log.Issues };

        var reader = new ObservationReader(catalog, options, log);
        List<ImportedFigure> read = [.. layout.Figures([table.Header, .. table.Rows], log).Select(reader.Read).OfType<ImportedFigure>()];
        var stored = CurrentFigures.Of(connection, read.Select(figure => (figure.Observation.Series.Area, figure.Observation.Series.Indicator)));
        var accepted = new ObservationValidator(catalog, Today(), log).Accept(read, [.. stored.Select(figure => figure.Observation)]);
        var (added, changed, unchanged) = Comparer.Compare(Fresh(accepted, earlier, connection), stored);
        var rowsRead = table.Rows.Count + table.RejectedRows;
        return new()
        {
            File = file,
            LastBatch = lastBatch,
            AlreadyLoadedAs = earlier?.Id,
            Table = table,
            Layout = layout.Kind.Code(),
            RowsRead = rowsRead,
            Added = added,
            Changed = changed,
            Unchanged = unchanged,
            Rejected = rowsRead - accepted.Count,
            Issues = log.Issues,
        };
    }

    /// <summary>Takes in what the preview shows, in one transaction. What it changes is superseded, never deleted.</summary>
    public Task<CommittedBatch> CommitAsync(ImportPreview preview, ImportOptions options, CancellationToken cancellation = default) =>
        database.WriteAsync((connection, transaction) => BatchStore.Commit(preview, options.ImportedBy, clock.GetUtcNow(), connection, transaction), cancellation);

    /// <summary>
    /// Bytes that came before speak only through the rows that had to be rejected then: the other rows were taken in,
    /// and later files may have superseded them since.
    /// </summary>
    private static IReadOnlyList<ImportedFigure> Fresh(IReadOnlyList<ImportedFigure> accepted, Batch? earlier, SqliteConnection connection)
    {
        if (earlier is null)
            return accepted;

        var rejectedLines = BatchStore.Issues(connection, earlier.Id).Where(issue => issue.IsError).Select(issue => issue.Line).ToHashSet();
        return [.. accepted.Where(figure => Enumerable.Range(figure.Line, figure.Raw.LastLine - figure.Line + 1).Any(line => rejectedLines.Contains(line)))];
    }

    private static TableLayout? LayoutOf(CsvTable table, Catalog catalog, IssueLog log) =>
        LayoutDetector.Detect([table.Header, .. table.Rows.Take(LayoutDetector.SampleSize)], new(catalog), LayoutSettings.None, log);

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(ChinaOffset).Date);
}
