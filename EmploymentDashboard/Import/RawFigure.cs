using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>What a row can say of a figure. The names are those of the canonical header, in snake_case.</summary>
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

/// <summary>One figure as a layout finds it in the table: a cell for each field, nothing read yet.</summary>
/// <param name="Line">First line of its row.</param>
/// <param name="LastLine">Last line of its row.</param>
public sealed record RawFigure(int Line, int LastLine, IReadOnlyList<Cell> Cells)
{
    /// <summary>The cell of a field. Where the table has no such column it is empty and its column is 0.</summary>
    public Cell this[FigureField field] => Cells[(int)field];
}

/// <summary>A figure read from a file, with the cells that it was read from.</summary>
public sealed record ImportedFigure(Observation Observation, RawFigure Raw)
{
    public int Line => Raw.Line;
}
