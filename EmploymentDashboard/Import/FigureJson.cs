using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>A reading of a figure as one line of JSON for other programs.</summary>
public static class FigureJson
{
    private const string PlainDecimal = "0.############################";

    /// <summary>
    /// <c>{"value":2500,"bound":"more_than","unit":"人"}</c> with the value in the text's own unit, 万 and 亿 multiplied in;
    /// <c>{"missing":true}</c>; or <c>{"error":"range","message":"…"}</c>, the message in the reader's language.
    /// </summary>
    public static string Write(FigureReading reading) => JsonLine.Write(json =>
    {
        switch (reading)
        {
            case FigureReading.Number number:
                json.WritePropertyName("value");
                json.WriteRawValue(number.Quantity.Value.ToString(PlainDecimal, CultureInfo.InvariantCulture));
                json.WriteString("bound", Codes.Bound.Write(number.Quantity.Bound));
                json.WriteString("unit", number.Unit);
                break;
            case FigureReading.Missing:
                json.WriteBoolean("missing", true);
                break;
            case FigureReading.Unreadable { Fault: var fault }:
                json.WriteString("error", fault.Code());
                json.WriteString("message", fault.Message());
                break;
        }
    });
}
