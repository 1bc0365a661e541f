using System.CommandLine;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Database;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>The audit trail from the command line; a server may run meanwhile.</summary>
internal static class AuditCommand
{
    public static Command Create() => new TaughtCommand(
        "audit",
        Say("列出、核对审计记录。", "List and verify the audit trail."),
        "audit verify",
        "audit list")
    {
        List(),
        Verify(),
    };

    private static Command List()
    {
        var command = new Command("list", Say("列出记录，最新的在前：编号、时刻（UTC）、种类、谁、网络地址、对什么、详情，以制表符分隔。", "List entries, the latest first: number, moment (UTC), kind, who, network address, subject and detail, separated by tabs."));
        command.SetAction((parsed, _) => CommandHost.ReadAsync(parsed, async services =>
        {
            foreach (var (id, at, happened) in services.GetRequiredService<AuditTrail>().Entries(new()))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Join('\t', id, Moment.Write(at), AuditKinds.Codes.Write(happened.Kind), Terminal.Plain(happened.Actor), Terminal.Plain(happened.Client), Terminal.Plain(happened.Subject), Terminal.Plain(happened.Detail)));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Verify()
    {
        var command = new Command("verify", Say("核对整条记录：有无改动、缺失。有问题时退出码为 1。", "Verify the whole trail: whether anything was changed or is missing. Exit code 1 where something is."));
        command.SetAction((parsed, _) => CommandHost.ReadAsync(parsed, services =>
        {
            var verdict = services.GetRequiredService<AuditTrail>().Verify();
            foreach (var problem in verdict.Problems)
                parsed.InvocationConfiguration.Error.WriteLine(problem);
            parsed.InvocationConfiguration.Output.WriteLine(verdict.Problems.Count == 0
                ? Say($"{verdict.Entries} 条，没有改动，也没有缺。", $"{verdict.Entries} entries: none was changed and none is missing.")
                : Say($"{verdict.Entries} 条，{verdict.Problems.Count} 处不对。", $"{verdict.Entries} entries, {verdict.Problems.Count} problems."));
            return Task.FromResult(verdict.Problems.Count == 0 ? ExitCodes.Done : ExitCodes.Rejected);
        }));
        return command;
    }
}
