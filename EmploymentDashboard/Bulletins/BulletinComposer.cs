using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Bulletins;

/// <summary>Puts a bulletin together in the language of the current culture. The same figures give the same document.</summary>
public sealed class BulletinComposer
{
    private const int MostHeadlines = 4;

    /// <summary>An area with fewer figures does not fill a page of its own.</summary>
    private const int FewestOfPage = 16;

    private readonly BulletinOrder _order;
    private readonly Catalog _catalog;
    private readonly BulletinCells _cells;
    private readonly SourceNumbers _sources;
    private readonly BulletinCharts _charts;
    private (NoteBook Notes, CellWords Words)? _begun;
    private int _tables;
    private int _figures;
    private int _sections;

    private BulletinComposer(BulletinOrder order, Catalog catalog, BulletinCells cells, bool isSynthetic)
    {
        (_order, _catalog, _cells) = (order, catalog, cells);
        _sources = new(catalog);
        _charts = new(catalog, order.Period);
    }

    /// <param name="figures">What <see cref="BulletinQuery"/> gives for the order.</param>
    /// <param name="knownAt">The moment whose knowledge they are.</param>
    /// <param name="isSynthetic">Whether they were generated, so that their source is cited as a data set.</param>
    /// <param name="corrections">What changed since the edition that this one corrects; null for one that corrects none.</param>
    public static BulletinDocument Compose(BulletinOrder order, Catalog catalog, IReadOnlyCollection<Figure> figures, DateTimeOffset knownAt, bool isSynthetic, IReadOnlyList<FigureChange>? corrections = null)
    {
        var cells = BulletinCells.Of(order, figures, catalog);
        var composer = new BulletinComposer(order, catalog, cells, isSynthetic);
        return new()
        {
            Title = Title(order, catalog),
            PeriodName = BulletinPeriods.Name(order.Period),
            Order = order,
            Chapters = Joined(composer.Corrections(corrections ?? []).Concat(composer.Chapters())),
            Figures = UsedFigures.Of(cells, figures),
            KnownAt = knownAt,
        };
    }

    private static string Title(BulletinOrder order, Catalog catalog)
    {
        var kind = BulletinPeriods.Kind(order.Period);
        return order.Areas switch
        {
            [] => Say($"重庆市区县就业统计{kind.Zh}", $"Chongqing district employment: {kind.En}"),
            [var area] => Say($"{catalog.Area(area).Name.Zh}就业统计{kind.Zh}", $"{catalog.Area(area).Name.En} employment: {kind.En}"),
            var several => Say($"{several.Count} 个地区就业统计{kind.Zh}", $"Employment of {several.Count} areas: {kind.En}"),
        };
    }

    private IEnumerable<Chapter> Chapters()
    {
        if (_cells.Areas is [var only] && _order.Areas.Count == 1)
        {
            yield return OfOneArea(only);
            yield break;
        }

        yield return OfSeveralAreas();
        if (_order.Has(BulletinSection.Areas))
        {
            var isFirst = true;
            foreach (var area in _cells.Areas.Where(area => area.Cells.Count > 0))
            {
                yield return PageOf(area, isFirst);
                isFirst = false;
            }
        }

        yield return Closing();
    }

    private IEnumerable<Chapter> Corrections(IReadOnlyList<FigureChange> changes)
    {
        if (changes.Count == 0)
            yield break;

        var (notes, words) = Begin();
        yield return new(
            false,
            [
                Section(Say("更正说明", "Corrections"), "corrections"),
                new Paragraph([new Words(Say($"本版更正 {changes.Count} 个数字，其余与原版相同。原版仍可按原样打印。", $"This edition corrects {Prose.Count(changes.Count, "figure")}; the rest is as it was. The earlier edition can still be printed as it went out."))]),
                new BulletinTables(_catalog, _order.Period, words).Corrections(++_tables, changes),
            ],
            notes.Notes);
    }

