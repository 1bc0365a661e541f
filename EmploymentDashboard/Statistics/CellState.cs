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
    /// <summary>The state of a cell that holds these observations: the most telling of them.</summary>
    public static CellState Of(IEnumerable<Observation> observations)
    {
        var state = CellState.NotReported;
        foreach (var observation in observations)
        {
            var own = observation.Quantity switch
            {
                null => CellState.ReportedMissing,
                { Value: 0, Bound: Bound.Exact } => CellState.Zero,
                _ => CellState.Figure,
            };
            if (own > state)
                state = own;
        }

        return state;
    }
}
