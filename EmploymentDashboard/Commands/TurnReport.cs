using System.CommandLine;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.History;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Commands;

/// <summary>Tells what undoing or redoing a batch does, to a person or to a program.</summary>
/// <param name="Show">How many of the figures are told one by one.</param>
internal sealed record TurnReport(ChangeKind Kind, long Batch, bool IsDryRun, int Show, bool IsJson, InvocationConfiguration Console)
{
    private bool IsUndo => Kind == ChangeKind.Undo;

    /// <summary>There is nothing to turn: what was asked for is so already.</summary>
    public int AlreadyTurned()
    {
        if (IsJson)
            WriteJson(IsUndo ? "already_undone" : "already_committed", null, []);
        else
            Console.Output.WriteLine(IsUndo ? new Bilingual($"批次 {Batch} 已是撤销状态。", $"Batch {Batch} is undone already.") : new($"批次 {Batch} 没有被撤销。", $"Batch {Batch} is not undone."));
        return ExitCodes.Done;
    }

    public int Refuse(Bilingual why, int code)
    {
        Console.Error.WriteLine(why);
        return code;
    }

    public int Write(ReversalPreview preview, IReadOnlyList<Reversal> first)
    {
        if (IsJson)
            WriteJson(IsDryRun ? (IsUndo ? "would_undo" : "would_redo") : (IsUndo ? "undone" : "redone"), preview, first);
        else
            WriteText(preview, first);
        return ExitCodes.Done;
    }

    private void WriteText(ReversalPreview preview, IReadOnlyList<Reversal> first)
    {
        var output = Console.Output;
        var verb = (IsUndo, IsDryRun) switch
        {
            (true, false) => new Bilingual("已撤销", "Undone"),
            (true, true) => new("撤销将会怎样（未改动）", "What undoing would do (nothing was changed)"),
            (false, false) => new("已恢复", "Redone"),
            (false, true) => new("恢复将会怎样（未改动）", "What redoing would do (nothing was changed)"),
        };
        output.WriteLine(new Bilingual(
            $"批次 {Batch} {verb.Zh}：去掉 {preview.Removed}，恢复 {preview.Restored}，换成别的数 {preview.Replaced}，数不变、出处改记 {preview.Credited}",
            $"Batch {Batch} – {verb.En}: {preview.Removed} removed, {preview.Restored} restored, {preview.Replaced} replaced, {preview.Credited} kept and credited to another file"));
        foreach (var reversal in first)
            output.WriteLine("  " + FigureText.Change(reversal.Now?.Observation, reversal.Then?.Observation));
        if (preview.Removed + preview.Restored + preview.Replaced - first.Count is var more and > 0)
            output.WriteLine("  " + new Bilingual($"……还有 {more} 个", $"… and {more} more"));
    }

    private void WriteJson(string outcome, ReversalPreview? preview, IReadOnlyList<Reversal> first) => CommandJson.WriteToOutput(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("batch", Batch);
        json.WriteString("outcome", outcome);
        if (preview is not null)
        {
            json.WriteStartObject("counts");
            json.WriteNumber("removed", preview.Removed);
            json.WriteNumber("restored", preview.Restored);
            json.WriteNumber("replaced", preview.Replaced);
            json.WriteNumber("credited", preview.Credited);
            json.WriteEndObject();
        }

        json.WriteStartArray("changes");
        foreach (var reversal in first)
            json.WriteChange(reversal.Now?.Observation, reversal.Then?.Observation);
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
