using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;

namespace EmploymentDashboard.Charts;

/// <summary>A chart with all that belongs to it: title, drawing, the sentence that tells it, its table and its sources.</summary>
public sealed partial class ChartFigure : ComponentBase
{
    /// <summary>Drawn already: a page that many have open at once holds no model.</summary>
    [Parameter, EditorRequired]
    public required RenderedChart Chart { get; set; }

    /// <summary>2 or 3.</summary>
    [Parameter]
    public int HeadingLevel { get; set; } = 2;

    /// <summary>Other views of the same selection.</summary>
    [Parameter]
    public RenderFragment? Tabs { get; set; }

    /// <summary>Download, copy link, cite.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    private static Bilingual TableLabel => new("看数字表", "Show the table");

    private static Bilingual SourceLabel => new("来源：", "Source: ");

    /// <summary>Chinese sentences follow one another without a space.</summary>
    private static Bilingual SentenceSpace => new("", " ");
}
