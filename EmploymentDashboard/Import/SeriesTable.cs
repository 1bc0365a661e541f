using Dapper;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import;

/// <summary>Numbers of series; one that is not there yet is made.</summary>
internal sealed class SeriesTable(SqliteConnection connection, SqliteTransaction transaction)
{
    private readonly Dictionary<SeriesKey, long> _ids = [];

    public long IdOf(SeriesKey series)
    {
        if (_ids.TryGetValue(series, out var id))
            return id;

        var key = new { series.Area, series.Indicator, series.Breakdown, Basis = Codes.Basis.Write(series.Basis) };
        connection.Execute(
            "INSERT INTO series (area, indicator, breakdown, basis) VALUES (@Area, @Indicator, @Breakdown, @Basis) ON CONFLICT DO NOTHING", key, transaction);
        id = connection.QuerySingle<long>(
            "SELECT id FROM series WHERE indicator = @Indicator AND area = @Area AND breakdown = @Breakdown AND basis = @Basis", key, transaction);
        _ids.Add(series, id);
        return id;
    }
}
