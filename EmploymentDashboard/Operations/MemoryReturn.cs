using Microsoft.AspNetCore.Components.Server.Circuits;

namespace EmploymentDashboard.Operations;

/// <summary>
/// Gives memory back to the system once most readers have left. The collector keeps what a crowd needed until there is work again, which on the evening of a
/// busy day there is not; the one full collection takes some tenths of a second, when few are left to notice.
/// </summary>
internal sealed class MemoryReturn(MemoryReturn.Crowd crowd, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (crowd.HasGone())
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    /// <summary>Counts the circuits that are held, connected or waiting for their reader to come back.</summary>
    internal sealed class Crowd : CircuitHandler
    {
        /// <summary>A circuit of the Explorer is about half a megabyte: fewer are not worth a collection.</summary>
        private const long FewestGone = 50;

        private long _circuits;
        private long _most;

        public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            Count(1);
            return Task.CompletedTask;
        }

        public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            Count(-1);
            return Task.CompletedTask;
        }

        /// <summary>Whether at least half of the most there were since this was last so are gone.</summary>
        public bool HasGone()
        {
            var now = Interlocked.Read(ref _circuits);
            var most = Math.Max(Interlocked.Read(ref _most), now);
            var hasGone = now * 2 <= most && most - now >= FewestGone;
            Interlocked.Exchange(ref _most, hasGone ? now : most);
            return hasGone;
        }

        internal void Count(int change)
        {
            var now = Interlocked.Add(ref _circuits, change);
            for (var most = Interlocked.Read(ref _most); now > most; most = Interlocked.Read(ref _most))
                Interlocked.CompareExchange(ref _most, now, most);
        }
    }
}
