using Dapper;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import.Staging;

/// <summary>
/// Rows of one key, which one source can say only once. Of rows that say the same the first stays; where they differ no one knows
/// which is right, and none does.
/// </summary>
internal static class RepeatedKeys
{
    public static void Reject(SqliteConnection connection, StagedWriter staged, IssueLog log)
    {
        if (staged.Repeated.Count == 0)
            return;

        connection.Execute("CREATE INDEX staged.row_by_key ON row (series_id, period_id, source_id)");
        foreach (var (series, span, source) in staged.Repeated)
        {
            var rows = StagedRow.Query(connection, "WHERE r.series_id = @series AND r.period_id IN (SELECT id FROM staged.period WHERE span = @span) AND r.source_id = @source ORDER BY r.id", new { series, span, source });
            var differ = rows.Any(row => row.Observation.Quantity != rows[0].Observation.Quantity || row.Observation.Status != rows[0].Observation.Status);
            foreach (var row in differ ? rows : rows.Skip(1))
            {
                var others = string.Join(", ", rows.Where(other => other != row).Select(other => other.Line).Distinct());
                log.Add(
                    IssueKind.DuplicateKey,
                    differ ? new($"只有一处；第 {others} 行数值不同", $"it once; line {others} has another figure") : new($"只有一处；与第 {others} 行相同", $"it once; the same as line {others}"),
                    row.Value);
                connection.Execute("DELETE FROM staged.row WHERE id = @Id", row);
            }
        }

        connection.Execute("""
            DELETE FROM staged.series WHERE id NOT IN (SELECT series_id FROM staged.row);
            DELETE FROM staged.period WHERE id NOT IN (SELECT period_id FROM staged.row);
            DELETE FROM staged.source WHERE id NOT IN (SELECT source_id FROM staged.row);
            """);
    }
}
