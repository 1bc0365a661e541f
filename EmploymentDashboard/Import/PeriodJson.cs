using System.Globalization;
using System.Text.Json;

namespace EmploymentDashboard.Import;

/// <summary>A reading of a period as one line of JSON for other programs.</summary>
public static class PeriodJson
{
    /// <summary>
    /// <c>{"start":"2020-03-01","end":"2020-03-31","edtf":"2020-03"}</c> with the first and last day, null where open;
    /// or <c>{"error":"year_missing","message":"…"}</c>, the message in the reader's language.
    /// </summary>
    public static string Write(PeriodReading reading) => JsonLine.Write(json =>
    {
        switch (reading)
        {
            case PeriodReading.Read { Period: var period }:
                WriteDay(json, "start", period.Start);
                WriteDay(json, "end", period.End);
                json.WriteString("edtf", period.Edtf);
                break;
            case PeriodReading.Unreadable { Fault: var fault }:
                json.WriteString("error", fault.Code());
                json.WriteString("message", fault.Message());
                break;
        }
    });

    private static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
