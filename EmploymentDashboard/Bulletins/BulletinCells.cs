using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Bulletins;

/// <summary>The figures of a bulletin, area by area.</summary>
/// <param name="Areas">Those asked for; of all areas only those with figures of the period, in the order of the catalogue.</param>
/// <param name="WithoutFigures">Districts and counties, or areas asked for, of which no source speaks in the period.</param>
public sealed record BulletinCells(Period Period, IReadOnlyList<AreaCells> Areas, IReadOnlyList<Area> WithoutFigures)
{
    public int Count => Areas.Sum(area => area.Cells.Count);

    public static BulletinCells Of(BulletinOrder order, IReadOnlyCollection<Figure> figures, Catalog catalog)
    {
        var byArea = ShownFigure.Of(figures, catalog).ToLookup(shown => shown.Figure.Observation.Series.Area);
        var areas = order.Areas.Count > 0 ? order.Areas.Select(catalog.Area) : catalog.Areas.Where(area => byArea.Contains(area.Code));
        var cells = areas.Select(area => new AreaCells(catalog, area, order.Period, [.. byArea[area.Code]])).ToList();
        var silent = order.Areas.Count > 0
            ? cells.Where(area => area.Cells.Count == 0).Select(area => area.Area)
            : catalog.Areas.Where(area => area.Kind is AreaKind.District or AreaKind.County).Except(cells.Where(area => area.Cells.Count > 0).Select(area => area.Area));
        return new(
            order.Period,
            order.Areas.Count > 0 ? cells : [.. cells.Where(area => area.Cells.Count > 0)],
            [.. silent]);
    }
}
