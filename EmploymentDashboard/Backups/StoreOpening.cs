using EmploymentDashboard.Database;

namespace EmploymentDashboard.Backups;

/// <summary>The first thing that is done with the database: is it what it should be, and has it the program's schema? The caller holds the <see cref="DatabaseLock"/>.</summary>
public sealed class StoreOpening(DashboardDatabase database, Migrator migrator, BackupDesk desk, StoreHealth health, TimeProvider clock)
{
    /// <summary>A file of so many bytes is checked in full within a second or two; a larger one while the first pages are served.</summary>
    public const long CheckedFirst = 20_000_000;

    /// <summary>For the server, which serves nothing that it has not looked at.</summary>
    /// <returns>Whether the file was too large for that, so that the check is still due.</returns>
    /// <exception cref="StoreFaultException">It is damaged, or gone while there are backups of it.</exception>
    /// <exception cref="SchemaMismatchException">The database was made by another program than this.</exception>
    public async Task<bool> OpenCheckedAsync()
    {
        var (isDue, isNew) = (false, IsNew());
        if (!isNew)
        {
            migrator.RequireKnown();
            isDue = new FileInfo(database.Path).Length > CheckedFirst;
            if (!isDue && (health.LastCheck = DatabaseCheck.Of(database.Path, clock)) is { Fault: { } fault } report)
                throw new StoreFaultException(fault, database.Path, new InvalidDataException(string.Join("; ", report.Findings.Select(finding => finding.Words))));
        }

        await MigrateAsync();
        return isDue;
    }

    /// <summary>For a command, which is done sooner than a check.</summary>
    /// <exception cref="StoreFaultException">It is no database, or gone while there are backups of it.</exception>
    /// <exception cref="SchemaMismatchException">The database was made by another program than this.</exception>
    public Task OpenAsync()
    {
        _ = IsNew();
        return MigrateAsync();
    }

    /// <summary>An empty file is what SQLite makes of none.</summary>
    private bool IsNew()
    {
        if (new FileInfo(database.Path) is { Exists: true, Length: > 0 })
            return DatabaseCheck.IsDatabase(database.Path) ? false : throw new StoreFaultException(StoreFault.NotADatabase, database.Path);

        return desk.All().Count == 0 ? true : throw new StoreFaultException(StoreFault.Vanished, database.Path);
    }

    /// <summary>Nothing is migrated that could not be had back.</summary>
    private Task<int> MigrateAsync() => migrator.MigrateAsync(() => desk.MakeAsync(BackupReason.Upgrade));
}
