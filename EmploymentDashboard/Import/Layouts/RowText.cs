namespace EmploymentDashboard.Import.Layouts;

/// <summary>Cells of a record, whether or not the record has them.</summary>
internal static class RowText
{
    /// <summary>The cell's text without white space around it; empty beyond the record's end. The column counts from 0.</summary>
    public static string Text(this CsvRow row, int column) => column < row.Fields.Count ? row.Field(column).Trim() : "";

    public static bool IsEmptyAt(this CsvRow row, int column) => column >= row.Fields.Count || string.IsNullOrWhiteSpace(row.Field(column));

    /// <summary>A cell as it stands in the file, under no header.</summary>
    public static Cell CellAt(this CsvRow row, int column) => new(row.Text(column), column < row.Fields.Count ? row.LineOf(column) : row.Line, column + 1, "");

    /// <summary>The record with another text in one cell, which stands on the line given.</summary>
    public static CsvRow With(this CsvRow row, int column, string text, int line)
    {
        var width = Math.Max(row.Fields.Count, column + 1);
        var (fields, lines) = (new string[width], new int[width]);
        for (var i = 0; i < width; i++)
            (fields[i], lines[i]) = (row.Text(i), i < row.Fields.Count ? row.LineOf(i) : row.Line);
        (fields[column], lines[column]) = (text, line);
        return row with { Fields = fields, FieldLines = lines };
    }

    /// <summary>The column of the first cell that holds something; -1 in a blank record.</summary>
    public static int FirstWritten(this CsvRow row)
    {
        for (var column = 0; column < row.Fields.Count; column++)
        {
            if (!string.IsNullOrWhiteSpace(row.Field(column)))
                return column;
        }

        return -1;
    }

    /// <summary>Cells that hold something, counted up to a limit.</summary>
    public static int Written(this CsvRow row, int limit = int.MaxValue)
    {
        var written = 0;
        for (var column = 0; column < row.Fields.Count && written < limit; column++)
        {
            if (!string.IsNullOrWhiteSpace(row.Field(column)))
                written++;
        }

        return written;
    }

    /// <summary>The whole record as one text, for people.</summary>
    public static string Joined(this CsvRow row) => string.Join(',', row.Fields);

    /// <summary>What is written in the record, without its empty cells.</summary>
    public static string Sentence(this CsvRow row) => string.Join(' ', row.Fields.Select(field => field.Trim()).Where(field => field.Length > 0));

    /// <summary>Records of a file hold arrays, and asking an array is faster than asking a list.</summary>
    private static string Field(this CsvRow row, int column) => row.Fields is string[] fields ? fields[column] : row.Fields[column];

    /// <summary>Whether a text looks like a figure: it holds a digit, or is a mark that there is none.</summary>
    public static bool LooksLikeFigure(string text) => text.Any(char.IsDigit) || FigureWords.Missing.Contains(text);
}
