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
        json.WriteString("outcome", JsonNamingPolicy.SnakeCaseLower.ConvertName(result.Outcome.ToString()));
        if (result.Batch is { } batch)
            json.WriteNumber("batch", batch.Id);
        else
            json.WriteNull("batch");
        json.WriteString("sha256", preview?.File.Sha256);
        json.WriteString("encoding", NullIfEmpty(preview?.Encoding));
        json.WriteString("delimiter", NullIfEmpty(preview?.Delimiter));
        json.WriteString("layout", NullIfEmpty(preview?.Layout));
        json.Write(preview?.Counts ?? ImportCounts.None);
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

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private void WriteIssues(FileResult result)
    {
        var json = _json!;
        json.WriteStartArray("issueCounts");
        foreach (var (kind, count) in result.Preview?.IssueCounts ?? [.. result.Failures.Select(issue => new IssueCount(issue.Kind, 1))])
        {
            json.WriteStartObject();
            json.WriteString("code", kind.Code);
            json.WriteString("level", LevelOf(kind));
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("issues");
        // In pages: there may be as many issues as rows, and neither they nor their JSON should fill the memory.
        for (var skip = 0; PageOf(result, skip) is { Count: > 0 } page; skip += page.Count)
        {
            foreach (var issue in page)
                Write(json, issue);
            json.Flush();
        }

        json.WriteEndArray();
    }

    private static IReadOnlyList<ImportIssue> PageOf(FileResult result, int skip) =>
        result.Preview is { } preview ? preview.Issues(null, skip, Page) : skip == 0 ? result.Failures : [];

    private static void Write(Utf8JsonWriter json, ImportIssue issue)
    {
        json.WriteStartObject();
        json.WriteString("code", issue.Kind.Code);
        json.WriteString("level", LevelOf(issue.Kind));
        WriteNumber(json, "line", issue.Line);
        WriteNumber(json, "column", issue.Column);
        json.WriteString("columnName", issue.ColumnName);
        json.WriteString("raw", issue.Raw);
        json.WriteString("message", issue.Kind.Title);
        json.WriteString("expected", issue.Expected);
        json.WriteString("remedy", issue.Remedy);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
