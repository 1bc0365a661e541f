using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>One figure as a chart needs it: what to draw, what to say, and where its details are.</summary>
public sealed record Mark
{
    public required Period Period { get; init; }

    /// <summary>null for a cell that a source reports as missing.</summary>
    public required Quantity? Quantity { get; init; }

    /// <summary>The number before it was rounded for the reader; null where nothing was rounded away.</summary>
    public Quantity? Unrounded { get; init; }

    /// <summary>What a mark that has a number is placed, classed and ranked by: two figures that are written alike need not be equal.</summary>
    public Quantity Measured => Unrounded ?? Quantity!.Value;

    public required Basis Basis { get; init; }

    public ObsStatus Status { get; init; }

    /// <summary>Whether it was computed from other figures rather than printed.</summary>
    public bool IsDerived { get; init; }

    /// <summary>Whether another source gives another figure for the same key.</summary>
    public bool IsConflict { get; init; }

    /// <summary>Whether it replaces an older value of the same source.</summary>
    public bool IsRevised { get; init; }

    /// <summary>Why there is no number: it was to be computed, and could not be.</summary>
    public Obstacle Obstacle { get; init; }

    /// <summary>How a derived figure came about, a line each; for tips and accessible names.</summary>
    public IReadOnlyList<string> ComputedFrom { get; init; } = [];

    /// <summary>Address of the figure's details; null where there are none.</summary>
    public string? Href { get; init; }

    public bool IsDrawable => Quantity is not null && Status != ObsStatus.LowReliability;
}

/// <summary>What is written around every chart.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Subtitle">Of whom, when and with which caveat.</param>
/// <param name="Sources">Where the figures come from, each once.</param>
public sealed record ChartCaption(string Title, string Subtitle, Unit Unit, IReadOnlyList<ChartSource> Sources);

/// <param name="Language">Language of the text where it is not that of the page, as HTML names it.</param>
public sealed record ChartSource(string Text, string? Href, string? Language = null);

/// <summary>A chart's content. Each kind knows nothing of pages; all of them can be drawn, tabulated and told in a sentence.</summary>
public abstract record ChartModel(ChartCaption Caption);

/// <summary>Figures that cover a span, each on a row of its own, along a time axis. Lengths are time, never values.</summary>
public sealed record TimelineChart(ChartCaption Caption, IReadOnlyList<TimelineRow> Rows) : ChartModel(Caption)
{
    /// <summary>What the labels name: areas on an indicator's chart, indicators on an area's.</summary>
    public Bilingual RowsAre { get; init; } = new("地区", "Area");
}

/// <param name="Label">Whose figure it is.</param>
/// <param name="Detail">Which part, in grey below the label; may be empty.</param>
/// <param name="Unit">Each row has its own: rows stand beside each other in time, not in value.</param>
public sealed record TimelineRow(string Label, string Detail, Unit Unit, Mark Mark);

public enum MonthlyStyle
{
    Columns,
    Lines,
}

/// <summary>Monthly figures of one indicator on one scale. All series share unit and basis.</summary>
/// <param name="Months">The axis, without gaps; a month that a series has no cell for is one that no source speaks of.</param>
public sealed record MonthlyChart(
    ChartCaption Caption,
    MonthlyStyle Style,
    IReadOnlyList<YearMonth> Months,
    IReadOnlyList<MonthlySeries> Series,
    IReadOnlyList<ReferenceLine> Lines) : ChartModel(Caption)
{
    public IReadOnlyList<ChartAnnotation> Annotations { get; init; } = [];
}

/// <summary>What happened in a month: a numbered flag on the month axis, told in full below the drawing.</summary>
/// <param name="Href">Where the note or its source is; null where there is no such page.</param>
public sealed record ChartAnnotation(YearMonth Month, string Text, string? Href);

public sealed record MonthlySeries(string Label, IReadOnlyDictionary<YearMonth, Mark> Cells);

/// <summary>A target or control line across a chart, in the chart's unit.</summary>
public sealed record ReferenceLine(string Label, Mark Mark);

/// <summary>Areas side by side for one period and basis, largest first. Doubtful and missing figures stand apart, off the scale.</summary>
public sealed record RankingChart(ChartCaption Caption, IReadOnlyList<RankingRow> Rows) : ChartModel(Caption)
{
    /// <summary>The period of the rows' figures before; null where no ranks before are shown.</summary>
    public Period? PeriodBefore { get; init; }

    /// <summary>Numbers that the scale covers, those of the rows among them; empty where it covers the rows alone.</summary>
    public IReadOnlyList<decimal> ScaledAmong { get; init; } = [];
}

/// <param name="IsApart">Whether the row may not be ranked with the rest (a zone beside districts, the city beside its parts).</param>
public sealed record RankingRow(string Label, string Detail, Mark Mark, bool IsApart = false)
{
    /// <summary>The row's figure in <see cref="RankingChart.PeriodBefore"/>; null where there is none.</summary>
    public Mark? Before { get; init; }
}

/// <summary>The parts of one whole, for one area and period.</summary>
/// <param name="Total">The whole as printed; null where no source gives it.</param>
/// <param name="IsComplete">Whether the parts are known to make the whole; otherwise the rest is drawn as unknown.</param>
public sealed record PartsChart(ChartCaption Caption, Mark? Total, IReadOnlyList<Part> Parts, bool IsComplete) : ChartModel(Caption);

public sealed record Part(string Label, Mark Mark)
{
    /// <summary>Which of the five shades it has, counted from 0: the category's own, whatever its size; null for one by its place.</summary>
    public int? Shade { get; init; }
}

/// <summary>How many figures there are of each area and month: where a number is, a zero, a reported gap, or nothing at all.</summary>
/// <param name="Months">The columns, in order; months that no row has may be left out, and the drawing shows where.</param>
public sealed record CoverageMatrix(ChartCaption Caption, IReadOnlyList<YearMonth> Months, IReadOnlyList<MatrixRow> Rows) : ChartModel(Caption);

/// <param name="Indent">0 for a city or district, 1 for a township within it.</param>
/// <param name="Cells">A month without a cell is one that no source speaks of.</param>
public sealed record MatrixRow(string Label, int Indent, string? Href, IReadOnlyDictionary<YearMonth, MatrixCell> Cells);

/// <param name="Count">Number of figures in the cell.</param>
/// <param name="Norms">What they all are where none is a result, so that nothing is known to have happened.</param>
public sealed record MatrixCell(int Count, CellState State, Norms Norms = Norms.None, string? Href = null);

/// <summary>Each area one tile, where it roughly lies: no boundaries, so that small districts are seen as well as large ones.</summary>
public sealed record TileGrid(ChartCaption Caption, IReadOnlyList<Tile> Tiles) : ChartModel(Caption);

/// <param name="Label">Two or three characters that fit the tile.</param>
/// <param name="Name">The area's name in full.</param>
/// <param name="Count">Number of figures; 0 where no source speaks of it.</param>
/// <param name="Kind">A zone is drawn as a rounded tile two columns wide.</param>
/// <param name="IsDashed">Whether its figures are only those of a township within it.</param>
public sealed record Tile(string Label, string Name, int Count, AreaKind Kind, TilePosition Position, string? Href = null, bool IsDashed = false);
