using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>Why a text is not read as a figure. Each of these could be misread, so none is guessed.</summary>
public enum FigureFault
{
    /// <summary>No digit and no Chinese numeral.</summary>
    NoNumber,

    /// <summary>Words or signs beside the number that may change its meaning: 其中, 不等, a unit that is not known.</summary>
    UnknownWords,

    /// <summary>10-20万.</summary>
    Range,

    /// <summary>More than one number in the cell.</summary>
    TwoNumbers,

    /// <summary>数十, 若干, 三四百, 十几, 翻番: no number is said.</summary>
    Vague,

    /// <summary>约…余, 超…左右: the words contradict each other.</summary>
    BoundsDisagree,

    /// <summary>2万5 (20,005 or 25,000?), 1,23, 007, △5, 近3年, 无 (zero, or not known?).</summary>
    Ambiguous,

    /// <summary>More digits than can be kept exactly.</summary>
    TooLong,

    /// <summary>A text longer than any figure.</summary>
    TextTooLong,

    /// <summary>A character inside the text that cannot be seen, or is laid over another.</summary>
    HiddenCharacter,

    /// <summary>Digits of another script, and ², ⅓, Ⅳ.</summary>
    ForeignDigits,

    /// <summary>123*, 123①, 123[1].</summary>
    FootnoteMark,

    /// <summary>#N/A, #REF!, ####: the spreadsheet could not show a number, which is something else than none being known.</summary>
    SpreadsheetError,

    /// <summary>=A1+B1.</summary>
    Formula,

    /// <summary>1.2E+05: spreadsheets write so what they have rounded to what the column's width holds.</summary>
    Scientific,

    /// <summary>2.5w, 3k, 3 million.</summary>
    Slang,

    /// <summary>半, 三分之一, 1/2, 3:1.</summary>
    Fraction,

    /// <summary>2020-03, 3月, 12:30.</summary>
    Date,
}

public static class FigureFaults
{
    /// <summary>The code under which the fault is written for other programs.</summary>
    public static string Code(this FigureFault fault) => fault switch
    {
        FigureFault.NoNumber => "no_number",
        FigureFault.UnknownWords => "unknown_words",
        FigureFault.Range => "range",
        FigureFault.TwoNumbers => "two_numbers",
        FigureFault.Vague => "vague",
        FigureFault.BoundsDisagree => "bounds_disagree",
        FigureFault.Ambiguous => "ambiguous",
        FigureFault.TooLong => "too_long",
        FigureFault.TextTooLong => "text_too_long",
        FigureFault.HiddenCharacter => "hidden_character",
        FigureFault.ForeignDigits => "foreign_digits",
        FigureFault.FootnoteMark => "footnote_mark",
        FigureFault.SpreadsheetError => "spreadsheet_error",
        FigureFault.Formula => "formula",
        FigureFault.Scientific => "scientific_notation",
        FigureFault.Slang => "slang",
        FigureFault.Fraction => "fraction",
        FigureFault.Date => "date",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    public static Bilingual Message(this FigureFault fault) => fault switch
    {
        FigureFault.NoNumber => new("没有数字", "there is no number"),
        FigureFault.UnknownWords => new("数字前后有可能改变意思的字词或符号", "words or signs beside the number may change its meaning"),
        FigureFault.Range => new("是一个区间，不是一个数", "it is a range, not one number"),
        FigureFault.TwoNumbers => new("一格里不止一个数", "there is more than one number"),
        FigureFault.Vague => new("数目含糊", "the number is vague"),
        FigureFault.BoundsDisagree => new("界限用词互相矛盾", "the words for the bound contradict each other"),
        FigureFault.Ambiguous => new("有两种读法", "it can be read in two ways"),
        FigureFault.TooLong => new("位数太多，存不准", "it has more digits than can be kept exactly"),
        FigureFault.TextTooLong => new($"超过 {CellText.Longest} 字，不像一个数", $"it is longer than {CellText.Longest} characters, which no figure is"),
        FigureFault.HiddenCharacter => new("夹有看不见的或叠加的字符，请重新输入", "a hidden or overlaid character stands in it; type it anew"),
        FigureFault.ForeignDigits => new("不是通常的数字字符", "its digits are not ordinary ones"),
        FigureFault.FootnoteMark => new("带有脚注符号，请移到备注", "a footnote mark stands beside the number; move it to the note"),
        FigureFault.SpreadsheetError => new("是电子表格的错误值，不是数", "it is a spreadsheet's error, not a number"),
        FigureFault.Formula => new("是公式，不是结果", "it is a formula, not its result"),
        FigureFault.Scientific => new("科学计数法可能已经四舍五入，请写出全部数字", "scientific notation may have been rounded; write all digits"),
        FigureFault.Slang => new("w、k、million 之类的写法不读，请写成万、千或全数", "w, k, million and the like are not read; write 万, 千 or the full number"),
        FigureFault.Fraction => new("是分数或比例，不是一个数", "it is a fraction or ratio, not a plain number"),
        FigureFault.Date => new("像日期或时刻，不是数", "it looks like a date or time, not a number"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };
}
