using System.CommandLine;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Writes what stands as a CSV file that can be imported again.</summary>
internal static class ExportCommand
{
    private const string StandardOutput = "-";

    public static Command Create()
    {
        var area = new Option<string[]>("--area") { HelpName = "AREA", Description = Say("只要这些地区：代码或名称，可重复，如 --area 巴南 --area 500115；默认全部", "Only these areas: codes or names, may be repeated, as --area 巴南 --area 500115; all by default") };
        var indicator = new Option<string[]>("--indicator") { HelpName = "INDICATOR", Description = Say("只要这些指标：代码或名称，可重复；默认全部", "Only these indicators: codes or names, may be repeated; all by default") };
        var asOf = MomentOption.Create();
        var output = new Option<string>("--output", "-o") { HelpName = "FILE", DefaultValueFactory = _ => StandardOutput, Description = Say("写到文件，写完才换下旧的；- 为标准输出；文件名以 .zip 结尾则是全部数据：地区、指标、来源、标注和数字", "Write to a file, which is replaced once all is written; - is standard output; a name that ends in .zip takes everything: areas, indicators, sources, annotations and figures") };
        var mark = new Option<bool>("--bom") { Description = Say("开头加 UTF-8 标记，Excel 靠它认出中文", "Begin with the UTF-8 mark by which Excel knows Chinese") };
        var batch = new Option<bool>("--batch-columns") { Description = Say("加三列：由哪个批次、哪一行、何时带来；再导入时不读", "Add three columns: which batch and line brought the figure, and when; an import leaves them alone") };
        var command = new TaughtCommand(
            "export",
            Say(
                "以规范长表导出现有的数字（CSV，UTF-8，RFC 4180）。按代码排序：相同的数据给出相同的字节；再导入不失真。以 = + - @ 开头的文字前加撇号，表格软件不会执行；导入时还原。",
                "Export the figures that stand in the canonical long layout (CSV, UTF-8, RFC 4180), sorted by codes: equal stores give equal bytes, and importing them again loses nothing. Text that begins with = + - @ gets an apostrophe, so that no spreadsheet runs it; an import takes it off again."),
            "export > figures.csv",
            "export --area 巴南区 --indicator job_fairs --output banan.csv --bom",
            "export --as-of 2026-11-21 --output known-then.csv",
            "export --output data.zip")
        {
            area,
            indicator,
            asOf,
            output,
            mark,
            batch,
        };
        // Away from this thread, so that Ctrl+C is heard.
        command.SetAction((parsed, cancellation) => Task.Run(() => RunAsync(parsed, cancellation), cancellation));
        return command;

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            using var database = CommandStore.Open(CommandStore.Options(parsed));
            if (Filter(database, parsed.GetValue(area) ?? [], parsed.GetValue(indicator) ?? [], parsed.GetValue(asOf), parsed.InvocationConfiguration.Error) is not { } filter)
                return ExitCodes.Unusable;

            var path = parsed.GetRequiredValue(output);
            if (path.EndsWith(DataArchive.Extension, StringComparison.OrdinalIgnoreCase))
            {
                if (filter.Areas.Count + filter.Indicators.Count > 0 || filter.AsOf is not null)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(Say("全部数据的压缩包不能只要一部分；去掉 --area、--indicator、--as-of，或写成 .csv。", "An archive takes everything: leave out --area, --indicator and --as-of, or write a .csv."));
                    return ExitCodes.Unusable;
                }

                await WriteAsync(path, stream => new DataArchive(database).Write(stream, cancellation));
                return ExitCodes.Done;
            }

            await WriteAsync(path, stream => new FigureExport(database).Write(stream, filter, parsed.GetValue(mark), parsed.GetValue(batch), cancellation));
            return ExitCodes.Done;
        }
    }

    private static ExportFilter? Filter(DashboardDatabase database, string[] areas, string[] indicators, DateTimeOffset? asOf, TextWriter error)
    {
        if (areas.Length == 0 && indicators.Length == 0)
            return new() { AsOf = asOf };

        using var connection = database.Open();
        var names = new ReferenceNames(CatalogStore.Read(connection));
        var areaCodes = NamedReferences.AreaCodes(areas, names, error);
        var indicatorCodes = NamedReferences.IndicatorCodes(indicators, names, error);
        return areaCodes is null || indicatorCodes is null ? null : new() { Areas = areaCodes, Indicators = indicatorCodes, AsOf = asOf };
    }

    private static async Task WriteAsync(string path, Func<Stream, long> write)
    {
        if (path == StandardOutput)
        {
            await using var output = Console.OpenStandardOutput();
            write(output);
            return;
        }

        await OutputFile.ReplaceAsync(path, unfinished =>
        {
            using var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
            write(file);
            return Task.CompletedTask;
        });
    }
}
