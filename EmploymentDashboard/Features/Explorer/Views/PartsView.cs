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
        return Chosen(scene) is not null ? "" : scene.Selection.Month is { } month && Wholes(scene).Any()
            ? Say($"{month} 没有能拼成一个总数的分项", $"no categories that make up one whole in {month}")
            : Say("没有能拼成一个总数的分项", "no categories that make up one whole");
    }

    public static IReadOnlyList<YearMonth> Months(ExplorerScene scene) => [.. Wholes(scene).Select(whole => whole[0].Period.ReferenceMonth).Distinct().Order()];

    public static PartsChart Draw(ExplorerScene scene)
    {
        var parts = Chosen(scene)!;
        var first = parts[0].Observation;
        var breakdown = scene.Catalog.Breakdown(first.Series.Breakdown);
        var total = scene.Data.Figures.FirstOrDefault(figure => figure.Series == first.Series with { Breakdown = breakdown.Parent! } && figure.Period.Equals(first.Period));
        var categories = scene.Catalog.Breakdowns.Count(other => other.Dimension == breakdown.Dimension && other.Parent == breakdown.Parent);
        return new(
            scene.Caption(total is null ? parts : [.. parts, total], scene.AreaName(first.Series.Area), first.Series.Basis.Name(), Format.Words(first.Period), Others(scene, first.Series.Area)),
            total is null ? null : scene.MarkOf(total),
            [.. parts.OrderByDescending(part => part.Observation.Quantity!.Value.Value).Select(part => new Part(scene.BreakdownName(part.Series.Breakdown), scene.MarkOf(part)))],
            parts.Count == categories);
    }

    /// <summary>One area is drawn; of the others it is said how to see them.</summary>
    private static string Others(ExplorerScene scene, string drawn)
    {
        var areas = Wholes(scene).Select(whole => whole[0].Series.Area).Distinct().Count();
        if (areas < 2)
            return "";
        return scene.IsOnExplorer
            ? Say($"共 {areas} 个地区有分项，在上面选一个地区看它的", $"{areas} areas have categories; choose one above to see it")
            : Say($"共 {areas} 个地区有分项，这里是{scene.AreaName(drawn)}的", $"{areas} areas have categories; these are those of {scene.AreaName(drawn)}");
    }

    private static IReadOnlyList<ExplorerFigure>? Chosen(ExplorerScene scene) => Wholes(scene)
        .Where(whole => scene.Selection.Month is null || whole[0].Period.ReferenceMonth == scene.Selection.Month)
        .OrderByDescending(whole => whole[0].Period.ReferenceMonth)
        .ThenByDescending(whole => whole.Count)
        .FirstOrDefault();

    private static IEnumerable<IReadOnlyList<ExplorerFigure>> Wholes(ExplorerScene scene) => scene.Data.Figures
        .Where(figure => scene.Catalog.Breakdown(figure.Series.Breakdown).IsExhaustive && figure.IsUsable)
        .GroupBy(figure => (figure.Series.Area, figure.Series.Basis, figure.Period, scene.Catalog.Breakdown(figure.Series.Breakdown).Dimension, scene.Catalog.Breakdown(figure.Series.Breakdown).Parent))
        .Select(group => (IReadOnlyList<ExplorerFigure>)[.. group])
        .Where(parts => parts.Count > 1);
}
