namespace EmploymentDashboard.Statistics;

/// <summary>SDMX code list CL_OBS_STATUS, the codes in use here. The names are SDMX's own, shortened.</summary>
public enum ObsStatus
{
    /// <summary>A.</summary>
    Normal,

    /// <summary>P.</summary>
    Provisional,

    /// <summary>E.</summary>
    Estimated,

    /// <summary>B: time series break.</summary>
    Break,

    /// <summary>D: definition differs.</summary>
    DefinitionDiffers,

    /// <summary>U: printed, but cannot be right. Kept as printed, never drawn on a scale with the rest, never summed.</summary>
    LowReliability,

    /// <summary>O: missing, no reason given.</summary>
    Missing,

    /// <summary>L: exists, but was not collected.</summary>
    NotCollected,

    /// <summary>M: cannot exist.</summary>
    CannotExist,

    /// <summary>Q: withheld.</summary>
    Withheld,
}

public static class ObsStatusRules
{
    /// <summary>Whether an observation of this status has no number: someone spoke of the cell, and said that it is empty.</summary>
    public static bool IsMissing(this ObsStatus status) =>
        status is ObsStatus.Missing or ObsStatus.NotCollected or ObsStatus.CannotExist or ObsStatus.Withheld;

    /// <summary>
    /// Whether a change from a figure of the earlier status to one of this status says anything: not across a break in the series,
    /// which SDMX marks on the first figure after it, nor between a usual definition and another.
    /// </summary>
    public static bool IsComparableWith(this ObsStatus current, ObsStatus earlier) =>
        current != ObsStatus.Break && (current == ObsStatus.DefinitionDiffers) == (earlier == ObsStatus.DefinitionDiffers);

    /// <summary>The status of what is computed from figures of these: no firmer than the least firm of them.</summary>
    public static ObsStatus OfComputed(IEnumerable<ObsStatus> inputs)
    {
        var all = inputs.ToList();
        return all.Contains(ObsStatus.Estimated) ? ObsStatus.Estimated
            : all.Contains(ObsStatus.Provisional) ? ObsStatus.Provisional
            : all.Contains(ObsStatus.DefinitionDiffers) ? ObsStatus.DefinitionDiffers
            : ObsStatus.Normal;
    }
}
