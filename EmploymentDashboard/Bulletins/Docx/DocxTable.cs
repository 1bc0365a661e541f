using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace EmploymentDashboard.Bulletins.Docx;

/// <summary>Tables of a text document: heavy rules above and below, faint ones between rows, the head repeated on every page.</summary>
internal static class DocxTable
{
    /// <param name="width">In twentieths of a point, as are the columns.</param>
    public static Table Frame(int width, IEnumerable<int> columns) => new(
        new TableProperties(
            new TableWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 8 },
                new BottomBorder { Val = BorderValues.Single, Size = 8 },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 2, Color = "AAAAAA" }),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 57, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 113, Type = TableWidthValues.Dxa })),
        new TableGrid(columns.Select(column => new GridColumn { Width = Text(column) })));

    public static TableRow Row(bool isHead, IEnumerable<TableCell> cells)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
            properties.Append(new TableHeader());
        return new TableRow([properties, .. cells]);
    }

    public static TableCell Cell(int width, bool isNumber, IEnumerable<OpenXmlElement> content)
    {
        var style = DocxText.Style("TableText");
        if (isNumber)
            style.Append(new Justification { Val = JustificationValues.Right });
        return new(
            new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa }),
            new WordParagraph([style, .. content]));
    }

    private static string Text(int width) => width.ToString(CultureInfo.InvariantCulture);
}
