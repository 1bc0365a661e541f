namespace EmploymentDashboard.Shell;

/// <summary>Section "Dashboard" of the configuration. Relative paths count from the program's own folder; the command line gives full ones.</summary>
public sealed class DashboardOptions
{
    /// <summary>The SQLite file.</summary>
    public string Database { get; set; } = "var/dashboard.db";

    /// <summary>The folder of areas, indicators, sources and figures that is loaded at start.</summary>
    public string Data { get; set; } = "data";

    /// <summary>Most megabytes of a file that is sent in through the page.</summary>
    public int UploadLimit { get; set; } = 50;

    /// <summary>Sites that may show charts within a frame, as Content-Security-Policy names them: <c>*</c> for all, <c>'self'</c> for none but this, or <c>https://example.org</c>, several parted by spaces.</summary>
    public string FrameAncestors { get; set; } = "*";

    /// <summary>Shows generated data from a database of its own instead: <c>--demo</c>.</summary>
    public bool Demo { get; set; }

    /// <summary>The database in use. Generated figures never share a file with real ones.</summary>
    public string DatabasePath => Absolute(Demo ? Path.ChangeExtension(Database, ".demo.db") : Database);

    public string DataPath => Absolute(Data);

    private static string Absolute(string path) => Path.GetFullPath(path, AppContext.BaseDirectory);
}
