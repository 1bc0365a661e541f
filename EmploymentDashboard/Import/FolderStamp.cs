using System.Security.Cryptography;
using System.Text;
using Dapper;
using EmploymentDashboard.Database;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import;

/// <summary>Remembers which folder was loaded without anything to report, so that a start that finds every byte of it the same need not read it again.</summary>
internal sealed class FolderStamp
{
    private readonly string _text;

    private FolderStamp(string text) => _text = text;

    /// <summary>Of the names and bytes of a folder's files, and of the program that reads them: another version may read them in another way.</summary>
    public static async Task<FolderStamp> OfAsync(string folder, CancellationToken cancellation)
    {
        var text = new StringBuilder(typeof(FolderStamp).Module.ModuleVersionId.ToString());
        IEnumerable<string> files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
        foreach (var file in files)
            text.Append('\n').Append(Path.GetRelativePath(folder, file)).Append(' ').Append(await HashAsync(file, cancellation));
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }

    /// <summary>The files as the last load left them; empty where the folder, or the program, is another.</summary>
    public IReadOnlyList<FileReport> Loaded(SqliteConnection connection) =>
        [.. connection.Query<(string File, long Batch)>("SELECT file, batch_id FROM loaded_folder WHERE stamp = @_text ORDER BY file", new { _text }).Select(row => new FileReport { Name = row.File, BatchId = row.Batch, Issues = [] })];

    /// <summary>Remembers a load; not where there was something to report, for that has to be found again at the next start.</summary>
    public Task RememberAsync(LoadReport report, DashboardDatabase database) => database.WriteBesideFiguresAsync((connection, transaction) =>
    {
        connection.Execute("DELETE FROM loaded_folder", transaction: transaction);
        if (!report.Issues.Any())
            connection.Execute("INSERT INTO loaded_folder (stamp, file, batch_id) VALUES (@_text, @Name, @BatchId)", report.Files.Select(file => new { _text, file.Name, file.BatchId }), transaction);
        return true;
    });

    private static async Task<string> HashAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Never the same twice: the load has to find it, and to report it.
            return Guid.NewGuid().ToString();
        }
    }
}
