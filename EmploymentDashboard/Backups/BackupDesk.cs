using EmploymentDashboard.Database;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Backups;

/// <summary>The backups of the database: lists them, makes one, lets superfluous ones go.</summary>
public sealed class BackupDesk(DashboardDatabase database, IOptions<BackupOptions> options, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Where they lie. It is there once the first was made.</summary>
    public string Folder { get; } = options.Value.FolderOf(database.Path);

    public BackupRule Rule => options.Value.Rule;

    /// <summary>The latest first.</summary>
    public static IReadOnlyList<Backup> AllOf(string databasePath, string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Select(path => Backup.At(path, databasePath)).OfType<Backup>().OrderByDescending(backup => backup.MadeAt)]
            : [];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Backup> All() => AllOf(database.Path, Folder);

    /// <summary>Makes one, verified, and lets those go that the rule keeps no longer. One at a time: others wait.</summary>
    /// <exception cref="StoreFaultException">The database is damaged, or the disk is full or read-only.</exception>
    public async Task<Backup> MakeAsync(BackupReason reason, CancellationToken cancellation = default)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var path = await Task.Run(() => Make(reason, cancellation), cancellation);
            foreach (var superfluous in Rule.Superfluous(All()))
                Delete(superfluous);
            return Backup.At(path, database.Path)!;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private string Make(BackupReason reason, CancellationToken cancellation)
    {
        // Names go by the second, and the newest is the last by name even where the clock was set back.
        var moment = clock.GetUtcNow();
        if (All() is [{ MadeAt: var last }, ..] && last.AddSeconds(1) > moment)
            moment = last.AddSeconds(1);
        var path = Path.Combine(Folder, Backup.NameOf(database.Path, moment));
        BackupWriter.Write(database, path, reason, clock, cancellation);
        return path;
    }

    /// <summary>The manifest first: what is left of a deletion broken off is a backup that counts as not verified.</summary>
    private static void Delete(Backup backup)
    {
        File.Delete(BackupManifest.PathOf(backup.Path));
        File.Delete(backup.Path);
    }
}
