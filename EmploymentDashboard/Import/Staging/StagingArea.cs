using Dapper;
using EmploymentDashboard.Database;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import.Staging;

/// <summary>
/// The place where the rows of one file lie between being read and being taken in: a SQLite file of its own, so that a preview
/// neither writes to the store nor fills the memory, survives a lost connection, and is committed exactly as it was shown.
/// </summary>
internal sealed class StagingArea : IDisposable
{
    private const string Schema = """
        CREATE TABLE staged.series (id INTEGER PRIMARY KEY, area TEXT NOT NULL, indicator TEXT NOT NULL, breakdown TEXT NOT NULL, basis TEXT NOT NULL);
        CREATE TABLE staged.period (id INTEGER PRIMARY KEY, edtf TEXT NOT NULL, start TEXT, "end" TEXT, reference_month TEXT NOT NULL, span INTEGER NOT NULL);
        CREATE TABLE staged.source (id INTEGER PRIMARY KEY, code TEXT NOT NULL);
        CREATE TABLE staged.heading (column_no INTEGER PRIMARY KEY, name TEXT NOT NULL);
        CREATE TABLE staged.row (
            id INTEGER PRIMARY KEY, series_id INTEGER NOT NULL, period_id INTEGER NOT NULL, source_id INTEGER NOT NULL,
            value REAL, bound TEXT NOT NULL, status TEXT NOT NULL, as_printed TEXT NOT NULL, locator TEXT NOT NULL, note TEXT NOT NULL,
            line INTEGER NOT NULL, last_line INTEGER NOT NULL, column_no INTEGER NOT NULL, raw TEXT NOT NULL);
        CREATE TABLE staged.issue (
            ordinal INTEGER PRIMARY KEY, code TEXT NOT NULL, level TEXT NOT NULL, line INTEGER, row_line INTEGER, column_no INTEGER, column_name TEXT NOT NULL,
            raw TEXT NOT NULL, expected_zh TEXT NOT NULL, expected_en TEXT NOT NULL, remedy_zh TEXT NOT NULL, remedy_en TEXT NOT NULL);
        -- Rows whose key stands in the store, and whether they say the same.
        CREATE TABLE staged.matched (row_id INTEGER PRIMARY KEY, observation_id INTEGER NOT NULL, is_same INTEGER NOT NULL);
        """;

    private const string Mark = ".staged-";

    /// <summary>No import takes so long.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly DashboardDatabase _database;

    private StagingArea(DashboardDatabase database, string path) => (_database, Path) = (database, path);

    /// <summary>The SQLite file.</summary>
    public string Path { get; }

    /// <param name="path">Where the rows are to lie until this is disposed; null for a place beside the store.</param>
    public static StagingArea Create(DashboardDatabase database, string? path)
    {
        if (path is null)
            Sweep(database.Path);
        var area = new StagingArea(database, path ?? $"{database.Path}{Mark}{Guid.NewGuid():N}");
        using var connection = area.Open();
        connection.Execute(Schema);
        return area;
    }

    /// <summary>A connection to the store on which the rows of the file go by the name of <c>staged</c>. The caller disposes it.</summary>
    public SqliteConnection Open() => _database.OpenWith(Path);

    public void Dispose() => File.Delete(Path);

    /// <summary>Takes away what imports left beside the store that were killed, or lost their power: it can be as large as the file that they read.</summary>
    private static void Sweep(string store)
    {
        var before = TimeProvider.System.GetUtcNow().UtcDateTime - Abandoned;
        var folder = new FileInfo(store).Directory!;
        foreach (var file in folder.EnumerateFiles($"{System.IO.Path.GetFileName(store)}{Mark}*").Where(file => file.LastWriteTimeUtc < before))
        {
            try
            {
                file.Delete();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It is in nobody's way, and the next import tries again.
            }
        }
    }
}
