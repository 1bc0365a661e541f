using System.Text.Json;
using EmploymentDashboard.Import.Layouts;

namespace EmploymentDashboard.Import;

/// <summary>What was found in a file, as other programs get it, on the command line and by HTTP.</summary>
public static class ImportJson
{
    /// <summary>The name of a closed list's value, as programs know it: wide_by_month.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The file, how it was read, and how many figures and records it holds. Null where it could not be read.</summary>
    public static void WriteReading(this Utf8JsonWriter json, ImportPreview? preview)
    {
        json.WriteString("sha256", preview?.File.Sha256);
        json.WriteString("encoding", preview?.Reading?.Encoding);
        json.WriteString("delimiter", preview?.Reading?.Dialect.Delimiter);
        json.WriteString("layout", preview?.Layout?.Kind.Code());
        json.Write(preview?.Counts ?? ImportCounts.None);
        json.WriteRowCounts(preview?.Account ?? new());
    }

    public static void Write(this Utf8JsonWriter json, ImportCounts counts)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("read", counts.Read);
        json.WriteNumber("added", counts.Added);
        json.WriteNumber("changed", counts.Changed);
        json.WriteNumber("unchanged", counts.Unchanged);
        json.WriteNumber("rejected", counts.Rejected);
        json.WriteEndObject();
    }

    /// <summary>How many records were taken for what.</summary>
    public static void WriteRowCounts(this Utf8JsonWriter json, TableAccount account)
    {
        json.WriteStartObject("rows");
        foreach (var fate in Enum.GetValues<RowFate>())
            json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(fate.ToString()), account[fate]);
        json.WriteEndObject();
    }

    public static void WriteIssueCounts(this Utf8JsonWriter json, IEnumerable<IssueCount> counts)
    {
        json.WriteStartArray("issueCounts");
        foreach (var (kind, count) in counts)
        {
            json.WriteStartObject();
            json.WriteString("code", kind.Code);
            json.WriteString("level", Name(kind.Level));
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Write(this Utf8JsonWriter json, ImportIssue issue)
    {
        json.WriteStartObject();
        json.WriteString("code", issue.Kind.Code);
        json.WriteString("level", Name(issue.Kind.Level));
        json.WriteNumber("line", issue.Line);
        json.WriteNumber("column", issue.Column);
        json.WriteString("columnName", issue.ColumnName);
        json.WriteString("raw", issue.Raw);
        json.WriteString("message", issue.Kind.Title);
        json.WriteString("expected", issue.Expected);
        json.WriteString("remedy", issue.Remedy);
        json.WriteEndObject();
    }

    public static void WriteNumber(this Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
