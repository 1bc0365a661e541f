namespace EmploymentDashboard.Statistics;

/// <summary>The four things that an area and month can be. Missing is never zero.</summary>
public enum CellState
{
    /// <summary>没有来源提及: no source speaks of it.</summary>
    NotReported,

    /// <summary>来源说缺: a source speaks of it and gives no number.</summary>
    ReportedMissing,

    /// <summary>A figure, and it is 0.</summary>
    Zero,

    Figure,
}

public static class CellStates
{
    /// <summary>The state of a cell that holds so many observations: the most telling of them.</summary>
    /// <param name="missing">How many of them are without a number.</param>
    /// <param name="zeros">How many are exactly 0.</param>
    public static CellState Of(long all, long missing, long zeros)
    {
        if (all == 0)
            return CellState.NotReported;
        if (missing == all)
            return CellState.ReportedMissing;
        return missing + zeros == all ? CellState.Zero : CellState.Figure;
    }
}
