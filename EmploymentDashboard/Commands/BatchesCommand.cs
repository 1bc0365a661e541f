using System.CommandLine;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Lists what was taken in.</summary>
internal static class BatchesCommand
{
    public static Command Create()
    {
        var json = CommandJson.Option();
        var command = new TaughtCommand(
            "batches",
            Say(
                "列出批次，最新的在前：编号、状态、时刻（北京时间）、导入者、文件、读到、新增、变更、未变、未收的个数，以制表符分隔。",
                "List batches, latest first: number, state, moment (China's time), who, file, and how many figures were read, added, changed, unchanged and rejected, separated by tabs."),
            "batches",
            "batches --json")
        {
            json,
        };
        command.SetAction((parsed, _) =>
        {
            using var database = CommandStore.Open(CommandStore.Options(parsed));
            using var connection = database.Open();
            var batches = BatchStore.All(connection);
            if (parsed.GetValue(json))
                WriteJson(batches);
            else
                WriteText(batches, parsed.InvocationConfiguration.Output);
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static void WriteText(IReadOnlyList<Batch> batches, TextWriter output)
    {
        foreach (var batch in batches)
            output.WriteLine(string.Join('\t', batch.Id, StateOf(batch), Format.Words(batch.ImportedAt), Terminal.Plain(batch.ImportedBy), Terminal.Plain(batch.FileName), batch.RowsRead, batch.Added, batch.Changed, batch.Unchanged, batch.Rejected));
    }

    private static void WriteJson(IReadOnlyList<Batch> batches) => CommandJson.WriteToOutput(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("batches");
        foreach (var batch in batches)
        {
            json.WriteStartObject();
            json.WriteNumber("batch", batch.Id);
            json.WriteString("state", StateOf(batch));
            json.WriteString("importedAt", Moment.Write(batch.ImportedAt));
            json.WriteString("importedBy", batch.ImportedBy);
            json.WriteString("file", batch.FileName);
            json.WriteString("sha256", batch.Sha256);
            json.WriteNumber("size", batch.Size);
            json.WriteString("encoding", batch.Encoding);
            json.WriteString("delimiter", batch.Delimiter);
            json.WriteString("layout", batch.Layout);
            json.Write(new ImportCounts(batch.RowsRead, batch.Added, batch.Changed, batch.Unchanged, batch.Rejected));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string StateOf(Batch batch) => batch.State == BatchState.Committed ? "committed" : "undone";
}
