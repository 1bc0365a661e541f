using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>What a chart of parts knows: the whole, what of it is not broken down, and the shares, where all that is certain.</summary>
public sealed class Shares
{
    public Shares(PartsChart chart)
    {
        Drawn = [.. chart.Parts.Where(part => part.Mark.IsDrawable && part.Mark.Quantity!.Value.Value >= 0)];
        Undrawn = [.. chart.Parts.Except(Drawn)];
        PartsSum = Drawn.Sum(part => part.Mark.Quantity!.Value.Value);
        var partsAreExact = Undrawn.Count == 0 && Drawn.All(part => part.Mark.Quantity!.Value.Bound == Bound.Exact);
        var total = chart.Total is { IsDrawable: true } mark ? mark.Quantity : null;

        Contradicts = partsAreExact && total is { Bound: Bound.Exact } whole && (PartsSum > whole.Value || (chart.IsComplete && PartsSum != whole.Value));
        HasOpenRest = total is null && !chart.IsComplete;
        Rest = !Contradicts && total is { } printed && printed.Value > PartsSum ? printed.Value - PartsSum : 0;
        RestIsExact = partsAreExact && total is { Bound: Bound.Exact };
        Whole = !partsAreExact || Contradicts ? null
            : total is { Bound: Bound.Exact } exact ? exact.Value
            : total is null && chart.IsComplete ? PartsSum
            : null;
        Percentages = Whole is > 0 ? Round([.. Drawn.Select(part => part.Mark.Quantity!.Value.Value), Rest], Whole.Value) : null;
    }

    /// <summary>Parts that have a length, in the order given.</summary>
    public IReadOnlyList<Part> Drawn { get; }

    /// <summary>Missing or doubtful parts.</summary>
    public IReadOnlyList<Part> Undrawn { get; }

    public decimal PartsSum { get; }

    /// <summary>What the printed total holds beyond the parts; 0 where that is nothing, or unknown.</summary>
    public decimal Rest { get; }

    public bool RestIsExact { get; }

    /// <summary>Whether there may be more that no source counts.</summary>
    public bool HasOpenRest { get; }

    /// <summary>Whether the parts do not make the printed total.</summary>
    public bool Contradicts { get; }

    /// <summary>What the shares are of; null where it is not known exactly.</summary>
    public decimal? Whole { get; }

    /// <summary>Whole percentages of the drawn parts, and last that of the rest; they add up to 100. Null where shares would feign knowledge.</summary>
    public IReadOnlyList<int>? Percentages { get; }

    /// <summary>A percentage as shown: a part that is there is never 0%.</summary>
    public static string Text(int percentage) => percentage == 0 ? "<1%" : FormattableString.Invariant($"{percentage}%");

    /// <summary>Rounds by largest remainder, so that what is shown adds up to 100.</summary>
    private static int[] Round(IReadOnlyList<decimal> parts, decimal whole)
    {
        var exact = parts.Select(part => part / whole * 100).ToArray();
        var rounded = exact.Select(share => (int)Math.Floor(share)).ToArray();
        foreach (var index in Enumerable.Range(0, parts.Count).OrderByDescending(index => exact[index] - rounded[index]).Take(100 - rounded.Sum()))
            rounded[index]++;
        return rounded;
    }
}
