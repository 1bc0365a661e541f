using System.CommandLine;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.History;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Undo and redo: both turn the state of a batch, and say first what that does to the figures.</summary>
internal static class TurnCommand
{
    public static Command CreateUndo() => Create(
        ChangeKind.Undo,
        "undo",
        new(
            "撤销一个批次：凡由它带来的数字，换回其余批次所说的；后来的批次照旧。什么都不删，可用 redo 恢复。",
            "Undo a batch: what it brought gives way to what the other batches say; later batches stay. Nothing is deleted, and redo brings it back."));

    public static Command CreateRedo() => Create(
        ChangeKind.Redo,
        "redo",
        new("恢复一个已撤销的批次，回到它原来的次序。", "Bring an undone batch back, in its old place among the others."));

    private static TaughtCommand Create(ChangeKind kind, string verb, Bilingual description)
    {
        var batch = new Argument<long>("N") { Description = Say("批次编号，见 batches", "Number of the batch, see batches") };
        var dryRun = new Option<bool>("--dry-run") { Description = Say("只说会怎样，不动数据；服务器运行时也可用", "Say what it would do and change nothing; works beside a running server") };
        var show = ReadingOptions.Show();
        var json = CommandJson.Option();
        var command = new TaughtCommand(verb, description, $"{verb} 7 --dry-run", $"{verb} 7") { batch, dryRun, show, json };
        command.SetAction(async (parsed, _) =>
        {
            var number = parsed.GetValue(batch);
            var report = new TurnReport(kind, number, parsed.GetValue(dryRun), parsed.GetValue(show), parsed.GetValue(json), parsed.InvocationConfiguration);
            if (!report.IsDryRun)
                return await CommandHost.WriteAsync(parsed, services => RunAsync(services.GetRequiredService<DashboardDatabase>(), report));

            using var database = CommandStore.Open(CommandStore.Options(parsed));
            return await RunAsync(database, report);
        });
        return command;
    }

    private static async Task<int> RunAsync(DashboardDatabase database, TurnReport report)
    {
        var history = new BatchHistory(database, TimeProvider.System);
        while (true)
        {
            if (history.Preview(report.Batch) is not { } preview)
                return report.Refuse(new($"没有批次 {report.Batch}；batches 列出全部。", $"There is no batch {report.Batch}; batches lists them."), ExitCodes.Unusable);
            if (preview.Kind != report.Kind)
                return report.AlreadyTurned();

            var first = history.Reversals(preview, take: report.Show);
            if (!report.IsDryRun && await history.TurnAsync(preview, CommandUser.Name) == ReversalOutcome.PreviewIsStale)
                continue;
            return report.Write(preview, first);
        }
    }
}
