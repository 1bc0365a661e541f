namespace EmploymentDashboard.Import.Layouts;

/// <summary>What became of a record. Each record of a file is exactly one of these.</summary>
public enum RowFate
{
    /// <summary>It gave figures.</summary>
    Figures,

    /// <summary>A row of the table in which no figure stands: nothing is reported for it.</summary>
    NoFigures,

    /// <summary>Above a header.</summary>
    Preamble,

    /// <summary>A header, or one that is repeated further down.</summary>
    Header,

    /// <summary>合计, 小计: the sum of other rows.</summary>
    Total,

    /// <summary>A remark under the table.</summary>
    Note,

    /// <summary>The worked example of a template.</summary>
    Example,

    Blank,

    /// <summary>Its quoting or its bytes are broken, which the reading of the file reports.</summary>
    Malformed,

    /// <summary>Refused by the layout, with an issue.</summary>
    Rejected,

    /// <summary>Below a header that could not be understood, or not read for another reason that an issue names.</summary>
    NotRead,
}

/// <summary>A record that gave no figures, for people to look over.</summary>
/// <param name="Line">Its first line.</param>
/// <param name="Text">What is written in it.</param>
public sealed record LeftOutRow(int Line, RowFate Fate, string Text);

/// <summary>A row as it must be written to mean the same without the rows above it.</summary>
/// <param name="Complete">With what its blanks take from above, and 其中 before the name of a part.</param>
/// <param name="Whole">The row of which it is a part; null where it is none.</param>
internal readonly record struct RowContext(CsvRow Complete, CsvRow? Whole);

/// <summary>What became of the records of a file, so that none is lost without a word.</summary>
public sealed class TableAccount
{
    /// <summary>Rows left out that are listed one by one; beyond these they are only counted.</summary>
    private const int MostListed = 1_000;

    private const int LongestText = 200;

    private readonly int[] _counts = new int[Enum.GetValues<RowFate>().Length];
    private readonly List<LeftOutRow> _leftOut = [];
    private readonly List<TableLayout> _tables = [];

    public int this[RowFate fate] => _counts[(int)fate];

    /// <summary>All records that were entered.</summary>
    public int Records => _counts.Sum();

    public int Figures { get; internal set; }

    /// <summary>Empty cells in columns of figures of wide tables: no one reported anything, so there is no figure.</summary>
    public int EmptyCells { get; internal set; }

    /// <summary>The tables of the file, in its order.</summary>
    public IReadOnlyList<TableLayout> Tables => _tables;

    /// <summary>The first rows that gave no figures, blank ones and headers not among them.</summary>
    public IReadOnlyList<LeftOutRow> LeftOut => _leftOut;

    /// <summary>Told of each record as it is entered, for who wants the records themselves.</summary>
    internal Action<CsvRow, RowFate, RowContext>? Entered { get; set; }

    /// <param name="context">What rows above say of it; where none is given it stands for itself.</param>
    internal void Enter(CsvRow row, RowFate fate, RowContext? context = null)
    {
        _counts[(int)fate]++;
        Entered?.Invoke(row, fate, context ?? new(row, null));
        if (fate is RowFate.Figures or RowFate.Blank or RowFate.Header || _leftOut.Count >= MostListed)
            return;

        var text = row.Sentence();
        _leftOut.Add(new(row.Line, fate, text.Length > LongestText ? text[..LongestText] + "…" : text));
    }

    internal void Begin(TableLayout table) => _tables.Add(table);
}
