using Dapper;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import.Staging;

/// <summary>Puts figures of the file beside each other and beside what stands, one area and indicator at a time, where there is anything to see.</summary>
internal static class Neighbourhoods
{
    public static void Question(SqliteConnection connection, StagedWriter staged, NeighbourChecks checks, StagedIssues issues)
    {
        var known = connection
            .Query<Pair>("SELECT DISTINCT s.area, s.indicator FROM staged.series s JOIN main.series k ON k.indicator = s.indicator AND k.area = s.area")
            .Select(pair => (pair.Area, pair.Indicator))
            .ToHashSet();
        var worthwhile = staged.Series
            .GroupBy(series => (series.Key.Area, series.Key.Indicator))
            .Where(pair => known.Contains(pair.Key) || HasNeighbours([.. pair]))
            .ToList();
        if (worthwhile.Count == 0)
            return;

        if (worthwhile.Exists(pair => pair.Any(series => series.IsScattered)))
            connection.Execute("CREATE INDEX staged.row_by_series ON row (series_id)");
        using var reader = new StagedSeriesReader(connection, staged);
        using var standing = new StandingReader(connection);
        foreach (var pair in worthwhile)
        {
            IReadOnlyList<StagedFigure> rows = [.. pair.SelectMany(reader.Read)];
            IReadOnlyList<Observation> stored = known.Contains(pair.Key) ? standing.Read(pair.Key.Area, pair.Key.Indicator) : [];
            checks.Question(rows, stored);
            issues.FlushIfMany();
        }
    }

    /// <summary>Whether the file's own figures can contradict each other.</summary>
    private static bool HasNeighbours(IReadOnlyList<StagedSeries> pair) =>
        pair.Any(series => series.Sources.Count > 1
            || series.Key.Basis == Basis.Ytd
            || (series.Range is var (smallest, largest) && largest >= smallest * NeighbourChecks.OutOfScale))
        || pair.GroupBy(series => series.Key.Basis).Any(basis => basis.Count() > 1);

    private sealed class Pair
    {
        public required string Area { get; init; }

        public required string Indicator { get; init; }
    }
}
