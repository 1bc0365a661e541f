namespace EmploymentDashboard.Statistics;

/// <summary>How a figure relates to its period.</summary>
public enum Basis
{
    /// <summary>当期: what happened within the period.</summary>
    Flow,

    /// <summary>本年累计: since 1 January of the period's year.</summary>
    Ytd,

    /// <summary>累计: since a start that is older, or that no one printed.</summary>
    Cumulative,

    /// <summary>时点: what there is at the period's end.</summary>
    Stock,

    /// <summary>平均: a mean per year or month over the period.</summary>
    Average,

    /// <summary>目标: to be reached by the period's end.</summary>
    Target,

    /// <summary>标准与控制线: a standard, cap or control line in force.</summary>
    Limit,
}

public static class BasisRules
{
    /// <summary>Whether figures of this basis may be added over time. Only flows may: every other basis already holds earlier days, or none.</summary>
    public static bool AddsOverTime(this Basis basis) => basis is Basis.Flow;

    /// <summary>Whether the figure says what happened or stands, rather than what ought to be.</summary>
    public static bool IsActual(this Basis basis) => basis is not (Basis.Target or Basis.Limit);
}
