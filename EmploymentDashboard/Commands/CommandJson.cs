using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>What commands tell other programs: one JSON document in UTF-8, whatever the console speaks.</summary>
internal static class CommandJson
{
    /// <summary>Relaxed: it goes to a program, never into a page, and Chinese stays readable.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static Option<bool> Option() => new("--json") { Description = Say("在标准输出给出一个 JSON 文档，供程序读取", "Answer with one JSON document on standard output, for programs") };

    public static void WriteToOutput(Action<Utf8JsonWriter> write)
    {
        using var output = Console.OpenStandardOutput();
        WriteTo(output, write);
    }

    /// <summary>For documents that are written bit by bit. The caller disposes it, and the stream.</summary>
    public static Utf8JsonWriter Writer(Stream target) => new(target, Readable);

    public static void WriteTo(Stream target, Action<Utf8JsonWriter> write)
    {
        using (var json = Writer(target))
            write(json);
        target.WriteByte((byte)'\n');
    }

    /// <summary>A figure before and after; at least one of the two is there.</summary>
    public static void WriteChange(this Utf8JsonWriter json, Observation? before, Observation? after)
    {
        var known = (after ?? before)!;
        json.WriteStartObject();
        json.WriteString("area", known.Series.Area);
        json.WriteString("indicator", known.Series.Indicator);
        json.WriteString("breakdown", known.Series.Breakdown);
        json.WriteString("basis", Codes.Basis.Write(known.Series.Basis));
        json.WriteString("period", known.Period.Edtf);
        json.WriteString("source", known.Source);
        json.Write("old", before);
        json.Write("new", after);
        json.WriteEndObject();
    }

    private static void Write(this Utf8JsonWriter json, string name, Observation? observation)
    {
        if (observation is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WritePropertyName("value");
        if (observation.Quantity is { } quantity)
            json.WriteRawValue(quantity.Value.ToString("0.############################", CultureInfo.InvariantCulture));
        else
            json.WriteNullValue();
        json.WriteString("bound", observation.Quantity is { Bound: var bound } ? Codes.Bound.Write(bound) : null);
        json.WriteString("status", Codes.Status.Write(observation.Status));
        json.WriteString("asPrinted", observation.AsPrinted);
        json.WriteString("locator", observation.Locator);
        json.WriteString("note", observation.Note);
        json.WriteEndObject();
    }
}
