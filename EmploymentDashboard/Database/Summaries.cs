using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmploymentDashboard.Database;

/// <summary>
/// Keeps what is counted of the figures in step with them, within the transaction that changes what stands. One pass over the rows that the change brought
/// and ended; what it did not touch is not read. The views <c>…_counted</c> of the database say what each table holds.
/// </summary>
public sealed class Summaries : IDisposable
{
    /// <summary>The tables, each beside a view of its name and <c>_counted</c> that says what it must hold.</summary>
    public static readonly IReadOnlyList<string> Tables = ["series_summary", "area_month", "source_area", "source_month", "batch_source", "series_change"];

    private const string Rows = "SELECT series_id, period_id, source_id, batch_id, value, bound, status FROM stored_observation WHERE ";

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly long _change;
    // Prepared once: a month's batch touches all series.
    private readonly SqliteCommand _seriesOf;
    private readonly string[] _months;

    /// <summary>By number of the period the place of its month in <see cref="_months"/>.</summary>
    private readonly int[] _monthOf;

    private readonly Dictionary<long, SeriesCount> _series = [];
    private readonly Dictionary<string, MonthCounts[]> _areas = new(StringComparer.Ordinal);
    private readonly Dictionary<long, long[]> _sources = [];
    private readonly Dictionary<(long Source, string Area), long> _sourceAreas = [];
    private readonly HashSet<(long Batch, long Source)> _batches = [];

    private Summaries(SqliteConnection connection, SqliteTransaction transaction, long change)
    {
        (_connection, _transaction, _change) = (connection, transaction, change);
        _seriesOf = connection.CreateCommand();
        _seriesOf.Transaction = transaction;
        _seriesOf.CommandText = "SELECT area, basis FROM series WHERE id = @id";
        _seriesOf.Parameters.Add("@id", SqliteType.Integer);
        var periods = connection.Query<(long Id, string Month)>("SELECT id, reference_month FROM period", transaction: transaction).ToList();
        _months = [.. periods.Select(period => period.Month).Distinct(StringComparer.Ordinal)];
        _monthOf = new int[periods.Select(period => period.Id).DefaultIfEmpty().Max() + 1];
        foreach (var (id, month) in periods)
            _monthOf[id] = Array.IndexOf(_months, month);
    }

    /// <summary>Number of the last row, to be asked for before a change writes its own.</summary>
    public static long LastRow(SqliteConnection connection, SqliteTransaction transaction) =>
        connection.QuerySingle<long>("SELECT coalesce(max(id), 0) FROM stored_observation", transaction: transaction);

    /// <summary>To be called once in each change, when its rows are written.</summary>
    /// <param name="change">Its number.</param>
    /// <param name="lastRow">What <see cref="LastRow"/> said before it.</param>
    /// <param name="ended">SQL that selects the numbers of the rows that it superseded.</param>
    public static void Update(SqliteConnection connection, SqliteTransaction transaction, long change, long lastRow, string ended)
    {
        using var summaries = new Summaries(connection, transaction, change);
        // What ends comes first: for its series it matters in which months something comes in its place.
        summaries.Take($"id IN ({ended})", -1);
        summaries.Take(string.Create(CultureInfo.InvariantCulture, $"id > {lastRow}"), 1);
        summaries.Write();
    }

    /// <summary>The tables that do not hold what their figures say; none in a sound database, nor in one from before there were any.</summary>
    public static IReadOnlyList<string> Differing(SqliteConnection connection, SqliteTransaction? transaction = null) =>
    [
        .. Tables
            .Where(table => connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = @table)", new { table }, transaction))
            .Where(table => connection.ExecuteScalar<bool>(
                $"SELECT EXISTS (SELECT * FROM {table} EXCEPT SELECT * FROM {table}_counted) OR EXISTS (SELECT * FROM {table}_counted EXCEPT SELECT * FROM {table})", transaction: transaction)),
    ];

    public void Dispose() => _seriesOf.Dispose();

