using System.CommandLine;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Says whether a database or a backup is whole.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Arity = ArgumentArity.ZeroOrOne, Description = Say("数据库或备份文件；默认为现用的数据库", "A database or a backup; by default the database in use") };
        var json = CommandJson.Option();
        var command = new TaughtCommand(
            "verify",
            Say(
                "通读一个数据库，说明它是否完好：页与索引、引用、各批次原文件的哈希、与备份时或上次封存时的内容是否相同、写入后不改的行是否仍与最近的备份相同。不写入，服务器运行时也可用。退出码：0 完好，1 有损坏，2 读不了。",
                "Read all of a database and say whether it is whole: pages and indexes, references, the hashes of the batches' files, whether it says what it said when it was copied or last sealed, and whether what is written once still stands as in the last backup. Nothing is written; works beside a running server. Exit codes: 0 whole, 1 damaged, 2 not to be read."),
            "verify",
            "verify backups/dashboard-2026-11-22T190000Z.db")
        {
            file,
            json,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, parsed.GetValue(file), parsed.GetValue(json), cancellation), cancellation));
        return command;
    }

    private static int Run(ParseResult parsed, string? file, bool isJson, CancellationToken cancellation)
    {
        var path = file is null ? CommandStore.Options(parsed).DatabasePath : Path.GetFullPath(file);
        if (!File.Exists(path))
            throw new FileNotFoundException(Say($"没有文件 {Terminal.Plain(path)}。", $"There is no file {Terminal.Plain(path)}."));

        var report = DatabaseCheck.Of(path, TimeProvider.System, file is null ? CommandStore.Backups(parsed).FolderOf(path) : null, cancellation);
        if (isJson)
            WriteJson(report);
        else
            WriteText(report, parsed.InvocationConfiguration);
        return report.Fault switch
        {
            null => ExitCodes.Done,
            StoreFault.Damaged => ExitCodes.Rejected,
            _ => ExitCodes.Unusable,
        };
    }

    private static void WriteText(CheckReport report, InvocationConfiguration console)
    {
        var path = Terminal.Plain(report.Path);
        if (report.IsSound)
        {
            console.Output.WriteLine(Say($"完好：{path}，结构版本 {report.SchemaVersion}，内容哈希 {report.Content!.Hash}", $"Whole: {path}, schema version {report.SchemaVersion}, logical hash {report.Content.Hash}"));
            return;
        }

        console.Output.WriteLine(report.IsDamaged ? Say($"有损坏：{path}", $"Damaged: {path}") : Say($"读不了：{path}", $"Not to be read: {path}"));
        foreach (var finding in report.Findings)
            console.Output.WriteLine($"  {finding.Code}: {Terminal.Plain(finding.Words)}");
    }

    private static void WriteJson(CheckReport report) => CommandJson.WriteToOutput(json =>
    {
        json.WriteStartObject();
        json.WriteString("file", report.Path);
        json.WriteBoolean("isSound", report.IsSound);
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("message", finding.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (report.Content is { } content)
        {
            json.WriteString("logicalHash", content.Hash);
            json.WriteStartObject("rows");
            foreach (var (table, rows) in content.Rows)
                json.WriteNumber(table, rows);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });
}