    private Chapter OfOneArea(AreaCells area)
    {
        var (notes, words) = Begin();
        var tables = new BulletinTables(_catalog, _order.Period, words);
        var blocks = new List<Block>();
        if (_order.Has(BulletinSection.Summary))
        {
            blocks.Add(Section(Say($"{BulletinPeriods.This(_order.Period).Zh}概况", "Summary"), "summary"));
            blocks.AddRange(Caveat(area.Area));
            blocks.AddRange(new AreaSummary(area, _catalog, _order.Period, words, _sources).Paragraphs());
        }

        if (_order.Has(BulletinSection.Headlines) && Headlines(area, words) is { } headlines)
            blocks.Add(headlines);
        foreach (var (theme, cells) in Themes(area.Cells))
        {
            var charts = _order.Has(BulletinSection.Charts) ? _charts.MonthsOf(area, theme).ToList() : [];
            if (!_order.Has(BulletinSection.Themes) && charts.Count == 0)
                continue;

            blocks.Add(Section(theme.Name, theme.Code));
            if (charts.Count > 0)
                blocks.Add(Numbered(charts));
            if (_order.Has(BulletinSection.Themes))
                blocks.Add(tables.OfArea(++_tables, Say($"{theme.Name.Zh}，{BulletinPeriods.Name(_order.Period).Zh}", $"{theme.Name.En}, {BulletinPeriods.Name(_order.Period).En}"), cells));
        }

        AddGoals(blocks, tables, [area], withArea: false);
        AddReferences(blocks, tables, [area], withArea: false);
        AddCoverage(blocks, tables);
        AddSources(blocks);
        return new(false, blocks, notes.Notes);
    }

    private Chapter OfSeveralAreas()
    {
        var (notes, words) = Begin();
        var tables = new BulletinTables(_catalog, _order.Period, words);
        var blocks = new List<Block>();
        if (_order.Has(BulletinSection.Summary))
        {
            blocks.Add(Section(Say($"{BulletinPeriods.This(_order.Period).Zh}概况", "Summary"), "summary"));
            blocks.AddRange(new CitySummary(_cells, _catalog, words, _sources).Paragraphs());
        }

        foreach (var (theme, cells) in Themes([.. _cells.Areas.SelectMany(area => area.Cells)]))
        {
            var chart = _order.Has(BulletinSection.Charts) ? _charts.OfAreas(_cells, theme) : null;
            if (!_order.Has(BulletinSection.Themes) && chart is null)
                continue;

            blocks.Add(Section(theme.Name, theme.Code));
            if (chart is not null)
                blocks.Add(Numbered([chart]));
            if (_order.Has(BulletinSection.Themes))
                blocks.AddRange(tables.OfTheme(() => ++_tables, Say($"各地区{theme.Name.Zh}，{BulletinPeriods.Name(_order.Period).Zh}", $"{theme.Name.En} by area, {BulletinPeriods.Name(_order.Period).En}"), cells, withCategories: !_order.Has(BulletinSection.Areas)));
        }

        AddGoals(blocks, tables, _cells.Areas, withArea: true);
        AddReferences(blocks, tables, _cells.Areas, withArea: true);
        return new(false, blocks, notes.Notes);
    }

    /// <summary>One area within a bulletin of several: its words and all its figures in one table.</summary>
    private Chapter PageOf(AreaCells area, bool isFirst)
    {
        var fillsPage = area.Cells.Count >= FewestOfPage;
        var (notes, words) = Begin(fillsPage);
        var tables = new BulletinTables(_catalog, _order.Period, words);
        var blocks = new List<Block>();
        if (isFirst)
            blocks.Add(Section(Say("分地区", "Area by area"), "areas"));
        blocks.Add(new Heading(3, area.Area.Name, "area-" + area.Area.Code));
        if (_order.Has(BulletinSection.Summary))
        {
            blocks.AddRange(Caveat(area.Area));
            blocks.AddRange(new AreaSummary(area, _catalog, _order.Period, words, _sources).Paragraphs());
        }

        blocks.Add(tables.OfArea(++_tables, Say($"{area.Area.Name.Zh}，{BulletinPeriods.Name(_order.Period).Zh}", $"{area.Area.Name.En}, {BulletinPeriods.Name(_order.Period).En}"), area.Cells) with { IsDense = true });
        return new(fillsPage, blocks, notes.Notes);
    }

    private Chapter Closing()
    {
        var beginsPage = _cells.Areas.Any(area => area.Cells.Count >= FewestOfPage);
        var (notes, words) = Begin(beginsPage);
        var blocks = new List<Block>();
        AddCoverage(blocks, new(_catalog, _order.Period, words));
        AddSources(blocks);
        return new(beginsPage, blocks, notes.Notes);
    }

    /// <summary>Footnotes count anew only with a new page, or two notes at its foot would bear one sign.</summary>
    private (NoteBook Notes, CellWords Words) Begin(bool beginsPage = false)
    {
        if (beginsPage || _begun is null)
        {
            var notes = new NoteBook();
            _begun = (notes, new(_catalog, _order.Period, notes, _sources));
        }

        return _begun.Value;
    }

    /// <summary>Pieces that share their footnotes are one chapter.</summary>
    private static List<Chapter> Joined(IEnumerable<Chapter> pieces)
    {
        var chapters = new List<Chapter>();
        foreach (var piece in pieces)
        {
            if (chapters is [.., var last] && ReferenceEquals(last.Notes, piece.Notes))
                chapters[^1] = last with { Blocks = [.. last.Blocks, .. piece.Blocks] };
            else
                chapters.Add(piece);
        }

        return chapters;
    }

