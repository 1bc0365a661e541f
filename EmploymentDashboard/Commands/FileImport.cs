using EmploymentDashboard.Database;
using EmploymentDashboard.Import;

namespace EmploymentDashboard.Commands;

/// <summary>What became of a file.</summary>
internal enum FileOutcome
{
    Committed,

    /// <summary>A dry run that found nothing against it.</summary>
    WouldCommit,

    /// <summary>The same bytes, read in the same way, came before; nothing was changed.</summary>
    AlreadyLoaded,

    /// <summary>There is no figure in it.</summary>
    NothingToCommit,

    /// <summary>It has errors, and nothing of it was taken in.</summary>
    Rejected,

    /// <summary>It is not there, or cannot be understood as a table.</summary>
    Unusable,
}

/// <summary>A file and what became of it.</summary>
/// <param name="File">As named on the command line.</param>
/// <param name="Preview">null for a file that cannot be read.</param>
/// <param name="Batch">The batch that holds it; null where none does.</param>
internal sealed record FileResult(string File, ImportPreview? Preview, FileOutcome Outcome, Batch? Batch = null) : IDisposable
{
    /// <summary>Why the file cannot be read; empty for one that can.</summary>
    public IReadOnlyList<ImportIssue> Failures { get; init; } = [];

    public int ExitCode => Outcome switch
    {
        FileOutcome.Unusable => ExitCodes.Unusable,
        FileOutcome.Rejected => ExitCodes.Rejected,
        _ => Preview!.Counts.Rejected > 0 ? ExitCodes.Rejected : ExitCodes.Done,
    };

    public void Dispose() => Preview?.Dispose();
}

/// <summary>Takes files in, one after the other.</summary>
internal sealed class FileImport(DashboardDatabase database, ImportSettings settings, bool isDryRun, bool goodRowsOnly)
{
    private const string StandardInput = "-";

    private readonly ImportRun _run = new(database, TimeProvider.System);

    public bool IsDryRun => isDryRun;

    /// <summary>Previews the file and, unless it is a dry run, commits it. The caller disposes the result before the next file.</summary>
    public async Task<FileResult> RunAsync(string path, CancellationToken cancellation)
    {
        using var received = path == StandardInput ? await ReceivedFile.OfStandardInputAsync(cancellation) : null;
        var log = new IssueLog(path);
        if (await DataFolder.TryReadAsync(received?.Path ?? path, log, cancellation) is not { } file)
            return new(path, null, FileOutcome.Unusable) { Failures = log.Issues };

        while (true)
        {
            var preview = Prepare(file, cancellation);
            try
            {
                if (await ConcludeAsync(path, preview, cancellation) is { } result)
                    return result;
            }
            catch
            {
                preview.Dispose();
                throw;
            }

            // What stands has changed meanwhile, so the file is looked at anew.
            preview.Dispose();
        }
    }

    private async Task<FileResult?> ConcludeAsync(string path, ImportPreview preview, CancellationToken cancellation)
    {
        if (isDryRun)
            return new(path, preview, Expect(preview), BatchOf(preview.AlreadyLoadedAs));

        var committed = await _run.CommitAsync(preview, CommandUser.Name, goodRowsOnly, cancellation: cancellation);
        return committed.Outcome == CommitOutcome.PreviewIsStale
            ? null
            : new(path, preview, committed.Outcome == CommitOutcome.Committed ? FileOutcome.Committed : Expect(preview), BatchOf(committed.BatchId));
    }

    private ImportPreview Prepare(ImportFile file, CancellationToken cancellation)
    {
        using var progress = ProgressLine.Of(file);
        return _run.Prepare(file, settings, progress: progress, cancellation: cancellation);
    }

    /// <summary>What a commit of the preview would come to, or came to where it did nothing.</summary>
    private FileOutcome Expect(ImportPreview preview)
    {
        if (preview is { AlreadyLoadedAs: not null, CanCommit: false })
            return FileOutcome.AlreadyLoaded;
        if (!preview.IsUsable)
            return FileOutcome.Unusable;
        if (preview.Errors > 0 && !(goodRowsOnly && preview.CanCommit))
            return FileOutcome.Rejected;
        return preview.CanCommit ? FileOutcome.WouldCommit : FileOutcome.NothingToCommit;
    }

    private Batch? BatchOf(long? id)
    {
        if (id is not { } known)
            return null;

        using var connection = database.Open();
        return BatchStore.Find(connection, known);
    }
}
