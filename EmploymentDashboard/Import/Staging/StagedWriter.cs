using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Import.Staging;

/// <summary>Writes figures into the staging area as they are read. What it keeps in memory grows with series and periods, not with rows.</summary>
internal sealed class StagedWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly PreparedInsert _insert;
    private readonly Dictionary<SeriesKey, StagedSeries> _series = [];
    private readonly OrderedDictionary<string, StagedPeriod> _periods = new(StringComparer.Ordinal);
    private readonly Dictionary<Period, int> _spans = [];
    private readonly OrderedDictionary<string, int> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _headings = [];
    private readonly HashSet<(int Series, int Span, int Source)> _repeated = [];
    private StagedSeries? _last;

    public StagedWriter(SqliteConnection connection)
    {
        _connection = connection;
        _insert = new(connection, """
            INSERT INTO staged.row (series_id, period_id, source_id, value, bound, status, as_printed, locator, note, line, last_line, column_no, raw)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            """);
    }

    public long Rows { get; private set; }

    public IReadOnlyCollection<StagedSeries> Series => _series.Values;

    /// <summary>Keys that came more than once.</summary>
    public IReadOnlyCollection<(int Series, int Span, int Source)> Repeated => _repeated;

    public Period Period(int id) => _periods.GetAt(id - 1).Value.Period;

    public string Source(int id) => _sources.GetAt(id - 1).Key;

    public string Heading(int column) => _headings[column];

    public void Add(ImportedFigure figure)
    {
        var (observation, raw) = figure;
        var series = SeriesOf(observation.Series);
        var period = PeriodOf(observation.Period);
        var source = NumberOf(observation.Source, _sources);
        Rows++;
        if (!series.Take(Rows, period.Span, source, observation.Quantity))
            _repeated.Add((series.Id, period.Span, source));

        var value = raw[FigureField.Value];
        _headings.TryAdd(value.Column, value.ColumnName);
        _insert.Bind(1, series.Id);
        _insert.Bind(2, period.Id);
        _insert.Bind(3, source);
        if (observation.Quantity is { } quantity)
            _insert.Bind(4, (double)quantity.Value);
        else
            _insert.BindNull(4);
        _insert.Bind(5, Codes.Bound.Write(observation.Quantity?.Bound ?? Bound.Exact));
        _insert.Bind(6, Codes.Status.Write(observation.Status));
        _insert.Bind(7, observation.AsPrinted);
        _insert.Bind(8, observation.Locator);
        _insert.Bind(9, observation.Note);
        _insert.Bind(10, raw.Line);
        _insert.Bind(11, raw.LastLine);
        _insert.Bind(12, value.Column);
        _insert.Bind(13, value.Text);
        _insert.Execute();
    }

    /// <summary>Writes the names behind the numbers. To be called once, after the last row.</summary>
    public void Finish()
    {
        _connection.Execute(
            "INSERT INTO staged.series (id, area, indicator, breakdown, basis) VALUES (@Id, @Area, @Indicator, @Breakdown, @basis)",
            _series.Select(series => new { series.Value.Id, series.Key.Area, series.Key.Indicator, series.Key.Breakdown, basis = Codes.Basis.Write(series.Key.Basis) }));
        _connection.Execute(
            "INSERT INTO staged.period (id, edtf, start, \"end\", reference_month, span) VALUES (@Id, @Edtf, @start, @end, @month, @Span)",
            _periods.Values.Select(staged => new
            {
                staged.Id,
                staged.Period.Edtf,
                start = Moment.Day(staged.Period.Start),
                end = Moment.Day(staged.Period.End),
                month = staged.Period.ReferenceMonth.ToString(),
                staged.Span,
            }));
        _connection.Execute("INSERT INTO staged.source (id, code) VALUES (@Value, @Key)", _sources);
        _connection.Execute("INSERT INTO staged.heading (column_no, name) VALUES (@Key, @Value)", _headings);
    }

    public void Dispose() => _insert.Dispose();

    private StagedSeries SeriesOf(SeriesKey key)
    {
        // Rows of one series mostly follow each other.
        if (_last?.Key == key)
            return _last;

        if (!_series.TryGetValue(key, out _last))
            _series.Add(key, _last = new(_series.Count + 1, key));
        return _last;
    }

    private StagedPeriod PeriodOf(Period period)
    {
        if (_periods.TryGetValue(period.Edtf, out var known))
            return known;

        var id = _periods.Count + 1;
        if (!_spans.TryGetValue(period, out var span))
            _spans.Add(period, span = id);
        var staged = new StagedPeriod(id, span, period);
        _periods.Add(period.Edtf, staged);
        return staged;
    }

    private static int NumberOf(string code, OrderedDictionary<string, int> numbers)
    {
        if (numbers.TryGetValue(code, out var number))
            return number;

        numbers.Add(code, number = numbers.Count + 1);
        return number;
    }

    private sealed record StagedPeriod(int Id, int Span, Period Period);
}
