using System.Globalization;
using System.Text;
using Dapper;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Faults;

/// <summary>Files to import, and a database that holds the reference tables of the data folder.</summary>
internal static class FaultFiles
{
    private const string Source = "cqrb-2023-03-06-banan";
    private static readonly string[] Areas = ["500101", "500102", "500103", "500104", "500105", "500106", "500107", "500108", "500109", "500110", "500111", "500113"];

    /// <summary>The same keys in every file with other values: each import adds as many figures as it supersedes.</summary>
    /// <param name="months">So many months of twelve districts, from 2000 on.</param>
    public static string Text(int number, int months)
    {
        var text = new StringBuilder("area,indicator,period,value,source\n");
        for (var month = 0; month < months; month++)
        {
            foreach (var area in Areas)
                text.Append(CultureInfo.InvariantCulture, $"{area},job_fairs,{2000 + (month / 12)}-{(month % 12) + 1:00},{10 + number},{Source}\n");
        }

        return text.ToString();
    }

    /// <summary>A database with the data folder loaded. The caller disposes it.</summary>
    public static async Task<DashboardDatabase> FilledAsync(string path)
    {
        var database = new DashboardDatabase(path);
        await new Migrator(database, TimeProvider.System).MigrateAsync();
        await new DataFolder(database, TimeProvider.System).LoadAsync(Repository.Data);
        return database;
    }

    /// <summary>Batches whose figures are not those that they counted: of a commit that was half done.</summary>
    public static IReadOnlyList<long> PartialBatches(DashboardDatabase database)
    {
        using var connection = database.Open();
        return [.. connection.Query<long>(
            """
            SELECT b.id FROM batch b
            WHERE b.added + b.changed <> (SELECT count(*) FROM stored_observation o JOIN change c ON c.id = o.recorded_in WHERE c.batch_id = b.id AND c.kind = 'commit')
               OR b.changed <> (SELECT count(*) FROM stored_observation o JOIN change c ON c.id = o.superseded_in WHERE c.batch_id = b.id AND c.kind = 'commit')
               OR NOT EXISTS (SELECT 1 FROM batch_content WHERE batch_id = b.id)
            """)];
    }

    public static string HashOf(DashboardDatabase database)
    {
        using var connection = database.Open();
        return LogicalHash.Of(connection).Hash;
    }
}
