using System.Text.Json.Serialization;

namespace EmploymentDashboard.Import.Layouts;

/// <summary>How figures lie in a table: what the columns with figures differ in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LayoutKind>))]
public enum LayoutKind
{
    /// <summary>One row a figure.</summary>
#pragma warning disable CA1720 // Long and wide are what such tables are called everywhere; no type is meant.
    Long,
#pragma warning restore CA1720

    /// <summary>One column a month, quarter or year.</summary>
    WideByMonth,

    /// <summary>One column an indicator, or a breakdown or basis of one.</summary>
    WideByIndicator,

    /// <summary>One column an area.</summary>
    WideByArea,
}

public static class LayoutKinds
{
    /// <summary>The name under which a layout is stored with a batch.</summary>
    public static string Code(this LayoutKind kind) => kind switch
    {
        LayoutKind.Long => "long",
        LayoutKind.WideByMonth => "wide_by_month",
        LayoutKind.WideByIndicator => "wide_by_indicator",
        LayoutKind.WideByArea => "wide_by_area",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>What someone set by hand. What is null or not listed is found in the file.</summary>
public sealed record LayoutSettings
{
    public static LayoutSettings None { get; } = new();

    public LayoutKind? Kind { get; init; }

    /// <summary>Line of the first header row, counted from 1.</summary>
    public int? HeaderLine { get; init; }

    /// <summary>Records that the header takes.</summary>
    public int? HeaderRows { get; init; }

    /// <summary>The year of months that are written without one.</summary>
    public int? Year { get; init; }

    /// <summary>What holds for figures that neither their row nor their column says it of: names or codes, as they stand in cells.</summary>
    public string? Area { get; init; }

    public string? Indicator { get; init; }

    public string? Breakdown { get; init; }

    public string? Basis { get; init; }

    public string? Period { get; init; }

    public string? Unit { get; init; }

    public string? Source { get; init; }

    /// <summary>Meanings by column, counted from 1. They hold for the first table of the file.</summary>
    public IReadOnlyDictionary<int, ColumnMeaning> Columns { get; init; } = new Dictionary<int, ColumnMeaning>();

    /// <summary>Whether a blank area, indicator or period means the one above. null looks at the table.</summary>
    public bool? FillDown { get; init; }

    /// <summary>
    /// What may be used again for another file of the same <see cref="TableLayout.ShapeKey"/>. Years, periods, sources and places
    /// belong to one file: used again they would date the next file's figures wrongly without a word.
    /// </summary>
    public LayoutSettings ForNextFile() => this with
    {
        HeaderLine = null,
        Year = null,
        Period = null,
        Source = null,
        Columns = Columns.Where(column => column.Value.Period is null).ToDictionary(),
    };

    /// <summary>What holds for every table of the file, not for the first one only.</summary>
    internal LayoutSettings ForNextTable() => this with { Kind = null, HeaderLine = null, HeaderRows = null, Columns = new Dictionary<int, ColumnMeaning>() };

    internal string? Default(FigureField field)
    {
        var text = field switch
        {
            FigureField.Area => Area,
            FigureField.Indicator => Indicator,
            FigureField.Breakdown => Breakdown,
            FigureField.Basis => Basis,
            FigureField.Period => Period,
            FigureField.Unit => Unit,
            FigureField.Source => Source,
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
