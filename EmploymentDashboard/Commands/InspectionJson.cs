using System.Text.Json;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Import.Reading;

namespace EmploymentDashboard.Commands;

/// <summary>What was found in a file, for programs. Names are stable; reasons and messages are in the console's language.</summary>
internal static class InspectionJson
{
    public static void Write(Utf8JsonWriter json, string name, ImportFile? file, AnalystFile? understood, IssueTally issues)
    {
        json.WriteStartObject();
        json.WriteString("file", name);
        json.WriteString("sha256", file?.Sha256);
        if (file is not null)
            json.WriteNumber("size", file.Length);
        if (understood is not null)
        {
            Write(json, understood.Reading);
            Write(json, understood.Account, understood.Layout);
        }

        json.WriteIssueCounts(issues.Counts);
        json.WriteStartArray("issues");
        foreach (var issue in issues.First)
            json.Write(issue);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FileReading reading)
    {
        json.WriteString("encoding", reading.Encoding);
        json.WriteString("encodingReason", reading.EncodingReason);
        json.WriteString("delimiter", reading.Dialect.Delimiter);
        json.WriteString("quote", reading.Dialect.Quote?.ToString());
        json.WriteString("escape", reading.Dialect.Escape?.ToString());
        json.WriteString("lineEnd", reading.Dialect.LineEnd);
        json.WriteBoolean("endsWithLineBreak", reading.Dialect.EndsWithLineBreak);
        json.WriteString("dialectReason", reading.DialectReason);
        json.WriteNumber("confidence", Math.Round(reading.Confidence, 3));
    }

    private static void Write(Utf8JsonWriter json, TableAccount account, TableLayout? layout)
    {
        json.WriteString("layout", layout?.Kind.Code());
        json.WriteStartArray("tables");
        foreach (var table in account.Tables)
            Write(json, table);
        json.WriteEndArray();
        json.WriteNumber("figures", account.Figures);
        json.WriteNumber("emptyCells", account.EmptyCells);
        json.WriteRowCounts(account);
        json.WriteStartArray("leftOut");
        foreach (var row in account.LeftOut)
        {
            json.WriteStartObject();
            json.WriteNumber("line", row.Line);
            json.WriteString("as", ImportJson.Name(row.Fate));
            json.WriteString("text", row.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TableLayout table)
    {
        json.WriteStartObject();
        json.WriteString("layout", table.Kind.Code());
        json.WriteStartArray("preamble");
        foreach (var line in table.Preamble)
        {
            json.WriteStartObject();
            json.WriteNumber("line", line.Line);
            json.WriteString("text", line.Text);
            json.WriteStartObject("taken");
            foreach (var taken in line.Taken.DistinctBy(taken => taken.Field))
                json.WriteString(taken.Field is { } field ? ImportJson.Name(field) : "year", taken.Text);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteNumbers(json, "headerLines", table.HeaderLines);
        WriteNumbers(json, "fillDown", table.FillDown);
        if (table.Year is { } year)
            json.WriteNumber("year", year);
        else
            json.WriteNull("year");
        json.WriteStartObject("defaults");
        foreach (var (field, cell) in table.Defaults)
            json.WriteString(ImportJson.Name(field), cell.Text);
        json.WriteEndObject();
        json.WriteString("shape", table.ShapeKey);
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
            Write(json, column);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TableColumn column)
    {
        var meaning = column.Meaning;
        json.WriteStartObject();
        json.WriteNumber("column", column.Column);
        json.WriteString("header", column.Header);
        json.WriteString("role", ImportJson.Name(meaning.Role));
        if (meaning.Field is { } field)
            json.WriteString("field", ImportJson.Name(field));
        if (meaning.Why is { } why)
            json.WriteString("why", ImportJson.Name(why));
        foreach (var (name, text) in (ReadOnlySpan<(string, string?)>)
            [("area", meaning.Area), ("indicator", meaning.Indicator), ("breakdown", meaning.Breakdown), ("basis", meaning.Basis), ("period", meaning.Period), ("unit", meaning.Unit)])
        {
            if (text is not null)
                json.WriteString(name, text);
        }

        if (meaning.Shift != PeriodShift.None)
            json.WriteString("shift", ImportJson.Name(meaning.Shift));
        if (meaning.YearsBack > 0)
            json.WriteNumber("yearsBack", meaning.YearsBack);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
