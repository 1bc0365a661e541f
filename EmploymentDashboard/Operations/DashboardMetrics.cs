using System.Diagnostics.Metrics;
using EmploymentDashboard.Database;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace EmploymentDashboard.Operations;

/// <summary>What the server counts of itself, beside what the framework counts of requests, limits and memory.</summary>
internal sealed class DashboardMetrics
{
    public const string Name = "EmploymentDashboard";

    private readonly Counter<long> _failures;
    private long _openPages;

    public DashboardMetrics(IMeterFactory meters, DashboardDatabase database)
    {
        var meter = meters.Create(Name);
        _failures = meter.CreateCounter<long>("dashboard.failures", "{failure}", "Requests that ended in an error of the program.");
        meter.CreateObservableUpDownCounter("dashboard.pages.connected", () => Interlocked.Read(ref _openPages), "{page}", "Pages that are open and connected.");
        meter.CreateObservableCounter("dashboard.database.commits", () => database.Version - 1, "{commit}", "Commits since the start that may have touched figures.");
        meter.CreateObservableGauge("dashboard.database.size", () => LengthOf(database.Path) + LengthOf(database.Path + "-wal"), "By", "The database file and its log.");
        meter.CreateObservableGauge("dashboard.disk.free", () => DiskHealth.FreeBytes(database), "By", "Room on the database's disk.");
    }

    public void CountFailure() => _failures.Add(1);

    public void CountPage(int change) => Interlocked.Add(ref _openPages, change);

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}

/// <summary>Counts the pages that are connected.</summary>
internal sealed class CircuitCount(DashboardMetrics metrics) : CircuitHandler
{
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        metrics.CountPage(1);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        metrics.CountPage(-1);
        return Task.CompletedTask;
    }
}
