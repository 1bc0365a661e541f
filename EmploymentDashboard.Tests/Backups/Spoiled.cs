using Dapper;
using EmploymentDashboard.Database;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Tests.Backups;

/// <summary>Does to the file of a database what a failing disk does.</summary>
internal static class Spoiled
{
    /// <summary>Overwrites the first page of the table of figures, on the disk and past SQLite.</summary>
    public static void Page(DashboardDatabase database)
    {
        var (page, size) = Fold(database, "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_master WHERE name = 'stored_observation'");
        Overwrite(database.Path, (page - 1) * size, Enumerable.Repeat((byte)0xAB, (int)size).ToArray());
    }

    /// <summary>Turns one bit of a letter that stands in a row: the pages still look sound.</summary>
    public static void Letter(DashboardDatabase database, string text)
    {
        Fold(database, "SELECT 0, 0");
        var bytes = File.ReadAllBytes(database.Path);
        var at = bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.True(at > 0, $"The file does not hold “{text}”.");
        Overwrite(database.Path, at, [(byte)(bytes[at] ^ 1)]);
    }

    public static void Overwrite(string path, long at, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        file.Position = at;
        file.Write(bytes);
    }

    /// <summary>Takes the log into the file, and lets go of it, so that what is on the disk is what is read next.</summary>
    private static (long, long) Fold(DashboardDatabase database, string query)
    {
        using var connection = database.Open();
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var answer = connection.QuerySingle<(long, long)>(query);
        SqliteConnection.ClearPool(connection);
        return answer;
    }
}
