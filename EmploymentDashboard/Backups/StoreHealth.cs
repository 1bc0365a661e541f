using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Backups;

/// <summary>What is known about the store just now, for pages and for whoever watches the server.</summary>
public sealed class StoreHealth
{
    private CheckReport? _lastCheck;
    private BackupFailure? _lastFailure;

    /// <summary>The last check of the database since the server started; null before the first.</summary>
    public CheckReport? LastCheck
    {
        get => Volatile.Read(ref _lastCheck);
        set => Volatile.Write(ref _lastCheck, value);
    }

    /// <summary>Why the last backup failed; null where it did not.</summary>
    public BackupFailure? LastFailure
    {
        get => Volatile.Read(ref _lastFailure);
        set => Volatile.Write(ref _lastFailure, value);
    }
}

/// <summary>A backup that was not made.</summary>
public sealed record BackupFailure(DateTimeOffset At, Bilingual Why);
