using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer.Taking;

/// <summary>The cell formats of a workbook. Each bound has its own: the cell holds the number, and shows the sign before it.</summary>
internal sealed class WorkbookStyles
{
    /// <summary>Bold on grey.</summary>
    public const uint Head = 1;

    /// <summary>Long words on several lines.</summary>
    public const uint Wrapped = 2;

    /// <summary>Smaller numbers are Excel's own formats.</summary>
    private const uint FirstFormat = 164;

    private readonly List<string> _formats = [];

    /// <summary>The cell format in which a number shows its bound, as many places as it has, and the plus of a change.</summary>
    public uint Of(Quantity quantity, Unit unit)
    {
        var number = "#,##0" + (quantity.Value.Scale == 0 ? "" : "." + new string('0', quantity.Value.Scale));
        var sign = quantity.Bound == Bound.Exact ? "" : $"\"{quantity.Bound.Sign()}\"";
        var format = unit.IsChange ? $"{sign}\"+\"{number};{sign}\"-\"{number};{sign}{number}" : sign + number;
        var place = _formats.IndexOf(format);
        if (place < 0)
        {
            place = _formats.Count;
            _formats.Add(format);
        }

        return (uint)place + Wrapped + 1;
    }

    public void Write(WorkbookStylesPart part) => part.Stylesheet = new Stylesheet(
        new NumberingFormats(_formats.Select((format, place) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)place, FormatCode = format })),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEEF1F5" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
        [
            new CellFormat(),
            new CellFormat { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true },
            .. _formats.Select((_, place) => new CellFormat { NumberFormatId = FirstFormat + (uint)place, ApplyNumberFormat = true }),
        ]));
}
