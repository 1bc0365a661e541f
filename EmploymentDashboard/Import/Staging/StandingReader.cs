using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import.Staging;

/// <summary>Reads what stands of one area and indicator after another, without the words that no check looks at.</summary>
internal sealed class StandingReader : IDisposable
{
    private readonly Memo<Period> _periods = new(Period.Parse);
    private readonly SqliteCommand _select;
    private readonly SqliteParameter _area;
    private readonly SqliteParameter _indicator;

    public StandingReader(SqliteConnection connection)
    {
        _select = connection.CreateCommand();
        _select.CommandText = """
            SELECT s.breakdown, s.basis, p.edtf, o.value, o.bound, o.status, n.code
            FROM main.series s
            JOIN main.stored_observation o ON o.series_id = s.id AND o.superseded_in IS NULL
            JOIN main.period p ON p.id = o.period_id
            JOIN main.source_number n ON n.id = o.source_id
            WHERE s.indicator = @indicator AND s.area = @area
            """;
        (_area, _indicator) = (_select.Parameters.Add("@area", SqliteType.Text), _select.Parameters.Add("@indicator", SqliteType.Text));
    }

    public IReadOnlyList<Observation> Read(string area, string indicator)
    {
        (_area.Value, _indicator.Value) = (area, indicator);
        using var reader = _select.ExecuteReader();
        var figures = new List<Observation>();
        while (reader.Read())
        {
            figures.Add(new()
            {
                Series = new(area, indicator, reader.GetString(0), Codes.Basis.Parse(reader.GetString(1))),
                Period = _periods.Of(reader.GetString(2)),
                Quantity = reader.IsDBNull(3) ? null : new((decimal)reader.GetDouble(3), Codes.Bound.Parse(reader.GetString(4))),
                Status = Codes.Status.Parse(reader.GetString(5)),
                Source = reader.GetString(6),
            });
        }

        return figures;
    }

    public void Dispose() => _select.Dispose();
}
