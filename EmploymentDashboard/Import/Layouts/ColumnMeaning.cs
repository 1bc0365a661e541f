using System.Text.Json.Serialization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Layouts;

[JsonConverter(typeof(JsonStringEnumConverter<ColumnRole>))]
public enum ColumnRole
{
    /// <summary>Its cells are not read.</summary>
    LeftOut,

    /// <summary>Its cells say one field of their row's figures.</summary>
    Field,

    /// <summary>Its cells are figures.</summary>
    Figures,

    /// <summary>Codes beside the names of areas. The two must agree.</summary>
    AreaCode,

    /// <summary>The year of the row's period.</summary>
    Year,

    /// <summary>The month of the row's period.</summary>
    Month,

    /// <summary>The quarter of the row's period.</summary>
    Quarter,

    PeriodStart,

    PeriodEnd,
}

/// <summary>Why a column is not read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LeftOutColumn>))]
public enum LeftOutColumn
{
    /// <summary>Nothing is in it.</summary>
    Empty,

    /// <summary>序号: it only counts the rows.</summary>
    Serial,

    /// <summary>退回原因: why the rows of an earlier import were rejected.</summary>
    Reason,

    /// <summary>同比, 占比, 排名: computed from other figures.</summary>
    Derived,

    /// <summary>合计, 全年: the sum of other columns.</summary>
    Total,

    /// <summary>Its header means nothing that is known.</summary>
    Unknown,

    /// <summary>Its header can be read in two ways.</summary>
    Ambiguous,

    /// <summary>Someone said so, or said that the table is of another kind.</summary>
    ByHand,
}

/// <summary>How the period of a column's figures follows from that of their row.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PeriodShift>))]
public enum PeriodShift
{
    None,

    /// <summary>本年累计 in a row of March is January to March.</summary>
    YearToDate,

    /// <summary>年度目标 in a row of March is of the whole year.</summary>
    WholeYear,
}

/// <summary>What a column of a table means. Of a column of figures it says what all of them have in common.</summary>
public sealed record ColumnMeaning
{
    public required ColumnRole Role { get; init; }

    /// <summary>The field that the cells say, where the role is <see cref="ColumnRole.Field"/>.</summary>
    public FigureField? Field { get; init; }

    /// <summary>Area of all figures of the column, by name or code.</summary>
    public string? Area { get; init; }

    public string? Indicator { get; init; }

    public string? Breakdown { get; init; }

    public string? Basis { get; init; }

    /// <summary>Period of all figures of the column; without its year where the row says that.</summary>
    public string? Period { get; init; }

    public string? Unit { get; init; }

    public PeriodShift Shift { get; init; }

    /// <summary>1 where the figures are those of the same period of the year before (上年同期).</summary>
    public int YearsBack { get; init; }

    /// <summary>Why the column is not read, where it is not.</summary>
    public LeftOutColumn? Why { get; init; }

    /// <summary>Whether the column says what its figures are, and does not leave all of it to the row.</summary>
    [JsonIgnore]
    public bool IsSpecific => Area is not null || Indicator is not null || Breakdown is not null || Basis is not null || Period is not null || YearsBack > 0;

    public static ColumnMeaning Of(FigureField field) => field == FigureField.Value ? Figures : new() { Role = ColumnRole.Field, Field = field };

    public static ColumnMeaning Of(ColumnRole role) => new() { Role = role };

    public static ColumnMeaning NotRead(LeftOutColumn why) => new() { Role = ColumnRole.LeftOut, Why = why };

    internal static ColumnMeaning Figures { get; } = new() { Role = ColumnRole.Figures };

    internal string? Fixed(FigureField field) => field switch
    {
        FigureField.Area => Area,
        FigureField.Indicator => Indicator,
        FigureField.Breakdown => Breakdown,
        FigureField.Basis => Basis,
        FigureField.Period => Period,
        FigureField.Unit => Unit,
        _ => null,
    };

    internal bool IsField(FigureField field) => Role == ColumnRole.Field && Field == field;
}

public static class ColumnMeanings
{
    /// <summary>The field as people call it.</summary>
    public static Bilingual Name(this FigureField field) => field switch
    {
        FigureField.Area => new("区县", "area"),
        FigureField.Indicator => new("指标", "indicator"),
        FigureField.Breakdown => new("分项", "breakdown"),
        FigureField.Basis => new("口径", "basis"),
        FigureField.Period => new("期间", "period"),
        FigureField.Value => new("数值", "value"),
        FigureField.Unit => new("单位", "unit"),
        FigureField.Bound => new("界限", "bound"),
        FigureField.AsPrinted => new("原文", "as printed"),
        FigureField.Status => new("状态", "status"),
        FigureField.Source => new("来源", "source"),
        FigureField.Locator => new("位置", "locator"),
        FigureField.Note => new("备注", "note"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    public static Bilingual Name(this LeftOutColumn why) => why switch
    {
        LeftOutColumn.Empty => new("空列", "empty"),
        LeftOutColumn.Serial => new("序号", "row numbers"),
        LeftOutColumn.Reason => new("退回原因", "reasons of rejection"),
        LeftOutColumn.Derived => new("由其他数算出", "computed from other figures"),
        LeftOutColumn.Total => new("其他列之和", "the sum of other columns"),
        LeftOutColumn.Unknown => new("表头不认识", "unknown header"),
        LeftOutColumn.Ambiguous => new("表头有两种读法", "a header that can be read in two ways"),
        LeftOutColumn.ByHand => new("人工设定不读", "left out by hand"),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, null),
    };
}
