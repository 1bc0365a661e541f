using System.Globalization;
using System.Text;
using CsvHelper;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>
/// Writes tables of rejected rows. The analyst's cells stay as they are, even those that a spreadsheet would run as formulas: they opened the file with
/// them before, and an apostrophe put before -5 is one more thing to mend. Only the reasons, which quote cells, are escaped.
/// </summary>
internal sealed class RejectedRowWriter(Stream target) : IDisposable
{
    /// <summary>In place of a cell that a short row lacks: nobody knows which one it is, so the row is refused again until someone says.</summary>
    private const string Lacking = "?";

    /// <summary>What a person may set for all rows and a column of the file can say as well.</summary>
    private static readonly FigureField[] Columns = [FigureField.Area, FigureField.Indicator, FigureField.Breakdown, FigureField.Basis, FigureField.Period];

    private readonly CsvWriter _csv = CsvWriter.Create(target, new() { ValidateFieldCount = false }, leaveOpen: true);
    private readonly string _reasonHeader = HeaderWords.Reason;
    private readonly List<CsvRow> _titles = [];
    private readonly List<CsvRow> _headers = [];
    private TableLayout? _table;
    private bool _isBegun;
    private int _wholeLine;

    /// <summary>Rows with a reason.</summary>
    public long Written { get; private set; }

    /// <summary>Takes the next record of the file.</summary>
    /// <param name="table">The table that it belongs to.</param>
    /// <param name="errors">What keeps it out; none for a row that was taken in.</param>
    public void Enter(TableLayout table, CsvRow row, RowFate fate, RowContext context, IReadOnlyList<ImportIssue> errors)
    {
        if (_table != table)
        {
            (_table, _isBegun, _wholeLine) = (table, false, 0);
            _titles.Clear();
            _headers.Clear();
        }

        if (row.Line <= table.HeaderLines[^1])
        {
            if (fate == RowFate.Preamble)
                _titles.Add(row);
            else if (fate == RowFate.Header)
                _headers.Add(row);
        }
        else if (errors.Count > 0 && fate is RowFate.Figures or RowFate.NoFigures or RowFate.Rejected or RowFate.Malformed)
        {
            Begin(table);
            if (context.Whole is { } whole && whole.Line != _wholeLine)
                WriteRow(table, whole, []);
            WriteRow(table, context.Complete, errors);
            _wholeLine = context.Whole?.Line ?? row.Line;
            Written++;
        }
    }

    public void Dispose() => _csv.Dispose();

    private void Begin(TableLayout table)
    {
        if (_isBegun)
            return;

        _isBegun = true;
        _csv.Flush();
        // An empty line parts the tables of a file.
        target.Write(Written == 0 ? Encoding.UTF8.Preamble : "\r\n"u8);
        foreach (var title in _titles)
            Write(title.Fields);
        foreach (var said in SaidElsewhere(table))
            Write([said]);
        foreach (var header in _headers)
            Write([.. Filled(header, table, ""), .. ColumnsByHand(table).Select(field => field.Name().Zh), _reasonHeader]);
    }

    /// <summary>What a person set, or a remark under the table said, as a remark above it.</summary>
    private IEnumerable<string> SaidElsewhere(TableLayout table)
    {
        if (table.Settings.Year is { } year && Preamble.Of(_titles, [], table.Names).Year is null)
            yield return string.Create(CultureInfo.InvariantCulture, $"{year}年");
        if (ElsewhereThanAbove(FigureField.Unit) is { } unit)
            yield return "单位：" + unit;
        if (ElsewhereThanAbove(FigureField.Source) is { } source)
            yield return "数据来源：" + source;

        string? ElsewhereThanAbove(FigureField field) =>
            table.Defaults.TryGetValue(field, out var cell) && !_titles.Exists(title => title.Line <= cell.Line && cell.Line <= title.LastLine) ? cell.Text : null;
    }

    private static IEnumerable<FigureField> ColumnsByHand(TableLayout table) => Columns.Where(field =>
        table.Defaults.TryGetValue(field, out var cell) && cell.Line == 0 && !table.Columns.Any(column => column.Meaning.Role == ColumnRole.Figures && column.Meaning.Fixed(field) is not null));

    private void WriteRow(TableLayout table, CsvRow row, IReadOnlyList<ImportIssue> errors)
    {
        var isBroken = errors.Any(error => error.Kind == IssueKind.RaggedRow || error.Kind == IssueKind.StrayQuote);
        var cells = Filled(row, table, isBroken ? Lacking : "");
        // Without the cells that are too many the row would seem whole, and be read.
        if (!isBroken && cells.Count > table.Columns.Count)
            cells.RemoveRange(table.Columns.Count, cells.Count - table.Columns.Count);
        cells.AddRange(ColumnsByHand(table).Select(field => SpreadsheetText.Escape(table.Defaults[field].Text)));
        cells.Add(SpreadsheetText.Escape(Reason(errors)));
        Write(cells);
    }

    private static List<string> Filled(CsvRow row, TableLayout table, string filling)
    {
        var cells = row.Fields.Select(text => text.Replace('\0', '␀')).ToList();
        while (cells.Count < table.Columns.Count)
            cells.Add(filling);
        return cells;
    }

    private static string Reason(IReadOnlyList<ImportIssue> errors) => string.Join(' ', errors.Select(error => error.DescribeWithinFile().ToString().ReplaceLineEndings(" ").Trim()));

    private void Write(IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            _csv.WriteField(cell);
        _csv.EndRecord();
    }
}
