using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Dapper;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>Which figures are written.</summary>
public sealed record ExportFilter
{
    /// <summary>Codes of areas; none for all.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Codes of indicators; none for all.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>The moment whose figures are wanted; null for those that stand now.</summary>
    public DateTimeOffset? AsOf { get; init; }
}

/// <summary>
/// Writes figures in the canonical layout, so that importing the file into an empty store gives the same figures, and exporting that
/// the same bytes. Rows stand in the order of their codes: equal stores give equal files, whatever way they came about.
/// RFC 4180 in UTF-8 with CR LF; texts that a spreadsheet would run are escaped, see <see cref="SpreadsheetText"/>.
/// </summary>
public sealed class FigureExport(DashboardDatabase database)
{
    private const string PlainDecimal = "0.############################";

    /// <summary>Which file brought the figure, and when: columns that an import leaves alone, and that differ between stores.</summary>
    private static readonly string[] BatchColumns = ["batch", "batch_line", "recorded_at"];

    private static readonly string[] Header = [.. Enum.GetNames<FigureField>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>What table heads write before a unit, and units that are no multiple of the indicator's.</summary>
    private static readonly string[] Multiples = ["万", "亿", "千", "百", "十", "十万", "百万", "千万", "十亿", "百亿", "千亿", "万亿"];
    private static readonly string[] OtherUnits = ["‰", "%", "‱", "年", "周", "公顷", "平方公里"];

    // As many figures as there are: they are sorted by SQLite and read one by one.
    private const string Sql = """
        SELECT s.area, s.indicator, s.breakdown, s.basis, o.period, o.value, o.bound, o.status, o.as_printed, o.source, o.locator, o.note, o.batch_id, o.line, o.recorded_at
        FROM observation o JOIN series s ON s.id = o.series_id
        WHERE (@allAreas OR s.area IN @Areas) AND (@allIndicators OR s.indicator IN @Indicators) AND
        """ + FigureReader.KnownAsOf + """

        ORDER BY s.area, s.indicator, s.breakdown, s.basis, o.reference_month, coalesce(o.period_end, '9'), o.period, o.source
        """;

    /// <summary>Writes the figures, without holding them in memory, and returns how many.</summary>
    /// <param name="target">Stays open.</param>
    /// <param name="withMark">Whether a byte order mark goes first, by which Excel knows UTF-8.</param>
    /// <param name="withBatch">Whether three more columns say which batch and line brought each figure, and when.</param>
    public long Write(Stream target, ExportFilter filter, bool withMark = false, bool withBatch = false, CancellationToken cancellation = default)
    {
        using var connection = database.Open();
        var catalog = CatalogStore.Read(connection);
        var rows = connection.Query<ExportRow>(
            Sql,
            new
            {
                filter.Areas,
                filter.Indicators,
                allAreas = filter.Areas.Count == 0,
                allIndicators = filter.Indicators.Count == 0,
                asOf = filter.AsOf is { } asOf ? Moment.Write(asOf) : null,
            },
            buffered: false);

        if (withMark)
            target.Write(Encoding.UTF8.Preamble);
        using var csv = CsvWriter.Create(target, leaveOpen: true);
        csv.WriteRecord([.. Header, .. withBatch ? BatchColumns : []]);
        var count = 0L;
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            WriteFigure(csv, row, catalog.Indicator(row.Indicator).Unit);
            if (withBatch)
            {
                csv.WriteField(row.BatchId, default, CultureInfo.InvariantCulture);
                csv.WriteField(row.Line, default, CultureInfo.InvariantCulture);
                csv.WriteField(row.RecordedAt);
            }

            csv.EndRecord();
            count++;
        }

        return count;
    }

    private static void WriteFigure(CsvWriter csv, ExportRow row, Unit unitOfIndicator)
    {
        var (value, unit) = Written(row, unitOfIndicator);
        Text(row.Area);
        Text(row.Indicator);
        Text(row.Breakdown);
        Text(row.Basis);
        Text(row.Period);
        csv.WriteField(value?.ToString(PlainDecimal, CultureInfo.InvariantCulture) ?? "");
        Text(unit);
        csv.WriteField(value is null ? "" : row.Bound);
        Text(row.AsPrinted);
        csv.WriteField(row.Status);
        Text(row.Source);
        Text(row.Locator);
        Text(row.Note);

        void Text(string text) => csv.WriteField(SpreadsheetText.Escape(text));
    }

    /// <summary>
    /// The value in the indicator's unit; or as printed where that is the figure of a table in 万元: a printed 3.2 agrees with 3.2 beside
    /// 万元, and would contradict 32,000 beside 元.
    /// </summary>
    private static (decimal? Value, string Unit) Written(ExportRow row, Unit unit)
    {
        if (row.Value is not { } stored)
            return (null, unit.Zh);

        var value = (decimal)stored;
        if (row.AsPrinted.Length == 0 || FigureParser.Read(row.AsPrinted) is not FigureReading.Number { IsScaled: false, Quantity.Value: var printed } || printed == value)
            return (value, unit.Zh);

        var written = Multiples.Select(multiple => multiple + unit.Zh).Concat(OtherUnits).FirstOrDefault(other => printed * UnitConversion.Factor(other, unit) == value);
        return written is null ? (value, unit.Zh) : (printed, written);
    }

    /// <summary>A figure as it is stored: what is written is what stands, without being read into anything.</summary>
    private sealed class ExportRow
    {
        public required string Area { get; init; }

        public required string Indicator { get; init; }

        public required string Breakdown { get; init; }

        public required string Basis { get; init; }

        public required string Period { get; init; }

        public required double? Value { get; init; }

        public required string Bound { get; init; }

        public required string Status { get; init; }

        public required string AsPrinted { get; init; }

        public required string Source { get; init; }

        public required string Locator { get; init; }

        public required string Note { get; init; }

        public required long BatchId { get; init; }

        public required long Line { get; init; }

        public required string RecordedAt { get; init; }
    }
}
