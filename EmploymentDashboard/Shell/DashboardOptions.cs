using System.ComponentModel.DataAnnotations;
using EmploymentDashboard.Operations;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Shell;

/// <summary>Section "Dashboard" of the configuration. Relative paths count from the program's own folder; the command line gives full ones.</summary>
public sealed class DashboardOptions : ICheckedSettings
{
    /// <summary>The SQLite file.</summary>
    public string Database { get; set; } = "var/dashboard.db";

    /// <summary>The folder of areas, indicators, sources and figures that is loaded at start.</summary>
    public string Data { get; set; } = "data";

    /// <summary>Most megabytes of a file that is sent in through the page.</summary>
    [Range(1, 10_000)]
    public int UploadLimit { get; set; } = 50;

    /// <summary>Sites that may show charts within a frame, as Content-Security-Policy names them: <c>*</c> for all, <c>'self'</c> for none but this, or <c>https://example.org</c>, several parted by spaces.</summary>
    public string FrameAncestors { get; set; } = "*";

    /// <summary>Shows generated data from a database of its own instead: <c>--demo</c>.</summary>
    public bool Demo { get; set; }

    /// <summary>The database in use. Generated figures never share a file with real ones.</summary>
    public string DatabasePath => Absolute(Demo ? Path.ChangeExtension(Database, ".demo.db") : Database);

    public string DataPath => Absolute(Data);

    public IEnumerable<(string Key, Bilingual Mistake)> Check()
    {
        if (string.IsNullOrWhiteSpace(Database))
            yield return (nameof(Database), new("不能为空", "it must not be empty"));
        // A semicolon would begin another rule of the page's policy.
        if (FrameAncestors.Contains(';', StringComparison.Ordinal) || FrameAncestors.Contains(',', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(FrameAncestors))
            yield return (nameof(FrameAncestors), new("写成 *、'self'，或 https://example.org 这样的网站，几个用空格隔开", "write *, 'self', or sites such as https://example.org, several parted by spaces"));
    }

    private static string Absolute(string path) => Path.GetFullPath(path, AppContext.BaseDirectory);
}
