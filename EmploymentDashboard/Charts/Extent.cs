using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>The range in which the true figure lies; null where it has no end. The same readings as <see cref="Quantity.Admits"/>.</summary>
public readonly record struct Extent(decimal? Low, decimal? High)
{
    /// <summary>Whether the true figure lies above <see cref="Low"/> rather than on it.</summary>
    public bool LowIsOpen { get; init; }

    /// <summary>Whether the true figure lies below <see cref="High"/> rather than on it.</summary>
    public bool HighIsOpen { get; init; }

    public static Extent Of(Quantity quantity)
    {
        var (value, tenth) = (quantity.Value, Math.Abs(quantity.Value) / 10);
        return quantity.Bound switch
        {
            Bound.Exact => new(value, value),
            Bound.MoreThan => new(value, null) { LowIsOpen = true },
            Bound.AtLeast => new(value, null),
            Bound.AtMost => new(null, value),
            Bound.LessThan => new(null, value) { HighIsOpen = true },
            Bound.Nearly => new(value - tenth, value) { HighIsOpen = true },
            Bound.About => new(value - tenth, value + tenth),
            _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, null),
        };
    }

    public static Extent Of(RankingRow row) => Of(row.Mark.Measured);

    /// <summary>Whether it cannot be smaller than the other.</summary>
    public bool IsSurelyAtLeast(Extent other) => Low is { } low && other.High is { } high && low >= high;

    /// <summary>Whether it cannot be as small as the other.</summary>
    public bool IsSurelyGreaterThan(Extent other) =>
        Low is { } low && other.High is { } high && (low > high || (low == high && (LowIsOpen || other.HighIsOpen)));
}
