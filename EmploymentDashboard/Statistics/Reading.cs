namespace EmploymentDashboard.Statistics;

/// <summary>Which of two readings of the same events is shown: the month, or the year up to it.</summary>
public enum Reading
{
    /// <summary>As the sources give them.</summary>
    AsPrinted,

    /// <summary>当月: monthly flows, where there are only year-to-date figures computed from those.</summary>
    Month,

    /// <summary>本年累计: year-to-date figures, where there are only monthly flows computed from those.</summary>
    YearToDate,
}

/// <summary>Switches figures from one reading to the other. What cannot be computed stays as a point without a number, with the reason.</summary>
public static class Readings
{
    /// <param name="figures">One figure a key.</param>
    public static IReadOnlyList<SeriesPoint> Apply(Reading reading, IReadOnlyCollection<Observation> figures) => reading switch
    {
        Reading.AsPrinted => [.. figures.Select(SeriesPoint.OfPrinted)],
        Reading.Month => Replace(figures, IsYearToDate, Basis.Flow, YearToDate.ToMonthly),
        Reading.YearToDate => Replace(figures, IsMonth, Basis.Ytd, YearToDate.FromMonthly),
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, null),
    };

    /// <summary>Whether the reading would show at least one figure that the sources do not print as such.</summary>
    public static bool IsOffered(Reading reading, IReadOnlyCollection<Observation> figures) =>
        reading == Reading.AsPrinted || Apply(reading, figures).Any(point => point.IsComputed && point.IsUsable);

    private static bool IsMonth(Observation figure) => figure.Series.Basis == Basis.Flow && figure.Period.IsOneMonth;

    private static bool IsYearToDate(Observation figure) => figure.Series.Basis == Basis.Ytd;

    /// <summary>Takes the figures of one reading out and puts what they give in the other in their place; what is printed in the other stands.</summary>
    private static List<SeriesPoint> Replace(
        IReadOnlyCollection<Observation> figures,
        Func<Observation, bool> isReplaced,
        Basis target,
        Func<IReadOnlyCollection<Observation>, IReadOnlyList<DerivedFigure>> derive)
    {
        var points = figures.Where(figure => !isReplaced(figure)).Select(SeriesPoint.OfPrinted).ToList();
        var printed = points.Where(point => point.Figure.Series.Basis == target).Select(point => (point.Figure.Series, point.Figure.Period)).ToHashSet();
        foreach (var series in figures.Where(isReplaced).GroupBy(figure => figure.Series))
        {
            points.AddRange(derive([.. series])
                .Where(derived => !printed.Contains((derived.Series, derived.Period)))
                .Select(derived => SeriesPoint.Computed(derived.Series, derived.Period, derived.Quantity, [.. derived.From.Select(SeriesPoint.OfPrinted)])));
        }

        return points;
    }
}
