using System.Globalization;
using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Bulletins;

/// <summary>Sets figures as tables. An empty cell is one that no source speaks of, a dash one that a source reports as missing.</summary>
internal sealed class BulletinTables(Catalog catalog, Period period, CellWords words)
{
    private const string Dash = "—";

    /// <summary>Indicators that fit beside each other on a page.</summary>
    private const int MostColumns = 4;

    /// <summary>Fewer areas are better told one by one.</summary>
    private const int FewestOfMatrix = 5;

    private static readonly Inline[] Nothing = [];

    private readonly Bilingual _period = BulletinPeriods.Name(period);

    /// <summary>Figures of one area, a row each.</summary>
    public TableBlock OfArea(int number, string title, IReadOnlyList<BulletinCell> cells) => Listed(number, title, cells, withArea: false);

    /// <summary>Figures of several areas: side by side where they can be compared, the rest a row each.</summary>
    /// <param name="withCategories">Whether the parts of the totals are listed beside a matrix, too; else the pages by area must have them.</param>
    public IEnumerable<TableBlock> OfTheme(Func<int> number, string title, IReadOnlyList<BulletinCell> cells, bool withCategories)
    {
        var comparable = cells
            .Where(cell => cell is { IsOfWholePeriod: true, Series.Breakdown: Breakdown.Total })
            .GroupBy(cell => cell.Series with { Area = "" })
            .Where(group => group.Count() >= FewestOfMatrix)
            .ToList();
        foreach (var columns in comparable.Chunk(MostColumns))
            yield return Matrix(number(), title, columns);

        var rest = cells.Except(comparable.SelectMany(group => group)).Where(cell => withCategories || comparable.Count == 0 || cell.Series.Breakdown == Breakdown.Total).ToList();
        if (rest.Count > 0)
            yield return Listed(number(), comparable.Count == 0 ? title : Say($"{title}：其余", $"{title}: others"), rest, withArea: true);
    }

    public TableBlock Goals(int number, IReadOnlyList<BulletinGoal> goals, bool withArea) => new(
        number,
        Say("目标与控制线", "Targets and control lines"),
        [
            .. AreaColumn(withArea),
            new(Say("指标", "Indicator"), 3),
            new(Say("期间", "Period"), 2.4),
            new(Say("目标", "Target"), 2.2, true),
            new(Say("实际", "Result"), 2, true),
            new(Say("完成", "Reached"), 1.7, true),
            new(Say("状态", "State"), 1.8),
            new(Say("来源", "Source"), 1.2),
        ],
        [
            .. goals.Select(goal => Row(withArea, goal.Goal.Figure.Observation.Series,
            [
                [new Words(words.NameOf(goal.Goal.Figure.Observation.Series) + (goal.Goal.Figure.Observation.Series.Basis == Basis.Limit ? Say("（控制线）", " (line)") : ""))],
                [new Words(Format.WordsOfDays(goal.Goal.Figure.Observation.Period))],
                [.. Value(goal.Goal.Figure.Observation, withUnit: true), .. words.Notes(goal.Goal.Figure.Observation)],
                goal is { Result: { } result, Progress.Counts: true } ? [.. Value(result.Figure, withUnit: true), .. words.Notes(result)] : Nothing,
                goal.Progress.Reached.Quantity is { } reached ? [new Words(Format.WithUnit(reached, Unit.Percent))] : Nothing,
                [new Words(goal.Progress.Counts ? GoalWords.State(goal.Progress) : Say("无可对照的数", "no result"))],
                [.. words.Sources(goal.Goal.Figure.Observation)],
            ])),
        ]);

    /// <summary>What does not belong to the period.</summary>
    public TableBlock References(int number, IReadOnlyList<Observation> figures, bool withArea) => new(
        number,
        Say($"不属于 {_period.Zh}、可供参考的数字", $"Figures that are not of {_period.En}, for reference"),
        [.. AreaColumn(withArea), new(Say("指标", "Indicator"), 3), new(Say("口径与期间", "Basis and period"), 3.6), new(Say("数值", "Figure"), 2.6, true), new(Say("单位", "Unit"), EnglishIsAsked ? 1.9 : 1.3), new(Say("来源", "Source"), 1.2)],
        [
            .. figures.Select(figure => Row(withArea, figure.Series,
            [
                [new Words(words.NameOf(figure.Series))],
                [new Words(CellWords.BasisAndPeriod(figure, isOfWholePeriod: false))],
                [.. Value(figure), .. words.Notes(figure)],
                [new Words(UnitOf(figure.Series))],
                [.. words.Sources(figure)],
            ])),
        ]);

