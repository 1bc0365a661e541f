using EmploymentDashboard.Database;
using SQLitePCL;

namespace EmploymentDashboard.Benchmarks;

/// <summary>Listens to the statements that a piece of the program sends to SQLite, with their parameters written in.</summary>
internal static class StatementTrace
{
    public static IReadOnlyList<string> Of(DashboardDatabase database, Action work)
    {
        var statements = new List<string>();
        strdelegate_trace listener = (_, statement) => statements.Add(statement);
        Listen(listener);
        work();
        Listen(null);
        return [.. statements.Where(statement => !statement.StartsWith("PRAGMA", StringComparison.OrdinalIgnoreCase) && !statement.StartsWith("--", StringComparison.Ordinal))];

        // One reader at a time gets the same connection from the pool again.
        void Listen(strdelegate_trace? to)
        {
            using var connection = database.Open();
            raw.sqlite3_trace(connection.Handle, to, null);
        }
    }
}
