using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Finding;

/// <summary>One line of what was found, in the reader's language.</summary>
/// <param name="Figures">How many figures it has; null for a page.</param>
public sealed record Found(FoundKind Kind, string Title, string Detail, long? Figures, string Address);

/// <summary>What was found of one kind.</summary>
/// <param name="Items">The best of them.</param>
/// <param name="Total">How many there are.</param>
public sealed record FoundGroup(FoundKind Kind, IReadOnlyList<Found> Items, int Total);

/// <summary>Finds areas, indicators, sources and pages by their names in Chinese, pinyin or English.</summary>
public sealed class Finder(DashboardDatabase database, CatalogCache catalogs)
{
    private const int MostPairs = 12;

    private Kept? _kept;

    /// <summary>The groups with the best fit first; within a group the best fit first, then what has figures.</summary>
    /// <param name="role">Of the reader; null where they have not signed in.</param>
    /// <param name="most">Most lines of a group.</param>
    public IReadOnlyList<FoundGroup> Find(string? text, Role? role, int most)
    {
        var typed = Typed.Of(text);
        var index = Index();
        var found = Fitting(index.Entries, typed).Concat(Pairs(index, typed)).ToList();
        if (found.Count == 0)
            found = [.. index.Entries.Where(entry => entry.IsNearly(typed)).Select(entry => (entry, Fit.Nearly))];

        return
        [
            .. found
                .Where(hit => hit.Entry.Least is not { } least || role >= least)
                .GroupBy(hit => hit.Entry.Kind)
                .OrderBy(group => group.Min(hit => hit.Fit)).ThenBy(group => group.Key)
                .Select(group => new FoundGroup(
                    group.Key,
                    [
                        .. group.OrderBy(hit => hit.Fit).ThenBy(hit => hit.Entry.Figures == 0).Take(most).Select(hit => hit.Entry)
                            .Select(entry => new Found(entry.Kind, entry.Title, entry.Detail(), entry.Figures, entry.Address)),
                    ],
                    group.Count())),
        ];
    }

    private static IEnumerable<(Entry Entry, Fit Fit)> Fitting(IEnumerable<Entry> entries, Typed typed) =>
        from entry in entries
        let fit = entry.FitOf(typed)
        where fit is not null
        select (entry, fit.Value);

    /// <summary>An area and an indicator typed after one another, in either order: 巴南 新增就业, or in Chinese without a space.</summary>
    private static IEnumerable<(Entry Entry, Fit Fit)> Pairs(Kept index, Typed typed) =>
        (from split in Splits(typed)
         from area in Fitting(index.Entries.Where(entry => entry.Kind == FoundKind.Area), split.Area)
         where area.Fit <= split.Least
         from indicator in Fitting(index.Entries.Where(entry => entry.Kind == FoundKind.Indicator), split.Indicator)
         let pair = Entry.Pair(index.Catalog.Area(area.Entry.Code), index.Catalog.Indicator(indicator.Entry.Code), index.Counts)
         let fit = area.Fit > indicator.Fit ? area.Fit : indicator.Fit
         orderby fit, pair.Figures == 0
         select (pair, fit))
        .DistinctBy(hit => hit.pair.Code)
        .Take(MostPairs);

    /// <summary>The ways to part what was typed into an area and an indicator. Without a space between them, only a whole name of an area parts it.</summary>
    private static IEnumerable<(Typed Area, Typed Indicator, Fit Least)> Splits(Typed typed)
    {
        var isSpaced = typed.Words.Count > 1;
        var count = isSpaced ? typed.Words.Count : typed.Together.All(char.IsAscii) ? 0 : typed.Together.Length;
        for (var at = 1; at < count; at++)
        {
            var (left, right) = isSpaced
                ? (new Typed([.. typed.Words.Take(at)]), new Typed([.. typed.Words.Skip(at)]))
                : (new Typed([typed.Together[..at]]), new Typed([typed.Together[at..]]));
            yield return (left, right, isSpaced ? Fit.Prefix : Fit.Exact);
            yield return (right, left, isSpaced ? Fit.Prefix : Fit.Exact);
        }
    }

    private Kept Index()
    {
        var version = database.Version;
        if (_kept is { } kept && kept.Version == version)
            return kept;

        using var connection = database.Open();
        var (catalog, counts) = (catalogs.Current, FigureCounts.Read(connection));
        return _kept = new(
            version,
            catalog,
            counts,
            [
                .. catalog.Areas.Select(area => Entry.Of(area, catalog, counts)),
                .. catalog.Indicators.Select(indicator => Entry.Of(indicator, catalog, counts)),
                .. catalog.Sources.OrderByDescending(source => source.Published.End).Select(source => Entry.Of(source, counts)),
                .. Entry.Pages,
            ]);
    }

    private sealed record Kept(long Version, Catalog Catalog, FigureCounts Counts, IReadOnlyList<Entry> Entries);
}
