using EmploymentDashboard.Charts;

namespace EmploymentDashboard.Bulletins;

/// <summary>A piece of running text.</summary>
public abstract record Inline;

public sealed record Words(string Text) : Inline;

/// <summary>Leads to a footnote of the chapter, counted from 1.</summary>
public sealed record NoteMark(int Number) : Inline;

/// <summary>Leads to a source of the bulletin, counted from 1.</summary>
public sealed record SourceMark(int Number) : Inline;

/// <summary>A piece of a bulletin that stands in one column, from top to bottom.</summary>
public abstract record Block;

/// <param name="Level">2 for a section, 3 for an area or a theme within one.</param>
/// <param name="Id">Unique in the document.</param>
public sealed record Heading(int Level, string Text, string Id) : Block;

public sealed record Paragraph(IReadOnlyList<Inline> Text) : Block;

/// <summary>Explains signs or limits; set small.</summary>
public sealed record Remark(string Text) : Block;

/// <summary>One chart over the whole width, or two beside each other.</summary>
public sealed record ChartBlock(IReadOnlyList<NumberedChart> Charts) : Block;

/// <param name="Number">Of the figure, counted from 1 through the bulletin.</param>
public sealed record NumberedChart(int Number, ChartModel Chart);

/// <param name="Number">Of the table, counted from 1 through the bulletin.</param>
/// <param name="Rows">A cell a column.</param>
/// <param name="Legend">Explains signs that occur in the cells; may be empty.</param>
public sealed record TableBlock(int Number, string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<IReadOnlyList<Inline>>> Rows, string Legend = "") : Block
{
    /// <summary>Whether it is set small, so that all figures of an area stand on two pages.</summary>
    public bool IsDense { get; init; }
}

/// <param name="Share">Of the table's width; shares need not add up to 1.</param>
public sealed record TableColumn(string Title, double Share, bool IsNumber = false);

public sealed record HeadlineBlock(IReadOnlyList<Headline> Headlines) : Block;

/// <summary>A figure set large.</summary>
public sealed record Headline(string Label, string Number, string Unit, string When, IReadOnlyList<Inline> Marks);

/// <summary>The sources by number.</summary>
public sealed record SourceBlock(IReadOnlyList<string> Citations) : Block;

/// <summary>Blocks that share their footnotes.</summary>
/// <param name="BeginsPage">Whether it begins on a page of its own.</param>
public sealed record Chapter(bool BeginsPage, IReadOnlyList<Block> Blocks, IReadOnlyList<string> Notes);

/// <summary>What a bulletin says, before it is set as HTML or as a text document.</summary>
public sealed record BulletinDocument
{
    public required string Title { get; init; }

    /// <summary>The period in words.</summary>
    public required string PeriodName { get; init; }

    public required BulletinOrder Order { get; init; }

    public required IReadOnlyList<Chapter> Chapters { get; init; }

    /// <summary>Numbers of the stored figures that any part of it rests on.</summary>
    public required IReadOnlyList<long> Figures { get; init; }

    /// <summary>The moment whose knowledge it holds.</summary>
    public required DateTimeOffset KnownAt { get; init; }
}
