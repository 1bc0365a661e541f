namespace EmploymentDashboard.Statistics;

/// <summary>What is counted or measured.</summary>
/// <param name="Code"><c>snake_case</c>, never changed once used.</param>
/// <param name="Unit">Base unit in which values are stored: 人, 人次, 元, 家, %, …</param>
/// <param name="Decimals">Decimal places worth showing.</param>
/// <param name="IsAdditive">Whether flows of different areas, periods and parts may be added: false for rates, durations and standards.</param>
/// <param name="MoreIsBetter">null where neither is.</param>
public sealed record Indicator(
    string Code,
    Bilingual Name,
    string Theme,
    Unit Unit,
    int Decimals,
    bool IsAdditive,
    bool? MoreIsBetter,
    Bilingual Definition,
    IReadOnlyList<string> Aliases)
{
    /// <summary>Whether it is a rule for whom something is meant, such as the highest loan a person may have: neither a result nor a goal.</summary>
    public bool IsStandard => Theme == "standards";
}

/// <summary>A subject under which indicators are listed.</summary>
public sealed record Theme(string Code, Bilingual Name);

/// <summary>A base unit.</summary>
/// <param name="Zh">As printed after a number.</param>
public sealed record Unit(string Zh, string En)
{
    public static readonly Unit Percent = new("%", "%");

    public static readonly Unit PercentagePoints = new("个百分点", "percentage points");

    /// <summary>Whether numbers in this unit are written in full, without 万 and 亿.</summary>
    public bool IsInFull { get; init; }

    /// <summary>Decimal places that are written even where they are noughts.</summary>
    public int Places { get; init; }

    /// <summary>Whether numbers in this unit are changes, so that a rise has a plus.</summary>
    public bool IsChange { get; init; }

    /// <summary>Whether figures in this unit are shares, or differences of shares.</summary>
    public bool IsPercentage => Zh is "%" or "百分点" or "个百分点";

    public override string ToString() => Bilingual.EnglishIsAsked ? En : Zh;
}

/// <summary>A category of an indicator's population: migrant workers among borrowers, local among destinations.</summary>
/// <param name="Dimension">What the categories of one dimension differ in: destination, person group, …; empty for the total.</param>
/// <param name="Parent">The breakdown that holds this one: <c>total</c> for all but nested ones; null for the total itself.</param>
/// <param name="IsExhaustive">Whether the categories of the dimension, taken together, make the parent without overlap.</param>
public sealed record Breakdown(string Code, Bilingual Name, string Dimension, string? Parent, bool IsExhaustive, IReadOnlyList<string> Aliases)
{
    public const string Total = "total";

    public bool IsTotal => Code == Total;
}
