using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Backups;

/// <summary>
/// Watches over the store while the server runs: seals it once writing has come to rest, and each night checks it and makes a backup. What it finds damaged is
/// not copied, and not written any more.
/// </summary>
public sealed partial class StoreKeeper(DashboardDatabase database, BackupDesk desk, StoreHealth health, IOptions<BackupOptions> options, TimeProvider clock, ILogger<StoreKeeper> log) : BackgroundService
{
    /// <summary>How often it looks. Writing rests when nothing was written between two looks.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    /// <summary>A server that was off at night makes up for it when it has been running for so long.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    private long _seen = -1;

    /// <summary>Whether the database has not been checked yet since the start.</summary>
    public bool IsCheckDue { get; set; }

    /// <summary>Checks the database, and refuses writing where it is damaged.</summary>
    public async Task<CheckReport> CheckAsync(CancellationToken cancellation = default)
    {
        var report = await Task.Run(() => DatabaseCheck.Of(database.Path, clock, desk.Folder, cancellation), cancellation);
        health.LastCheck = report;
        if (report.IsSound)
        {
            TrySeal(() => new Seal(report.Mark!.Value, report.Content!.Hash, report.At).Write(database.Path));
            return report;
        }

        database.IsDamaged = report.IsDamaged;
        foreach (var finding in report.Findings)
            LogFinding(log, database.Path, finding.Words);
        if (Mending.Advice(StoreFault.Damaged, database.Path, desk.Folder) is { } advice)
            LogAdvice(log, advice);
        return report;
    }

    /// <summary>Checks the database and, where it is sound, makes a backup.</summary>
    /// <returns>The backup; null where none was made, and <see cref="StoreHealth"/> says why.</returns>
    public async Task<Backup?> BackUpAsync(BackupReason reason, CancellationToken cancellation = default)
    {
        if ((await CheckAsync(cancellation)).Fault is { } found)
        {
            health.LastFailure = new(clock.GetUtcNow(), StoreFaultException.WordsOf(found));
            return null;
        }

        try
        {
            var backup = await desk.MakeAsync(reason, cancellation);
            health.LastFailure = null;
            LogBackup(log, backup.Path, backup.Size, backup.Manifest!.LogicalHash);
            return backup;
        }
        catch (StoreFaultException fault)
        {
            health.LastFailure = new(clock.GetUtcNow(), fault.Words);
            LogFailure(log, fault.Message);
            return null;
        }
    }

    /// <summary>The night's hour that comes next, or soon where the last backup is of more than a day ago.</summary>
    /// <param name="last">When the last verified backup was made; null where there is none.</param>
    public static DateTimeOffset NextNight(DateTimeOffset now, DateTimeOffset? last, int hour)
    {
        var china = now.ToOffset(TimeSpan.FromHours(8));
        var tonight = new DateTimeOffset(china.Date, china.Offset).AddHours(hour);
        var next = tonight > now ? tonight : tonight.AddDays(1);
        return last is { } made && made > next.AddDays(-1) - Late ? next : Earlier(next, now + Late);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (IsCheckDue)
                await CheckAsync(stoppingToken);
            var night = Night();
            while (true)
            {
                await Task.Delay(Pace, clock, stoppingToken);
                if (night is { } due && clock.GetUtcNow() >= due)
                {
                    await SpendNightAsync(stoppingToken);
                    // What failed is tried again the next night, not every ten minutes.
                    night = NextNight(clock.GetUtcNow(), clock.GetUtcNow(), options.Value.Hour);
                }
                else
                {
                    SealAtRest(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    /// <summary>The last look, so that the next start can tell whether the file is as it was left.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        SealUnlessSealed(cancellationToken);
    }

    private DateTimeOffset? Night() => options.Value.Nightly ? NextNight(clock.GetUtcNow(), desk.All().FirstOrDefault(backup => backup.IsVerified)?.MadeAt, options.Value.Hour) : null;

    /// <summary>A night that went wrong, in whatever way, must not end the server.</summary>
    private async Task SpendNightAsync(CancellationToken cancellation)
    {
        try
        {
            await BackUpAsync(BackupReason.Nightly, cancellation);
        }
#pragma warning disable CA1031 // It is logged, and the server goes on.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailure(log, exception.ToString());
        }
    }

    private void SealAtRest(CancellationToken cancellation)
    {
        var version = database.Writings;
        if (version == _seen)
            SealUnlessSealed(cancellation);
        _seen = version;
    }

    private void SealUnlessSealed(CancellationToken cancellation) => TrySeal(() =>
    {
        if (!database.IsDamaged && !IsSealed())
            Seal.Set(database, clock.GetUtcNow(), cancellation);
    });

    /// <summary>Nothing is lost without a seal: the next look tries again.</summary>
    private void TrySeal(Action seal)
    {
        try
        {
            seal();
        }
        catch (Exception exception) when (exception is Microsoft.Data.Sqlite.SqliteException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            LogNoSeal(log, exception.Message);
        }
    }

    private bool IsSealed()
    {
        using var connection = database.Open();
        return Seal.Of(database.Path)?.Mark == DashboardDatabase.MarkOf(connection);
    }

    private static DateTimeOffset Earlier(DateTimeOffset first, DateTimeOffset second) => first < second ? first : second;

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database {Path} is damaged: {Finding}. Nothing is written to it any more")]
    private static partial void LogFinding(ILogger log, string path, Bilingual finding);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Advice}")]
    private static partial void LogAdvice(ILogger log, Bilingual advice);

    [LoggerMessage(Level = LogLevel.Information, Message = "Backup {Path}: {Size} bytes, verified, logical hash {Hash}")]
    private static partial void LogBackup(ILogger log, string path, long size, string hash);

    [LoggerMessage(Level = LogLevel.Error, Message = "No backup was made: {Why}")]
    private static partial void LogFailure(ILogger log, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database was not sealed: {Why}")]
    private static partial void LogNoSeal(ILogger log, string why);
}
