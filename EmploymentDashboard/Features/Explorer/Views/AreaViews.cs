using EmploymentDashboard.Charts;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer.Views;

/// <summary>The views that set areas side by side for one period.</summary>
internal static class AreaViews
{
    public static string RankingHindrance(ExplorerScene scene) =>
        Chosen(scene) is not null ? "" : NoGroup(scene);

    public static string MapHindrance(ExplorerScene scene)
    {
        if (Chosen(scene) is not { } group)
            return NoGroup(scene);
        return group.Figures.Count(figure => figure.IsUsable && HasTile(scene, figure)) > 1
            ? ""
            : Say("有数字的地区里，在图上有格子的不到两个", "fewer than two of the areas have a tile on the map");
    }

    /// <summary>The months that can be ranked and mapped, in order.</summary>
    public static IReadOnlyList<YearMonth> Months(ExplorerScene scene) => [.. scene.Areas.Select(group => group.Month).Distinct().Order()];

    /// <summary>The largest first.</summary>
    public static IEnumerable<ExplorerFigure> RankedFigures(ExplorerScene scene) => Chosen(scene)!.Figures.OrderByDescending(figure => figure.Point.Size);

    public static IEnumerable<ExplorerFigure> MappedFigures(ExplorerScene scene) => RankedFigures(scene).Where(figure => HasTile(scene, figure));

    public static RankingChart DrawRanking(ExplorerScene scene)
    {
        var group = Chosen(scene)!;
        var before = group.Before(scene.Areas);
        var silent = SilentDistricts(scene, group);
        var scale = OfAllMonths(scene, group);
        var figuresBefore = before?.Figures.ToDictionary(figure => figure.Series.Area) ?? [];
        return new(
            Caption(scene, group, Say("地区排名", "Areas ranked"), scale.Count == 0 ? "" : Say("各月同一刻度", "one scale for all months"), silent == 0 ? "" : Say($"另有 {silent} 个区县没有来源提及", $"no source speaks of {Prose.Count(silent, "other district")}")),
            [
                .. RankedFigures(scene)
                    .Select(figure => new RankingRow(scene.AreaName(figure.Series.Area), "", scene.MarkOf(figure), scene.IsApart(figure.Series.Area))
                    {
                        Before = figuresBefore.TryGetValue(figure.Series.Area, out var earlier) ? scene.MarkOf(earlier) : null,
                    }),
            ])
        {
            PeriodBefore = before?.Period,
            ScaledAmong = scale,
        };
    }

    public static ValueMap DrawMap(ExplorerScene scene)
    {
        var group = Chosen(scene)!;
        var figures = group.Figures.ToDictionary(figure => figure.Series.Area);
        var aside = group.Figures.Where(figure => !HasTile(scene, figure)).Select(figure => scene.AreaName(figure.Series.Area)).ToList();
        var classed = OfAllMonths(scene, group);
        var words = aside.Count == 0 ? "" : Say($"不在图上：{Prose.Series(aside)}", $"not on the map: {Prose.Series(aside)}");
        return new(
            Caption(scene, group, Say("每个区县一格，不按面积", "one tile a district or county, whatever its size"), classed.Count == 0 ? "" : Say("各月同一分级", "the same classes for all months"), words),
            [
                .. scene.Catalog.Areas.Where(area => area.Tile is not null).Select(area => new MapTile(
                    area.Label,
                    area.Name,
                    area.Kind,
                    area.Tile!.Value,
                    figures.TryGetValue(area.Code, out var figure) ? scene.MarkOf(figure) : null,
                    Addresses.Area(area.Code))
                {
                    IsLeftOut = scene.Selection.Areas.Count > 0 && !scene.Selection.Areas.Contains(area.Code),
                }),
            ],
            scene.Selection.Classing)
        {
            ClassedAmong = classed,
        };
    }

    /// <summary>
    /// Where months are gone through one by one, what each is measured by must not change with them: the numbers of all months
    /// of the same category and basis. None where no month was chosen, or there is but one.
    /// </summary>
    private static IReadOnlyList<decimal> OfAllMonths(ExplorerScene scene, AreaGroup group)
    {
        if (scene.Selection.Month is null)
            return [];

        var alike = scene.Areas.Where(other => other.Breakdown == group.Breakdown && other.Basis == group.Basis).ToList();
        var factor = scene.Data.Measure.Factor(scene.Data.Scale);
        return alike.Count < 2 ? [] : [.. alike.SelectMany(month => month.Figures).Where(figure => figure.IsUsable && !scene.IsApart(figure.Series.Area)).Select(figure => figure.Point.Size!.Value * factor)];
    }

    /// <summary>How many districts and counties asked for have no figure of this kind at all.</summary>
    private static int SilentDistricts(ExplorerScene scene, AreaGroup group)
    {
        var there = group.Figures.Select(figure => figure.Series.Area).ToHashSet();
        return scene.Catalog.Areas.Count(area =>
            area.Kind is AreaKind.District or AreaKind.County
            && (scene.Selection.Areas.Count == 0 || scene.Selection.Areas.Contains(area.Code))
            && !there.Contains(area.Code));
    }

    internal static AreaGroup? Chosen(ExplorerScene scene) => AreaGroup.Choose(scene.Areas, scene.Selection.Month);

    private static bool HasTile(ExplorerScene scene, ExplorerFigure figure) => scene.Catalog.Area(figure.Series.Area).Tile is not null;

    private static string NoGroup(ExplorerScene scene) => scene.OnlyOneArea is { Length: > 0 } reason ? reason : scene.Areas.Count == 0
        ? Say("没有两个地区的期间、口径和分项都相同", "no two areas share period, basis and category")
        : Say($"{scene.Selection.Month} 没有两个地区可比", $"no two areas can be compared in {scene.Selection.Month}");

    private static ChartCaption Caption(ExplorerScene scene, AreaGroup group, params string[] words) =>
        scene.Caption(
            group.Figures,
            [
                Format.Words(group.Period),
                group.Basis.Name(),
                scene.BreakdownName(group.Breakdown),
                .. words,
                group.Period.HasOpenStart ? Say("起点未载明，各地未必从同一天算起", "no start is printed, so the areas may count from different days") : "",
            ]);
}
