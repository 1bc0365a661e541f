using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EmploymentDashboard.Import;

/// <summary>Says why a text that the grammar of figures does not cover is none: the first reason that fits.</summary>
internal static partial class FigureDiagnosis
{
    public static FigureFault Of(string text)
    {
        if (text.StartsWith('='))
            return FigureFault.Formula;
        if (IsDate().IsMatch(text))
            return FigureFault.Date;
        if (IsZeroOrUnknown().IsMatch(text) || IsUnclear().IsMatch(text))
            return FigureFault.Ambiguous;
        if (IsScientific().IsMatch(text))
            return FigureFault.Scientific;
        if (HasFootnoteMark().IsMatch(text))
            return FigureFault.FootnoteMark;
        if (text.EnumerateRunes().Any(IsForeignDigit))
            return FigureFault.ForeignDigits;
        if (IsSlang().IsMatch(text))
            return FigureFault.Slang;
        if (IsRange().IsMatch(text))
            return FigureFault.Range;
        if (IsFraction().IsMatch(text))
            return FigureFault.Fraction;
        if (IsVague().IsMatch(text))
            return FigureFault.Vague;
        return Numbers().Count(text) switch
        {
            0 => FigureFault.NoNumber,
            1 => FigureFault.UnknownWords,
            _ => FigureFault.TwoNumbers,
        };
    }

    private static bool IsForeignDigit(Rune rune) => rune.Value > '9' && rune.Value != '〇'
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    [GeneratedRegex("^(无|没有|none|nil)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsZeroOrUnknown();

    /// <summary>A sign with more than one use, or points and commas of which either may be the decimal one.</summary>
    [GeneratedRegex(@"^[△▲▽▼↑↓↗↘±∓]|^\.[0-9]|[0-9]\.[0-9]+[.,][0-9]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsUnclear();

    [GeneratedRegex(
        @"^((19|20)[0-9]{2}([-/](0?[1-9]|1[0-2])|[-./][0-9]{1,2}[-./][0-9]{1,2})([ T].*)?$|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](19|20)?[0-9]{2}$|[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$)"
            + @"|^((19|20)[0-9]{2}|[二一][〇零○一二三四五六七八九]{3})年|^[0-9一二三四五六七八九十]{1,3}(月|日|号|时|点钟?|点[0-9]{1,2}分?|点[一二三四五]?十[一二三四五六七八九]?分?)(?!均)"
            + @"|^第?[1-4一二三四](季|季度)|[上下]半年|^([0-9]{1,2}-)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*([- ,]|[0-9]|$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsDate();

    [GeneratedRegex(@"^[^0-9]{0,3}[0-9]+(\.[0-9]+)?e[-+]?[0-9]+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsScientific();

    [GeneratedRegex(@"[0-9%‰人元家个次名](\*+|[※†‡§]|[①-⒇¹²³⁰-⁹]+|\[[^\]]*\]|【[^】]*】|\(?注[0-9]?\)?)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HasFootnoteMark();

    [GeneratedRegex(
        @"[0-9 ](k|w|m|b|bn|mn|kk|kw|wan|yi|thousand|hundred|million|billion|trillion|dozen)s?([^a-z]|yuan|rmb|$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsSlang();

    [GeneratedRegex(@"[0-9一二两三四五六七八九十百千万亿%‰人元家个](-|–|—|――?|~|至|到|—{1,2}|-{1,2})[-+]?[0-9一二两三四五六七八九十百千万亿]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsRange();

    [GeneratedRegex(@"半|分之|[0-9][/:∶][0-9]|[0-9]比[0-9]|[½⅓¼¾]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsFraction();

    [GeneratedRegex(@"[一二三四五六七八九两][一二三四五六七八九]|翻|倍增|[数几若][十百千万亿]|[十百千万]几|成百|成千|上上|许多|大量|大批|一批|一些|不少|部分|个别|[好几]几", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsVague();

    /// <summary>Runs of digits or Chinese numerals, each with the signs that a number holds inside.</summary>
    [GeneratedRegex(@"[0-9]+([.,][0-9]+)*[百千万亿]*|(?!百分点)[〇零一二两三四五六七八九十百千万亿]+|[壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟]{2,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
