using System.Globalization;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Layouts;

namespace EmploymentDashboard.Commands;

/// <summary>What a column means, as set by hand.</summary>
/// <param name="Column">Counted from 1.</param>
internal sealed record SetColumn(int Column, ColumnMeaning Meaning);

/// <summary>Columns and cells as the command line writes them.</summary>
internal static class ColumnNotation
{
    private const string Skip = "skip";

    private static readonly Dictionary<string, FigureField> Fields = Enum.GetValues<FigureField>().ToDictionary(field => ImportJson.Name(field), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, ColumnRole> Roles = Enum.GetValues<ColumnRole>()
        .Where(role => role is not (ColumnRole.LeftOut or ColumnRole.Field))
        .ToDictionary(role => ImportJson.Name(role), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// <c>3=skip</c>, <c>1=area</c> or another field, <c>2=year</c> or another role, or what the figures of a column have in common,
    /// <c>6=indicator:job_fairs,period:2020-03</c>. null for what is none of these.
    /// </summary>
    public static SetColumn? Column(string text)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Number(parts[0]) is { } column && Meaning(parts[1]) is { } meaning ? new(column, meaning) : null;
    }

    /// <summary><c>12:3=2500</c>: the cell that begins on line 12 in column 3 says 2500. null for what is not of that form.</summary>
    public static Mend? Mend(string text)
    {
        var parts = text.Split('=', 2);
        var place = parts[0].Split(':');
        return parts.Length == 2 && place.Length == 2 && Number(place[0]) is { } line && Number(place[1]) is { } column ? new(line, column, parts[1]) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static ColumnMeaning? Meaning(string text)
    {
        if (text == Skip)
            return ColumnMeaning.NotRead(LeftOutColumn.ByHand);
        if (Roles.TryGetValue(text, out var role))
            return ColumnMeaning.Of(role);
        if (Fields.TryGetValue(text, out var field))
            return ColumnMeaning.Of(field);

        ColumnMeaning? meaning = ColumnMeaning.Of(ColumnRole.Figures);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split(':', 2, StringSplitOptions.TrimEntries) is not [var name, { Length: > 0 } value] || With(meaning, name, value) is not { } more)
                return null;

            meaning = more;
        }

        return meaning;
    }

    private static ColumnMeaning? With(ColumnMeaning meaning, string name, string value) => Fields.TryGetValue(name, out var field)
        ? field switch
        {
            FigureField.Area => meaning with { Area = value },
            FigureField.Indicator => meaning with { Indicator = value },
            FigureField.Breakdown => meaning with { Breakdown = value },
            FigureField.Basis => meaning with { Basis = value },
            FigureField.Period => meaning with { Period = value },
            FigureField.Unit => meaning with { Unit = value },
            _ => null,
        }
        : null;
}