    /// <summary>How many figures each area has of each theme.</summary>
    public TableBlock Coverage(int number, BulletinCells cells)
    {
        var themes = catalog.Themes.Where(theme => cells.Areas.Any(area => CountOf(area, theme) > 0)).ToList();
        return new(
            number,
            Say("各地区各主题的数字个数", "Number of figures by area and theme"),
            [new(Say("地区", "Area"), 2.7), .. themes.Select(theme => new TableColumn(theme.Name, 1.2, true)), new(Say("合计", "All"), 1, true)],
            [
                .. cells.Areas.Select(area => (IReadOnlyList<IReadOnlyList<Inline>>)
                [
                    [new Words(area.Area.Name)],
                    .. themes.Select(theme => Count(CountOf(area, theme))),
                    Count(area.Cells.Count),
                ]),
            ],
            NothingLegend);

        int CountOf(AreaCells area, Theme theme) => area.Cells.Count(cell => IsOf(theme, cell.Series));
    }

    /// <summary>How many figures one area has of each theme; every theme has its row, so that silence is seen.</summary>
    public TableBlock Coverage(int number, AreaCells area) => new(
        number,
        Say("各主题的数字个数", "Number of figures by theme"),
        [
            new(Say("主题", "Theme"), 3),
            new(Say($"{BulletinPeriods.This(period).Zh}的数字", $"Of {BulletinPeriods.This(period).En}"), 2, true),
            new(Say("其中来源说缺", "Reported as missing"), 2, true),
            new(Say("目标与控制线", "Targets and lines"), 2, true),
            new(Say("其他期间，仅供参考", "Other periods, for reference"), 2.4, true),
        ],
        [
            .. catalog.Themes.Select(theme => (IReadOnlyList<IReadOnlyList<Inline>>)
            [
                [new Words(theme.Name)],
                Count(area.Cells.Count(cell => IsOf(theme, cell.Series))),
                Count(area.Cells.Count(cell => IsOf(theme, cell.Series) && cell.Figure.Quantity is null)),
                Count(area.Goals.Count(goal => IsOf(theme, goal.Goal.Figure.Observation.Series))),
                Count(area.References.Count(shown => IsOf(theme, shown.Figure.Observation.Series))),
            ]),
        ],
        NothingLegend);

    /// <summary>Old and new of what changed since the edition before.</summary>
    public TableBlock Corrections(int number, IReadOnlyList<FigureChange> changes) => new(
        number,
        Say("更正的数字", "Corrected figures"),
        [
            new(Say("地区", "Area"), 1.6),
            new(Say("指标", "Indicator"), 2.6),
            new(Say("口径与期间", "Basis and period"), 2.4),
            new(Say("原版", "Was"), 1.8, true),
            new(Say("本版", "Is"), 1.8, true),
            new(Say("批次", "Batch"), 0.9),
            new(Say("来源", "Source"), 1.1),
        ],
        [
            .. changes.Select(change =>
            {
                var figure = (change.After ?? change.Before!).Observation;
                return (IReadOnlyList<IReadOnlyList<Inline>>)
                [
                    [new Words(catalog.Area(figure.Series.Area).Name)],
                    [new Words(words.NameOf(figure.Series))],
                    [new Words(CellWords.BasisAndPeriod(figure, isOfWholePeriod: false))],
                    change.Before is { } before ? [.. Value(before.Observation, withUnit: true), .. words.Notes(before.Observation)] : [new Words(Say("没有", "none"))],
                    change.After is { } after ? [.. Value(after.Observation, withUnit: true), .. words.Notes(after.Observation)] : [new Words(Say("撤下", "withdrawn"))],
                    [new Words("#" + (change.After ?? change.Before!).BatchId.ToString(CultureInfo.InvariantCulture))],
                    [.. words.Sources(figure)],
                ];
            }),
        ]);

