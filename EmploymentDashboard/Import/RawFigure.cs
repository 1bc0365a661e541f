using System.Text.Json.Serialization;
using EmploymentDashboard.Import.Layouts;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>What a row can say of a figure. The names are those of the canonical header, in snake_case.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FigureField>))]
public enum FigureField
{
    Area,
    Indicator,
    Breakdown,
    Basis,
    Period,
    Value,
    Unit,
    Bound,
    AsPrinted,
    Status,
    Source,
    Locator,
    Note,
}

/// <summary>
/// One figure as a layout finds it in the table, nothing read yet. Cells are looked up when asked for: a file may hold
/// hundreds of thousands of figures, and several of one row share its record.
/// </summary>
public sealed class RawFigure
{
    private readonly FigureMap _map;

    /// <summary>The breakdown that a label such as 其中：农民工 gives the row, in a table without a column of breakdowns.</summary>
    private readonly RowLabelCell? _breakdown;

    internal RawFigure(FigureMap map, CsvRow row, RowLabelCell? breakdown = null) => (_map, Row, _breakdown) = (map, row, breakdown);

    /// <summary>Its record. Cells that are blank in the file and mean the ones above are filled, each with the line on which it stands.</summary>
    public CsvRow Row { get; }

    /// <summary>First line of its row.</summary>
    public int Line => Row.Line;

    /// <summary>Last line of its row.</summary>
    public int LastLine => Row.LastLine;

    /// <summary>The column of its value, counted from 1. Several figures of a wide table share a line.</summary>
    public int ValueColumn => _map.ValueColumn;

    /// <summary>
    /// The cell of a field, where it truly stands: in the row, in the header, in a row above or in a title. What was set by hand
    /// stands on line 0. Where the table says nothing of the field the cell is empty and its column is 0.
    /// </summary>
    public Cell this[FigureField field] => field == FigureField.Breakdown && _breakdown is { } label ? label.Cell : _map.Read(Row, field);
}

/// <summary>The cell of a row's label.</summary>
internal sealed record RowLabelCell(Cell Cell);

/// <summary>A figure read from a file, with the cells that it was read from.</summary>
public sealed record ImportedFigure(Observation Observation, RawFigure Raw)
{
    public int Line => Raw.Line;
}
