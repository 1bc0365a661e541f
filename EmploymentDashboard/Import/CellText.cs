using System.Globalization;

namespace EmploymentDashboard.Import;

/// <summary>Why the text of a cell is not even looked at.</summary>
internal enum CellFlaw
{
    None,
    TooLong,

    /// <summary>A character that cannot be seen or is laid over another, inside the text.</summary>
    Hidden,
}

/// <summary>
/// Makes the text of a cell ready for the grammars of figures and periods: no space at its ends, ASCII twins for full-width
/// characters, and no inner space but where it parts two things.
/// </summary>
internal static class CellText
{
    /// <summary>No figure and no period is longer, so nothing longer costs time.</summary>
    public const int Longest = 200;

    private const string SpreadsheetText = "=\"";

    /// <summary>Writes the text into a buffer of at least <see cref="Longest"/> characters.</summary>
    public static CellFlaw Prepare(ReadOnlySpan<char> text, Span<char> buffer, out int length)
    {
        length = 0;
        text = Unwrap(TrimEnds(text));
        if (text.Length > Longest)
            return CellFlaw.TooLong;

        var isAfterSpace = false;
        foreach (var written in text)
        {
            var c = TextWidth.Narrow(written);
            if (c == ' ')
            {
                isAfterSpace = true;
                continue;
            }

            if (c >= '\u007F' ? IsHidden(c) : c < ' ')
                return CellFlaw.Hidden;
            if (isAfterSpace && IsBoundary(buffer[length - 1], c))
                buffer[length++] = ' ';
            buffer[length++] = c;
            isAfterSpace = false;
        }

        return CellFlaw.None;
    }

    /// <summary>
    /// A space parts two Latin words and two numbers (1 500, 三百 五, 2万 5千). Elsewhere it means nothing, not even between digits and their
    /// multiplier (3.2 万).
    /// </summary>
    private static bool IsBoundary(char left, char right) =>
        (char.IsAsciiLetter(left) && char.IsAsciiLetter(right))
        || (IsPartOfNumber(left) && IsPartOfNumber(right) && !(char.IsAsciiDigit(left) && ChineseNumeral.IsRoundNumber(right)));

    private static bool IsPartOfNumber(char c) => char.IsAsciiDigit(c) || c is ',' or '.' || ChineseNumeral.IsPart(c);

    /// <summary>A byte order mark or zero-width space at the end of a text is left over from copying and parts nothing.</summary>
    private static ReadOnlySpan<char> TrimEnds(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && IsTrimmed(text[0]))
            text = text[1..];
        while (text.Length > 0 && IsTrimmed(text[^1]))
            text = text[..^1];
        return text;
    }

    private static bool IsTrimmed(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B' or '\u200E';

    /// <summary>Spreadsheets mark a number kept as text by '123 or ="123".</summary>
    private static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && text[0] == '\'')
            return TrimEnds(text[1..]);
        if (text.Length > SpreadsheetText.Length + 1 && text.StartsWith(SpreadsheetText, StringComparison.Ordinal) && text.LastIndexOf('"') == text.Length - 1)
        {
            var inner = text[SpreadsheetText.Length..^1];
            return inner.Contains('"') ? text : TrimEnds(inner);
        }

        return text;
    }

    private static bool IsHidden(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
