using System.Buffers;

namespace EmploymentDashboard.Import.Reading;

/// <summary>How much a text looks like the cell of a table, so that the splitting that gives the likeliest cells can be chosen.</summary>
internal static class CellLook
{
    /// <summary>A number, a period, a mark for nothing, a known word.</summary>
    public const double Data = 1;

    /// <summary>Any other short text.</summary>
    public const double Text = 0.7;

    /// <summary>Text in quotes that another dialect would take off.</summary>
    public const double Quoted = 0.5;

    /// <summary>What holds other delimiters or is longer than cells are: likely several cells in one.</summary>
    public const double Unsplit = 0.2;

    private const int LongestText = 60;

    private static readonly SearchValues<char> DataCharacters = SearchValues.Create("0123456789０１２３４５６７８９.,，．-－—–−/+%％‰()（）[]:： ~～〜至约近超余多年月日号季度第上下半个万亿千百元人次家件户场<>≤≥＜＞≈¥￥$€xXeEQqTtZz*…");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９");
    private static readonly SearchValues<char> OtherDelimiters = SearchValues.Create(",;\t|，；\"\u0001\u001F");

    /// <param name="isQuoted">Whether quotes stood around it, so that delimiters within are meant.</param>
    public static double Of(ReadOnlySpan<char> cell, bool isQuoted, Vocabulary vocabulary)
    {
        if (IsData(cell) || vocabulary.Knows(cell))
            return Data;
        if (isQuoted)
            return Text;
        if (cell.Length >= 2 && (cell[0], cell[^1]) is ('\'', '\'') or ('“', '”'))
            return Quoted;
        return cell.Length > LongestText || cell.ContainsAny(OtherDelimiters) ? Unsplit : Text;
    }

    private static bool IsData(ReadOnlySpan<char> cell)
    {
        if (cell is "-" or "--" or "—" or "——" or "–" or "/" or "\\" or "…" or "……" or "*" or "NA" or "N/A" or "n/a" or "null" or "NULL" or "\\N" or "无")
            return true;
        return cell.ContainsAny(Digits) && !cell.ContainsAnyExcept(DataCharacters) && !IsSeveralNumbers(cell);
    }

    /// <summary>Commas within one number stand before groups of three digits, or once as the decimal sign.</summary>
    private static bool IsSeveralNumbers(ReadOnlySpan<char> cell)
    {
        if (cell.Count(',') < 2)
            return false;

        for (var rest = cell[(cell.IndexOf(',') + 1)..]; ; rest = rest[4..])
        {
            if (rest.Length < 3 || rest[..3].ContainsAnyExcept(Digits))
                return true;
            if (rest.Length == 3 || rest[3] != ',')
                return rest.Length > 3 && Digits.Contains(rest[3]);
        }
    }
}
