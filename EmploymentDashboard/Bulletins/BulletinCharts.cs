using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Bulletins;

/// <summary>Chooses and builds the charts of a bulletin. A chart is drawn only where its figures may stand on one scale.</summary>
internal sealed class BulletinCharts(Catalog catalog, Period period)
{
    /// <summary>A line through fewer points tells no course.</summary>
    private const int FewestMonths = 3;

    private const int MostOfTheme = 2;

    /// <summary>Fewer areas tell nothing on a map.</summary>
    private const int FewestOfMap = 5;

    private const int MostRows = 24;

    public static Mark MarkOf(BulletinCell cell) => MarkOf(cell.Figure) with { IsDerived = cell.Point.IsComputed, IsConflict = cell.Stored?.IsConflict == true };

    /// <summary>The course of the theme's first comparable series over thirteen months; empty where there are too few.</summary>
    public IEnumerable<ChartModel> MonthsOf(AreaCells area, Theme theme) => area.Cells
        .Where(cell => catalog.Indicator(cell.Series.Indicator).Theme == theme.Code && cell.Series is { Breakdown: Breakdown.Total, Basis: Basis.Flow or Basis.Stock or Basis.Average } && cell.Figure.IsDrawable)
        .DistinctBy(cell => cell.Series.Indicator)
        .Select(cell => (cell.Series, months: area.MonthsOf(cell.Series)))
        .Where(pair => pair.months.Count(point => point.IsUsable) >= FewestMonths)
        .Take(MostOfTheme)
        .Select(pair => Months(pair.Series, pair.months));

    /// <summary>Which time each figure covers, where they are not all of the same; null otherwise.</summary>
    public TimelineChart? Timeline(AreaCells area)
    {
        if (area.References.Count == 0 && !area.Cells.Any(cell => !cell.IsOfWholePeriod && (cell.Figure.Period.IsOpen || cell.Figure.Period.LengthInMonths > period.LengthInMonths)))
            return null;

        var rows = area.Cells.Where(cell => !cell.IsOfWholePeriod).Select(cell => (cell.Figure, Mark: MarkOf(cell)))
            .Concat(area.References.Concat(area.References.Count > 0 ? area.Goals.Select(goal => goal.Goal) : []).Where(shown => shown.Figure.Observation.Series.Basis != Basis.Limit).Select(shown => (Figure: shown.Figure.Observation, Mark: MarkOf(shown.Figure.Observation))))
            .OrderBy(row => row.Figure.Period.End ?? DateOnly.MaxValue)
            .ThenBy(row => row.Figure.Period.Start ?? DateOnly.MinValue)
            .Take(MostRows)
            .Select(row => new TimelineRow(catalog.Indicator(row.Figure.Series.Indicator).Name, DetailOf(row.Figure), catalog.Indicator(row.Figure.Series.Indicator).Unit, row.Mark))
            .ToList();
        return rows.Count < 2 ? null : new(
            new(Say("各数字覆盖的期间", "The time each figure covers"), Say("横条的长短是时间，不是数值", "bars show time, not size"), new("", ""), []),
            rows)
        { RowsAre = new("指标", "Indicator") };
    }

    /// <summary>The theme's indicator that most areas have: on the tile grid, or ranked where they are few; null where none can be compared.</summary>
    public ChartModel? OfAreas(BulletinCells cells, Theme theme)
    {
        var lead = cells.Areas
            .SelectMany(area => area.Cells)
            .Where(cell => catalog.Indicator(cell.Series.Indicator).Theme == theme.Code && cell is { IsOfWholePeriod: true, Series.Breakdown: Breakdown.Total, Figure.IsDrawable: true })
            .Where(cell => catalog.Area(cell.Series.Area).Tile is not null)
            .GroupBy(cell => cell.Series with { Area = "" })
            .OrderByDescending(group => group.Count())
            .FirstOrDefault();
        if (lead is null || lead.Count() < 2)
            return null;

        var indicator = catalog.Indicator(lead.Key.Indicator);
        var caption = new ChartCaption(indicator.Name, Say($"{BulletinPeriods.Name(period).Zh}，{lead.Key.Basis.Name().Zh}，单位：{indicator.Unit.Zh}", $"{BulletinPeriods.Name(period).En}, {lead.Key.Basis.Name().En.ToLowerInvariant()}, {indicator.Unit.En}"), indicator.Unit, []);
        if (lead.Count() < FewestOfMap)
            return new RankingChart(caption, [.. lead.Select(cell => new RankingRow(catalog.Area(cell.Series.Area).Name, "", MarkOf(cell), catalog.Area(cell.Series.Area).Kind is not (AreaKind.District or AreaKind.County)))]);

        var byArea = lead.ToDictionary(cell => cell.Series.Area, StringComparer.Ordinal);
        var asked = cells.Areas.Select(area => area.Area.Code).Concat(cells.WithoutFigures.Select(area => area.Code)).ToHashSet(StringComparer.Ordinal);
        return new ValueMap(
            caption,
            [.. catalog.Areas.Where(area => area.Tile is not null).Select(area => new MapTile(area.Label, area.Name, area.Kind, area.Tile!.Value, byArea.TryGetValue(area.Code, out var cell) ? MarkOf(cell) : null) { IsLeftOut = !asked.Contains(area.Code) })],
            Classing.Quantile);
    }

    private static Mark MarkOf(Observation figure) => new() { Period = figure.Period, Quantity = figure.Quantity, Basis = figure.Series.Basis, Status = figure.Status };

    private MonthlyChart Months(SeriesKey series, IReadOnlyList<SeriesPoint> points)
    {
        var indicator = catalog.Indicator(series.Indicator);
        var last = YearMonth.Of(period.End!.Value);
        var months = YearMonth.Range(last.AddMonths(-12), last).ToList();
        return new(
            new(indicator.Name, Say($"{series.Basis.Name().Zh}，单位：{indicator.Unit.Zh}", $"{series.Basis.Name().En}, {indicator.Unit.En}"), indicator.Unit, []),
            series.Basis == Basis.Flow ? MonthlyStyle.Columns : MonthlyStyle.Lines,
            months,
            [new(indicator.Name, points.ToDictionary(point => point.Figure.Period.ReferenceMonth, point => MarkOf(point.Figure) with { IsDerived = point.IsComputed }))],
            []);
    }

    private string DetailOf(Observation figure) => figure.Series.Breakdown == Breakdown.Total ? "" : catalog.Breakdown(figure.Series.Breakdown).Name;
}
