using System.Text;
using Dapper;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmploymentDashboard.Database;

/// <summary>
/// Reads stored figures: <see cref="Select"/>, and what a question adds to it. Tens of thousands of them name the same few series, periods, sources and
/// changes, so each of those is read once a question and shared by all its figures; of texts, which mostly repeat the row before, only a new one is made.
/// </summary>
public sealed class FigureReader
{
    /// <summary>Selects stored figures: <c>o</c> is the observation, <c>s</c> its series. Questions begin with it and add their own WHERE.</summary>
    public const string Select = """
        SELECT o.id, o.series_id, s.area, s.indicator, s.breakdown, s.basis, o.period_id, o.period, o.value, o.bound, o.status, o.as_printed,
               o.source, o.locator, o.note, o.batch_id, o.line, o.column_no, o.recorded_in, o.superseded_in
        FROM observation o JOIN series s ON s.id = o.series_id

        """;

    /// <summary>Keeps what was known at <c>@asOf</c>; where that is null, what is known now.</summary>
    public const string KnownAsOf = """
        (CASE WHEN @asOf IS NULL THEN o.superseded_in IS NULL
              ELSE o.recorded_in <= (SELECT max(id) FROM change WHERE made_at <= @asOf)
                   AND (o.superseded_in IS NULL OR o.superseded_in > (SELECT max(id) FROM change WHERE made_at <= @asOf)) END)
        """;

    private const string LastThen = "(SELECT max(id) FROM change WHERE made_at <= @asOf)";

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction? _transaction;
    private readonly sqlite3_stmt _row;
    private readonly Dictionary<long, SeriesKey> _series = [];
    private readonly Dictionary<long, Period> _periods = [];
    private readonly Dictionary<long, (DateTimeOffset At, long Batch)> _changes = [];
    private readonly Dictionary<Column, Repeated> _texts = [];

    private FigureReader(SqliteConnection connection, SqliteTransaction? transaction, sqlite3_stmt row) => (_connection, _transaction, _row) = (connection, transaction, row);

    /// <summary>The columns of <see cref="Select"/>, in its order.</summary>
    private enum Column
    {
        Id,
        SeriesId,
        Area,
        Indicator,
        Breakdown,
        Basis,
        PeriodId,
        Period,
        Value,
        Bound,
        Status,
        AsPrinted,
        Source,
        Locator,
        Note,
        BatchId,
        Line,
        ColumnNo,
        RecordedIn,
        SupersededIn,
    }

    /// <summary>
    /// The same as <see cref="KnownAsOf"/> for a statement that looks rows up by series and days: what stands and what was superseded have an index each, and
    /// none holds both.
    /// </summary>
    /// <param name="asOf">null for what is known now; else the statement has it as <c>@asOf</c>.</param>
    /// <param name="statement">The statement with the condition given, on <c>o</c>, the stored observation.</param>
    public static string Known(DateTimeOffset? asOf, Func<string, string> statement) => asOf is null
        ? statement("o.superseded_in IS NULL")
        : $"{statement($"o.superseded_in IS NULL AND o.recorded_in <= {LastThen}")} UNION ALL {statement($"o.superseded_in > {LastThen} AND o.recorded_in <= {LastThen}")}";

    /// <param name="sql">Begins with <see cref="Select"/>.</param>
    public static IReadOnlyList<Figure> Read(SqliteConnection connection, string sql, object? parameters = null, SqliteTransaction? transaction = null)
    {
        var figures = new List<Figure>();
        using var rows = connection.ExecuteReader(sql, parameters, transaction);
        var statement = (SqliteDataReader)((IWrappedDataReader)rows).Reader;
        var reader = new FigureReader(connection, transaction, statement.Handle!);
        while (statement.Read())
            figures.Add(reader.Current());
        return figures;
    }

    /// <exception cref="InvalidOperationException">It is not one figure that was found.</exception>
    internal static Figure Single(SqliteConnection connection, string sql, object parameters) => Read(connection, sql, parameters).Single();

    private Figure Current()
    {
        var superseded = IsNull(Column.SupersededIn) ? ((DateTimeOffset At, long Batch)?)null : Change(Number(Column.SupersededIn));
        return new(
            Number(Column.Id),
            new()
            {
                Series = Series(Number(Column.SeriesId)),
                Period = Period(Number(Column.PeriodId)),
                Quantity = IsNull(Column.Value) ? null : new((decimal)raw.sqlite3_column_double(_row, (int)Column.Value), Codes.Bound.Parse(Text(Column.Bound))),
                Status = Codes.Status.Parse(Text(Column.Status)),
                Source = Text(Column.Source),
                AsPrinted = Text(Column.AsPrinted),
                Locator = Text(Column.Locator),
                Note = Text(Column.Note),
            },
            Number(Column.BatchId),
            Number(Column.Line),
            Number(Column.ColumnNo),
            Change(Number(Column.RecordedIn)).At,
            superseded?.At,
            superseded?.Batch);
    }

    private SeriesKey Series(long id)
    {
        if (!_series.TryGetValue(id, out var key))
            _series.Add(id, key = new(Text(Column.Area), Text(Column.Indicator), Text(Column.Breakdown), Codes.Basis.Parse(Text(Column.Basis))));
        return key;
    }

    private Period Period(long id)
    {
        if (!_periods.TryGetValue(id, out var period))
            _periods.Add(id, period = Statistics.Period.Parse(Text(Column.Period)));
        return period;
    }

    private (DateTimeOffset At, long Batch) Change(long id)
    {
        if (_changes.TryGetValue(id, out var change))
            return change;

        var (at, batch) = _connection.QuerySingle<(string, long)>("SELECT made_at, batch_id FROM change WHERE id = @id", new { id }, _transaction);
        _changes.Add(id, change = (Moment.Parse(at), batch));
        return change;
    }

    private bool IsNull(Column column) => raw.sqlite3_column_type(_row, (int)column) == raw.SQLITE_NULL;

    private long Number(Column column) => raw.sqlite3_column_int64(_row, (int)column);

    private string Text(Column column)
    {
        if (!_texts.TryGetValue(column, out var last))
            _texts.Add(column, last = new());
        // The bytes of a text as they are stored.
        return last.Of(raw.sqlite3_column_blob(_row, (int)column));
    }

    /// <summary>A text, and its bytes to know it by.</summary>
    private sealed class Repeated
    {
        private byte[] _bytes = [];
        private string _text = "";

        public string Of(ReadOnlySpan<byte> bytes)
        {
            if (!bytes.SequenceEqual(_bytes))
                (_bytes, _text) = (bytes.ToArray(), Encoding.UTF8.GetString(bytes));
            return _text;
        }
    }
}
