using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>A figure of a selection: printed, or computed from printed ones.</summary>
/// <param name="Point">What is shown; without a number where it could not be computed.</param>
/// <param name="Month">The month it stands for on a month axis; null where it covers something else.</param>
/// <param name="Points">Knows the stored figures behind it. They are looked up where they are shown: a share of the city is computed from all districts.</param>
public sealed record ExplorerFigure(SeriesPoint Point, YearMonth? Month, IndicatorPoints Points)
{
    /// <summary>The first of the stored figures behind it, to which a click leads.</summary>
    public Figure First => Points.Shown(Point.Printed[0]).Figure;

    /// <summary>The stored figures behind it.</summary>
    public IReadOnlyList<Figure> Stored => [.. Point.Printed.Select(figure => Points.Shown(figure).Figure)];

    /// <summary>What other sources give for the first of them.</summary>
    public IReadOnlyList<Figure> Others => Points.Shown(Point.Printed[0]).Others;

    /// <summary>Whether another source gives one of them another value.</summary>
    public bool IsConflict => Points.IsAnyInConflict(Point.Printed);

    /// <summary>Whether one of them replaced another value of its source.</summary>
    public bool IsRevised => Points.IsAnyRevised(Point.Printed);

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
