using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Bulletins;

/// <summary>Which stored figures a bulletin rests on: those that it prints, and those that it computes or compares with.</summary>
internal static class UsedFigures
{
    /// <returns>Numbers of stored figures, in order.</returns>
    public static IReadOnlyList<long> Of(BulletinCells cells, IEnumerable<Figure> figures)
    {
        var ids = figures.ToDictionary(figure => (object)figure.Observation, figure => figure.Id, ReferenceEqualityComparer.Instance);
        return [.. cells.Areas.SelectMany(Used).Select(observation => ids.GetValueOrDefault(observation)).Where(id => id != 0).Distinct().Order()];
    }

    private static IEnumerable<Observation> Used(AreaCells area) =>
        area.Cells.SelectMany(cell => cell.Point.Printed)
            .Concat(area.Cells.SelectMany(cell => cell.Stored?.Others ?? []).Select(figure => figure.Observation))
            .Concat(area.Cells.Select(area.PeriodBefore).OfType<SeriesPoint>().SelectMany(point => point.Printed))
            .Concat(area.Cells.Select(area.YearBefore).OfType<SeriesPoint>().SelectMany(point => point.Printed))
            .Concat(area.Goals.Select(goal => goal.Goal.Figure.Observation))
            .Concat(area.References.Select(shown => shown.Figure.Observation));
}
