using System.Globalization;
using Dapper;
using EmploymentDashboard.Database;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Backups;

/// <summary>
/// Holds a database against its last backup: what is written once and never changed must still stand as it did then. So damage is found that came before the
/// last writing, which the <see cref="Seal"/> cannot tell from what was written.
/// </summary>
internal static class PastCheck
{
    /// <summary>Tables whose rows are written once, and the columns that are set later all the same.</summary>
    private static readonly (string Table, string[] Later)[] WrittenOnce =
    [
        ("change", []),
        ("batch", ["state"]),
        ("batch_content", []),
        ("batch_issue", []),
        ("series", []),
        ("period", []),
        ("source_number", []),
        ("stored_observation", ["superseded_in"]),
        ("confirmation", []),
        ("annotation", ["withdrawn_by", "withdrawn_at"]),
        ("bulletin", []),
        ("bulletin_edition", []),
        ("bulletin_figure", []),
    ];

    /// <summary>Says which backups are of the database that stands: after another one was put in its place, only those made since.</summary>
    public static string RestoredPath(string databasePath) => databasePath + ".restored";

    /// <summary>The last backup that can be held against the database, its bytes as they were noted; null where there is none.</summary>
    public static Backup? Measure(string databasePath, string folder)
    {
        var since = Restoring.LastAt(databasePath) ?? DateTimeOffset.MinValue;
        return BackupDesk.AllOf(databasePath, folder).FirstOrDefault(backup => backup.IsVerified && backup.MadeAt > since) is { } last && DatabaseCheck.FileHash(last.Path) == last.Manifest!.Sha256 ? last : null;
    }

    public static IEnumerable<CheckFinding> Of(DashboardDatabase database, Backup past)
    {
        using var connection = database.Open();
        connection.Execute("ATTACH DATABASE @Path AS past", new { past.Path });
        try
        {
            foreach (var (table, later) in WrittenOnce)
            {
                var changed = Changed(connection, table, later);
                if (changed > 0)
                    yield return new("past_changed", new($"{table} 有 {changed} 行与备份 {past.Name} 里的不同，而这些行写入后本不再改", $"{changed} rows of {table} are not as in the backup {past.Name}, though they are written once"));
            }
        }
        finally
        {
            connection.Execute("DETACH DATABASE past");
        }
    }

    private static long Changed(SqliteConnection connection, string table, string[] later)
    {
        var columns = connection.Query<(string Name, long Key)>("SELECT name, pk FROM pragma_table_info(@table, 'past')", new { table }).ToList();
        if (columns.Count == 0)
            return 0;

        var key = columns.Where(column => column.Key > 0).Select(column => $"m.\"{column.Name}\" = p.\"{column.Name}\"");
        var values = columns.Select(column => column.Name).Except(later).ToList();
        return connection.QuerySingle<long>(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT count(*) FROM past."{table}" p LEFT JOIN main."{table}" m ON {string.Join(" AND ", key)}
            WHERE ({Row("m", values)}) IS NOT ({Row("p", values)})
            """));
    }

    private static string Row(string table, IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"{table}.\"{column}\""));
}
