using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>Why a text is not read as a period. Each of these could be misread, so none is guessed.</summary>
public enum PeriodFault
{
    /// <summary>Nothing is written.</summary>
    Empty,

    /// <summary>No form of a period that is known.</summary>
    UnknownForm,

    /// <summary>3月, 一季度, 今年以来, and no year is given elsewhere.</summary>
    YearMissing,

    /// <summary>当月, 5日, and no month is given elsewhere.</summary>
    MonthMissing,

    /// <summary>20年3月, 3/1/20: which century, or which of the three is the year?</summary>
    TwoDigitYear,

    /// <summary>3/1/2020 (1 March or 3 January?), Mar-20, 2020.1 (January, or October with its zero lost?), 2020年底.</summary>
    Ambiguous,

    /// <summary>近期, 春节期间: no day can be named.</summary>
    Vague,

    /// <summary>Month 13, 30 February, a year before 1949 or after 2099.</summary>
    OutOfRange,

    /// <summary>9-3月: does not end after it begins.</summary>
    Reversed,

    /// <summary>A time of day other than midnight: figures are kept by days.</summary>
    TimeOfDay,

    /// <summary>A letter O or a circle where a zero belongs.</summary>
    LookAlike,

    /// <summary>A character inside the text that cannot be seen, or is laid over another.</summary>
    HiddenCharacter,

    /// <summary>A text longer than any period.</summary>
    TextTooLong,
}

public static class PeriodFaults
{
    /// <summary>The code under which the fault is written for other programs.</summary>
    public static string Code(this PeriodFault fault) => fault switch
    {
        PeriodFault.Empty => "empty",
        PeriodFault.UnknownForm => "unknown_form",
        PeriodFault.YearMissing => "year_missing",
        PeriodFault.MonthMissing => "month_missing",
        PeriodFault.TwoDigitYear => "two_digit_year",
        PeriodFault.Ambiguous => "ambiguous",
        PeriodFault.Vague => "vague",
        PeriodFault.OutOfRange => "out_of_range",
        PeriodFault.Reversed => "reversed",
        PeriodFault.TimeOfDay => "time_of_day",
        PeriodFault.LookAlike => "look_alike",
        PeriodFault.HiddenCharacter => "hidden_character",
        PeriodFault.TextTooLong => "text_too_long",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    public static Bilingual Message(this PeriodFault fault) => fault switch
    {
        PeriodFault.Empty => new("没有写期间", "no period is written"),
        PeriodFault.UnknownForm => new("不是认识的期间写法", "it is no known form of a period"),
        PeriodFault.YearMissing => new("缺年份", "the year is missing"),
        PeriodFault.MonthMissing => new("缺月份", "the month is missing"),
        PeriodFault.TwoDigitYear => new("年份要写四位", "the year needs four digits"),
        PeriodFault.Ambiguous => new("有两种读法", "it can be read in two ways"),
        PeriodFault.Vague => new("说不出起止日期", "it names no certain days"),
        PeriodFault.OutOfRange => new($"没有这一天，或不在 {PeriodParser.EarliestYear}–{PeriodParser.LatestYear} 年之间", $"there is no such day, or it lies outside {PeriodParser.EarliestYear} to {PeriodParser.LatestYear}"),
        PeriodFault.Reversed => new("终点不在起点之后", "it does not end after it begins"),
        PeriodFault.TimeOfDay => new("带有零点以外的时刻，期间只到日", "it has a time of day; periods are made of days"),
        PeriodFault.LookAlike => new("零写成了字母 O 或圆圈", "a letter O or a circle stands for a zero"),
        PeriodFault.HiddenCharacter => new("夹有看不见的或叠加的字符，请重新输入", "a hidden or overlaid character stands in it; type it anew"),
        PeriodFault.TextTooLong => new($"超过 {CellText.Longest} 字，不像期间", $"it is longer than {CellText.Longest} characters, which no period is"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };
}
