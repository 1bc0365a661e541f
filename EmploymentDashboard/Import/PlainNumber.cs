namespace EmploymentDashboard.Import;

/// <summary>
/// The numerals that nearly every cell holds: a sign, ASCII digits and decimals, and nothing else. Reads a part of what the grammar of
/// <see cref="FigureParser"/> reads, to the same values, at a fraction of its cost.
/// </summary>
internal static class PlainNumber
{
    /// <summary>So many digits come back from a binary floating-point number as they were.</summary>
    private const int MostDigits = 15;

    public static bool TryRead(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        var isNegative = text is ['-', ..];
        if (text is ['-' or '+', ..])
            text = text[1..];
        if (text.Length is 0 or > MostDigits + 1 || text is ['0', >= '0' and <= '9', ..])
            return false;

        long digits = 0;
        var point = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
                digits = (digits * 10) + (text[i] - '0');
            else if (text[i] == '.' && point < 0)
                point = i;
            else
                return false;
        }

        var places = point < 0 ? 0 : text.Length - point - 1;
        var isComplete = point != 0 && point != text.Length - 1 && (point >= 0 || text.Length <= MostDigits);
        if (!isComplete)
            return false;

        value = new((int)digits, (int)(digits >> 32), 0, isNegative && digits != 0, (byte)places);
        return true;
    }
}
