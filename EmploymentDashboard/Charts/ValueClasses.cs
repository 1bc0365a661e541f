using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>A colour class: values from <paramref name="Low"/>, included, to <paramref name="High"/>, which only the topmost class includes.</summary>
/// <param name="Strength">1 to 5: how strong its colour is, by the distance from zero.</param>
/// <param name="Count">Number of the figures classed that lie in it.</param>
public sealed record ValueClass(decimal Low, decimal High, int Strength, int Count)
{
    private const decimal LongNumber = 1_000_000;

    public bool IsBelowZero => Low < 0;

    /// <summary>The pattern over the colour of a class below zero, by the suffix of its id: seen on weak colours and on strong ones.</summary>
    public string Ruling => Strength < 3 ? "below-weak" : "below";

    /// <summary>p1 to p5 above zero, n1 to n5 below.</summary>
    public string CssClass => FormattableString.Invariant($"{(IsBelowZero ? 'n' : 'p')}{Strength}");

    /// <summary>The limits: 1,200 – 3,400. Zero itself is in no class, so a limit of zero is written as such.</summary>
    public override string ToString()
    {
        if (Low == High)
            return Limit(Low);
        return $"{(Low == 0 ? ">" : "")}{Limit(Low)} – {(High == 0 ? "<" : "")}{Limit(High)}";
    }

    /// <summary>In full while both limits are short.</summary>
    private string Limit(decimal value) => Math.Max(Math.Abs(Low), Math.Abs(High)) < LongNumber ? Format.Full(value) : Format.Tick(value);
}

/// <summary>
/// Colour classes of figures, at most five. Equal values are never parted, no class holds values on both sides of zero, and zero
/// is in none: it is a thing of its own. Limits are round numbers as far as that moves no value into another class.
/// </summary>
public sealed class ValueClasses
{
    public const int Most = 5;

    private ValueClasses(IReadOnlyList<ValueClass> all) => All = all;

    /// <summary>Lowest first.</summary>
    public IReadOnlyList<ValueClass> All { get; }

    /// <summary>Classes that hold the printed numbers of all figures that can be drawn; a bounded one counts where its number lies.</summary>
    public static ValueClasses Of(IEnumerable<Mark> marks, Classing classing) =>
        Of(marks.Where(mark => mark.IsDrawable).Select(mark => mark.Measured.Value), classing);

    public static ValueClasses Of(IEnumerable<decimal> values, Classing classing)
    {
        var sorted = values.Where(value => value != 0).Order().ToList();
        if (sorted.Count == 0)
            return new([]);

        var limits = classing switch
        {
            _ when sorted[0] == sorted[^1] => [sorted[0], sorted[0]],
            Classing.Quantile => ClassLimits.Between(Quantiles.Groups(sorted, Most)),
            Classing.EqualInterval => EqualIntervals.Limits(sorted, Most),
            Classing.NaturalBreaks => ClassLimits.Between(NaturalBreaks.Groups(sorted, Most)),
            _ => throw new ArgumentOutOfRangeException(nameof(classing), classing, null),
        };
        return new(Classes(limits, sorted));
    }

    /// <summary>The same classes, with the number of these values that lie in each.</summary>
    public ValueClasses Counting(IEnumerable<decimal> values)
    {
        var counts = values.Select(Find).OfType<ValueClass>().CountBy(one => one).ToDictionary();
        return new([.. All.Select(one => one with { Count = counts.GetValueOrDefault(one) })]);
    }

    /// <summary>The class of a value; null for zero and for one outside all limits.</summary>
    public ValueClass? Find(decimal value)
    {
        if (value == 0 || All.Count == 0 || value > All[^1].High)
            return null;
        return All.LastOrDefault(one => one.Low <= value);
    }

    private static List<ValueClass> Classes(IReadOnlyList<decimal> limits, IReadOnlyList<decimal> sorted)
    {
        var count = limits.Count - 1;
        var below = limits.Take(count).Count(limit => limit < 0);
        var most = Math.Max(below, count - below);
        return [.. Enumerable.Range(0, count).Select(index => new ValueClass(
            limits[index],
            limits[index + 1],
            Strength(index < below ? below - 1 - index : index - below, most, isTwoSided: below > 0 && below < count),
            sorted.Count(value => value >= limits[index] && (value < limits[index + 1] || (index == count - 1 && value == limits[index + 1])))))];
    }

    /// <summary>Both sides of zero share the steps, so that colours of one strength are alike far from it. Beside another hue the palest would look like none.</summary>
    private static int Strength(int stepsFromZero, int most, bool isTwoSided)
    {
        var palest = isTwoSided ? 2 : 1;
        return most == 1 ? 3 : palest + (int)Math.Round(stepsFromZero * (Most - palest) / (double)(most - 1), MidpointRounding.AwayFromZero);
    }
}
