using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>One reference table as a file: a code and some columns a row, the header exactly as documented.</summary>
internal sealed class ReferenceTable(CsvTable table, IReadOnlyDictionary<string, int> columns, IssueLog log)
{
    /// <summary>The table, or null where it cannot be used; <paramref name="log"/> says why.</summary>
    public static ReferenceTable? Read(ImportFile file, IReadOnlyList<string> header, IssueLog log)
    {
        if (CsvFileReader.Read(file, log) is not { } table)
            return null;

        var errorsBefore = log.ErrorCount;
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var column = 0; column < table.Header.Fields.Count; column++)
        {
            var cell = table.CellAt(table.Header, column);
            if (!header.Contains(cell.Text))
                log.Add(IssueKind.UnknownColumn, new(string.Join("、", header), string.Join(", ", header)), cell);
            else if (!columns.TryAdd(cell.Text, column))
                log.Add(IssueKind.DuplicateColumn, new("每列只有一个", "each column once"), cell);
        }

        foreach (var missing in header.Where(name => !columns.ContainsKey(name)))
            log.Add(IssueKind.MissingColumn, new($"一列 {missing}", $"a column {missing}"), table.Header.Line);
        return log.ErrorCount == errorsBefore ? new(table, columns, log) : null;
    }

    /// <summary>What <paramref name="read"/> makes of each row; rows in which it finds an error and rows whose code is taken are left out.</summary>
    public IReadOnlyList<Entry<T>> Entries<T>(Func<ReferenceRow, T> read)
    {
        var entries = new List<Entry<T>>();
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows.Select(row => new ReferenceRow(table, row, columns, log)))
        {
            var errorsBefore = log.ErrorCount;
            var code = row.Required("code");
            var value = read(row);
            if (code.Length > 0 && !codes.Add(code))
                log.Add(IssueKind.DuplicateCode, new("还没有用过的代码", "a code that is not in use yet"), row["code"]);
            if (log.ErrorCount == errorsBefore)
                entries.Add(new(value, row));
        }

        return entries;
    }

    internal sealed record Entry<T>(T Value, ReferenceRow Row);
}

/// <summary>A row of a reference table. A cell that is not as it must be is reported, and a harmless value given in its place.</summary>
internal sealed class ReferenceRow(CsvTable table, CsvRow row, IReadOnlyDictionary<string, int> columns, IssueLog log)
{
    public Cell this[string column] => table.CellAt(row, columns[column]);

    public string Text(string column) => SpreadsheetText.Unescape(this[column].Text);

    public string? TextOrNull(string column) => this[column].IsEmpty ? null : Text(column);

    public string Required(string column)
    {
        if (this[column].IsEmpty)
            Invalid(column, new("不能为空", "something"));
        return Text(column);
    }

    public Bilingual Both(string zh, string en) => new(Required(zh), Required(en));

    public IReadOnlyList<string> List(string column) =>
        Text(column).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public int? NumberOrNull(string column)
    {
        if (this[column].IsEmpty)
            return null;
        if (!int.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            Invalid(column, new("0、1、2 之类的整数", "a whole number such as 0, 1, 2"));
        return number;
    }

    public bool? YesNoOrNull(string column)
    {
        var isYes = Text(column) == "yes";
        if (!isYes && !this[column].IsEmpty && Text(column) != "no")
            Invalid(column, new("yes 或 no", "yes or no"));
        return this[column].IsEmpty ? null : isYes;
    }

    public bool YesNo(string column)
    {
        Required(column);
        return YesNoOrNull(column) ?? false;
    }

    public T OneOf<T>(string column, CodeList<T> codes)
        where T : struct, Enum
    {
        if (!codes.TryParse(Text(column), out var value))
            Invalid(column, new(string.Join("、", codes.All), string.Join(", ", codes.All)));
        return value;
    }

    /// <summary>The code of an entry of another table; null where the cell is empty.</summary>
    public string? Known(string column, Func<string, bool> isKnown, IssueKind otherwise)
    {
        if (this[column].IsEmpty || isKnown(Text(column)))
            return TextOrNull(column);

        log.Add(otherwise, new("参照表里的代码，或空着", "a code of its table, or nothing"), this[column]);
        return null;
    }

    public void Invalid(string column, Bilingual expected) => log.Add(IssueKind.InvalidCell, expected, this[column]);
}
