using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EmploymentDashboard.Features.Explorer.Taking;

/// <summary>A cell of a sheet.</summary>
/// <param name="Value">null for text.</param>
/// <param name="Style">Place among the workbook's cell formats.</param>
internal readonly record struct SheetCell(string Text, decimal? Value, uint Style)
{
    public static SheetCell Words(string text, uint style = 0) => new(text, null, style);

    public static SheetCell Number(decimal value, uint style) => new("", value, style);
}

/// <summary>Writes a sheet row by row, without holding it in memory.</summary>
internal sealed class SheetWriter : IDisposable
{
    /// <summary>What Excel takes into one cell.</summary>
    private const int MostLetters = 32_767;

    private readonly OpenXmlWriter _writer;
    private readonly bool _isTable;
    private readonly int _columns;
    private uint _row;

    /// <param name="widths">One a column, in characters.</param>
    /// <param name="isTable">Whether the first row is a head, which stays in sight and filters.</param>
    public SheetWriter(WorksheetPart part, IReadOnlyList<int> widths, bool isTable)
    {
        (_isTable, _columns) = (isTable, widths.Count);
        _writer = OpenXmlWriter.Create(part);
        _writer.WriteStartElement(new Worksheet());
        if (isTable)
            _writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        _writer.WriteElement(new Columns(widths.Select((width, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })));
        _writer.WriteStartElement(new SheetData());
    }

    public void WriteRow(IEnumerable<SheetCell> cells)
    {
        _row++;
        _writer.WriteStartElement(new Row { RowIndex = _row });
        foreach (var cell in cells)
            _writer.WriteElement(ElementOf(cell));
        _writer.WriteEndElement();
    }

    public void Dispose()
    {
        _writer.WriteEndElement();
        if (_isTable)
            _writer.WriteElement(new AutoFilter { Reference = $"A1:{NameOf(_columns)}{_row.ToString(CultureInfo.InvariantCulture)}" });
        _writer.WriteEndElement();
        _writer.Dispose();
    }

    /// <summary>A, B, … Z, AA, …</summary>
    private static string NameOf(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : NameOf((column - 1) / 26) + NameOf(((column - 1) % 26) + 1);

    private static Cell ElementOf(SheetCell cell)
    {
        if (cell.Value is { } value)
            return new Cell { StyleIndex = cell.Style, CellValue = new(value) };
        var text = cell.Text.Length > MostLetters ? cell.Text[..MostLetters] : cell.Text;
        return text.Length == 0
            ? new Cell { StyleIndex = cell.Style }
            : new Cell { StyleIndex = cell.Style, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }) };
    }
}
