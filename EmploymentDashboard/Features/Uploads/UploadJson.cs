using System.Text.Json;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Uploads;
using EmploymentDashboard.Shell;

namespace EmploymentDashboard.Features.Uploads;

/// <summary>What a program is told of a file that it sent in: as the command line's import tells it, file by file.</summary>
internal static class UploadJson
{
    /// <summary>More stand on the page.</summary>
    public const int MostIssues = 20;

    /// <summary>A file that is not taken in yet.</summary>
    public static string Of(Upload upload, UploadState state) => JsonLine.Write(json =>
    {
        var preview = state == UploadState.Reading ? null : upload.Preview;
        WriteWhich(json, upload.Id, upload.Sheet.FileName, state, UploadAddresses.One(upload.Id), preview?.AlreadyLoadedAs);
        json.WriteReading(preview);
        WriteIssues(json, preview?.IssueCounts ?? [], preview?.Issues(take: MostIssues) ?? []);
    });

    /// <summary>One that was.</summary>
    public static string Of(string id, BatchDetails taken, IReadOnlyList<ImportIssue> issues) => JsonLine.Write(json =>
    {
        var batch = taken.Batch;
        WriteWhich(json, id, batch.FileName, batch.State == BatchState.Committed ? UploadState.Committed : UploadState.Undone, Addresses.Batch(batch.Id), batch.Id);
        json.WriteString("sha256", batch.Sha256);
        json.WriteString("encoding", batch.Encoding);
        json.WriteString("delimiter", batch.Delimiter);
        json.WriteString("layout", batch.Layout);
        json.Write(new ImportCounts(batch.RowsRead, batch.Added, batch.Changed, batch.Unchanged, batch.Rejected));
        WriteIssues(json, taken.Issues, issues);
    });

    private static void WriteWhich(Utf8JsonWriter json, string id, string file, UploadState state, string page, long? batch)
    {
        json.WriteString("id", id);
        json.WriteString("file", file);
        json.WriteString("state", ImportJson.Name(state));
        json.WriteString("page", page);
        json.WriteNumber("batch", batch);
    }

    private static void WriteIssues(Utf8JsonWriter json, IReadOnlyList<IssueCount> counts, IReadOnlyList<ImportIssue> issues)
    {
        json.WriteNumber("errors", counts.Where(count => count.Kind.Level == IssueLevel.Error).Sum(count => count.Count));
        json.WriteNumber("warnings", counts.Where(count => count.Kind.Level == IssueLevel.Warning).Sum(count => count.Count));
        json.WriteIssueCounts(counts);
        json.WriteStartArray("issues");
        foreach (var issue in issues)
            json.Write(issue);
        json.WriteEndArray();
    }
}
