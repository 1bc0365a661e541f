using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>What one source can say once: a series, the days of a period, and the source.</summary>
public readonly record struct FigureKey(SeriesKey Series, Period Period, string Source)
{
    public static FigureKey Of(Observation observation) => new(observation.Series, observation.Period, observation.Source);
}
