namespace EmploymentDashboard.Statistics;

/// <summary>In which step numbers are written.</summary>
public enum NumberScale
{
    /// <summary>万 and 亿 where a number is exact in them, in full otherwise.</summary>
    Automatic,

    /// <summary>万.</summary>
    TenThousand,

    /// <summary>亿.</summary>
    HundredMillion,

    /// <summary>Every number in full.</summary>
    Plain,
}

public static class NumberScales
{
    /// <summary>What numbers are multiplied by.</summary>
    public static decimal Factor(this NumberScale scale) => scale switch
    {
        NumberScale.TenThousand => 0.0001m,
        NumberScale.HundredMillion => 0.00000001m,
        _ => 1,
    };

    /// <summary>The unit of the numbers multiplied: 万人. Percentages and index points have no such steps.</summary>
    public static Unit UnitOf(this NumberScale scale, Unit unit) => scale switch
    {
        NumberScale.TenThousand => new("万" + unit.Zh, "10,000 " + unit.En),
        NumberScale.HundredMillion => new("亿" + unit.Zh, "100 million " + unit.En),
        NumberScale.Plain => unit with { IsInFull = true },
        _ => unit,
    };

    public static Bilingual Name(this NumberScale scale) => scale switch
    {
        NumberScale.Automatic => new("自动", "Automatic"),
        NumberScale.TenThousand => new("万", "Ten thousands"),
        NumberScale.HundredMillion => new("亿", "Hundred millions"),
        NumberScale.Plain => new("不缩写", "In full"),
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, null),
    };
}
