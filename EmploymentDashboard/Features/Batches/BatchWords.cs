using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Batches;

/// <summary>How batches and the ways their files were read are written for people.</summary>
public static class BatchWords
{
    public static Bilingual Name(this BatchState state) => state switch
    {
        BatchState.Committed => new("已载入", "Loaded"),
        BatchState.Undone => new("已撤销", "Undone"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static Bilingual Name(this ChangeKind kind) => kind switch
    {
        ChangeKind.Commit => new("载入", "Loaded"),
        ChangeKind.Undo => new("撤销", "Undone"),
        ChangeKind.Redo => new("恢复", "Redone"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Bilingual Name(this IssueLevel level) => level switch
    {
        IssueLevel.Error => new("错误", "Error"),
        IssueLevel.Warning => new("提醒", "Warning"),
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    /// <summary>Where in its file an issue stands, with the header over it.</summary>
    public static string Place(this ImportIssue issue)
    {
        if (issue.Line is not { } line)
            return Say("整个文件", "The whole file");

        var column = issue.Column is { } number ? Say($"第 {number} 列", $", column {number}") : "";
        return Say($"第 {line} 行", $"line {line}") + column + (issue.ColumnName.Length > 0 ? $" {issue.ColumnName}" : "");
    }

    public static Bilingual Delimiter(string delimiter) => delimiter switch
    {
        "," => new("逗号", "comma"),
        ";" => new("分号", "semicolon"),
        "\t" => new("制表符", "tab"),
        "|" => new("竖线", "vertical bar"),
        " " => new("空格", "space"),
        _ => new($"「{delimiter}」", $"“{delimiter}”"),
    };

    /// <summary>By the name under which it is stored, with a batch or within its settings.</summary>
    public static Bilingual Layout(string layout) => layout switch
    {
        "long" or "Long" => new("长表，一行一个数字", "long, one figure a row"),
        "wide_by_month" or "WideByMonth" => new("宽表，一列一个月", "wide, one column a month"),
        "wide_by_indicator" or "WideByIndicator" => new("宽表，一列一个指标", "wide, one column an indicator"),
        "wide_by_area" or "WideByArea" => new("宽表，一列一个地区", "wide, one column an area"),
        _ => new(layout, layout),
    };
}
