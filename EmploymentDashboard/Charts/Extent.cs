using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>The range in which the true figure lies; null where it has no end. The same readings as <see cref="Quantity.Admits"/>.</summary>
public readonly record struct Extent(decimal? Low, decimal? High)
{
    public static Extent Of(Quantity quantity)
    {
        var (value, tenth) = (quantity.Value, Math.Abs(quantity.Value) / 10);
        return quantity.Bound switch
        {
            Bound.Exact => new(value, value),
            Bound.MoreThan or Bound.AtLeast => new(value, null),
            Bound.AtMost or Bound.LessThan => new(null, value),
            Bound.Nearly => new(value - tenth, value),
            Bound.About => new(value - tenth, value + tenth),
            _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, null),
        };
    }

    public static Extent Of(RankingRow row) => Of(row.Mark.Quantity!.Value);

    /// <summary>Whether it cannot be smaller than the other.</summary>
    public bool IsSurelyAtLeast(Extent other) => Low is { } low && other.High is { } high && low >= high;
}
