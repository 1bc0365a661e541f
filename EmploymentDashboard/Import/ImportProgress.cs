namespace EmploymentDashboard.Import;

/// <summary>How far the reading of a file is.</summary>
/// <param name="Fraction">0 to 1.</param>
/// <param name="Figures">Figures read so far.</param>
/// <param name="Elapsed">Time since the reading began.</param>
public sealed record ImportProgress(double Fraction, long Figures, TimeSpan Elapsed)
{
    /// <summary>Time left at the speed so far; null where it is too early to say.</summary>
    public TimeSpan? Left => Fraction > 0.02 ? Elapsed * ((1 - Fraction) / Fraction) : null;
}
