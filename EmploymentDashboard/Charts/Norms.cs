using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>What a cell holds where it holds no result, so that nothing is known to have happened.</summary>
public enum Norms
{
    /// <summary>There is a result.</summary>
    None,
    Targets,

    /// <summary>Standards, caps and control lines.</summary>
    Limits,
    Both,
}

public static class NormsOfCells
{
    /// <param name="all">Number of figures in the cell, at least one.</param>
    /// <param name="targets">How many of them are targets.</param>
    /// <param name="limits">How many are standards, caps or control lines.</param>
    public static Norms Of(long all, long targets, long limits)
    {
        if (targets + limits < all)
            return Norms.None;
        return limits == 0 ? Norms.Targets : targets == 0 ? Norms.Limits : Norms.Both;
    }

    public static Bilingual Words(this Norms norms, int count) => norms switch
    {
        Norms.None => new($"{count} 个数字", Prose.Count(count, "figure")),
        Norms.Targets => new($"{count} 个目标", Prose.Count(count, "target")),
        Norms.Limits => new($"{count} 个标准或控制线", count == 1 ? "1 standard or cap" : $"{count} standards or caps"),
        Norms.Both => new($"{count} 个目标和标准", $"{count} targets and standards"),
        _ => throw new ArgumentOutOfRangeException(nameof(norms), norms, null),
    };
}
