namespace EmploymentDashboard.Import;

/// <summary>Whole numbers in Chinese characters: 二十五, 三千二 (3,200), 两万五 (25,000), 一万零五十.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The value of a run of <see cref="FigureWords.Numerals"/>, or null where it is no well-formed number.</summary>
    public static decimal? Read(string run)
    {
        if (run is "零" or "〇")
            return 0;

        decimal total = 0, section = 0, lowestStep = decimal.MaxValue, lastBigStep = decimal.MaxValue;
        int? digit = null;
        var followsZero = false;
        foreach (var c in run)
        {
            if (c is '零' or '〇')
            {
                if (digit is not null || followsZero || total + section == 0)
                    return null;

                followsZero = true;
            }
            else if (DigitOf(c) is { } value)
            {
                if (digit is not null)
                    return null;

                digit = value;
            }
            else if (c is '十' or '百' or '千')
            {
                var step = StepOf(c);
                if (digit is null && (step != 10 || total + section != 0))
                    return null;
                if (step >= lowestStep)
                    return null;

                section += (digit ?? 1) * step;
                (lowestStep, digit, followsZero) = (step, null, false);
            }
            else
            {
                var step = StepOf(c);
                section += digit ?? 0;
                var isWan = step == 10_000;
                if (section == 0 || (isWan && lastBigStep <= step) || (!isWan && lastBigStep < decimal.MaxValue))
                    return null;

                total += section * step;
                (section, digit, followsZero, lowestStep, lastBigStep) = (0, null, false, step, step);
            }
        }

        if (digit is not { } last)
            return followsZero ? null : total + section;

        // 两万五: a last digit without its step stands one step below the one before it, unless a 零 says otherwise.
        var isUnits = followsZero || lowestStep is 10 or decimal.MaxValue;
        return total + section + (isUnits ? last : last * lowestStep / 10);
    }

    /// <summary>10 to 100,000,000 for 十 to 亿, 1 for anything else.</summary>
    public static decimal StepOf(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 1,
    };

    private static int? DigitOf(char c) => c == '两' ? 2 : Digits.IndexOf(c, StringComparison.Ordinal) is var index and > 0 ? index : null;
}
