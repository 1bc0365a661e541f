using System.Buffers;

namespace EmploymentDashboard.Import;

/// <summary>
/// Whole numbers in Chinese characters: 二十五, 三千二 (3,200), 两万五 (25,000), 一万零五十, 三万亿; traditional and financial characters
/// (萬, 貳仟伍佰) and 廿, 卅 count as their everyday twins.
/// </summary>
internal static class ChineseNumeral
{
    private const string Everyday = "零一二两三四五六七八九十百千万亿";
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Characters that stand for one of <see cref="Everyday"/>, each above its twin.</summary>
    private const string Formal = "壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟萬億兩";
    private const string Twins = "一二二三三三四五六六七八九十百千万亿两";

    /// <summary>Those of <see cref="Formal"/> that are not merely traditional.</summary>
    private static readonly SearchValues<char> Financial = SearchValues.Create("壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟");

    private static readonly (char Step, decimal Value)[] Steps = [('亿', 100_000_000), ('万', 10_000), ('千', 1_000), ('百', 100), ('十', 10)];

    /// <summary>Whether the character belongs to a Chinese numeral.</summary>
    public static bool IsPart(char c) => c is '〇' or '廿' or '卅' or '卌' || IsEveryday(c) || Formal.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether the character is an everyday numeral, which no noun behind a measure word should hold.</summary>
    public static bool IsEveryday(char c) => c == '〇' || Everyday.Contains(c, StringComparison.Ordinal);

    /// <summary>百, 千, 万 and 亿, which also stand behind Arabic digits or alone: 3百, 上百.</summary>
    public static bool IsRoundNumber(char c) => Twin(c) is '百' or '千' or '万' or '亿';

    /// <summary>A digit as it stands behind 点 or in a year: 0 to 9, or null.</summary>
    public static int? DigitOf(char c) => Digits.IndexOf(Twin(c), StringComparison.Ordinal) is var index and >= 0 ? index : null;

    /// <summary>10 to 100,000,000 for 十 to 亿, 1 for anything else.</summary>
    public static decimal StepOf(char c) => Twin(c) switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 1,
    };

    /// <summary>The value of a run of such characters, or null where it is no well-formed number (三四百, 十两, 陆 as in 陆家嘴).</summary>
    public static decimal? Read(ReadOnlySpan<char> run)
    {
        Span<char> everyday = stackalloc char[2 * CellText.Longest];
        if (run.Length > CellText.Longest || !Rewrite(run, everyday, out var length))
            return null;

        return everyday[..length] switch
        {
            "零" => 0,
            "两" => 2,
            var known => Below(known, decimal.MaxValue, isFirst: true),
        };
    }

    /// <summary>
    /// In everyday characters. Financial digits are names and words too (陆, 伍), so they need a step beside them; and whoever writes 伍佰陆
    /// left a character out.
    /// </summary>
    private static bool Rewrite(ReadOnlySpan<char> run, Span<char> everyday, out int length)
    {
        length = 0;
        var (hasFormalDigit, hasStep) = (false, false);
        foreach (var c in run)
        {
            if (c is '廿' or '卅' or '卌')
                everyday[length++] = c switch { '廿' => '二', '卅' => '三', _ => '四' };
            var twin = c is '廿' or '卅' or '卌' ? '十' : Twin(c);
            everyday[length++] = twin;
            hasStep |= StepOf(twin) > 1;
            hasFormalDigit |= twin != c && c != '〇' && StepOf(twin) == 1;
        }

        var endsShort = run.Length > 1 && StepOf(run[^1]) == 1 && StepOf(run[^2]) > 10;
        return !hasFormalDigit || (hasStep && (!endsShort || !run.ContainsAny(Financial)));
    }

    private static char Twin(char c)
    {
        if (c == '〇')
            return '零';
        return Formal.IndexOf(c, StringComparison.Ordinal) is var index and >= 0 ? Twins[index] : c;
    }

    /// <summary>A number below <paramref name="limit"/>: its highest step, what stands before it, and what follows.</summary>
    private static decimal? Below(ReadOnlySpan<char> text, decimal limit, bool isFirst)
    {
        foreach (var (step, value) in Steps)
        {
            if (value >= limit || text.IndexOf(step) is not (>= 0 and var at))
                continue;

            return Times(text[..at], value, isFirst) is { } times && Rest(text[(at + 1)..], value, times) is { } rest ? (times * value) + rest : null;
        }

        return text is [var only] ? OneToNine(only) : null;
    }

    /// <summary>What a step is multiplied by. 十 alone begins a number (十五, 十万); 两 stands before 百 and larger steps only.</summary>
    private static decimal? Times(ReadOnlySpan<char> text, decimal step, bool isFirst)
    {
        if (text.IsEmpty)
            return step == 10 && isFirst ? 1 : null;
        if (text is "两")
            return step >= 100 ? 2 : null;
        if (step >= 10_000)
            return Below(text, step, isFirst);
        return text is [var only] ? OneToNine(only) : null;
    }

    /// <summary>
    /// What follows a step. 零 says that places are skipped; a last digit without a step stands one step below the one before it: 两万五.
    /// Not behind round tens (三十万五), and behind 亿 a part needs its 万: 一亿五千 is said for 一亿五千万 too.
    /// </summary>
    private static decimal? Rest(ReadOnlySpan<char> text, decimal step, decimal times)
    {
        if (text.IsEmpty)
            return 0;
        if (text[0] == '零')
            return Below(text[1..], step, isFirst: false) is { } skipped && skipped < step / 10 ? skipped : null;
        if (text is [var only])
            return step < 10_000 || times % 10 != 0 ? OneToNine(only) * step / 10 : null;
        if (step > 10_000 && !text.Contains('万'))
            return null;
        return Below(text, step, isFirst: false);
    }

    private static decimal? OneToNine(char c) => Digits.IndexOf(c, StringComparison.Ordinal) is var index and > 0 ? index : null;
}
