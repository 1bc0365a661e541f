using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer.Views;

/// <summary>期间: each figure over the time it covers.</summary>
internal static class TimelineView
{
    private const int MostRows = 60;

    public static string Hindrance(ExplorerScene scene) =>
        scene.Data.Figures.Any(figure => figure.Point.Obstacle == Obstacle.None) ? "" : Say("没有可画的数字", "there is no figure to draw");

    /// <summary>The earliest end first; of too many the latest of each series.</summary>
    public static IReadOnlyList<ExplorerFigure> Figures(ExplorerScene scene)
    {
        var all = Drawable(scene);
        return
        [
            .. (all.Count > MostRows ? all.GroupBy(figure => figure.Series).Select(series => series.Last()).Take(MostRows) : all)
                .OrderBy(figure => figure.Period.End ?? DateOnly.MaxValue)
                .ThenBy(figure => figure.Period.Start ?? DateOnly.MinValue),
        ];
    }

    public static TimelineChart Draw(ExplorerScene scene)
    {
        var (all, shown) = (Drawable(scene), Figures(scene));
        IReadOnlyList<TimelineRow> rows = [.. shown.Select(figure => new TimelineRow(scene.AreaName(figure.Series.Area), scene.BreakdownName(figure.Series.Breakdown), scene.Unit, scene.MarkOf(figure)))];
        return new(
            scene.Caption(
                shown,
                Say("各数字覆盖的期间", "The time each figure covers"),
                all.Count > MostRows ? WhatIsLeft(all.Select(figure => figure.Series).Distinct().Count()) : What(rows)),
            rows);
    }

    private static List<ExplorerFigure> Drawable(ExplorerScene scene) => [.. scene.Data.Figures.Where(figure => figure.Point.Obstacle == Obstacle.None)];

    private static string WhatIsLeft(int series) => Say("每个序列只画最近一期", "the latest figure of each series")
        + (series > MostRows ? Say($"，{series} 个序列只画前 {MostRows} 个", $", the first {MostRows} of {series} series") : "");

    private static string What(IReadOnlyList<TimelineRow> rows) => TimelineDrawing.HasBars(rows)
        ? Say("横条的长短是时间，不是数值", "the bars show time, not size")
        : Say("点的位置是时间，不是数值", "the points show time, not size");
}
