using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import.Staging;

/// <summary>Reads the staged figures of one series after another, with the names that their writer still knows and without the words that no check looks at.</summary>
internal sealed class StagedSeriesReader : IDisposable
{
    private readonly StagedWriter _staged;
    private readonly SqliteCommand _select;
    private readonly SqliteParameter _series;
    private readonly SqliteParameter _first;
    private readonly SqliteParameter _last;

    public StagedSeriesReader(SqliteConnection connection, StagedWriter staged)
    {
        _staged = staged;
        _select = connection.CreateCommand();
        _select.CommandText = """
            SELECT id, period_id, source_id, value, bound, status, line, last_line, column_no, raw
            FROM staged.row WHERE series_id = @series AND id BETWEEN @first AND @last ORDER BY id
            """;
        (_series, _first, _last) = (Parameter("@series"), Parameter("@first"), Parameter("@last"));
    }

    public IReadOnlyList<StagedFigure> Read(StagedSeries series)
    {
        (_series.Value, _first.Value, _last.Value) = (series.Id, series.FirstRow, series.LastRow);
        using var reader = _select.ExecuteReader();
        var figures = new List<StagedFigure>();
        while (reader.Read())
            figures.Add(Figure(reader, series.Key));
        return figures;
    }

    public void Dispose() => _select.Dispose();

    private SqliteParameter Parameter(string name) => _select.Parameters.Add(name, SqliteType.Integer);

    private StagedFigure Figure(SqliteDataReader reader, SeriesKey series)
    {
        var (line, column) = (reader.GetInt32(6), reader.GetInt32(8));
        return new(
            reader.GetInt64(0),
            new()
            {
                Series = series,
                Period = _staged.Period(reader.GetInt32(1)),
                Quantity = reader.IsDBNull(3) ? null : new((decimal)reader.GetDouble(3), Codes.Bound.Parse(reader.GetString(4))),
                Status = Codes.Status.Parse(reader.GetString(5)),
                Source = _staged.Source(reader.GetInt32(2)),
            },
            new(reader.GetString(9), line, column, _staged.Heading(column)),
            line,
            reader.GetInt32(7));
    }
}
