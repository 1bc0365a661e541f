using System.Text.Json;
using EmploymentDashboard.Database;

namespace EmploymentDashboard.Backups;

/// <summary>
/// What the database said when the server last looked, kept beside it in <c>dashboard.db.seal</c>. As long as nobody has written since, which the mark
/// tells, it must say the same: so a bit that turned over within a number is found, where the pages themselves look sound. Deleting the file accepts the
/// database as it is.
/// </summary>
/// <param name="Mark">See <see cref="DashboardDatabase.MarkOf"/>.</param>
public sealed record Seal(long Mark, string LogicalHash, DateTimeOffset SealedAt)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string PathOf(string databasePath) => databasePath + ".seal";

    /// <summary>null where there is none that can be read.</summary>
    public static Seal? Of(string databasePath)
    {
        try
        {
            return JsonSerializer.Deserialize<Seal>(File.ReadAllBytes(PathOf(databasePath)), Json);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Seals the database as it is now, and returns the mark.</summary>
    public static long Set(DashboardDatabase database, DateTimeOffset now, CancellationToken cancellation = default)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        var mark = DashboardDatabase.MarkOf(connection, transaction);
        new Seal(mark, Backups.LogicalHash.Of(connection, transaction, cancellation).Hash, now).Write(database.Path);
        return mark;
    }

    public void Write(string databasePath) => PrivateFile.Replace(PathOf(databasePath), JsonSerializer.SerializeToUtf8Bytes(this, Json));
}
