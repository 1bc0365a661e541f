namespace EmploymentDashboard.Statistics;

/// <summary>What is computed from each figure of a selection.</summary>
public enum Transform
{
    /// <summary>Nothing: the figures themselves.</summary>
    None,

    /// <summary>环比 in %.</summary>
    PeriodOnPeriod,

    /// <summary>环比增减, in the indicator's unit; percentage points for rates.</summary>
    PeriodOnPeriodChange,

    /// <summary>同比 in %.</summary>
    YearOnYear,

    /// <summary>同比增减, in the indicator's unit; percentage points for rates.</summary>
    YearOnYearChange,

    /// <summary>占全市比重 in %.</summary>
    ShareOfCity,

    /// <summary>指数: the chosen month = 100.</summary>
    Index,

    /// <summary>近12个月合计.</summary>
    MovingSum,

    /// <summary>近12个月平均.</summary>
    MovingMean,
}

/// <summary>In what a transformed figure is measured.</summary>
/// <param name="Decimals">Places that it is rounded to, to the side on which its bound stays true.</param>
/// <param name="IsChange">Whether its sign is part of what it says, so that a rise is written with a plus.</param>
public sealed record Measure(Unit Unit, int Decimals, bool IsChange)
{
    private static readonly Unit OfIndex = new("点", "points");

    /// <summary>The unit in which the figures are written: a change carries its sign, a count the step asked for.</summary>
    public Unit Shown(NumberScale scale)
    {
        var unit = Unit.IsPercentage || Unit == OfIndex ? Unit : scale.UnitOf(Unit);
        return IsChange ? unit with { IsChange = true } : unit;
    }

    /// <summary>What a figure is multiplied by to be written in <see cref="Shown"/>.</summary>
    public decimal Factor(NumberScale scale) => Unit.IsPercentage || Unit == OfIndex ? 1 : scale.Factor();

    public static Measure Of(Transform transform, Indicator indicator) => transform switch
    {
        Transform.None or Transform.MovingSum => new(indicator.Unit, indicator.Decimals, false),
        Transform.MovingMean => new(indicator.Unit, indicator.Decimals + 1, false),
        Transform.PeriodOnPeriod or Transform.YearOnYear => new(Unit.Percent, 1, true),
        Transform.PeriodOnPeriodChange or Transform.YearOnYearChange =>
            new(indicator.Unit.IsPercentage ? Unit.PercentagePoints : indicator.Unit, indicator.Decimals, true),
        Transform.ShareOfCity => new(Unit.Percent, 2, false),
        Transform.Index => new(OfIndex, 1, false),
        _ => throw new ArgumentOutOfRangeException(nameof(transform), transform, null),
    };
}
