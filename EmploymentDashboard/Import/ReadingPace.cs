using System.Diagnostics;

namespace EmploymentDashboard.Import;

/// <summary>Watches the reading of a file: says how far it is, a few times a second, and stops it when it is not wanted any more.</summary>
internal sealed class ReadingPace
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly IProgress<ImportProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _told = TimeSpan.Zero;
    private long _position;

    public ReadingPace(ImportFile file, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        File = file.Watched(position => _position = position);
        _progress = progress;
        _cancellation = cancellation;
    }

    /// <summary>The file to be read so that it is watched.</summary>
    public ImportFile File { get; }

    /// <summary>To be called with every figure, with their number so far.</summary>
    /// <exception cref="OperationCanceledException">The reading is not wanted any more.</exception>
    public void Figure(long figures)
    {
        // Looking at the clock costs more than a figure does.
        if (figures % 256 != 0)
            return;

        _cancellation.ThrowIfCancellationRequested();
        if (_progress is null || _watch.Elapsed - _told < Interval)
            return;

        _told = _watch.Elapsed;
        _progress.Report(new(File.Length == 0 ? 1 : Math.Min(1, (double)_position / File.Length), figures, _watch.Elapsed));
    }
}
