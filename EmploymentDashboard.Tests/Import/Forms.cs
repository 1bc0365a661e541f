namespace EmploymentDashboard.Tests.Import;

/// <summary>The same text as it is typed elsewhere.</summary>
internal static class Forms
{
    /// <summary>As a Chinese input method writes it.</summary>
    public static string Wide(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + '\uFF01' - '!') : c == ' ' ? '\u3000' : c));

    /// <summary>With a space between any two characters that are not both of one number or one Latin word.</summary>
    public static string Spaced(string text) => string.Concat(text.Select((c, i) => i > 0 && MayBeParted(text[i - 1], c) ? $" {c}" : $"{c}"));

    private static bool MayBeParted(char left, char right) =>
        !(char.IsAsciiLetter(left) && char.IsAsciiLetter(right)) && !(IsPartOfNumber(left) && IsPartOfNumber(right)) && left is not ('\u200E' or '\uFEFF') && right is not '\u200B';

    private static bool IsPartOfNumber(char c) =>
        c is (>= '0' and <= '9') or (>= '０' and <= '９') or ',' or '.' or '，' or '．' || "零〇○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億兩廿卅卌".Contains(c, StringComparison.Ordinal);
}
