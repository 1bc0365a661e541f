using System.CommandLine;
using System.Diagnostics;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Puts a backup in the place of the database.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = Say("备份文件", "The backup") };
        var command = new TaughtCommand(
            "restore",
            Say(
                "用备份换下数据库；须先停止服务器。备份先验证，换上之后再验证一次；换下的文件改名 dashboard.db.before-restore-… 留在旁边。比本程序旧的备份也可以，下次启动时更新。",
                "Put a backup in the place of the database; stop the server first. It is verified before and once more in its place; what it replaces stays beside it as dashboard.db.before-restore-…. A backup older than the program will do: the next start brings it up to date."),
            "restore backups/dashboard-2026-11-22T190000Z.db")
        {
            file,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, parsed.GetRequiredValue(file), cancellation), cancellation));
        return command;
    }

    private static int Run(ParseResult parsed, string file, CancellationToken cancellation)
    {
        var (path, database, console) = (Path.GetFullPath(file), CommandStore.Options(parsed).DatabasePath, parsed.InvocationConfiguration);
        if (!File.Exists(path))
            throw new FileNotFoundException(Say($"没有文件 {Terminal.Plain(path)}。", $"There is no file {Terminal.Plain(path)}."));
        if (path == database)
            throw new IOException(Say($"{Terminal.Plain(path)} 就是现用的数据库。", $"{Terminal.Plain(path)} is the database itself."));

        using var held = new DatabaseLock(database);
        held.Take();
        var started = Stopwatch.StartNew();
        var result = Restoring.Run(path, database, TimeProvider.System, cancellation);
        if (result.LogicalHash is not { } hash)
        {
            console.Error.WriteLine(result.Replaced is null
                ? Say($"没有恢复，数据库未动：{Terminal.Plain(path)} 没有通过验证。", $"Nothing was restored, and the database was not touched: {Terminal.Plain(path)} is not whole.")
                : Say($"已换上，但验证没有通过，磁盘可能有故障；换下的在 {result.Replaced}。", $"Put in place, but not found whole there: the disk may be failing. What it replaced is {result.Replaced}."));
            foreach (var finding in result.Refused)
                console.Error.WriteLine($"  {finding.Code}: {Terminal.Plain(finding.Words)}");
            return ExitCodes.Rejected;
        }

        var seconds = Format.Invariant(started.Elapsed.TotalSeconds);
        console.Output.WriteLine(Say($"已恢复并验证：{database}，用时 {seconds} 秒，内容哈希 {hash}", $"Restored and verified: {database}, in {seconds} s, logical hash {hash}"));
        if (result.Replaced is { } replaced)
            console.Output.WriteLine(Say($"换下的留在 {replaced}", $"What it replaced is {replaced}"));
        return ExitCodes.Done;
    }
}
