namespace EmploymentDashboard.Statistics;

/// <summary>What is followed over time: one indicator and breakdown in one area, on one basis. Figures of different series never share a line.</summary>
public sealed record SeriesKey(string Area, string Indicator, string Breakdown, Basis Basis);

/// <summary>One figure, of one source, for one series and period.</summary>
public sealed record Observation
{
    public required SeriesKey Series { get; init; }

    public required Period Period { get; init; }

    /// <summary>The figure in the indicator's base unit; null exactly where the status says that there is none.</summary>
    public required Quantity? Quantity { get; init; }

    public ObsStatus Status { get; init; }

    /// <summary>Code of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The shortest printed fragment that holds the figure, to the letter but for white space.</summary>
    public string AsPrinted { get; init; } = "";

    /// <summary>Where in the source the fragment stands.</summary>
    public string Locator { get; init; } = "";

    /// <summary>What a reader needs so as not to misread the figure.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether the figure may stand on a scale beside others.</summary>
    public bool IsDrawable => Quantity is not null && Status != ObsStatus.LowReliability;
}
