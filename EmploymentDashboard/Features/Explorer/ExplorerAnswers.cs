using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Annotations;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>All that the Explorer shows of a selection, in one language. It changes no more once it is made.</summary>
/// <param name="Against">The second indicator of a scatter; null where there is none.</param>
/// <param name="Refused">The view that was asked for and does not fit; null where the one asked for is shown.</param>
/// <param name="Chart">null where the view is a table.</param>
/// <param name="Months">The months through which a slider can go; empty where the view shows all.</param>
/// <param name="IsCut">Whether there are more figures than were fetched.</param>
public sealed record ExplorerAnswer(
    ExplorerData Data,
    ExplorerChoices Choices,
    string? Against,
    ExplorerCharts Charts,
    OfferedView View,
    OfferedView? Refused,
    ChartModel? Chart,
    IReadOnlyList<YearMonth> Months,
    bool IsCut);

/// <summary>Answers selections, and keeps the latest answers until the data change: many open the same page, and hundreds may have it open at once.</summary>
public sealed class ExplorerAnswers(DashboardDatabase database, ExplorerQuery query, AnnotationQuery annotations)
{
    private const int MostKept = 64;

    private readonly Kept<(string Address, bool IsEnglish, Catalog Catalog), ExplorerAnswer> _kept = new(database, MostKept);

    /// <summary>The answer in the reader's language.</summary>
    public ExplorerAnswer Of(ExplorerSelection selection, Catalog catalog) =>
        _kept.Get((selection.Address, Bilingual.EnglishIsAsked, catalog), () => Answer(selection, catalog));

    private ExplorerAnswer Answer(ExplorerSelection selection, Catalog catalog)
    {
        var indicators = query.Indicators();
        var all = query.Figures(selection.Indicator, selection.AsOf);
        var data = new ExplorerData(catalog, selection, all);
        var against = selection.Against is { } asked && asked != selection.Indicator ? asked : Companion(selection.Indicator, indicators, catalog);
        var other = against is null ? null : new ExplorerData(catalog, selection.OfOther(against), query.Figures(against, selection.AsOf));
        var charts = new ExplorerCharts(data, other, [.. annotations.For(selection.Indicator, selection.Areas, selection.AsOf).Select(annotation => AnnotationOf(annotation, catalog))]);
        var view = charts.Choose(selection.View);
        return new(
            data,
            ExplorerChoices.Of(catalog, indicators, all),
            against,
            charts,
            view,
            selection.View is { } wanted && wanted != view.View ? charts.Offered.First(offered => offered.View == wanted) : null,
            view.Draw?.Invoke(),
            charts.MonthsOf(view.View),
            all.IsCut);
    }

    private static ChartAnnotation AnnotationOf(Annotation annotation, Catalog catalog) => new(
        annotation.Content.FirstMonth,
        annotation.Content.Area is { } area ? $"{catalog.Area(area).Name}{Bilingual.Say("：", ": ")}{annotation.Content.Text}" : annotation.Content.Text,
        AnnotationAddresses.One(annotation.Id));

    /// <summary>What a scatter is drawn against where nothing was chosen: counted in the same way where there is one, with most areas.</summary>
    private static string? Companion(string indicator, IReadOnlyList<IndicatorLine> indicators, Catalog catalog)
    {
        var own = indicators.FirstOrDefault(line => line.Indicator == indicator)?.Bases.Split(',') ?? [];
        return indicators
            .Where(line => line.Indicator != indicator)
            .OrderByDescending(line => line.Bases.Split(',').Intersect(own).Any())
            .ThenByDescending(line => line.Areas)
            .ThenByDescending(line => catalog.Indicator(line.Indicator).Theme == catalog.Indicator(indicator).Theme)
            .FirstOrDefault()?.Indicator;
    }
}
