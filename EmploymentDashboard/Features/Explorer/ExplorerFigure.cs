using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>A figure of a selection: printed, or computed from printed ones.</summary>
/// <param name="Point">What is shown; without a number where it could not be computed.</param>
/// <param name="Month">The month it stands for on a month axis; null where it covers something else.</param>
/// <param name="Stored">The stored figures behind it; a click leads to the first.</param>
/// <param name="Others">What other sources give for the first of them.</param>
/// <param name="IsConflict">Whether another source gives one of them another value.</param>
/// <param name="IsRevised">Whether one of them replaced another value of its source.</param>
public sealed record ExplorerFigure(SeriesPoint Point, YearMonth? Month, IReadOnlyList<Figure> Stored, IReadOnlyList<Figure> Others, bool IsConflict, bool IsRevised)
{
    public Observation Observation => Point.Figure;

    public SeriesKey Series => Point.Figure.Series;

    public Period Period => Point.Figure.Period;

    public bool IsUsable => Point.IsUsable;

    /// <summary>The month a figure stands for on a month axis.</summary>
    public static YearMonth? MonthOf(Observation observation) => observation.Series.Basis switch
    {
        Basis.Flow or Basis.Average when observation.Period.IsOneMonth => observation.Period.ReferenceMonth,
        Basis.Stock when observation.Period.End is not null => observation.Period.ReferenceMonth,
        Basis.Ytd when observation.Period.Start is { Month: 1, Day: 1 } start && start.Year == observation.Period.End?.Year => observation.Period.ReferenceMonth,
        _ => null,
    };
}
