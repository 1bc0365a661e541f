using System.Collections.Concurrent;
using System.Security.Cryptography;
using EmploymentDashboard.Database;

namespace EmploymentDashboard.Import.Uploads;

/// <summary>
/// Files that were sent in and not yet taken in or discarded. Each lies in a folder of its own beside the database, with what
/// its owner set by hand, so that a lost connection or a restart of the server loses nothing.
/// </summary>
public sealed class UploadStore(DashboardDatabase database, ImportRun run, LayoutMemory memory, TimeProvider clock, ILogger<UploadStore> log) : IDisposable
{
    /// <summary>An upload that nobody came back to is discarded after so many days.</summary>
    public const int DaysKept = 14;

    private readonly ConcurrentDictionary<string, Upload> _open = new(StringComparer.Ordinal);
    private readonly string _folder = database.Path + ".uploads";
    private readonly SemaphoreSlim _committing = new(1, 1);

    /// <summary>Raised when an upload came or went, on any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>Writes what is sent to disk as it comes and opens an upload of it; null, and nothing kept, where it is longer than the limit.</summary>
    /// <param name="fileName">As the sender calls it; only its last part is kept.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="settings">How it is to be read, where the sender says so.</param>
    public async Task<Upload?> ReceiveAsync(string owner, string fileName, Stream content, long limit, ImportSettings? settings = null, CancellationToken cancellation = default)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var folder = Directory.CreateDirectory(Path.Combine(_folder, id)).FullName;
        try
        {
            if (!await WriteAsync(content, Path.Combine(folder, Upload.ContentName), limit, cancellation))
            {
                Directory.Delete(folder, recursive: true);
                return null;
            }

            var sheet = new UploadSheet(owner, NameOf(fileName), clock.GetUtcNow(), settings ?? new());
            sheet.Write(folder);
            var upload = await OpenAsync(id, sheet, cancellation);
            Changed?.Invoke(this, EventArgs.Empty);
            return upload;
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>An upload of this owner; null where there is none of that number, or it is someone else's.</summary>
    public async Task<Upload?> FindAsync(string id, string owner, CancellationToken cancellation = default)
    {
        if (!_open.TryGetValue(id, out var upload))
        {
            if (!IsId(id) || UploadSheet.Read(Path.Combine(_folder, id)) is not { } sheet)
                return null;

            upload = await OpenAsync(id, sheet, cancellation);
        }

        return upload.Sheet.Owner == owner ? upload : null;
    }

    /// <summary>What this owner has not finished, the latest first.</summary>
    public IReadOnlyList<(string Id, UploadSheet Sheet)> Of(string owner) =>
        [.. All().Where(upload => upload.Sheet.Owner == owner).OrderByDescending(upload => upload.Sheet.ReceivedAt)];

    public void Discard(Upload upload)
    {
        _open.TryRemove(upload.Id, out _);
        upload.Dispose();
        if (Directory.Exists(upload.Folder))
            Directory.Delete(upload.Folder, recursive: true);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Takes in what the upload's preview shows, and lets the upload go if that was done.</summary>
    /// <param name="goodRowsOnly">Whether good rows are taken in although others have errors.</param>
    /// <param name="via">The token by which a program asks for it; empty for someone at the page.</param>
    public async Task<CommittedBatch> CommitAsync(Upload upload, ImportPreview preview, bool goodRowsOnly, string via = "", CancellationToken cancellation = default)
    {
        await _committing.WaitAsync(cancellation);
        try
        {
            // Someone else at the same upload was first.
            if (upload.IsGone)
                return BatchOf(upload.Id, upload.Sheet.Owner) is { } earlier ? new(CommitOutcome.Committed, earlier) : new(CommitOutcome.NothingToCommit, null);

            var committed = await run.CommitAsync(preview, upload.Sheet.Owner, goodRowsOnly, new(upload.Id, via), cancellation);
            if (committed.Outcome != CommitOutcome.Committed)
                return committed;

            if (upload.Sheet.Shape is { } shape)
                await memory.RememberAsync(shape, preview.Settings.Layout, upload.Sheet.Owner);
            Discard(upload);
            return committed;
        }
        finally
        {
            _committing.Release();
        }
    }

    /// <summary>Lets go of an upload whose bytes a batch holds already, as if it had been committed as that.</summary>
    public async Task SettleAsync(Upload upload, long batch)
    {
        await database.WriteBesideFiguresAsync((connection, transaction) =>
        {
            CommittedUploads.Add(upload.Id, upload.Sheet.Owner, batch, connection, transaction);
            return true;
        });
        Discard(upload);
    }

    /// <summary>The batch that an upload of this owner became; null where it did not become one.</summary>
    public long? BatchOf(string id, string owner)
    {
        using var connection = database.Open();
        return CommittedUploads.Find(id, owner, connection);
    }

    /// <summary>Discards what nobody came back to.</summary>
    public void Tidy()
    {
        foreach (var (id, sheet) in All().Where(upload => clock.GetUtcNow() - upload.Sheet.ReceivedAt > TimeSpan.FromDays(DaysKept)))
        {
            if (!_open.ContainsKey(id))
                Directory.Delete(Path.Combine(_folder, id), recursive: true);
        }
    }

    /// <summary>Gives up what is being read. The uploads stay and are read anew when someone comes back to them.</summary>
    public void Dispose()
    {
        foreach (var upload in _open.Values)
            upload.Dispose();
        _committing.Dispose();
    }

    private static async Task<bool> WriteAsync(Stream content, string path, long limit, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[1 << 16];
        for (long written = 0; await content.ReadAsync(buffer, cancellation) is var read and > 0;)
        {
            written += read;
            if (written > limit)
                return false;

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return true;
    }

    private async Task<Upload> OpenAsync(string id, UploadSheet sheet, CancellationToken cancellation)
    {
        var upload = await Upload.OpenAsync(id, Path.Combine(_folder, id), sheet, run, memory, log, cancellation);
        // Two pages may open it at once; both get the one that was first.
        var first = _open.GetOrAdd(id, upload);
        if (first == upload)
            upload.Read(sheet.Settings);
        return first;
    }

    private IEnumerable<(string Id, UploadSheet Sheet)> All()
    {
        if (!Directory.Exists(_folder))
            yield break;

        foreach (var folder in Directory.EnumerateDirectories(_folder))
        {
            if (UploadSheet.Read(folder) is { } sheet)
                yield return (Path.GetFileName(folder), sheet);
        }
    }

    private static string NameOf(string fileName)
    {
        var name = new string([.. fileName.Split('/', '\\')[^1].Where(letter => !char.IsControl(letter))]).Trim();
        return name.Length == 0 ? "upload.csv" : name.Length > 200 ? name[^200..] : name;
    }

    private static bool IsId(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);
}
