using System.Security.Cryptography;
using System.Text;

namespace EmploymentDashboard.Import.Layouts;

/// <summary>What was understood of one table. Every part of it can be set by hand through <see cref="LayoutSettings"/>.</summary>
public sealed record TableLayout
{
    internal TableLayout(ReferenceNames names, LayoutSettings settings) => (Names, Settings) = (names, settings);

    public required LayoutKind Kind { get; init; }

    /// <summary>The records above the header.</summary>
    public required IReadOnlyList<PreambleLine> Preamble { get; init; }

    /// <summary>First lines of the header's records.</summary>
    public required IReadOnlyList<int> HeaderLines { get; init; }

    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>Columns, counted from 1, in which a blank cell means the one above.</summary>
    public required IReadOnlyList<int> FillDown { get; init; }

    /// <summary>The year of months that are written without one; null where none is known or needed.</summary>
    public required int? Year { get; init; }

    /// <summary>What holds for the whole table, and where it stands: in a title, or on line 0 where it was set by hand.</summary>
    public required IReadOnlyDictionary<FigureField, Cell> Defaults { get; init; }

    /// <summary>Tells tables of one shape from others: the same headers but for their years and months.</summary>
    public required string ShapeKey { get; init; }

    internal ReferenceNames Names { get; }

    internal LayoutSettings Settings { get; }

    internal int FirstHeaderLine => HeaderLines[0];

    /// <summary>
    /// The figures of the file in one pass. Tables that follow the first are read too, each by its own header.
    /// The issues of rows go to <paramref name="log"/>; where <paramref name="account"/> is given, every record is entered in it.
    /// </summary>
    /// <param name="rows">All records of the file from its beginning, those above the header and the header with them.</param>
    public IEnumerable<RawFigure> Figures(IEnumerable<CsvRow> rows, IssueLog log, TableAccount? account = null) =>
        new TablePass(this, log, account ?? new()).Figures(rows);

    internal static string KeyOf(IEnumerable<TableColumn> columns)
    {
        // Rejected rows that come back are of the shape of the file that they came from.
        var shape = string.Join('\n', columns.Where(column => column.Meaning.Why != LeftOutColumn.Reason).Select(column => column.Meaning.Period is null ? HeaderText.Normal(column.Header) : $"period {column.Meaning.Indicator} {column.Meaning.Basis}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shape)).AsSpan(0, 16));
    }
}

/// <summary>One column of a table.</summary>
/// <param name="Column">Counted from 1.</param>
/// <param name="Header">What stands over it; headers of several rows are joined by a slash.</param>
/// <param name="Line">Line of the lowest header over it; that of the header's first record where none is.</param>
public sealed record TableColumn(int Column, string Header, int Line, ColumnMeaning Meaning)
{
    /// <summary>For each field that the header says: the text as found and where it stands.</summary>
    internal IReadOnlyDictionary<FigureField, Cell> Places { get; init; } = new Dictionary<FigureField, Cell>();

    internal int Index => Column - 1;

    internal Cell Cell => new(Header, Line, Column, Header);
}
