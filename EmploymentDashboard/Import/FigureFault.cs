using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>Why a text is not read as a figure. Each of these could be misread, so none is guessed.</summary>
public enum FigureFault
{
    /// <summary>No digit and no Chinese numeral.</summary>
    NoNumber,

    /// <summary>Words before or behind the number that may change its meaning: 下降, 第, 半.</summary>
    UnknownWords,

    /// <summary>10-20万.</summary>
    Range,

    /// <summary>More than one number in the cell.</summary>
    TwoNumbers,

    /// <summary>数十, 若干, 三四百, 十几: no number is said.</summary>
    Vague,

    /// <summary>约…余, 超…左右: the words contradict each other.</summary>
    BoundsDisagree,

    /// <summary>2万5 (20,005 or 25,000?), 1,23, 007, 百分点 behind 百.</summary>
    Ambiguous,

    /// <summary>More digits than can be kept exactly.</summary>
    TooLong,
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
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    public static Bilingual Message(this FigureFault fault) => fault switch
    {
        FigureFault.NoNumber => new("没有数字", "there is no number"),
        FigureFault.UnknownWords => new("数字前后有可能改变意思的字词", "words beside the number may change its meaning"),
        FigureFault.Range => new("是一个区间，不是一个数", "it is a range, not one number"),
        FigureFault.TwoNumbers => new("一格里不止一个数", "there is more than one number"),
        FigureFault.Vague => new("数目含糊", "the number is vague"),
        FigureFault.BoundsDisagree => new("界限用词互相矛盾", "the words for the bound contradict each other"),
        FigureFault.Ambiguous => new("有两种读法", "it can be read in two ways"),
        FigureFault.TooLong => new("位数太多，存不准", "it has more digits than can be kept exactly"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };
}
