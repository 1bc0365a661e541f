using System.ComponentModel.DataAnnotations;

namespace EmploymentDashboard.Backups;

/// <summary>Section "Backup" of the configuration.</summary>
public sealed class BackupOptions
{
    /// <summary>Where backups lie; empty for the folder "backups" beside the database. A relative path counts from the program's own folder.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Whether the server makes a backup every night.</summary>
    public bool Nightly { get; set; } = true;

    /// <summary>The hour in China's time, 0 to 23.</summary>
    [Range(0, 23)]
    public int Hour { get; set; } = 3;

    /// <summary>Of how many days the last backup is kept.</summary>
    [Range(1, 366)]
    public int Daily { get; set; } = 7;

    /// <summary>Of how many weeks, from Monday on, the last backup is kept.</summary>
    [Range(0, 520)]
    public int Weekly { get; set; } = 4;

    /// <summary>Of how many months the last backup is kept.</summary>
    [Range(0, 1200)]
    public int Monthly { get; set; } = 12;

    public BackupRule Rule => new(Daily, Weekly, Monthly);

    public string FolderOf(string databasePath) =>
        Folder.Length > 0 ? Path.GetFullPath(Folder, AppContext.BaseDirectory) : Path.Combine(Path.GetDirectoryName(databasePath)!, "backups");
}
