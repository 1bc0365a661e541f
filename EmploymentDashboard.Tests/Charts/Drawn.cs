using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Charts;

/// <summary>Reads a drawing back as the browser would.</summary>
internal static class Drawn
{
    public static IElement Draw(this ChartModel chart) =>
        new HtmlParser().ParseDocument(ChartDrawing.Markup(chart, "test")).QuerySelector(".chart")!;

    /// <summary>What a screen reader says of a mark: the text written for it, or its label.</summary>
    public static string SpokenName(this IElement element) =>
        element.QuerySelector(".spoken")?.TextContent ?? element.GetAttribute("aria-label")!;

    public static double Number(this IElement element, string attribute) =>
        double.Parse(element.GetAttribute(attribute)!, CultureInfo.InvariantCulture);

    /// <summary>A position or length in percent of the drawing's width.</summary>
    public static double Share(this IElement element, string attribute)
    {
        var text = element.GetAttribute(attribute)!;
        Assert.EndsWith("%", text, StringComparison.Ordinal);
        return double.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture);
    }

    public static IElement One(this IElement element, string selector) => Assert.Single(element.QuerySelectorAll(selector));

    public static void None(this IElement element, string selector) => Assert.Empty(element.QuerySelectorAll(selector));

    public static string[] Texts(this IElement element, string selector) => [.. element.QuerySelectorAll(selector).Select(found => found.TextContent)];

    public static TimelineChart Timeline(params Mark[] marks) =>
        new(ChartSamples.Caption("标题", "", ChartSamples.People), [.. marks.Select((mark, row) => new TimelineRow("巴南区", FormattableString.Invariant($"对象{row}"), ChartSamples.People, mark))]);

    /// <summary>One series from January 2022 on; a null cell is a month that no source speaks of.</summary>
    public static MonthlyChart Monthly(MonthlyStyle style, params Mark?[] cells) => Monthly(style, [], cells);

    public static MonthlyChart Monthly(MonthlyStyle style, ReferenceLine[] lines, params Mark?[] cells)
    {
        var months = ChartSamples.Months(new(2022, 1), cells.Length);
        var filled = months.Zip(cells).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second! with { Period = Period.OfMonth(pair.First) });
        return new(ChartSamples.Caption("标题", "", ChartSamples.People), style, months, [new("巴南区", filled)], lines);
    }

    public static Mark Mark(decimal? value, Bound bound = Bound.Exact, ObsStatus status = ObsStatus.Normal, bool isDerived = false) =>
        ChartSamples.Mark("2022-01", value, Basis.Flow, bound, status, isDerived: isDerived);

    public static RankingChart Ranking(params (string Label, Mark Mark)[] rows) =>
        new(ChartSamples.Caption("标题", "", ChartSamples.People), [.. rows.Select(row => new RankingRow(row.Label, "", row.Mark))]);

    public static PartsChart Parts(decimal? total, bool isComplete, params Mark[] parts) => new(
        ChartSamples.Caption("标题", "", ChartSamples.People),
        total is { } known ? Mark(known) : null,
        [.. parts.Select((part, index) => new Part(FormattableString.Invariant($"部分{index}"), part))],
        isComplete);
}
