using Dapper;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import.Staging;

/// <summary>Finds the staged rows whose key stands in the store already, and whether they say the same.</summary>
internal static class StoreComparison
{
    /// <summary>Staged numbers of what the store knows, with the store's numbers. Few rows against those of the file.</summary>
    private const string Known = """
        CREATE TEMP TABLE known_series AS
        SELECT s.id AS staged, known.id FROM staged.series s
        JOIN main.series known ON known.indicator = s.indicator AND known.area = s.area AND known.breakdown = s.breakdown AND known.basis = s.basis;
        CREATE TEMP TABLE known_period AS
        SELECT p.id AS staged, known.span, (SELECT same.id FROM main.period same WHERE same.edtf = p.edtf) AS id
        FROM staged.period p
        JOIN main.period known ON coalesce(known.start, '') = coalesce(p.start, '') AND coalesce(known."end", '') = coalesce(p."end", '') AND known.id = known.span;
        CREATE TEMP TABLE known_source AS
        SELECT c.id AS staged, known.id FROM staged.source c JOIN main.source_number known ON known.code = c.code;
        CREATE UNIQUE INDEX temp.known_series_staged ON known_series (staged);
        CREATE UNIQUE INDEX temp.known_period_staged ON known_period (staged);
        CREATE UNIQUE INDEX temp.known_source_staged ON known_source (staged);
        """;

    // 2020-02 and 2020-02~ are the same days, but not the same statement.
    private const string Match = """
        INSERT INTO staged.matched (row_id, observation_id, is_same)
        SELECT r.id, o.id,
               o.value IS r.value AND o.bound = r.bound AND o.status = r.status AND o.as_printed = r.as_printed
               AND o.locator = r.locator AND o.note = r.note AND o.period_id IS p.id
        FROM staged.row r
        CROSS JOIN temp.known_series s ON s.staged = r.series_id
        CROSS JOIN temp.known_period p ON p.staged = r.period_id
        CROSS JOIN temp.known_source c ON c.staged = r.source_id
        CROSS JOIN main.stored_observation o ON o.series_id = s.id AND o.span = p.span AND o.source_id = c.id AND o.superseded_in IS NULL;
        """;

    private const string Forget = "DROP TABLE temp.known_series; DROP TABLE temp.known_period; DROP TABLE temp.known_source;";

    public static void Run(SqliteConnection connection)
    {
        connection.Execute(Known);
        if (connection.QuerySingle<bool>("SELECT EXISTS (SELECT 1 FROM temp.known_series)"))
            connection.Execute(Match);
        connection.Execute(Forget);
    }
}
