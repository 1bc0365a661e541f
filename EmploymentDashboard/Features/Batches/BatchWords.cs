using System.Text.Json;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Batches;

/// <summary>One setting by which a file was read.</summary>
public sealed record SettingLine(Bilingual Name, string Value);

/// <summary>How batches and the ways their files were read are written for people. What a later reader adds shows under its own name.</summary>
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

    public static Bilingual Delimiter(string delimiter) => delimiter switch
    {
        "," => new("逗号", "comma"),
        ";" => new("分号", "semicolon"),
        "\t" => new("制表符", "tab"),
        "|" => new("竖线", "vertical bar"),
        " " => new("空格", "space"),
        _ => new($"「{delimiter}」", $"“{delimiter}”"),
    };

    public static Bilingual Layout(string layout) => layout switch
    {
        "long" => new("长表，一行一个数字", "long, one figure a row"),
        _ => new(layout, layout),
    };

    /// <summary>What a person set, each thing in a line; empty where nothing was.</summary>
    public static IReadOnlyList<SettingLine> Settings(Batch batch, Catalog catalog)
    {
        using var settings = JsonDocument.Parse(batch.Settings);
        return [.. settings.RootElement.EnumerateObject().SelectMany(setting => Describe(setting, catalog))];
    }

    private static IEnumerable<SettingLine> Describe(JsonProperty setting, Catalog catalog) => (setting.Name, setting.Value) switch
    {
        ("source", { ValueKind: JsonValueKind.String } code) =>
            [new(new("没写来源的行", "Rows that name no source"), catalog.TrySource(code.GetString(), out var source) ? source.Headline : code.GetString()!)],
        (var name, { ValueKind: JsonValueKind.Object } values) => values.EnumerateObject().Select(value => new SettingLine(new(name, name), $"{value.Name}: {Text(value.Value)}")),
        (var name, { ValueKind: JsonValueKind.Array } values) => values.EnumerateArray().Select(value => new SettingLine(new(name, name), Text(value))),
        var (name, value) => [new(new(name, name), Text(value))],
    };

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(part => $"{part.Name} {Text(part.Value)}")),
        _ => value.ToString(),
    };
}
