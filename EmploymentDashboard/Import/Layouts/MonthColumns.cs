using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Layouts;

/// <summary>
/// Dates under a header that says months. Excel makes 2020/3/1 of 2020年3月, and read as it stands that is a day; so the first of a month is the
/// month, with a warning, and any other day is refused.
/// </summary>
internal sealed class MonthColumns
{
    private const int MostKept = 10_000;

    /// <summary>Any leap year, to see whether a text without its year is a day.</summary>
    private const int SomeYear = 2000;

    private readonly TableColumn[] _columns;
    private readonly Dictionary<string, DateOfText?> _known = new(StringComparer.Ordinal);
    private bool _isReported;

    private MonthColumns(TableColumn[] columns) => _columns = columns;

    /// <summary>null where no header says months.</summary>
    public static MonthColumns? Of(TableLayout layout) => layout.Columns.Where(SaysMonths).ToArray() is { Length: > 0 } columns ? new(columns) : null;

    public static bool SaysMonths(TableColumn column)
    {
        if (column.Meaning.Role == ColumnRole.Month)
            return true;
        if (!column.Meaning.IsField(FigureField.Period) && column.Meaning.Role is not (ColumnRole.PeriodStart or ColumnRole.PeriodEnd))
            return false;

        var header = HeaderText.Normal(column.Header);
        return (header.Contains('月', StringComparison.Ordinal) && !header.Contains('日', StringComparison.Ordinal)) || header.Contains("month", StringComparison.Ordinal);
    }

    /// <summary>Whether the text is one day, and the first of its month.</summary>
    public static bool IsFirstOfMonth(string text) => Read(text) is { Date.Day: 1 };

    /// <summary>The row with months in place of their first days; null where it holds another day.</summary>
    public CsvRow? Read(CsvRow row, IssueLog log)
    {
        foreach (var column in _columns)
        {
            if (Known(row.Text(column.Index)) is not { } day || (column.Meaning.Role == ColumnRole.PeriodEnd && day.Date.AddDays(1).Day == 1))
                continue;

            var at = row.CellAt(column.Index) with { ColumnName = column.Header };
            if (day.Date.Day != 1)
            {
                log.Add(IssueKind.PeriodUnreadable, new($"月份；这一列的表头是月份，「{at.Text}」是某一天", $"a month; the header says months, and “{at.Text}” is a day"), at);
                return null;
            }

            if (!_isReported)
                log.Add(IssueKind.FirstOfMonth, new($"月份；表头是月份，此列的「{at.Text}」之类都按整月读", $"a month; the header says months, so “{at.Text}” and the like are read as the whole month"), at);
            _isReported = true;
            row = row.With(column.Index, day.Month, at.Line);
        }

        return row;
    }

    private DateOfText? Known(string text)
    {
        if (_known.TryGetValue(text, out var known))
            return known;

        var day = Read(text);
        if (_known.Count < MostKept)
            _known.Add(text, day);
        return day;
    }

    private static DateOfText? Read(string text)
    {
        var written = PeriodOf(text, null);
        if ((written ?? PeriodOf(text, SomeYear)) is not { Granularity: Granularity.Day, Start: { } start } period)
            return null;

        var hasYear = written is not null;
        var month = hasYear ? YearMonth.Of(start).ToString() : string.Create(CultureInfo.InvariantCulture, $"{start.Month}月");
        return new(start, period.IsInferred && hasYear ? month + "~" : month);
    }

    private static Period? PeriodOf(string text, int? year) => (PeriodParser.Read(text, new(year)) as PeriodReading.Read)?.Period;

    /// <param name="Month">Its month, as a cell would say it.</param>
    private sealed record DateOfText(DateOnly Date, string Month);
}
