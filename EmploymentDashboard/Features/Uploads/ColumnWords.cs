using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Uploads;

/// <summary>How the meanings of columns are written for people, and chosen by them.</summary>
internal static class ColumnWords
{
    private const string FieldPrefix = "field:";

    /// <summary>What a person can say of a column: a value for a list of choices, and its words.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices() =>
    [
        (nameof(ColumnRole.Figures), ColumnRole.Figures.Name()),
        .. Enum.GetValues<FigureField>().Where(field => field != FigureField.Value).Select(field => (FieldPrefix + field, (string)field.Name())),
        .. Enum.GetValues<ColumnRole>().Where(role => role is not (ColumnRole.Figures or ColumnRole.Field or ColumnRole.LeftOut)).Select(role => (role.ToString(), (string)role.Name())),
        (nameof(ColumnRole.LeftOut), ColumnRole.LeftOut.Name()),
    ];

    public static string Choice(ColumnMeaning meaning) => meaning.Role == ColumnRole.Field ? FieldPrefix + meaning.Field : meaning.Role.ToString();

    /// <summary>What someone chose.</summary>
    /// <param name="found">What is known of the column's figures already stays.</param>
    public static ColumnMeaning Read(string choice, ColumnMeaning? found) => choice switch
    {
        nameof(ColumnRole.LeftOut) => ColumnMeaning.NotRead(LeftOutColumn.ByHand),
        nameof(ColumnRole.Figures) => found is { Role: ColumnRole.Figures } ? found : ColumnMeaning.Of(FigureField.Value),
        _ when choice.StartsWith(FieldPrefix, StringComparison.Ordinal) => ColumnMeaning.Of(Enum.Parse<FigureField>(choice[FieldPrefix.Length..])),
        _ => ColumnMeaning.Of(Enum.Parse<ColumnRole>(choice)),
    };

    public static Bilingual Name(this ColumnRole role) => role switch
    {
        ColumnRole.LeftOut => new("不读", "not read"),
        ColumnRole.Field => new("一项说明", "a field"),
        ColumnRole.Figures => new("数字", "figures"),
        ColumnRole.AreaCode => new("地区代码", "area code"),
        ColumnRole.Year => new("年", "year"),
        ColumnRole.Month => new("月", "month"),
        ColumnRole.Quarter => new("季度", "quarter"),
        ColumnRole.PeriodStart => new("期间起点", "first day"),
        ColumnRole.PeriodEnd => new("期间终点", "last day"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static Bilingual Name(this RowFate fate) => fate switch
    {
        RowFate.Figures => new("数字", "figures"),
        RowFate.NoFigures => new("没有数字", "no figures"),
        RowFate.Preamble => new("表上方的文字", "text above the table"),
        RowFate.Header => new("表头", "header"),
        RowFate.Total => new("合计", "total"),
        RowFate.Note => new("注释", "note"),
        RowFate.Example => new("示例", "example"),
        RowFate.Blank => new("空行", "blank"),
        RowFate.Malformed => new("残缺的行", "broken row"),
        RowFate.Rejected => new("退回", "rejected"),
        RowFate.NotRead => new("没有读", "not read"),
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, null),
    };

    /// <summary>数字：新增就业，2020-03，本年累计.</summary>
    public static string Describe(ColumnMeaning meaning, Catalog catalog)
    {
        var role = meaning switch
        {
            { Role: ColumnRole.LeftOut, Why: { } why } => $"{ColumnRole.LeftOut.Name()}{Say("：", ": ")}{why.Name()}",
            { Role: ColumnRole.Field, Field: { } field } => field.Name(),
            _ => (string)meaning.Role.Name(),
        };
        string?[] parts =
        [
            catalog.TryArea(meaning.Area, out var area) ? area.Name : meaning.Area,
            catalog.TryIndicator(meaning.Indicator, out var indicator) ? indicator.Name : meaning.Indicator,
            catalog.TryBreakdown(meaning.Breakdown, out var breakdown) ? breakdown.Name : meaning.Breakdown,
            Codes.Basis.TryParse(meaning.Basis ?? "", out var basis) ? basis.Name() : meaning.Basis,
            meaning.Period,
            meaning.Shift switch
            {
                PeriodShift.YearToDate => Say("自年初起", "since January"),
                PeriodShift.WholeYear => Say("全年", "of the whole year"),
                _ => null,
            },
            meaning.YearsBack > 0 ? Say("上年同期", "the same period a year before") : null,
            meaning.Unit,
        ];
        var known = string.Join(Say("，", ", "), parts.Where(part => !string.IsNullOrEmpty(part)));
        return known.Length > 0 ? $"{role}{Say("：", ": ")}{known}" : role;
    }
}
