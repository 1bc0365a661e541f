using System.CommandLine;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;

namespace EmploymentDashboard.Commands;

/// <summary>Areas, indicators, breakdowns and sources, without which no figure can be named.</summary>
internal static class ReferenceData
{
    /// <summary>Whether the command line names the folder they are to come from.</summary>
    public static bool IsAskedFor(ParseResult parsed) => parsed.GetValue<string>(DashboardCommand.Data) is not null;

    /// <summary>
    /// Takes the tables of the folder into a database that has none, as the server does at its first start. Those of one that has are left
    /// alone unless that is asked for: its tables may come from another folder.
    /// </summary>
    /// <param name="error">Where to tell what is wrong with the tables.</param>
    public static async Task EnsureAsync(DashboardDatabase database, string folder, bool isAskedFor, TextWriter error, CancellationToken cancellation)
    {
        if (!isAskedFor && !IsEmpty(database))
            return;

        var tables = await ReferenceTables.ReadAsync(folder, cancellation);
        foreach (var issue in tables.Issues)
            await error.WriteLineAsync(Terminal.Plain(issue.Describe()));
        await database.WriteAsync(
            (connection, transaction) =>
            {
                CatalogStore.Save(tables.Catalog, connection, transaction);
                return true;
            },
            cancellation);
    }

    private static bool IsEmpty(DashboardDatabase database)
    {
        using var connection = database.Open();
        return CatalogStore.Read(connection) is { Areas.Count: 0, Indicators.Count: 0 };
    }
}
