using Dapper;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import.Uploads;

/// <summary>Which batch holds a file that was sent in and is no upload any more.</summary>
internal static class CommittedUploads
{
    public static void Add(string upload, string owner, long batch, SqliteConnection connection, SqliteTransaction transaction) => connection.Execute(
        "INSERT INTO committed_upload (upload_id, owner, batch_id) VALUES (@upload, @owner, @batch) ON CONFLICT DO NOTHING", new { upload, owner, batch }, transaction);

    /// <summary>null where it is none of this owner's.</summary>
    public static long? Find(string upload, string owner, SqliteConnection connection) =>
        connection.QuerySingleOrDefault<long?>("SELECT batch_id FROM committed_upload WHERE upload_id = @upload AND owner = @owner", new { upload, owner });
}
