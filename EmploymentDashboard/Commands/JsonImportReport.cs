using System.Text.Json;
using EmploymentDashboard.Import;

namespace EmploymentDashboard.Commands;

/// <summary>For a program: one document with all issues, written as they are read.</summary>
internal sealed class JsonImportReport(int show) : ImportReport
{
    private const int Page = 20_000;

    private readonly Stream _output = Console.OpenStandardOutput();
    private Utf8JsonWriter? _json;

    public override void Begin(bool isDryRun)
    {
        _json = CommandJson.Writer(_output);
        _json.WriteStartObject();
        _json.WriteBoolean("dryRun", isDryRun);
        _json.WriteStartArray("files");
    }

    public override void Add(FileResult result)
    {
        var (json, preview) = (_json!, result.Preview);
        json.WriteStartObject();
        json.WriteString("file", result.File);
        json.WriteString("outcome", ImportJson.Name(result.Outcome));
        json.WriteNumber("batch", result.Batch?.Id);
        json.WriteReading(preview);
        WriteIssues(result);
        json.WriteStartArray("changes");
        foreach (var change in preview?.Changed(take: show) ?? [])
            json.WriteChange(change.Old.Observation, change.New.Observation);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    public override void End(int exitCode)
    {
        _json!.WriteEndArray();
        _json.WriteNumber("exitCode", exitCode);
        _json.WriteEndObject();
        _json.Flush();
        _output.WriteByte((byte)'\n');
    }

    public override void Dispose()
    {
        _json?.Dispose();
        _output.Dispose();
        base.Dispose();
    }

    private void WriteIssues(FileResult result)
    {
        var json = _json!;
        json.WriteIssueCounts(result.Preview?.IssueCounts ?? [.. result.Failures.Select(issue => new IssueCount(issue.Kind, 1))]);
        json.WriteStartArray("issues");
        // In pages: there may be as many issues as rows, and neither they nor their JSON should fill the memory.
        for (var skip = 0; PageOf(result, skip) is { Count: > 0 } page; skip += page.Count)
        {
            foreach (var issue in page)
                json.Write(issue);
            json.Flush();
        }

        json.WriteEndArray();
    }

    private static IReadOnlyList<ImportIssue> PageOf(FileResult result, int skip) =>
        result.Preview is { } preview ? preview.Issues(null, skip, Page) : skip == 0 ? result.Failures : [];
}
