using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>Loads a data folder into the store: the reference tables and annotations first, then the figures, file by file in the order of their names.</summary>
public sealed class DataFolder(DashboardDatabase database, TimeProvider clock)
{
    /// <summary>In whose name it loads.</summary>
    public const string Loader = "data";

    /// <summary>Loads what is new and reports on every file. A file that cannot be used stops no other.</summary>
    public async Task<LoadReport> LoadAsync(string folder, CancellationToken cancellation = default)
    {
        var stamp = await FolderStamp.OfAsync(folder, cancellation);
        using (var connection = database.Open())
        {
            if (stamp.Loaded(connection) is { Count: > 0 } loaded)
                return new(folder, [], loaded);
        }

        var issues = await LoadReferencesAsync(folder, cancellation);
        var run = new ImportRun(database, clock);
        var files = new List<FileReport>();
        foreach (var path in FigureFiles(folder))
            files.Add(await LoadAsync(run, path, cancellation));
        var report = new LoadReport(folder, issues, files);
        await stamp.RememberAsync(report, database);
        return report;
    }

    /// <summary>Loads the reference tables and the annotations only, and returns what is wrong with them.</summary>
    public async Task<IReadOnlyList<ImportIssue>> LoadReferencesAsync(string folder, CancellationToken cancellation = default)
    {
        var tables = await ReferenceTables.ReadAsync(folder, cancellation);
        var catalog = await database.WriteAsync(
            (connection, transaction) =>
            {
                CatalogStore.Save(tables.Catalog, connection, transaction);
                return CatalogStore.Read(connection, transaction);
            },
            cancellation);
        return [.. tables.Issues, .. await LoadAnnotationsAsync(folder, catalog, cancellation)];
    }

    /// <summary>The file, or null and an issue where it cannot be read.</summary>
    internal static async Task<ImportFile?> TryReadAsync(string path, IssueLog log, CancellationToken cancellation)
    {
        try
        {
            return await ImportFile.OfPathAsync(path, cancellation: cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Add(IssueKind.FileUnreadable, new($"可以读取的文件 {path}", $"a readable file {path}"), exception.Message);
            return null;
        }
    }

    private async Task<IReadOnlyList<ImportIssue>> LoadAnnotationsAsync(string folder, Catalog catalog, CancellationToken cancellation)
    {
        var table = await AnnotationTable.ReadAsync(folder, catalog, cancellation);
        await database.WriteAsync(
            (connection, transaction) =>
            {
                AnnotationStore.Load(table.Entries, Loader, clock.GetUtcNow(), connection, transaction);
                return true;
            },
            cancellation);
        return table.Issues;
    }

    /// <summary>The files of figures in the order in which they are loaded.</summary>
    public static IEnumerable<string> FigureFiles(string folder)
    {
        var figures = Path.Combine(folder, "figures");
        return Directory.Exists(figures) ? Directory.EnumerateFiles(figures, "*.csv").Order(StringComparer.Ordinal) : [];
    }

    private static async Task<FileReport> LoadAsync(ImportRun run, string path, CancellationToken cancellation)
    {
        var log = new IssueLog(Path.GetFileName(path));
        if (await TryReadAsync(path, log, cancellation) is not { } file)
            return new() { Name = log.File, Issues = log.Issues };

        while (true)
        {
            using var preview = run.Prepare(file, new(), cancellation: cancellation);
            var committed = await run.CommitAsync(preview, Loader, goodRowsOnly: true, cancellation: cancellation);
            // Someone else's batch may come in between; then what stands has changed, and the file is looked at anew.
            if (committed.Outcome == CommitOutcome.PreviewIsStale)
                continue;

            return new()
            {
                Name = file.Name,
                BatchId = committed.BatchId,
                IsNew = committed.Outcome == CommitOutcome.Committed,
                Counts = preview.Counts,
                Issues = preview.Issues(),
            };
        }
    }
}

/// <summary>What a load brought and what it could not take.</summary>
/// <param name="ReferenceIssues">Issues of the reference tables and annotations; each names its file.</param>
public sealed record LoadReport(string Folder, IReadOnlyList<ImportIssue> ReferenceIssues, IReadOnlyList<FileReport> Files)
{
    public IEnumerable<ImportIssue> Issues => [.. ReferenceIssues, .. Files.SelectMany(file => file.Issues)];

    public bool HasErrors => Issues.Any(issue => issue.IsError);
}

/// <summary>One file of figures.</summary>
public sealed record FileReport
{
    public required string Name { get; init; }

    /// <summary>The batch that holds the file, from this start or an earlier one; null where nothing of it could be taken in.</summary>
    public long? BatchId { get; init; }

    /// <summary>Whether this load committed the batch.</summary>
    public bool IsNew { get; init; }

    /// <summary>What this load found and did.</summary>
    public ImportCounts Counts { get; init; } = ImportCounts.None;

    public required IReadOnlyList<ImportIssue> Issues { get; init; }
}
