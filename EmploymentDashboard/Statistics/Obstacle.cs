namespace EmploymentDashboard.Statistics;

/// <summary>Why figures may not be added, compared or derived from one another.</summary>
public enum Obstacle
{
    None,

    /// <summary>There is nothing to compute with.</summary>
    NothingThere,

    /// <summary>A cell between the first and the last has no figure; what is missing is not zero.</summary>
    Missing,

    /// <summary>Figures of different indicators.</summary>
    DifferentIndicators,

    /// <summary>A year-to-date beside a month, a target beside an actual.</summary>
    DifferentBases,

    /// <summary>Only flows add up over time: every other basis already holds earlier days, or none.</summary>
    NotAFlow,

    /// <summary>Rates, durations and standards do not add up.</summary>
    NotAdditive,

    /// <summary>Figures of different periods where one period was asked for.</summary>
    DifferentPeriods,

    /// <summary>Two figures share days.</summary>
    OverlappingPeriods,

    /// <summary>Two figures share people or places: a zone beside its districts, a township beside its district.</summary>
    OverlappingAreas,

    /// <summary>Figures of different areas where one area was asked for.</summary>
    DifferentAreas,

    /// <summary>A part beside its total, or parts of different dimensions.</summary>
    OverlappingBreakdowns,

    /// <summary>Figures of different categories where one was asked for.</summary>
    DifferentBreakdowns,

    /// <summary>A month beside a quarter.</summary>
    DifferentLengths,

    /// <summary>Of the same length, but not the whole months just before.</summary>
    NotConsecutive,

    /// <summary>A year-to-date or cumulative figure holds the period before, so it has no change over that period.</summary>
    HoldsPeriodBefore,

    /// <summary>Not the same months of the two years.</summary>
    DifferentMonths,

    /// <summary>An end of the period is not printed.</summary>
    OpenPeriod,

    /// <summary>The bounds leave no direction: "more than" and "less than" together, or a difference of two 约 that may be a rise or a fall.</summary>
    BoundsConflict,

    /// <summary>Division by zero.</summary>
    DivisionByZero,

    /// <summary>A change in per cent of a negative figure has no meaning.</summary>
    NegativeBase,

    /// <summary>A figure of status U cannot be right, so nothing is computed from it.</summary>
    LowReliability,

    /// <summary>The definition changed between the two figures.</summary>
    BreakInSeries,

    /// <summary>A year-to-date figure that falls.</summary>
    FallingYearToDate,

    /// <summary>Two rates differ by percentage points; a percentage of a percentage misleads.</summary>
    RateInPoints,

    /// <summary>A running total grows by itself, so neither an index nor a mean of it says anything.</summary>
    RunningTotal,

    /// <summary>A target or standard beside what happened.</summary>
    NotActual,

    /// <summary>The whole itself, which has no share of itself worth telling.</summary>
    IsTheWhole,

    /// <summary>No figure of the city, and not all of its districts and counties to add up instead.</summary>
    NoWhole,

    /// <summary>Not every one of the twelve months is there.</summary>
    FewerThanTwelveMonths,

    /// <summary>An index of which there is nothing but the month that is 100.</summary>
    OnlyBaseMonth,
}

/// <summary>A computed figure, or the reason why there is none.</summary>
public readonly record struct Computation
{
    private Computation(Quantity? quantity, Obstacle obstacle) => (Quantity, Obstacle) = (quantity, obstacle);

    public Quantity? Quantity { get; }

    public Obstacle Obstacle { get; }

    public static implicit operator Computation(Obstacle obstacle) => new(null, obstacle);

    public static implicit operator Computation(Quantity quantity) => new(quantity, Obstacle.None);

    /// <summary>The figure, or the obstacle where there is none.</summary>
    public static Computation Of(Quantity? quantity, Obstacle otherwise) => quantity is { } known ? known : otherwise;
}
