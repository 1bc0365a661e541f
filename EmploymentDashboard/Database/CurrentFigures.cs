using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Database;

/// <summary>The figures that stand now.</summary>
public static class CurrentFigures
{
    /// <summary>All series and sources of these areas and indicators.</summary>
    public static IReadOnlyList<Figure> Of(SqliteConnection connection, IEnumerable<(string Area, string Indicator)> pairs, SqliteTransaction? transaction = null)
    {
        const string sql = FigureReader.Select + "WHERE s.indicator = @Indicator AND s.area = @Area AND o.superseded_in IS NULL";
        return [.. pairs.Distinct().SelectMany(pair => FigureReader.Read(connection, sql, new { pair.Area, pair.Indicator }, transaction))];
    }
}
