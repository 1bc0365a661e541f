using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Features.Figures;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Areas;

/// <summary>A place among the districts and counties.</summary>
/// <param name="Ranks">A single rank, or the range that bounds leave open.</param>
/// <param name="Of">How many have a figure of the same period, basis and category.</param>
public sealed record AreaPlace(RankRange Ranks, int Of);

/// <summary>The latest figure of one series, with its past and its place.</summary>
/// <param name="Past">Monthly figures of the same series; empty where there are too few for a line.</param>
/// <param name="Place">null where fewer than three districts and counties can be compared.</param>
public sealed record AreaHeadline(ShownFigure Shown, Indicator Indicator, IReadOnlyList<(YearMonth Month, Mark Mark)> Past, AreaPlace? Place)
{
    public Observation Observation => Shown.Figure.Observation;
}

/// <summary>What is known of one area, theme by theme, short enough for one page.</summary>
public sealed record AreaProfile(IReadOnlyList<(Theme Theme, IReadOnlyList<AreaHeadline> Headlines, int More)> Themes)
{
    /// <summary>Headlines of one theme.</summary>
    public const int MostOfTheme = 4;

    private const int MostMonths = 24;

    /// <summary>A line through fewer points tells no course.</summary>
    private const int FewestMonths = 3;

    /// <param name="figures">Of the area, one a key, the latest of each indicator first.</param>
    /// <param name="peers">Figures of all districts and counties for the keys asked for.</param>
    /// <param name="left">By theme how many series with results were left out of the figures, because enough others go before them.</param>
    public static AreaProfile Of(
        Catalog catalog, Area area, IReadOnlyList<ShownFigure> figures, Func<IReadOnlyList<Figure>, IReadOnlyList<Figure>> peers, IReadOnlyDictionary<string, int> left)
    {
        var bySeries = figures.Where(shown => shown.Figure.Observation is { IsDrawable: true } observation && observation.Series.Basis.IsActual()).ToLookup(shown => shown.Figure.Observation.Series);
        var themes = catalog.Themes
            .Select(theme => (theme, series: bySeries
                .Where(series => catalog.Indicator(series.Key.Indicator).Theme == theme.Code)
                .OrderByDescending(series => series.First().Figure.Observation.Period.ReferenceMonth)
                .ThenByDescending(series => series.Key.Breakdown == Breakdown.Total)
                .ToList()))
            .Where(pair => pair.series.Count > 0)
            .ToList();
        var shown = themes.SelectMany(pair => pair.series.Take(MostOfTheme).Select(series => series.First().Figure)).ToList();
        var places = area.Kind is AreaKind.District or AreaKind.County ? Places(catalog, area, shown, peers(shown)) : [];
        return new([.. themes.Select(pair => (
            pair.theme,
            (IReadOnlyList<AreaHeadline>)[.. pair.series.Take(MostOfTheme).Select(series => new AreaHeadline(
                series.First(),
                catalog.Indicator(series.Key.Indicator),
                PastOf(series),
                places.GetValueOrDefault((series.Key, series.First().Figure.Observation.Period))))],
            Math.Max(0, pair.series.Count + left.GetValueOrDefault(pair.theme.Code) - MostOfTheme)))]);
    }

    private static List<(YearMonth Month, Mark Mark)> PastOf(IEnumerable<ShownFigure> series)
    {
        var months = series
            .Select(shown => (Month: ExplorerFigure.MonthOf(shown.Figure.Observation), shown))
            .Where(pair => pair.Month is not null)
            .GroupBy(pair => pair.Month!.Value)
            .OrderByDescending(month => month.Key)
            .Take(MostMonths)
            .Select(month => (month.Key, FigureMarks.Of(month.MaxBy(pair => pair.shown.Figure.Observation.Period.End).shown.Figure, "")))
            .Reverse()
            .ToList();
        return months.Count < FewestMonths ? [] : months;
    }

    /// <summary>By the same rules as the ranking: only closed periods, only districts and counties, and no rank that the bounds leave open.</summary>
    private static Dictionary<(SeriesKey Series, Period Period), AreaPlace?> Places(Catalog catalog, Area area, List<Figure> shown, IReadOnlyList<Figure> peers)
    {
        var byKey = ShownFigure.Of(peers, catalog)
            .Where(peer => peer.Figure.Observation.IsDrawable && catalog.Area(peer.Figure.Observation.Series.Area).Kind is AreaKind.District or AreaKind.County)
            .ToLookup(peer => KeyOf(peer.Figure.Observation));
        return shown.ToDictionary(figure => (figure.Observation.Series, figure.Observation.Period), figure => PlaceOf(figure.Observation));

        AreaPlace? PlaceOf(Observation observation)
        {
            var rows = byKey[KeyOf(observation)].Select(peer => new RankingRow(peer.Figure.Observation.Series.Area, "", FigureMarks.Of(peer.Figure, ""))).ToList();
            if (observation.Period.IsOpen || rows.Count < 3 || rows.Find(row => row.Label == area.Code) is not { } own)
                return null;

            var ranking = new Ranking(new(new("", "", new("", ""), []), rows));
            return new(ranking.RankOf(own), rows.Count);
        }

        static (string, string, Basis, Period) KeyOf(Observation observation) =>
            (observation.Series.Indicator, observation.Series.Breakdown, observation.Series.Basis, observation.Period);
    }
}
