using System.Runtime.CompilerServices;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>
/// A chart drawn, tabulated and told: all of it that a page needs, and none of the figures. Kept as long as its model lives, for a page may show one model
/// to many readers.
/// </summary>
/// <param name="Id">Unique on the page; names inside the drawing are made from it.</param>
public sealed record RenderedChart(string Id, ChartCaption Caption, string Drawing, string? Table, ChartSentence Sentence)
{
    private static readonly ConditionalWeakTable<ChartModel, Kept> Cache = [];

    /// <param name="id">Unique on the page; names inside the drawing are made from it.</param>
    public static RenderedChart Of(ChartModel chart, string id)
    {
        if (Cache.TryGetValue(chart, out var kept) && kept.Rendered.Id == id && kept.IsEnglish == Bilingual.EnglishIsAsked)
            return kept.Rendered;

        var rendered = new RenderedChart(id, chart.Caption, ChartDrawing.Markup(chart, id), ChartTable.Of(chart)?.Markup(), ChartSentence.Of(chart));
        Cache.AddOrUpdate(chart, new(Bilingual.EnglishIsAsked, rendered));
        return rendered;
    }

    private sealed record Kept(bool IsEnglish, RenderedChart Rendered);
}
