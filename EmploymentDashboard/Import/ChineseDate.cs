using System.Globalization;
using System.Text;

namespace EmploymentDashboard.Import;

/// <summary>Dates in Chinese characters: 二〇二〇年三月 as 2020年3月.</summary>
internal static class ChineseDate
{
    private const string Zeros = "〇零○";
    private const string Numerals = Zeros + "一二三四五六七八九十廿卅";

    /// <summary>
    /// The text with years (four digits, or two before 年) and numbers from 1 to 31 in Arabic digits. What is no such number stays, and so
    /// does one that touches a digit: in 1一9月 it is a dash.
    /// </summary>
    public static string InDigits(string text)
    {
        if (!text.Any(IsNumeral))
            return text;

        var digits = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && IsNumeral(text[end]))
                end++;
            if (end == start)
                end++;

            var run = text[start..end];
            var touchesDigit = (start > 0 && char.IsAsciiDigit(text[start - 1])) || (end < text.Length && char.IsAsciiDigit(text[end]));
            digits.Append((touchesDigit ? null : Read(run, isYear: end < text.Length && text[end] == '年')) ?? run);
            start = end;
        }

        return digits.ToString();
    }

    private static bool IsNumeral(char c) => Numerals.Contains(c, StringComparison.Ordinal);

    private static string? Read(string run, bool isYear)
    {
        if (run.Length == 4 || (run.Length == 2 && isYear))
        {
            var year = string.Concat(run.Select(c => Zeros.Contains(c, StringComparison.Ordinal) ? 0 : ChineseNumeral.DigitOf(c)));
            if (year.Length == run.Length)
                return year;
        }

        return ChineseNumeral.Read(run) is >= 1 and <= 31 and var number ? number.ToString(CultureInfo.InvariantCulture) : null;
    }
}
