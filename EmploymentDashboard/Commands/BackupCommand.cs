using System.CommandLine;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Copies the database, beside a running server or without one.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--output", "-o") { HelpName = "FILE", Description = Say("写到这个文件，不计入保留规则；默认写进备份文件夹", "Write to this file, which the rule of keeping leaves alone; by default into the folder of backups") };
        var json = CommandJson.Option();
        var command = new TaughtCommand(
            "backup",
            Say(
                "备份数据库；服务器运行时也可用，谁都不必等。写完重读验证，内容与备份那一刻逐值相同才算数。备份文件夹里按规则保留：每日 7 份、每周 4 份、每月 12 份。",
                "Back up the database, beside a running server too: nobody waits. The copy is read again and counts only if it says, value by value, what the database said at that moment. In the folder of backups those are kept that the rule names: 7 daily, 4 weekly, 12 monthly."),
            "backup",
            "backup --output /media/usb/dashboard.db")
        {
            output,
            json,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => RunAsync(parsed, parsed.GetValue(output), parsed.GetValue(json), cancellation), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string? output, bool isJson, CancellationToken cancellation)
    {
        // An older schema is as worth a copy as the present one.
        using var database = CommandStore.OpenAny(CommandStore.Options(parsed));
        var backup = await MakeAsync(database, CommandStore.Backups(parsed), output, cancellation);
        if (isJson)
        {
            CommandJson.WriteToOutput(json =>
            {
                json.WriteStartObject();
                json.WriteString("file", backup.Path);
                json.WriteString("madeAt", Moment.Write(backup.MadeAt));
                json.WriteNumber("size", backup.Size);
                json.WriteString("sha256", backup.Manifest!.Sha256);
                json.WriteString("logicalHash", backup.Manifest.LogicalHash);
                json.WriteEndObject();
            });
        }
        else
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(Say(
                $"已备份并验证：{backup.Path}，{Format.Full(backup.Size)} 字节，内容哈希 {backup.Manifest!.LogicalHash}",
                $"Backed up and verified: {backup.Path}, {Format.Full(backup.Size)} bytes, logical hash {backup.Manifest.LogicalHash}"));
        }

        return ExitCodes.Done;
    }

    private static async Task<Backup> MakeAsync(DashboardDatabase database, BackupOptions options, string? output, CancellationToken cancellation)
    {
        if (output is null)
        {
            using var desk = new BackupDesk(database, Options.Create(options), TimeProvider.System);
            return await desk.MakeAsync(BackupReason.Asked, cancellation);
        }

        var path = Path.GetFullPath(output);
        if (File.Exists(path))
            throw new IOException(Say($"{path} 已经在了；请换个名字。", $"{path} is there already; choose another name."));

        var manifest = BackupWriter.Write(database, path, BackupReason.Asked, TimeProvider.System, cancellation);
        return new(path, manifest.MadeAt, manifest.Size, manifest);
    }
}
