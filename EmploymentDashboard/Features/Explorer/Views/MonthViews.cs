using EmploymentDashboard.Charts;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer.Views;

/// <summary>The views that go along a month axis.</summary>
internal static class MonthViews
{
    /// <summary>Columns of more areas than this stand too thin beside one another.</summary>
    private const int MostColumnAreas = 4;

    /// <summary>More columns of several areas than this are hairs on a phone, whose shades no one can tell apart.</summary>
    private const int MostColumns = 72;

    private const int MostPanels = 48;

    public static string Hindrance(ExplorerScene scene, ExplorerView view)
    {
        if (scene.Months is not { } group)
            return Say("没有按月的数字：至少要有两个月、同一口径", "no monthly figures: at least two months on one basis are needed");

        return view switch
        {
            ExplorerView.Columns when group.Series.Count > MostColumnAreas =>
                Say($"{group.Series.Count} 个地区并列太密，最多 {MostColumnAreas} 个", $"{group.Series.Count} areas side by side are too dense; {MostColumnAreas} at most"),
            ExplorerView.Columns when group.Series.Count > 1 && group.Series.Count * group.Months.Count > MostColumns =>
                Say($"{group.Series.Count} 个地区 × {group.Months.Count} 个月并列太密，最多 {MostColumns} 根；可先缩短月份或只选一个地区", $"{group.Series.Count} areas × {group.Months.Count} months side by side are too dense, {MostColumns} columns at most: choose fewer months or one area"),
            ExplorerView.Multiples or ExplorerView.Heat when group.Series.Count < 2 => scene.OnlyOneArea is { Length: > 0 } reason ? reason : Say("只有一个地区有按月的数字", "only one area has monthly figures"),
            ExplorerView.Multiples when group.Series.Count > MostPanels => Say($"超过 {MostPanels} 个地区", $"more than {MostPanels} areas"),
            _ => "",
        };
    }

    /// <summary>What stands on the axis, area by area and month by month, and the targets across it.</summary>
    public static IEnumerable<ExplorerFigure> Figures(ExplorerScene scene, ExplorerView view) =>
    [
        .. scene.Months!.Series.SelectMany(series => series.Cells.OrderBy(cell => cell.Key).Select(cell => cell.Value)),
        .. view is ExplorerView.Lines or ExplorerView.Columns ? References(scene) : [],
    ];

    public static MonthlyChart Draw(ExplorerScene scene, MonthlyStyle style)
    {
        var group = scene.Months!;
        return new(Caption(scene), style, group.Months, InOwnColours(scene), [.. References(scene).Select(figure => new ReferenceLine(figure.Series.Basis.Name(), scene.MarkOf(figure)))])
        {
            Annotations = [.. scene.Annotations.Where(annotation => annotation.Month >= group.Months[0] && annotation.Month <= group.Months[^1])],
        };
    }

    public static SmallMultiples DrawMultiples(ExplorerScene scene) =>
        new(Caption(scene), scene.Months!.Months, SeriesOf(scene, scene.DenseMarkOf), scene.Selection.HasFreeScales);

    public static HeatTable DrawHeat(ExplorerScene scene) => new(
        Caption(scene),
        scene.Months!.Months,
        [
            .. scene.Months.Series.Select(series => new HeatRow(
                scene.AreaName(series.Area),
                Addresses.Area(series.Area),
                scene.IsApart(series.Area),
                series.Cells.ToDictionary(cell => cell.Key, cell => scene.DenseMarkOf(cell.Value)))),
        ],
        scene.Selection.Classing);

    private static ChartCaption Caption(ExplorerScene scene)
    {
        var group = scene.Months!;
        return scene.Caption(group.Figures, group.Series.Count == 1 ? scene.AreaName(group.Series[0].Area) : "", group.Basis.Name(), scene.BreakdownName(group.Breakdown));
    }

    private static List<MonthlySeries> SeriesOf(ExplorerScene scene, Func<ExplorerFigure, Mark> markOf) => [.. scene.Months!.Series.Select(series => SeriesOf(scene, series, markOf))];

    private static MonthlySeries SeriesOf(ExplorerScene scene, (string Area, IReadOnlyDictionary<YearMonth, ExplorerFigure> Cells) series, Func<ExplorerFigure, Mark> markOf) =>
        new(scene.AreaName(series.Area), series.Cells.ToDictionary(cell => cell.Key, cell => markOf(cell.Value)));

    /// <summary>Those that stand out in the catalogue's order, so that an area keeps its colour whatever is computed and in whatever order it was chosen.</summary>
    private static List<MonthlySeries> InOwnColours(ExplorerScene scene)
    {
        var places = scene.Catalog.Areas.Select((area, place) => (area.Code, place)).ToDictionary(pair => pair.Code, pair => pair.place);
        return
        [
            .. scene.Months!.Series.Take(LinesDrawing.Highlighted).OrderBy(series => places[series.Area])
                .Concat(scene.Months.Series.Skip(LinesDrawing.Highlighted))
                .Select(series => SeriesOf(scene, series, scene.MarkOf)),
        ];
    }

    /// <summary>Targets and limits of the only series drawn, where they measure what it shows; none beside several.</summary>
    private static IEnumerable<ExplorerFigure> References(ExplorerScene scene)
    {
        var group = scene.Months!;
        if (scene.Selection.Transform != Transform.None || group.Series.Count > 1)
            return [];

        var drawn = group.Figures[0].Series;
        return scene.Data.Figures.Where(figure => figure.IsUsable && figure.Series == drawn with { Basis = figure.Series.Basis } && Measures(figure.Observation, drawn.Basis));
    }

    /// <summary>A target is reached by the end of its period: a running total or a stock goes towards it, a single month only towards its own.</summary>
    private static bool Measures(Observation norm, Basis drawn) => norm.Series.Basis switch
    {
        Basis.Limit => true,
        Basis.Target => drawn is Basis.Ytd or Basis.Stock || norm.Period.IsOneMonth,
        _ => false,
    };
}
