using EmploymentDashboard.Database;
using SQLitePCL;

namespace EmploymentDashboard.Benchmarks;

/// <summary>Listens to the statements that a piece of the program sends to SQLite, with their parameters written in.</summary>
internal static class StatementTrace
{
    /// <summary>No view has more connections open at once.</summary>
    private const int MostAtOnce = 4;

    public static IReadOnlyList<string> Of(DashboardDatabase database, Action work)
    {
        var statements = new List<string>();
        strdelegate_trace listener = (_, statement) =>
        {
            lock (statements)
                statements.Add(statement);
        };
        Listen(listener);
        work();
        Listen(null);
        return [.. statements.Where(statement => !statement.StartsWith("PRAGMA", StringComparison.OrdinalIgnoreCase) && !statement.StartsWith("--", StringComparison.Ordinal))];

        // Readers get these connections from the pool again.
        void Listen(strdelegate_trace? to)
        {
            var connections = Enumerable.Range(0, MostAtOnce).Select(_ => database.Open()).ToList();
            foreach (var connection in connections)
                raw.sqlite3_trace(connection.Handle, to, null);
            connections.ForEach(connection => connection.Dispose());
        }
    }
}
