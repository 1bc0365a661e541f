using System.Text.Json;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Batches;

/// <summary>One thing that a person set before a file was taken in.</summary>
public sealed record SettingLine(string Name, string Value);

/// <summary>
/// Writes the settings kept with a batch for people. They are read as the JSON that they are stored as: batches outlive the program
/// that took them in, and what this one does not know shows under its own name rather than not at all.
/// </summary>
public static class SettingWords
{
    private static readonly Dictionary<string, Bilingual> Names = new(StringComparer.Ordinal)
    {
        ["encoding"] = new("编码", "Encoding"),
        ["delimiter"] = new("分隔符", "Delimiter"),
        ["quote"] = new("引号", "Quote"),
        ["escape"] = new("转义符", "Escape"),
        ["kind"] = new("布局", "Layout"),
        ["headerLine"] = new("表头所在行", "Line of the header"),
        ["headerRows"] = new("表头行数", "Rows of the header"),
        ["year"] = new("没写年份的月份属于", "Months without a year are of"),
        ["area"] = new("没写地区的行", "Rows without an area"),
        ["indicator"] = new("没写指标的行", "Rows without an indicator"),
        ["breakdown"] = new("没写分项的行", "Rows without a breakdown"),
        ["basis"] = new("没写口径的行", "Rows without a basis"),
        ["period"] = new("没写期间的行", "Rows without a period"),
        ["unit"] = new("没写单位的行", "Rows without a unit"),
        ["source"] = new("没写来源的行", "Rows without a source"),
        ["fillDown"] = new("空格沿用上一行", "Blank cells mean the one above"),
        ["columns"] = new("列", "Columns"),
        ["mends"] = new("改过的格", "Cells mended"),
    };

    /// <summary>What is said of a column: its role, or the field that its cells say.</summary>
    private static readonly Dictionary<string, Bilingual> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["LeftOut"] = new("不读", "not read"),
        ["Figures"] = new("数字", "figures"),
        ["AreaCode"] = new("地区代码", "area code"),
        ["Year"] = new("年", "year"),
        ["Month"] = new("月", "month"),
        ["Quarter"] = new("季度", "quarter"),
        ["PeriodStart"] = new("期间起点", "first day"),
        ["PeriodEnd"] = new("期间终点", "last day"),
        ["Area"] = new("地区", "area"),
        ["Indicator"] = new("指标", "indicator"),
        ["Breakdown"] = new("分项", "breakdown"),
        ["Basis"] = new("口径", "basis"),
        ["Period"] = new("期间", "period"),
        ["Value"] = new("数值", "value"),
        ["Unit"] = new("单位", "unit"),
        ["Bound"] = new("界限", "bound"),
        ["AsPrinted"] = new("原文", "as printed"),
        ["Status"] = new("状态", "status"),
        ["Source"] = new("来源", "source"),
        ["Locator"] = new("位置", "locator"),
        ["Note"] = new("说明", "note"),
        ["YearToDate"] = new("本年累计", "year to date"),
        ["WholeYear"] = new("全年", "whole year"),
    };

    /// <summary>Each thing in a line; none where everything was found in the file.</summary>
    /// <param name="json">As stored with the batch.</param>
    public static IReadOnlyList<SettingLine> Of(string json, Catalog catalog)
    {
        using var settings = JsonDocument.Parse(json);
        return [.. settings.RootElement.EnumerateObject().SelectMany(setting => Lines(setting.Name, setting.Value, catalog))];
    }

    private static IEnumerable<SettingLine> Lines(string name, JsonElement value, Catalog catalog) => (name, value.ValueKind) switch
    {
        ("mends", JsonValueKind.Array) => value.EnumerateArray().Select(Mend),
        ("columns", JsonValueKind.Object) => value.EnumerateObject().Select(column => new SettingLine(Say($"第 {column.Name} 列", $"Column {column.Name}"), Meaning(column.Value))),
        // A group, such as that of the dialect: its members speak for themselves.
        (_, JsonValueKind.Object) => value.EnumerateObject().SelectMany(member => Lines(member.Name, member.Value, catalog)),
        ("source", JsonValueKind.String) => [new(NameOf(name), catalog.TrySource(value.GetString(), out var source) ? source.Headline : Text(value))],
        ("delimiter", JsonValueKind.String) => [new(NameOf(name), BatchWords.Delimiter(value.GetString()!))],
        ("kind", JsonValueKind.String) => [new(NameOf(name), BatchWords.Layout(value.GetString()!))],
        _ => [new(NameOf(name), Text(value))],
    };

    private static SettingLine Mend(JsonElement mend)
    {
        var (line, column, text) = (Member(mend, "line"), Member(mend, "column"), Member(mend, "text"));
        return new(Say($"第 {line} 行第 {column} 列", $"Line {line}, column {column}"), Say($"改为「{text}」", $"mended to “{text}”"));
    }

    /// <summary>Figures, 2020-03, 本年累计: what all cells of a column have in common.</summary>
    private static string Meaning(JsonElement meaning) => string.Join(Say("，", ", "), meaning.EnumerateObject()
        .Where(part => part.Name != "why" && !(part.Name == "role" && part.Value.ToString() == "Field"))
        .Select(part => Meanings.TryGetValue(part.Value.ToString(), out var words) ? words : Text(part.Value)));

    private static string Member(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static string NameOf(string name) => Names.TryGetValue(name, out var words) ? words : name;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => Say("是", "yes"),
        JsonValueKind.False => Say("否", "no"),
        JsonValueKind.String when value.GetString()!.Length == 0 => Say("无", "none"),
        JsonValueKind.Array => string.Join(Say("、", ", "), value.EnumerateArray().Select(Text)),
        _ => value.ToString(),
    };
}
