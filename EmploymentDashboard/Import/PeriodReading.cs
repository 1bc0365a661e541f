using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>What the file says elsewhere, in its title or name: 3月 of a table headed 2020年 is March 2020.</summary>
/// <param name="Year">The year meant by 今年 and by a month without one; null where none is given.</param>
/// <param name="Month">The month meant by 当月 and by a day without one.</param>
public readonly record struct PeriodContext(int? Year, int? Month = null)
{
    public static readonly PeriodContext None;
}

/// <summary>What a text says as a period, or why it is not read.</summary>
public abstract record PeriodReading
{
    public sealed record Read(Period Period) : PeriodReading;

    public sealed record Unreadable(PeriodFault Fault) : PeriodReading;
}