    private void Take(string which, int sign)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = Rows + which;
        using var reader = command.ExecuteReader();
        var row = reader.Handle!;
        // Rows of one series mostly follow each other, and so do those of one source.
        SeriesCount? series = null;
        var (sourceId, batchId, source) = (0L, 0L, (long[]?)null);
        while (reader.Read())
        {
            var (seriesId, month, sourceNow, batch) = (raw.sqlite3_column_int64(row, 0), _monthOf[raw.sqlite3_column_int64(row, 1)], raw.sqlite3_column_int64(row, 2), raw.sqlite3_column_int64(row, 3));
            var hasNumber = raw.sqlite3_column_type(row, 4) != raw.SQLITE_NULL;
            if (series?.Id != seriesId)
                series = SeriesOf(seriesId);
            if (source is null || sourceNow != sourceId)
            {
                if (!_sources.TryGetValue(sourceNow, out source))
                    _sources.Add(sourceNow, source = new long[_months.Length]);
            }

            if (sign > 0 && (sourceNow != sourceId || batch != batchId))
                _batches.Add((batch, sourceNow));
            (sourceId, batchId) = (sourceNow, batch);

            source[month] += sign;
            series.CountSource(sourceId, sign);
            ref var counts = ref series.Area[month];
            counts.Figures += sign;
            if (!hasNumber)
                counts.Missing += sign;
            else if (raw.sqlite3_column_double(row, 4) == 0 && raw.sqlite3_column_blob(row, 5).SequenceEqual("exact"u8))
                counts.Zeros += sign;
            if (series.Basis == "target")
                counts.Targets += sign;
            else if (series.Basis == "limit")
                counts.Limits += sign;
            series.Take(_months[month], hasNumber && !raw.sqlite3_column_blob(row, 6).SequenceEqual("U"u8), sign);
        }
    }

    private SeriesCount SeriesOf(long id)
    {
        if (_series.TryGetValue(id, out var known))
            return known;

        _seriesOf.Parameters[0].Value = id;
        using var found = _seriesOf.ExecuteReader();
        found.Read();
        var (area, basis) = (found.GetString(0), found.GetString(1));
        if (!_areas.TryGetValue(area, out var counts))
            _areas.Add(area, counts = new MonthCounts[_months.Length]);
        var series = new SeriesCount(id, area, basis, counts);
        _series.Add(id, series);
        return series;
    }

    private void Write()
    {
        WriteSeries();
        WriteAreas();
        WriteSources();
        using var batches = new PreparedInsert(_connection, "INSERT INTO batch_source (batch_id, source_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
        foreach (var (batch, source) in _batches)
        {
            batches.Bind(1, batch);
            batches.Bind(2, source);
            batches.Execute();
        }
    }

    private void WriteSeries()
    {
        using var added = new PreparedInsert(_connection, """
            INSERT INTO series_summary (series_id, figures, first_month, last_month, last_usable) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (series_id) DO UPDATE SET
                figures = figures + excluded.figures, first_month = min(first_month, excluded.first_month), last_month = max(last_month, excluded.last_month),
                last_usable = nullif(max(coalesce(last_usable, ''), coalesce(excluded.last_usable, '')), '')
            """);
        using var dropped = new PreparedInsert(_connection, "DELETE FROM series_summary WHERE series_id = ?1");
        using var counted = new PreparedInsert(_connection, "INSERT INTO series_summary SELECT * FROM series_summary_counted WHERE series_id = ?1");
        using var changes = new PreparedInsert(_connection, "INSERT INTO series_change (series_id, change_id) VALUES (?1, ?2)");
        foreach (var series in _series.Values.OrderBy(series => series.Id))
        {
            changes.Bind(1, series.Id);
            changes.Bind(2, _change);
            changes.Execute();
            foreach (var (source, figures) in series.BySource)
                _sourceAreas[(source, series.AreaCode)] = _sourceAreas.GetValueOrDefault((source, series.AreaCode)) + figures;

            if (series.IsToBeCounted)
            {
                dropped.Bind(1, series.Id);
                dropped.Execute();
                counted.Bind(1, series.Id);
                counted.Execute();
            }
            else if (series.First is { } first)
            {
                added.Bind(1, series.Id);
                added.Bind(2, series.Figures);
                added.Bind(3, first);
                added.Bind(4, series.Last!);
                if (series.LastUsable is { } usable)
                    added.Bind(5, usable);
                else
                    added.BindNull(5);
                added.Execute();
            }
        }
    }

    private void WriteAreas()
    {
        using var upsert = new PreparedInsert(_connection, """
            INSERT INTO area_month (area, month, figures, missing, zeros, targets, limits) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT (area, month) DO UPDATE SET
                figures = figures + excluded.figures, missing = missing + excluded.missing, zeros = zeros + excluded.zeros,
                targets = targets + excluded.targets, limits = limits + excluded.limits
            """);
        foreach (var (area, counts) in _areas)
        {
            for (var month = 0; month < counts.Length; month++)
            {
                if (counts[month] == default)
                    continue;

                upsert.Bind(1, area);
                upsert.Bind(2, _months[month]);
                upsert.Bind(3, counts[month].Figures);
                upsert.Bind(4, counts[month].Missing);
                upsert.Bind(5, counts[month].Zeros);
                upsert.Bind(6, counts[month].Targets);
                upsert.Bind(7, counts[month].Limits);
                upsert.Execute();
            }
        }

        _connection.Execute("DELETE FROM area_month WHERE figures = 0", transaction: _transaction);
    }

    private void WriteSources()
    {
        using var months = new PreparedInsert(_connection, "INSERT INTO source_month (source_id, month, figures) VALUES (?1, ?2, ?3) ON CONFLICT (source_id, month) DO UPDATE SET figures = figures + excluded.figures");
        foreach (var (source, counts) in _sources)
        {
            for (var month = 0; month < counts.Length; month++)
            {
                if (counts[month] == 0)
                    continue;

                months.Bind(1, source);
                months.Bind(2, _months[month]);
                months.Bind(3, counts[month]);
                months.Execute();
            }
        }

        using var areas = new PreparedInsert(_connection, "INSERT INTO source_area (source_id, area, figures) VALUES (?1, ?2, ?3) ON CONFLICT (source_id, area) DO UPDATE SET figures = figures + excluded.figures");
        foreach (var ((source, area), figures) in _sourceAreas)
        {
            areas.Bind(1, source);
            areas.Bind(2, area);
            areas.Bind(3, figures);
            areas.Execute();
        }

        _connection.Execute("DELETE FROM source_month WHERE figures = 0; DELETE FROM source_area WHERE figures = 0", transaction: _transaction);
    }

    private record struct MonthCounts(long Figures, long Missing, long Zeros, long Targets, long Limits);

    /// <summary>What a change brought and ended of one series.</summary>
    /// <param name="area">What it brought and ended of the area, month by month.</param>
    private sealed class SeriesCount(long id, string areaCode, string basis, MonthCounts[] area)
    {
        private readonly Dictionary<long, long> _bySource = [];

        /// <summary>By month what came less what ended, and the same of what is usable; null where nothing ended.</summary>
        private Dictionary<string, (long Figures, long Usable)>? _months;

        private long _source;
        private long _ofSource;

        public long Id => id;

        public string AreaCode => areaCode;

        public string Basis => basis;

        public MonthCounts[] Area => area;

        public long Figures { get; private set; }

        public string? First { get; private set; }

        public string? Last { get; private set; }

        public string? LastUsable { get; private set; }

        /// <summary>Whether a month lost figures, so that the first and last may be others than they were.</summary>
        public bool IsToBeCounted => _months?.Values.Any(month => month.Figures < 0 || month.Usable < 0) == true;

        public IReadOnlyDictionary<long, long> BySource
        {
            get
            {
                CountSource(0, 0);
                return _bySource;
            }
        }

        public void CountSource(long source, int sign)
        {
            if (source != _source)
            {
                if (_ofSource != 0)
                    _bySource[_source] = _bySource.GetValueOrDefault(_source) + _ofSource;
                (_source, _ofSource) = (source, 0);
            }

            _ofSource += sign;
        }

        public void Take(string month, bool isUsable, int sign)
        {
            Figures += sign;
            if (sign < 0)
                _months ??= new(StringComparer.Ordinal);
            if (_months is not null)
            {
                var (figures, usable) = _months.GetValueOrDefault(month);
                _months[month] = (figures + sign, usable + (isUsable ? sign : 0));
            }

            if (sign < 0)
                return;
            if (First is null || string.CompareOrdinal(month, First) < 0)
                First = month;
            if (Last is null || string.CompareOrdinal(month, Last) > 0)
                Last = month;
            if (isUsable && (LastUsable is null || string.CompareOrdinal(month, LastUsable) > 0))
                LastUsable = month;
        }
    }
}
