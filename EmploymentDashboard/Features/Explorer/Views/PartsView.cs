using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer.Views;

/// <summary>构成: the parts of one whole, for one area and period.</summary>
internal static class PartsView
{
    public static string Hindrance(ExplorerScene scene)
    {
        if (scene.Selection.Transform != Transform.None)
            return Say("换算过的数字拼不成一个总数", "figures so transformed do not make up a whole");
        if (scene.Selection.Breakdown is not null)
            return Say("已只选一个分项", "only one category is selected");
        return Chosen(scene) is not null ? "" : scene.Selection.Month is { } month && Wholes(scene).Count > 0
            ? Say($"{month} 没有能拼成一个总数的分项", $"no categories that make up one whole in {month}")
            : Say("没有能拼成一个总数的分项", "no categories that make up one whole");
    }

    public static IReadOnlyList<YearMonth> Months(ExplorerScene scene) => [.. Wholes(scene).Select(whole => whole[0].Period.ReferenceMonth).Distinct().Order()];

    /// <summary>The areas that have parts of a whole, in the catalogue's order.</summary>
    public static IReadOnlyList<Area> Areas(ExplorerScene scene)
    {
        var areas = AllWholes(scene).Select(AreaOf).ToHashSet();
        return [.. scene.Catalog.Areas.Where(area => areas.Contains(area.Code))];
    }

    /// <summary>The area whose parts are drawn; null where there are none.</summary>
    public static string? ShownArea(ExplorerScene scene) => Chosen(scene) is { } parts ? AreaOf(parts) : null;

    /// <summary>The parts, and their total where a source gives it.</summary>
    public static IEnumerable<ExplorerFigure> Figures(ExplorerScene scene) => Chosen(scene) is not { } parts ? [] : Total(scene, parts) is { } total ? [.. parts, total] : parts;

    public static PartsChart Draw(ExplorerScene scene)
    {
        var parts = Chosen(scene)!;
        var first = parts[0].Observation;
        var breakdown = scene.Catalog.Breakdown(first.Series.Breakdown);
        var total = Total(scene, parts);
        var categories = scene.Catalog.Breakdowns.Where(other => other.Dimension == breakdown.Dimension && other.Parent == breakdown.Parent).Select(category => category.Code).ToList();
        return new(
            scene.Caption(Figures(scene), scene.AreaName(first.Series.Area), first.Series.Basis.Name(), Format.Words(first.Period), Others(scene, first)),
            total is null ? null : scene.MarkOf(total),
            [
                // In the catalogue's order, so that a category keeps its place and its colour from month to month and area to area.
                .. parts
                    .Select(part => (Place: categories.IndexOf(part.Series.Breakdown), part))
                    .OrderBy(pair => pair.Place)
                    .Select(pair => new Part(scene.BreakdownName(pair.part.Series.Breakdown), scene.MarkOf(pair.part)) { Shade = pair.Place }),
            ],
            parts.Count == categories.Count);
    }

    private static ExplorerFigure? Total(ExplorerScene scene, IReadOnlyList<ExplorerFigure> parts)
    {
        var first = parts[0].Observation;
        var whole = first.Series with { Breakdown = scene.Catalog.Breakdown(first.Series.Breakdown).Parent! };
        return scene.Data.Figures.FirstOrDefault(figure => figure.Series == whole && figure.Period.Equals(first.Period));
    }

    private static string AreaOf(IReadOnlyList<ExplorerFigure> whole) => whole[0].Series.Area;

    /// <summary>One area is drawn; where there is no choice of them, it is said that there are others in its month.</summary>
    private static string Others(ExplorerScene scene, Observation drawn)
    {
        if (scene.IsOnExplorer)
            return "";

        var month = drawn.Period.ReferenceMonth;
        var areas = Wholes(scene).Where(whole => whole[0].Period.ReferenceMonth == month).Select(AreaOf).Distinct().Count();
        var name = scene.AreaName(drawn.Series.Area);
        return areas < 2 ? "" : Say($"该月共 {areas} 个地区有分项，这里是{name}的", $"{areas} areas have categories in that month; these are those of {name}");
    }

    private static IReadOnlyList<ExplorerFigure>? Chosen(ExplorerScene scene) => Wholes(scene)
        .Where(whole => scene.Selection.Month is null || whole[0].Period.ReferenceMonth == scene.Selection.Month)
        .OrderByDescending(whole => whole[0].Period.ReferenceMonth)
        .ThenByDescending(whole => whole.Count)
        .FirstOrDefault();

    /// <summary>Those of the area asked for, where it has any.</summary>
    private static List<IReadOnlyList<ExplorerFigure>> Wholes(ExplorerScene scene)
    {
        var all = AllWholes(scene).ToList();
        var asked = all.FindAll(whole => AreaOf(whole) == scene.Selection.PartsOf);
        return asked.Count > 0 ? asked : all;
    }

    private static IEnumerable<IReadOnlyList<ExplorerFigure>> AllWholes(ExplorerScene scene) => scene.Data.Figures
        .Where(figure => scene.Catalog.Breakdown(figure.Series.Breakdown).IsExhaustive && figure.IsUsable)
        .GroupBy(figure => (figure.Series.Area, figure.Series.Basis, figure.Period, scene.Catalog.Breakdown(figure.Series.Breakdown).Dimension, scene.Catalog.Breakdown(figure.Series.Breakdown).Parent))
        .Select(group => (IReadOnlyList<ExplorerFigure>)[.. group])
        .Where(parts => parts.Count > 1);
}
