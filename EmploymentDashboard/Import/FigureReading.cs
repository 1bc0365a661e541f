using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>What a text says as a figure: a number, that there is none, or something that is not read.</summary>
public abstract record FigureReading
{
    /// <param name="Quantity">万, 亿, 千 and 百 already multiplied in: 3.2万人 is 32000.</param>
    /// <param name="Unit">The words behind the number, multipliers and bounds taken off: 元/人, %; may be empty.</param>
    /// <param name="IsScaled">Whether a multiplier was written, so that a unit such as 万元 in another column would count twice.</param>
    public sealed record Number(Quantity Quantity, string Unit, bool IsScaled) : FigureReading;

    /// <summary>A mark for "no number": —, /, …, or nothing at all.</summary>
    /// <param name="IsMarked">Whether something is written; false for an empty text.</param>
    public sealed record Missing(bool IsMarked) : FigureReading;

    public sealed record Unreadable(FigureFault Fault) : FigureReading;
}
