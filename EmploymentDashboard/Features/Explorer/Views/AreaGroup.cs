using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer.Views;

/// <summary>Figures of several areas that share period, category and basis: what may be ranked and mapped.</summary>
internal sealed class AreaGroup
{
    private AreaGroup(Period period, string breakdown, Basis basis, IReadOnlyList<ExplorerFigure> figures) =>
        (Period, Breakdown, Basis, Figures) = (period, breakdown, basis, figures);

    public Period Period { get; }

    public string Breakdown { get; }

    public Basis Basis { get; }

    public IReadOnlyList<ExplorerFigure> Figures { get; }

    public YearMonth Month => Period.ReferenceMonth;

    /// <summary>All groups with at least two figures that can be drawn: the latest month first, results before targets, the largest first.</summary>
    public static IReadOnlyList<AreaGroup> All(ExplorerData data) =>
    [
        .. data.Figures
            .GroupBy(figure => (figure.Period, figure.Series.Breakdown, figure.Series.Basis))
            .Where(group => group.Count(figure => figure.IsUsable) > 1)
            .Select(group => new AreaGroup(group.Key.Period, group.Key.Breakdown, group.Key.Basis, [.. group]))
            .OrderByDescending(group => group.Basis.IsActual())
            .ThenByDescending(group => group.Month)
            .ThenByDescending(group => group.Figures.Count),
    ];

    /// <summary>The group of the month asked for, or the latest; null where there is none.</summary>
    public static AreaGroup? Choose(IReadOnlyList<AreaGroup> groups, YearMonth? month) =>
        groups.FirstOrDefault(group => month is null || group.Month == month);

    /// <summary>The same category and basis in the period before: the month before, or the running total of a month earlier; null where there is none.</summary>
    public AreaGroup? Before(IReadOnlyList<AreaGroup> groups)
    {
        var expected = PeriodBefore();
        return expected is null ? null : groups.FirstOrDefault(group => group.Breakdown == Breakdown && group.Basis == Basis && group.Period == expected);
    }

    private Period? PeriodBefore()
    {
        if (Basis is not (Basis.Ytd or Basis.Cumulative))
            return Comparison.PeriodBefore(Figures[0].Observation);
        if (Period.End is not { } end || end != Month.LastDay)
            return null;

        var last = Month.AddMonths(-1).LastDay;
        return Period.Start is not { } start ? Period.Parse($"../{Month.AddMonths(-1)}") : start < last ? Period.OfDays(start, last) : null;
    }
}
