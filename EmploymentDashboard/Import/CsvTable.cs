namespace EmploymentDashboard.Import;

/// <summary>A file read as a table, before anything is made of its cells.</summary>
public sealed record CsvTable
{
    public required string FileName { get; init; }

    /// <summary>Name of the encoding found, as in <see cref="Reading.FileReading.Encoding"/>.</summary>
    public required string Encoding { get; init; }

    public required char Delimiter { get; init; }

    public required CsvRow Header { get; init; }

    /// <summary>The rows that fit the header; blank ones are left out.</summary>
    public required IReadOnlyList<CsvRow> Rows { get; init; }

    /// <summary>Rows that do not fit the header and are reported instead.</summary>
    public required int RejectedRows { get; init; }

    /// <summary>A cell by row and column, the column counted from 0.</summary>
    public Cell CellAt(CsvRow row, int column) => new(row.Fields[column], row.LineOf(column), column + 1, Header.Fields[column]);
}

/// <summary>One record of the file.</summary>
/// <param name="Line">Its first line, counted from 1.</param>
/// <param name="LastLine">Its last line; another one than the first where a quoted cell holds a line break.</param>
/// <param name="FieldLines">The line on which each field begins; null where all are on the first.</param>
public sealed record CsvRow(int Line, int LastLine, IReadOnlyList<string> Fields, IReadOnlyList<int>? FieldLines)
{
    /// <summary>The record as it stands in the file, where it breaks the rules of quoting or holds what is no text; null for a sound one.</summary>
    public string? Raw { get; init; }

    /// <summary>Whether what the fields hold cannot be trusted. An issue says why.</summary>
    public bool IsMalformed => Raw is not null;

    public bool IsBlank => Fields.All(text => text.Length == 0);

    public int LineOf(int column) => FieldLines?[column] ?? Line;
}
