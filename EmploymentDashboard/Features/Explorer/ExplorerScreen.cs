using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Annotations;
using EmploymentDashboard.Statistics;
using Microsoft.Extensions.Primitives;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>
/// What one selection shows, in one language: the page, an embedded chart and a file that is taken away are all made from it, and so say the same.
/// It changes no more once it is made, so that all who look at the same share it.
/// </summary>
/// <param name="Choices">What else could be chosen.</param>
/// <param name="View">The view shown.</param>
/// <param name="Refused">The view that was asked for and cannot show these figures; null where none was refused.</param>
/// <param name="Against">The second indicator of a scatter; null where there is no other.</param>
/// <param name="IsCut">Whether there are so many figures that the earliest were left out.</param>
public sealed record ExplorerScreen(ExplorerData Data, ExplorerChoices Choices, ExplorerCharts Charts, OfferedView View, OfferedView? Refused, string? Against, bool IsCut)
{
    private SelectionLists? _lists;
    private string? _monthCodes;

    /// <summary>null for views that are tables, and where no source speaks of the selection.</summary>
    public ChartModel? Chart { get; } = Data.Figures.Count == 0 ? null : View.Draw?.Invoke();

    /// <summary>Whether no source speaks of the selection.</summary>
    public bool IsEmpty => Data.Figures.Count == 0;

    /// <summary>The months through which a slider can go; none for views of all months.</summary>
    public IReadOnlyList<YearMonth> Months { get; } = Charts.MonthsOf(View.View);

    /// <summary>The month that is shown; null where a view shows none of its own.</summary>
    public YearMonth? Month => Months.Count == 0 ? null : Selection.Month is { } month && Months.Contains(month) ? month : Months[^1];

    /// <summary>The same months parted by spaces.</summary>
    public string MonthCodes => _monthCodes ??= string.Join(' ', Months);

    /// <summary>What the form offers.</summary>
    public SelectionLists Lists => _lists ??= new(Data, Choices);

    /// <summary>The figures of the view, in its order; those of a second indicator with their own data.</summary>
    public IEnumerable<(ExplorerFigure Figure, ExplorerData Data)> Figures => IsEmpty ? [] : Charts.FiguresOf(View.View);

    /// <summary>What tells this view from others in a list of favourites: what, made into what, of whom, as what.</summary>
    public string Title => Prose.List([
        Views.ExplorerScene.Title(Data),
        Selection.Areas.Count switch
        {
            0 => "",
            <= 3 => Prose.Series(Selection.Areas.Select(code => (string)Data.Catalog.Area(code).Name)),
            var many => Bilingual.Say($"{Data.Catalog.Area(Selection.Areas[0]).Name} 等 {many} 个地区", $"{Data.Catalog.Area(Selection.Areas[0]).Name} and {Prose.Count(many - 1, "more area")}"),
        },
        Prose.Series(new[] { Selection.From, Selection.To }.Where(month => month is not null).Select(month => month.ToString()!).Distinct()),
        View.View.Name(),
        Selection.Month?.ToString() ?? ""]);

    /// <summary>Figures of the selection that a view of months leaves out; 0 for the others.</summary>
    public int BesideTheMonths => View.View is ExplorerView.Lines or ExplorerView.Columns or ExplorerView.Multiples or ExplorerView.Heat ? Charts.BesideTheMonths : 0;

    private ExplorerSelection Selection => Data.Selection;
}

/// <summary>Makes screens, and keeps the latest until the data change: many open the same page, and hundreds may have it open at once.</summary>
public sealed class ExplorerScreens(DashboardDatabase database, ExplorerQuery query, AnnotationQuery annotations)
{
    private const int MostKept = 64;

    private readonly Kept<(string Address, bool IsEnglish, Catalog Catalog), ExplorerScreen> _kept = new(database, MostKept);

    /// <summary>What the query of an address asks for.</summary>
    /// <returns>null where the catalogue has no indicators at all.</returns>
    public ExplorerSelection? Read(Catalog catalog, IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        if (catalog.Indicators.Count == 0)
            return null;

        // A form without script sends each area for itself.
        var parameters = query.ToDictionary(parameter => parameter.Key, parameter => parameter.Key == "areas" ? string.Join(',', parameter.Value.AsEnumerable()) : parameter.Value[^1], StringComparer.OrdinalIgnoreCase);
        return ExplorerSelection.Read(catalog, DefaultIndicator(catalog), parameters.GetValueOrDefault);
    }

    /// <summary>The screen in the reader's language.</summary>
    public ExplorerScreen Show(Catalog catalog, ExplorerSelection selection) =>
        _kept.Get((selection.Address, Bilingual.EnglishIsAsked, catalog), () => Make(catalog, selection));

    private ExplorerScreen Make(Catalog catalog, ExplorerSelection selection)
    {
        var (indicators, all) = (query.Indicators(), query.Figures(selection.Indicator, selection.AsOf));
        var data = new ExplorerData(catalog, selection, all);
        var against = selection.Against is { } chosen && chosen != selection.Indicator ? chosen : Companion(catalog, selection.Indicator, indicators);
        var other = against is null ? null : new ExplorerData(catalog, selection.OfOther(against), query.Figures(against, selection.AsOf));
        var charts = new ExplorerCharts(data, other, [.. annotations.For(selection.Indicator, selection.Areas, selection.AsOf).Select(annotation => AnnotationOf(annotation, catalog))]);
        var view = charts.Choose(selection.View);
        var refused = selection.View is { } asked && asked != view.View ? charts.Offered.First(offered => offered.View == asked) : null;
        return new(data, all.Choices(catalog, indicators), charts, view, refused, against, all.IsCut);
    }

    private static ChartAnnotation AnnotationOf(Annotation annotation, Catalog catalog) => new(
        annotation.Content.FirstMonth,
        annotation.Content.Area is { } area ? $"{catalog.Area(area).Name}{Bilingual.Say("：", ": ")}{annotation.Content.Text}" : annotation.Content.Text,
        AnnotationAddresses.One(annotation.Id));

    /// <summary>The indicator of which most areas have figures.</summary>
    private string DefaultIndicator(Catalog catalog) => query.Indicators().MaxBy(line => line.Areas)?.Indicator ?? catalog.Indicators[0].Code;

    /// <summary>What a scatter is drawn against where nothing was chosen: counted in the same way where there is one, with most areas.</summary>
    private static string? Companion(Catalog catalog, string indicator, IReadOnlyList<IndicatorLine> indicators)
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
