using System.Globalization;
using System.Text;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Layouts;

/// <summary>A file to fill in.</summary>
/// <param name="Content">UTF-8 with a byte order mark and CRLF, so that Excel and WPS open it right.</param>
public sealed record Template(string FileName, byte[] Content);

/// <summary>
/// The tables to fill in, with their headers and a worked example of real names. Rows of the example are marked in 备注;
/// a marked row is never imported, and the import says so.
/// </summary>
public static class Templates
{
    /// <summary>How a note or serial number begins that marks an example.</summary>
    public const string ExampleMark = "示例";

    private const string Note = ExampleMark + "，填表后删去本行";

    private static readonly FigureField[] LongColumns =
    [
        FigureField.Area, FigureField.Indicator, FigureField.Breakdown, FigureField.Basis, FigureField.Period, FigureField.Value, FigureField.Unit,
        FigureField.Bound, FigureField.AsPrinted, FigureField.Status, FigureField.Source, FigureField.Locator, FigureField.Note,
    ];

    /// <summary>The template of a layout; null where there is none. An empty catalog gives headers without an example.</summary>
    /// <param name="year">The year of the example.</param>
    public static Template? Of(LayoutKind kind, Catalog catalog, int year) => kind switch
    {
        LayoutKind.Long => new("长表模板.csv", Write(LongTable(catalog, year))),
        LayoutKind.WideByMonth => new("按月宽表模板.csv", Write(WideTable(catalog, year))),
        _ => null,
    };

    private static IEnumerable<string[]> LongTable(Catalog catalog, int year)
    {
        yield return [.. LongColumns.Select(field => field.Name().Zh)];
        if (Examples(catalog) is not var (area, _, indicator))
            yield break;

        var source = catalog.Sources.Count > 0 ? catalog.Sources[0].Code : "";
        yield return [area.ShortName, indicator.Name.Zh, "", "当期", Month(year, 1), "1500余", indicator.Unit.Zh, "", $"1500余{indicator.Unit.Zh}", "", source, "第一段", Note];
        yield return [area.ShortName, indicator.Name.Zh, "", "本年累计", $"{year}年1-3月", "5120", indicator.Unit.Zh, "", "", "", source, "", Note];
        yield return [area.ShortName, indicator.Name.Zh, "", "当期", Month(year, 4), "—", "", "", "", "", source, "", $"{Note}；— 表示缺数"];
    }

    private static IEnumerable<string[]> WideTable(Catalog catalog, int year)
    {
        var months = Enumerable.Range(1, 12).ToList();
        yield return ["区县", "指标", "单位", .. months.Select(month => Month(year, month)), "来源", "备注"];
        if (Examples(catalog) is not var (area, other, indicator))
            yield break;

        var source = catalog.Sources.Count > 0 ? catalog.Sources[0].Code : "";
        yield return [area.ShortName, indicator.Name.Zh, indicator.Unit.Zh, "1500余", "1620", "—", .. Enumerable.Repeat("", 9), source, Note];
        yield return [other.ShortName, indicator.Name.Zh, "万" + indicator.Unit.Zh, "0.32", "0.35", "0.41", .. Enumerable.Repeat("", 9), source, Note];
    }

    private static (Area Area, Area Other, Indicator Indicator)? Examples(Catalog catalog)
    {
        var areas = catalog.Areas.Where(area => area.Kind is AreaKind.District or AreaKind.County).Take(2).ToList();
        return areas.Count == 2 && catalog.Indicators.FirstOrDefault(indicator => indicator.IsAdditive && indicator.Unit.Zh == "人") is { } indicator ? (areas[0], areas[1], indicator) : null;
    }

    private static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year}年{month}月");

    private static byte[] Write(IEnumerable<string[]> rows)
    {
        var text = string.Concat(rows.Select(row => string.Join(',', row.Select(Quoted)) + "\r\n"));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
