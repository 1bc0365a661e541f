using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Bulletins;

/// <summary>A figure that belongs to a bulletin's period.</summary>
/// <param name="Point">Printed, or computed from printed ones.</param>
/// <param name="Stored">The printed figure and what other sources give for its key; null for a computed one.</param>
/// <param name="IsOfWholePeriod">Whether it speaks of the bulletin's whole period and no other, so that areas compare by it.</param>
/// <param name="OnPeriodBefore">环比.</param>
/// <param name="OnYearBefore">同比.</param>
/// <param name="IsNew">Whether its series had no figure in the twelve months before.</param>
public sealed record BulletinCell(SeriesPoint Point, ShownFigure? Stored, bool IsOfWholePeriod, Change OnPeriodBefore, Change OnYearBefore, bool IsNew)
{
    public Observation Figure => Point.Figure;

    public SeriesKey Series => Point.Figure.Series;
}

/// <summary>A target or control line that is in force, and how the bulletin's figures stand to it.</summary>
/// <param name="Result">The figure that counts towards it; null where none does.</param>
public sealed record BulletinGoal(ShownFigure Goal, BulletinCell? Result, TargetProgress Progress);
