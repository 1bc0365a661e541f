using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Figures;
using EmploymentDashboard.Features.Targets;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Areas;

public sealed partial class AreaPage : ComponentBase
{
    /// <summary>More rows than this make a timeline that no one reads; the tables below it hold everything.</summary>
    private const int MostTimelineRows = 40;

    private const int MostMonths = 16;

    private Area? _area;
    private (string Code, YearMonth? Month)? _shown;
    private YearMonth? _month;
    private IReadOnlyList<Figure> _latest = [];
    private IReadOnlyList<(Theme Theme, IReadOnlyList<Figure> Figures)> _themes = [];
    private IReadOnlyList<Area> _within = [];
    private TimelineChart _timeline = null!;
    private bool _hasMonths;
    private AreaProfile? _profile;
    private CoverageMatrix? _coverage;
    private IReadOnlyList<TargetStanding> _targets = [];
    private IReadOnlyList<(Source Source, int Figures)> _sources = [];

    [Parameter]
    public required string Code { get; set; }

    /// <summary>Shows one month only; empty for all.</summary>
    [SupplyParameterFromQuery]
    public string? Month { get; set; }

    [SupplyParameterFromQuery]
    public string? Figure { get; set; }

    [Inject]
    public required AreaQuery Query { get; init; }

    [Inject]
    public required TargetQuery Targets { get; init; }

    [Inject]
    public required Catalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private long? OpenFigure => Addresses.Number(Figure);

    private string Here => _month is { } month ? $"{Addresses.Area(Code)}?month={month}" : Addresses.Area(Code);

    protected override void OnParametersSet()
    {
        _month = YearMonth.TryParse(Month, out var month) ? month : null;
        if (_shown == (Code, _month))
            return;
        if (!Catalog.TryArea(Code, out _area))
        {
            Navigation.NotFound();
            return;
        }

        _shown = (Code, _month);
        var listed = _month is { } asked ? new(Query.OfMonth(Code, asked), HasOthers: false) : Query.Latest(Code);
        var figures = ShownFigure.Of(listed.Figures, Catalog);
        var latest = figures.GroupBy(shown => shown.Figure.Observation.Series).Select(series => series.First()).ToList();
        _latest = [.. latest.Select(shown => shown.Figure)];
        _hasMonths = listed.HasOthers || _latest.Count < figures.Count;
        _themes = [.. Catalog.Themes.Select(theme => (theme, OfTheme(theme))).Where(pair => pair.Item2.Count > 0)];
        _within = TownsWithFigures();
        _profile = _month is null && figures.Count > 0 ? Query.Profile(Catalog, _area) : null;
        _coverage = _profile is null ? null : Coverage();
        _targets = _profile is null ? [] : TargetStanding.OfLatestYear(Targets.Find(new() { Areas = [Code] }, Catalog));
        _sources = _profile is null ? [] : [.. Query.Sources(Code).Select(of => (Catalog.Source(of.Source), (int)of.Figures)).OrderByDescending(of => of.Item1.Published.End)];

        var marks = new FigureMarks(Catalog);
        var drawn = latest.Take(MostTimelineRows).ToList();
        var left = latest.Count - drawn.Count;
        var rows = marks.Timeline(drawn, Here, marks.IndicatorOf);
        _timeline = new(
            new(
                Say("各数字覆盖的期间", "The time each figure covers"),
                Prose.List([
                    _area.Name,
                    _hasMonths ? Say("每个序列只画最近一期", "the latest figure of each series") : "",
                    left == 0 ? "" : Say($"{latest.Count} 个序列只画前 {MostTimelineRows} 个，其余 {left} 个在下面的表里", $"the first {MostTimelineRows} of {latest.Count} series, the other {left} in the tables below"),
                    TimelineDrawing.HasBars(rows) ? Say("横条的长短是时间，不是数值", "the bars show time, not size") : Say("点的位置是时间，不是数值", "the points show time, not size"),
                ]),
                new("", ""),
                marks.Sources(drawn.Select(shown => shown.Figure))),
            rows)
        { RowsAre = new("指标", "Indicator") };
    }

    /// <summary>How many figures end in each of the latest months; null where one month is all there is.</summary>
    private CoverageMatrix? Coverage()
    {
        var latest = Query.Coverage(Code).TakeLast(MostMonths).ToDictionary(count => YearMonth.Parse(count.Month), count => count.Cell());
        return latest.Count < 2 ? null : new(
            new(
                Say("哪个月有数字", "Months with figures"),
                Say("数字个数，列在期末所在的月", "Number of figures, under the month in which their period ends"),
                new("个数字", "figures"),
                []),
            [.. latest.Keys],
            [new(_area!.Name, 0, null, latest)]);
    }

    private IReadOnlyList<Figure> OfTheme(Theme theme) =>
        [.. _latest.Where(figure => Catalog.Indicator(figure.Observation.Series.Indicator).Theme == theme.Code)];

    private IReadOnlyList<Area> TownsWithFigures()
    {
        var counts = Query.Counts();
        return [.. Catalog.Areas.Where(area => area.Kind == AreaKind.Township && area.Parent == Code && counts.ContainsKey(area.Code))];
    }
}