    private IEnumerable<(Theme Theme, IReadOnlyList<BulletinCell> Cells)> Themes(IReadOnlyList<BulletinCell> cells)
    {
        var byTheme = cells.ToLookup(cell => _catalog.Indicator(cell.Series.Indicator).Theme);
        return _catalog.Themes.Where(theme => byTheme.Contains(theme.Code)).Select(theme => (theme, (IReadOnlyList<BulletinCell>)[.. byTheme[theme.Code]]));
    }

    private HeadlineBlock? Headlines(AreaCells area, CellWords words)
    {
        var chosen = Themes(area.Cells)
            .Select(theme => theme.Cells.FirstOrDefault(cell => cell is { IsOfWholePeriod: true, Figure.IsDrawable: true, Series.Breakdown: Breakdown.Total }))
            .OfType<BulletinCell>()
            .Take(MostHeadlines)
            .ToList();
        return chosen.Count < 2 ? null : new([.. chosen.Select(cell =>
        {
            var quantity = cell.Figure.Quantity!.Value;
            var (number, unit) = Format.Parts(quantity.Value, _catalog.Indicator(cell.Series.Indicator).Unit);
            return new Headline(words.NameOf(cell.Series), quantity.Bound.Sign() + number, unit, CellWords.BasisAndPeriod(cell.Figure, isOfWholePeriod: true), [.. words.Notes(cell)]);
        })]);
    }

    private static IEnumerable<Block> Caveat(Area area)
    {
        if (area.Kind == AreaKind.Zone)
            yield return new Remark(Say("功能区与区县重叠，它的数字不能与区县相加。", "A zone overlaps districts, so its figures must not be added to theirs."));
        if (area.Kind == AreaKind.Township)
            yield return new Remark(Say("镇街在所属区县之内，它的数字不代表全区。", "A town lies within its district: its figures do not stand for the district."));
    }

    private void AddGoals(List<Block> blocks, BulletinTables tables, IReadOnlyList<AreaCells> areas, bool withArea)
    {
        var goals = areas.SelectMany(area => area.Goals).ToList();
        if (goals.Count == 0 || !_order.Has(BulletinSection.Targets))
            return;

        blocks.Add(Section(Say("目标", "Targets"), "targets"));
        blocks.Add(tables.Goals(++_tables, goals, withArea));
    }

    private void AddReferences(List<Block> blocks, BulletinTables tables, IReadOnlyList<AreaCells> areas, bool withArea)
    {
        if (!_order.Has(BulletinSection.Reference))
            return;

        var figures = areas.SelectMany(area => area.References).Select(shown => shown.Figure.Observation).ToList();
        var timeline = !withArea && _order.Has(BulletinSection.Charts) ? _charts.Timeline(areas[0]) : null;
        if (figures.Count == 0 && timeline is null)
            return;

        blocks.Add(Section(Say("可参考的其他期间", "Other periods, for reference"), "reference"));
        if (figures.Count > 0)
            blocks.Add(tables.References(++_tables, figures, withArea));
        if (timeline is not null)
            blocks.Add(Numbered([timeline]));
    }

    private void AddCoverage(List<Block> blocks, BulletinTables tables)
    {
        if (!_order.Has(BulletinSection.Coverage))
            return;

        blocks.Add(Section(Say("数字覆盖", "Coverage"), "coverage"));
        blocks.Add(_cells.Areas is [var only] && _order.Areas.Count == 1 ? tables.Coverage(++_tables, only) : tables.Coverage(++_tables, _cells));
        if (_cells.WithoutFigures.Count > 0 && _order.Areas.Count != 1)
            blocks.Add(new Paragraph([new Words(Say($"没有来源提及的 {_cells.WithoutFigures.Count} 个：{Prose.Series(_cells.WithoutFigures.Select(area => area.ShortName))}。", $"No source speaks of these {_cells.WithoutFigures.Count}: {Prose.Series(_cells.WithoutFigures.Select(area => area.Name.En))}."))]));
    }

    private void AddSources(List<Block> blocks)
    {
        if (_sources.Citations is not { Count: > 0 } citations)
            return;

        blocks.Add(Section(Say("来源", "Sources"), "sources"));
        blocks.Add(new SourceBlock(citations));
    }

    private Heading Section(string title, string id)
    {
        _sections++;
        return new(2, Say($"{ChineseNumerals.Of(_sections)}、{title}", $"{_sections}. {title}"), "section-" + id);
    }

    private ChartBlock Numbered(IEnumerable<ChartModel> charts) => new([.. charts.Select(chart => new NumberedChart(++_figures, chart))]);
}