    private TableBlock Listed(int number, string title, IReadOnlyList<BulletinCell> cells, bool withArea)
    {
        var hasBefore = cells.Any(cell => Before(cell).Length > 0);
        var hasYear = cells.Any(cell => Year(cell).Length > 0);
        return new(
            number,
            title,
            [
                .. AreaColumn(withArea),
                new(Say("指标", "Indicator"), 3),
                cells.All(cell => cell.IsOfWholePeriod) ? new(Say("口径", "Basis"), 1.4) : new(Say("口径与期间", "Basis and period"), 3.4),
                new(Say("数值", "Figure"), 2.6, true),
                new(Say("单位", "Unit"), EnglishIsAsked ? 1.9 : 1.3),
                .. hasBefore ? [new TableColumn(Say("环比", "On " + BulletinPeriods.Before(period).En), 1.8, true)] : Array.Empty<TableColumn>(),
                .. hasYear ? [new TableColumn(Say("同比", "On the year before"), 1.8, true)] : Array.Empty<TableColumn>(),
                new(Say("来源", "Source"), 1.2),
            ],
            [
                .. cells.Select(cell => Row(withArea, cell.Series,
                [
                    [new Words(words.NameOf(cell.Series))],
                    [new Words(CellWords.BasisAndPeriod(cell.Figure, cell.IsOfWholePeriod))],
                    [.. Value(cell.Figure), .. words.Notes(cell)],
                    [new Words(UnitOf(cell.Series))],
                    .. hasBefore ? [Text(Before(cell))] : Array.Empty<IReadOnlyList<Inline>>(),
                    .. hasYear ? [Text(Year(cell))] : Array.Empty<IReadOnlyList<Inline>>(),
                    [.. words.Sources(cell)],
                ])),
            ]);

        string Before(BulletinCell cell) => CellWords.ChangeInTable(cell.OnPeriodBefore, catalog.Indicator(cell.Series.Indicator));

        string Year(BulletinCell cell) => CellWords.ChangeInTable(cell.OnYearBefore, catalog.Indicator(cell.Series.Indicator));

        static IReadOnlyList<Inline> Text(string text) => text.Length == 0 ? Nothing : [new Words(text)];
    }

    /// <summary>Areas down, indicators across; no total, for the areas may overlap and the summary says what may be added.</summary>
    private TableBlock Matrix(int number, string title, IReadOnlyList<IGrouping<SeriesKey, BulletinCell>> columns)
    {
        var byArea = columns.Select(column => column.ToDictionary(cell => cell.Series.Area, StringComparer.Ordinal)).ToList();
        var areas = catalog.Areas.Where(area => byArea.Exists(column => column.ContainsKey(area.Code))).ToList();
        return new(
            number,
            title,
            [
                new(Say("地区", "Area"), 2.7),
                .. columns.Select(column => new TableColumn(
                    Say($"{words.NameOf(column.Key)}（{column.Key.Basis.Name().Zh}，{UnitOf(column.Key)}）", $"{words.NameOf(column.Key)} ({column.Key.Basis.Name().En.ToLowerInvariant()}, {UnitOf(column.Key)})"), 2, true)),
                new(Say("来源", "Source"), 1.1),
            ],
            [
                .. areas.Select(area => (IReadOnlyList<IReadOnlyList<Inline>>)
                [
                    [new Words(area.Name)],
                    .. byArea.Select(column => column.TryGetValue(area.Code, out var cell) ? [.. Value(cell.Figure), .. words.Notes(cell)] : Nothing),
                    [.. byArea.Select(column => column.GetValueOrDefault(area.Code)).OfType<BulletinCell>().SelectMany(words.Sources).Distinct()],
                ]),
            ],
            Say("空格：没有来源提及。—：来源说缺。", "An empty cell: no source speaks of it. — : reported as missing."));
    }

    private static string NothingLegend => Say("空格：没有来源提及，不等于零。", "An empty cell: no source speaks of it, which is not zero.");

    private static Inline[] Count(int count) => count == 0 ? Nothing : [new Words(Format.Full(count))];

    private bool IsOf(Theme theme, SeriesKey series) => catalog.Indicator(series.Indicator).Theme == theme.Code;

    private Inline[] Value(Observation figure, bool withUnit = false) => figure.Quantity is { } quantity
        ? [new Words(withUnit ? Format.WithUnit(quantity, catalog.Indicator(figure.Series.Indicator).Unit) : Format.Full(quantity))]
        : [new Words(Dash)];

    private string UnitOf(SeriesKey series) => catalog.Indicator(series.Indicator).Unit.ToString();

    private static IEnumerable<TableColumn> AreaColumn(bool withArea) => withArea ? [new(Say("地区", "Area"), 2)] : [];

    private IReadOnlyList<IReadOnlyList<Inline>> Row(bool withArea, SeriesKey series, IReadOnlyList<IReadOnlyList<Inline>> cells) =>
        withArea ? [[new Words(catalog.Area(series.Area).Name)], .. cells] : cells;
}
