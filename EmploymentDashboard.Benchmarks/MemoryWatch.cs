using System.Diagnostics;

namespace EmploymentDashboard.Benchmarks;

/// <summary>Watches how much memory the process takes beyond what it had when the watch began, at its highest.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    private readonly long _before;
    private readonly Timer _timer;
    private long _peak;

    public MemoryWatch()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _before = _peak = WorkingSet();
        _timer = new(_ => Sample(), null, TimeSpan.Zero, Interval);
    }

    /// <summary>In millions of bytes.</summary>
    public double GrowthInMegabytes => (_peak - _before) / 1e6;

    public void Dispose()
    {
        Sample();
        _timer.Dispose();
    }

    private void Sample() => _peak = Math.Max(_peak, WorkingSet());

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
