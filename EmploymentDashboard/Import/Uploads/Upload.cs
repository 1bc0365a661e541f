namespace EmploymentDashboard.Import.Uploads;

/// <summary>A file on its way: read in the background, looked at, set right, read again, and then taken in or discarded.</summary>
public sealed partial class Upload : IDisposable
{
    internal const string ContentName = "content";

    private readonly ImportRun _run;
    private readonly LayoutMemory _memory;
    private readonly ILogger _log;
    private readonly ImportFile _file;
    private readonly Lock _lock = new();
    private CancellationTokenSource _reading = new();
    private Task _last = Task.CompletedTask;
    private int _readings;
    private ImportPreview? _older;

    private Upload(string id, string folder, UploadSheet sheet, ImportFile file, ImportRun run, LayoutMemory memory, ILogger log) =>
        (Id, Folder, Sheet, _file, _run, _memory, _log) = (id, folder, sheet, file, run, memory, log);

    /// <summary>Raised whenever any of the properties has another value, on any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>The number in its address. It cannot be guessed, and is no secret either: only the owner may open it.</summary>
    public string Id { get; }

    public UploadSheet Sheet { get; private set; }

    /// <summary>Size of the file in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>How far the reading is; null where it is done.</summary>
    public ImportProgress? Progress { get; private set; }

    /// <summary>What taking it in would change; null while it is read for the first time. While it is read again the older one stays.</summary>
    public ImportPreview? Preview { get; private set; }

    /// <summary>Why the program could not read it, a fault of the program and not of the file; null where all is well.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether it was taken in or discarded, by this page or by another.</summary>
    public bool IsGone { get; private set; }

    internal string Folder { get; }

    /// <summary>Reads the file in the background, in the way that is asked for. A reading under way is given up.</summary>
    public void Read(ImportSettings settings)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(IsGone, this);
            _reading.Cancel();
            _reading = new();
            if (Sheet.Settings.ToJson() != settings.ToJson())
                Keep(Sheet with { Settings = settings, IsRemembered = false });

            var (before, number, cancellation) = (_last, ++_readings, _reading.Token);
            _last = Task.Run(() => ReadAsync(before, settings, number, cancellation), CancellationToken.None);
        }
    }

    /// <summary>Done when the reading under way is.</summary>
    public Task WhenReadAsync()
    {
        lock (_lock)
            return _last;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (IsGone)
                return;

            IsGone = true;
            _reading.Cancel();
        }

        _last.GetAwaiter().GetResult();
        _older?.Dispose();
        Preview?.Dispose();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    internal static async Task<Upload> OpenAsync(string id, string folder, UploadSheet sheet, ImportRun run, LayoutMemory memory, ILogger log, CancellationToken cancellation)
    {
        // Readings of before a restart: the file is read anew, because what stands may have changed since.
        foreach (var left in Directory.EnumerateFiles(folder, "rows-*.db"))
            File.Delete(left);
        return new(id, folder, sheet, await ImportFile.OfPathAsync(Path.Combine(folder, ContentName), sheet.FileName, cancellation), run, memory, log);
    }

    private async Task ReadAsync(Task before, ImportSettings settings, int number, CancellationToken cancellation)
    {
        await before;
        try
        {
            // Each reading has a file of its own, so that the older preview stays whole until the new one is there. It stays one reading
            // longer than it is shown: a page may be asking it for another list just now.
            var preview = Prepare(settings, number, cancellation);
            if (RememberedFor(preview) is { } remembered)
            {
                preview.Dispose();
                preview = Prepare(remembered, number, cancellation);
            }

            _older?.Dispose();
            (_older, Preview, Failure) = (Preview, preview, null);
        }
        catch (OperationCanceledException)
        {
            return;
        }
#pragma warning disable CA1031 // Whatever it is, the page must say it rather than wait for ever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failure = exception;
            LogFailure(_log, exception, Sheet.FileName, Id);
        }

        Report(null);
    }

    private ImportPreview Prepare(ImportSettings settings, int number, CancellationToken cancellation) =>
        _run.Prepare(_file, settings, Path.Combine(Folder, $"rows-{number}.db"), new Reporter(this), cancellation);

    /// <summary>What was set by hand for an earlier file of the same shape, when this one is read for the first time.</summary>
    private ImportSettings? RememberedFor(ImportPreview preview)
    {
        lock (_lock)
        {
            if (Sheet.Shape is not null || preview.Settings.Layout is not null || preview.Layout is not { } layout)
                return null;

            var remembered = _memory.Find(layout.ShapeKey);
            Keep(Sheet with { Shape = layout.ShapeKey, Settings = Sheet.Settings with { Layout = remembered }, IsRemembered = remembered is not null });
            return remembered is null ? null : Sheet.Settings;
        }
    }

    private void Keep(UploadSheet sheet)
    {
        Sheet = sheet;
        sheet.Write(Folder);
    }

    private void Report(ImportProgress? progress)
    {
        Progress = progress;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The upload {Name} ({Id}) could not be read")]
    private static partial void LogFailure(ILogger log, Exception exception, string name, string id);

    /// <summary>Reports at once, where <see cref="Progress{T}"/> would let reports overtake each other.</summary>
    private sealed class Reporter(Upload upload) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => upload.Report(value);
    }
}
