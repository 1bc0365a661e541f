using System.Runtime.CompilerServices;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>A chart drawn, tabulated and told. Kept as long as its model lives, for a page may show one model to many readers.</summary>
internal sealed record RenderedChart(string Drawing, string? Table, ChartSentence Sentence)
{
    private static readonly ConditionalWeakTable<ChartModel, Kept> Cache = [];

    /// <param name="id">Unique on the page; names inside the drawing are made from it.</param>
    public static RenderedChart Of(ChartModel chart, string id)
    {
        if (Cache.TryGetValue(chart, out var kept) && kept.Id == id && kept.IsEnglish == Bilingual.EnglishIsAsked)
            return kept.Rendered;

        var rendered = new RenderedChart(ChartDrawing.Markup(chart, id), ChartTable.Of(chart)?.Markup(), ChartSentence.Of(chart));
        Cache.AddOrUpdate(chart, new(id, Bilingual.EnglishIsAsked, rendered));
        return rendered;
    }

    private sealed record Kept(string Id, bool IsEnglish, RenderedChart Rendered);
}
