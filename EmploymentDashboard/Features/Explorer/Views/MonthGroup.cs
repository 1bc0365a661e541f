using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer.Views;

/// <summary>Figures of one category and basis that stand for months: what one month axis can show.</summary>
internal sealed class MonthGroup
{
    private MonthGroup(string breakdown, Basis basis, IReadOnlyList<ExplorerFigure> figures)
    {
        (Breakdown, Basis, Figures) = (breakdown, basis, figures);
        Months = [.. YearMonth.Range(figures.Min(figure => figure.Month!.Value), figures.Max(figure => figure.Month!.Value))];
        Series =
        [
            .. figures
                .GroupBy(figure => figure.Series.Area)
                .OrderByDescending(area => area.LastOrDefault(figure => figure.IsUsable)?.Point.Size ?? decimal.MinValue)
                .Select(area => (area.Key, (IReadOnlyDictionary<YearMonth, ExplorerFigure>)CellsOf(area))),
        ];
    }

    public string Breakdown { get; }

    public Basis Basis { get; }

    public IReadOnlyList<ExplorerFigure> Figures { get; }

    /// <summary>From the first to the last, without gaps.</summary>
    public IReadOnlyList<YearMonth> Months { get; }

    /// <summary>One an area, that with the largest last figure first.</summary>
    public IReadOnlyList<(string Area, IReadOnlyDictionary<YearMonth, ExplorerFigure> Cells)> Series { get; }

    /// <summary>The category and basis with the most figures over at least two months; null where there is none.</summary>
    public static MonthGroup? Largest(ExplorerData data)
    {
        var figures = data.Figures
            .Where(figure => figure.Month is not null && figure.Series.Basis.IsActual())
            .GroupBy(figure => (figure.Series.Breakdown, figure.Series.Basis))
            .Where(group => group.Any(figure => figure.IsUsable))
            .OrderByDescending(group => group.Count(figure => figure.Point.Obstacle == Obstacle.None))
            .FirstOrDefault(group => group.Where(HasSomethingToSay).Select(figure => figure.Month).Distinct().Count() > 1);
        return figures is null ? null : new(figures.Key.Breakdown, figures.Key.Basis, [.. figures]);
    }

    /// <summary>A month that could not be computed makes no axis of its own.</summary>
    private static bool HasSomethingToSay(ExplorerFigure figure) => figure.Point.Obstacle == Obstacle.None;

    /// <summary>A cell a month. Of two figures of one month, such as stocks of two of its days, the one that ends last stands for it.</summary>
    private static Dictionary<YearMonth, ExplorerFigure> CellsOf(IEnumerable<ExplorerFigure> area)
    {
        var cells = new Dictionary<YearMonth, ExplorerFigure>();
        foreach (var figure in area)
        {
            var month = figure.Month!.Value;
            if (!cells.TryGetValue(month, out var other) || IsLater(figure.Period, other.Period))
                cells[month] = figure;
        }

        return cells;
    }

    private static bool IsLater(Period period, Period other) =>
        Comparer<(DateOnly?, DateOnly?)>.Default.Compare((period.End, period.Start), (other.End, other.Start)) >= 0;
}
