using EmploymentDashboard.Database;

namespace EmploymentDashboard.Import;

/// <summary>
/// The rows of a file that were not taken in, as a file to be mended and imported: the titles and headers of their tables, the rows
/// as they were, and the reasons in a last column, which an import passes over. UTF-8 with a byte order mark, commas and CR LF whatever the
/// original was, for that opens in Excel and WPS and is read back for certain.
/// </summary>
public static class RejectedRows
{
    /// <summary>Writes the rows of a file that is still to be committed, and returns how many.</summary>
    /// <param name="target">Stays open.</param>
    public static async Task<long> WriteAsync(ImportPreview preview, Stream target, CancellationToken cancellation = default)
    {
        if (preview.StagedPath is not { } staged)
            return 0;

        using var connection = preview.Database.OpenWith(staged);
        var errors = IssueRow.OfRejectedRows(connection, "staged.issue", "true", preview.File.Name);
        return await WriteAsync(preview.Database, preview.File, preview.Settings, errors, target, cancellation);
    }

    /// <summary>Writes the rows that were rejected when a batch was committed, and returns how many. A batch that is not there throws <see cref="KeyNotFoundException"/>.</summary>
    /// <param name="target">Stays open.</param>
    public static async Task<long> WriteAsync(DashboardDatabase database, long batchId, Stream target, CancellationToken cancellation = default)
    {
        using var connection = database.Open();
        var batch = BatchStore.Find(connection, batchId) ?? throw new KeyNotFoundException($"There is no batch {batchId}.");
        var path = ScratchPath(database);
        try
        {
            await using (var content = new FileStream(path, ScratchOptions()))
                await BatchContent.CopyToAsync(connection, batchId, content, cancellation);

            var file = await ImportFile.OfPathAsync(path, batch.FileName, cancellation);
            var errors = IssueRow.OfRejectedRows(connection, "batch_issue", "i.batch_id = @batchId", batch.FileName, new { batchId });
            return await WriteAsync(database, file, ImportSettings.Parse(batch.Settings), errors, target, cancellation);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The file is read at one go while a target over a network takes its time, so the rows wait on disk.</summary>
    private static async Task<long> WriteAsync(
        DashboardDatabase database, ImportFile file, ImportSettings settings, IEnumerable<ImportIssue> errors, Stream target, CancellationToken cancellation)
    {
        await using var scratch = new FileStream(ScratchPath(database), ScratchOptions(FileOptions.DeleteOnClose));
        var written = Write(database, file, settings, errors, scratch, cancellation);
        scratch.Position = 0;
        await scratch.CopyToAsync(target, cancellation);
        return written;
    }

    private static long Write(DashboardDatabase database, ImportFile file, ImportSettings settings, IEnumerable<ImportIssue> errors, Stream target, CancellationToken cancellation)
    {
        using var connection = database.Open();
        // What is found on the way was found before.
        var log = new IssueLog(file.Name);
        using var writer = new RejectedRowWriter(target);
        if (AnalystFile.Open(file, CatalogStore.Read(connection), settings, log) is not { Layout: not null } table)
            return 0;

        using var byRow = new ErrorsByRow(errors);
        table.Account.Entered = (row, fate, context) => writer.Enter(table.Account.Tables[^1], row, fate, context, byRow.Of(row));
        foreach (var _ in table.Figures())
        {
            cancellation.ThrowIfCancellationRequested();
            log.TakeAll();
        }

        return writer.Written;
    }

    /// <summary>A file beside the store, where there is room for uploads too.</summary>
    private static string ScratchPath(DashboardDatabase database) => $"{database.Path}.rejected-{Guid.NewGuid():N}";

    private static FileStreamOptions ScratchOptions(FileOptions more = FileOptions.None)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous | more };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    /// <summary>Errors in the order of their rows, taken along with the rows.</summary>
    private sealed class ErrorsByRow : IDisposable
    {
        private readonly IEnumerator<ImportIssue> _errors;
        private bool _hasNext;

        public ErrorsByRow(IEnumerable<ImportIssue> errors)
        {
            _errors = errors.GetEnumerator();
            _hasNext = _errors.MoveNext();
        }

        /// <summary>The errors of a row. Rows must be asked for in their order.</summary>
        public List<ImportIssue> Of(CsvRow row)
        {
            List<ImportIssue> own = [];
            while (_hasNext && LineOf(_errors.Current) <= row.LastLine)
            {
                if (LineOf(_errors.Current) >= row.Line)
                    own.Add(_errors.Current);
                _hasNext = _errors.MoveNext();
            }

            return own;
        }

        public void Dispose() => _errors.Dispose();

        private static int LineOf(ImportIssue issue) => issue.Row ?? issue.Line!.Value;
    }
}
