using System.Globalization;

namespace EmploymentDashboard.Charts;

/// <summary>The ranks that a row may have, counted from 1: one where the bounds leave no doubt, else all from the first to the last.</summary>
public readonly record struct RankRange(int First, int Last)
{
    public bool IsCertain => First == Last;

    /// <summary>3, or 3–5 where it is not certain.</summary>
    public override string ToString() => IsCertain
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}–{Last}");
}
