using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer.Views;

/// <summary>散点: two indicators of the same areas and period against each other.</summary>
internal static class ScatterView
{
    /// <summary>Through two points there is always a line, so two say nothing.</summary>
    private const int FewestPoints = 3;

    public static string Hindrance(ExplorerScene scene)
    {
        if (scene.Other is null)
            return Say("没有第二个指标", "there is no second indicator");
        if (scene.Selection.Areas.Count is > 0 and < FewestPoints and var chosen)
            return Say($"只选了 {chosen} 个地区，至少要 {FewestPoints} 个", $"only {Prose.Count(chosen, "area")} chosen; at least {FewestPoints} are needed");
        return Chosen(scene) is not null
            ? ""
            : Say($"没有 {FewestPoints} 个以上地区同时有「{scene.Other.Indicator.Name.Zh}」同一期间的数字", $"fewer than {FewestPoints} areas also have “{scene.Other.Indicator.Name.En}” of the same period");
    }

    public static IReadOnlyList<YearMonth> Months(ExplorerScene scene) => [.. Pairs(scene).Select(pair => pair.X.Month).Distinct().Order()];

    /// <summary>Area by area the figures of both indicators, where both can be drawn.</summary>
    public static IReadOnlyList<(ExplorerFigure X, ExplorerFigure Y)> Figures(ExplorerScene scene)
    {
        var (x, y) = Chosen(scene)!.Value;
        var byArea = y.Figures.ToDictionary(figure => figure.Series.Area);
        return [.. x.Figures.Where(figure => figure.IsUsable && byArea.TryGetValue(figure.Series.Area, out var second) && second.IsUsable).Select(figure => (figure, byArea[figure.Series.Area]))];
    }

    public static ScatterChart Draw(ExplorerScene scene)
    {
        var (x, y) = Chosen(scene)!.Value;
        var other = scene.Other!;
        var both = Figures(scene);
        var left = x.Figures.Concat(y.Figures).Select(figure => figure.Series.Area).Distinct().Count() - both.Count;
        var caption = scene.Caption(
            both.SelectMany(pair => new[] { pair.X, pair.Y }),
            Format.Words(x.Period),
            left == 0 ? "" : Say($"{left} 个地区缺其中一个数字，没有画", $"{Prose.Count(left, "area")} without one of the two, left out"));
        return new(
            caption with { Title = $"{ExplorerScene.Title(scene.Data)}{Say(" 与 ", " and ")}{ExplorerScene.Title(other)}" },
            Axis(scene, scene.Data, x),
            Axis(scene, other, y),
            [.. both.Select(pair => new ScatterPoint(scene.AreaName(pair.X.Series.Area), scene.MarkOf(pair.X), scene.MarkOf(pair.Y, other), scene.IsApart(pair.X.Series.Area)))]);
    }

    private static ScatterAxis Axis(ExplorerScene scene, ExplorerData data, AreaGroup group) =>
        new(Prose.List([ExplorerScene.Title(data), group.Basis.Name(), scene.BreakdownName(group.Breakdown)]), data.Measure.Shown(data.Scale));

    private static (AreaGroup X, AreaGroup Y)? Chosen(ExplorerScene scene)
    {
        var pairs = Pairs(scene).Where(pair => scene.Selection.Month is null || pair.X.Month == scene.Selection.Month).Take(1).ToList();
        return pairs.Count == 0 ? null : pairs[0];
    }

    /// <summary>Groups of one period, those of the same basis and in total first.</summary>
    private static IEnumerable<(AreaGroup X, AreaGroup Y)> Pairs(ExplorerScene scene)
    {
        if (scene.Other is null)
            yield break;

        var others = AreaGroup.All(scene.Other).Where(group => group.Basis.IsActual()).ToLookup(group => group.Period);
        foreach (var x in scene.Areas.Where(group => group.Basis.IsActual()))
        {
            var areas = x.Figures.Where(figure => figure.IsUsable).Select(figure => figure.Series.Area).ToHashSet();
            var y = others[x.Period]
                .Where(group => group.Figures.Count(figure => figure.IsUsable && areas.Contains(figure.Series.Area)) >= FewestPoints)
                .OrderByDescending(group => group.Basis == x.Basis)
                .ThenByDescending(group => group.Breakdown == Breakdown.Total)
                .FirstOrDefault();
            if (y is not null)
                yield return (x, y);
        }
    }
}
