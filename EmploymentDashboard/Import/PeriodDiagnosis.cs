using System.Text.RegularExpressions;

namespace EmploymentDashboard.Import;

/// <summary>Says why a text that the grammar of periods does not cover is none: the first reason that fits.</summary>
internal static partial class PeriodDiagnosis
{
    public static PeriodFault Of(string text)
    {
        if (HasTwoDigitYear().IsMatch(text))
            return PeriodFault.TwoDigitYear;
        if (IsUnclear().IsMatch(text))
            return PeriodFault.Ambiguous;
        if (IsVague().IsMatch(text))
            return PeriodFault.Vague;
        if (HasTime().IsMatch(text))
            return PeriodFault.TimeOfDay;
        return HasLookAlike().IsMatch(text) ? PeriodFault.LookAlike : PeriodFault.UnknownForm;
    }

    [GeneratedRegex(@"^('?[0-9]{2}年|'[0-9]{2}|[0-9]{2}[-/.][0-9]{1,2}([-/.][0-9]{1,2})?$|[0-9]{1,2}[-/.]([0-9]{1,2}|[A-Za-z]+)[-/.][0-9]{2}$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HasTwoDigitYear();

    /// <summary>Mar-20, 2020年底, 2020年前, 1一9月.</summary>
    [GeneratedRegex(@"^[A-Za-z]{3,9}\.?[- ']?[0-9]{1,2}$|^[0-9]{1,2}[- ]?[A-Za-z]{3,9}$|[年月](底|末|前|后|以前|以后|之前|之后)$|[0-9]一[0-9]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsUnclear();

    [GeneratedRegex("[0-9]([时点]|:[0-9]{2})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HasTime();

    [GeneratedRegex("近|日前|目前|当前|现在|最近|年内|期间|节|同期|今天|今日|昨|当日|周|疫情|年初|月初|年中|月中|本季|上季|[春夏秋冬]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsVague();

    [GeneratedRegex("[0-9〇零一二三四五六七八九][oO○◯]|[oO○◯][0-9〇零一二三四五六七八九]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HasLookAlike();
}
