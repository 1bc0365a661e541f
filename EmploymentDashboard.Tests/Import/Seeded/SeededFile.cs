using System.Text;

namespace EmploymentDashboard.Tests.Import.Seeded;

/// <summary>A file into which errors were put, and where each of them stands.</summary>
internal sealed class SeededFile(string name, string encoding)
{
    /// <summary>In a cell, a byte that is no text in any encoding.</summary>
    public const char BrokenByte = '\uE000';

    private readonly List<string[]> _rows = [];
    private readonly List<(string[] Row, int? Column, string Code)> _seeds = [];

    public string Name => $"{name} in {encoding}";

    public int Seeds => _seeds.Count;

    public IEnumerable<string> Codes => _seeds.Select(seed => seed.Code);

    public string[] Add(params string[] cells)
    {
        _rows.Add(cells);
        return cells;
    }

    /// <summary>Takes the row out of its place and puts another number of cells there.</summary>
    public string[] Replace(string[] row, params string[] cells)
    {
        _rows[_rows.IndexOf(row)] = cells;
        return cells;
    }

    /// <param name="column">Counted from 0; null where the whole row is meant.</param>
    public void Seed(string[] row, int? column, string code) => _seeds.Add((row, column, code));

    /// <summary>Writes a cell and notes what is wrong with it.</summary>
    public void Seed(string[] row, int column, string text, string code)
    {
        row[column] = text;
        Seed(row, column, code);
    }

    /// <summary>Writes a cell for which the whole row is wrong.</summary>
    public void SeedRow(string[] row, int column, string text, string code)
    {
        row[column] = text;
        Seed(row, null, code);
    }

    public byte[] Bytes()
    {
        var text = string.Join("\r\n", _rows.Select(row => string.Join(',', row.Select(Written)))) + "\r\n";
        var encoder = encoding == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!;
        var bytes = new List<byte>();
        foreach (var piece in text.Split(BrokenByte))
            bytes.AddRange([.. encoder.GetBytes(piece), 0xFF]);
        return [.. bytes[..^1]];
    }

    /// <summary>All that is wrong, in the order of the file: line and column counted from 1, and code.</summary>
    public IReadOnlyList<string> Expected()
    {
        var lines = new Dictionary<string[], int>();
        var line = 1;
        foreach (var row in _rows)
        {
            lines[row] = line;
            line += 1 + row.Sum(cell => cell.Count(letter => letter == '\n'));
        }

        return [.. _seeds.Select(seed => (Line: lines[seed.Row] + Above(seed.Row, seed.Column), seed.Column, seed.Code)).Select(seed => Place(seed.Line, seed.Column + 1, seed.Code)).Order(StringComparer.Ordinal)];
    }

    public static string Place(int? line, int? column, string code) => $"{line:00000},{column:000} {code}";

    /// <summary>Line breaks in the cells before this one.</summary>
    private static int Above(string[] row, int? column) => row.Take(column ?? 0).Sum(cell => cell.Count(letter => letter == '\n'));

    /// <summary>A cell with a quote in it is one that was seeded, and stays wrong.</summary>
    private static string Written(string cell) => cell.AsSpan().ContainsAny(",\n") ? $"\"{cell}\"" : cell;
}
