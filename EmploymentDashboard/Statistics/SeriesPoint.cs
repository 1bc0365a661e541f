namespace EmploymentDashboard.Statistics;

/// <summary>A figure as it is shown: printed, or computed from printed ones.</summary>
/// <param name="Figure">The figure; without a number where it could not be computed.</param>
/// <param name="From">The printed figures that it was computed from, the latest first; empty for a printed one.</param>
/// <param name="Obstacle">Why it could not be computed.</param>
public sealed record SeriesPoint(Observation Figure, IReadOnlyList<Observation> From, Obstacle Obstacle)
{
    private const int FewInputs = 8;

    /// <summary>The number before it was rounded to what is worth showing; null where there is none, or none was rounded away.</summary>
    public Quantity? Unrounded { get; init; }

    /// <summary>What the figure is sorted by; null where there is no number.</summary>
    public decimal? Size => (Unrounded ?? Figure.Quantity)?.Value;

    public bool IsComputed => From.Count > 0;

    /// <summary>Whether there is a number that may be computed with, or stand on a scale.</summary>
    public bool IsUsable => Obstacle == Obstacle.None && Figure.IsDrawable;

    /// <summary>The printed figures behind it: itself where it is one.</summary>
    public IReadOnlyList<Observation> Printed => IsComputed ? From : [Figure];

    public static SeriesPoint OfPrinted(Observation figure) => new(figure, [], Obstacle.None);

    /// <param name="inputs">What it was computed from, the latest first; at least one.</param>
    public static SeriesPoint Computed(SeriesKey series, Period period, Computation result, IReadOnlyCollection<SeriesPoint> inputs) => new(
        new()
        {
            Series = series,
            Period = period,
            Quantity = result.Quantity,
            Status = result.Quantity is null ? ObsStatus.Normal : ObsStatusRules.OfComputed(inputs.Select(input => input.Figure.Status)),
            Source = inputs.First().Figure.Source,
        },
        PrintedBehind(inputs),
        result.Obstacle);

    /// <summary>Each once. By reference: comparing thousands of figures letter by letter would take longer than all the arithmetic.</summary>
    private static List<Observation> PrintedBehind(IReadOnlyCollection<SeriesPoint> inputs)
    {
        var printed = new List<Observation>(inputs.Count);
        // Mostly two or three, rarely more: a set would cost more than it saves.
        var known = inputs.Count > FewInputs ? new HashSet<object>(inputs.Count, ReferenceEqualityComparer.Instance) : null;
        foreach (var input in inputs)
        {
            if (!input.IsComputed)
                Add(input.Figure);
            for (var i = 0; i < input.From.Count; i++)
                Add(input.From[i]);
        }

        return printed;

        void Add(Observation figure)
        {
            if (known?.Add(figure) ?? !printed.Exists(other => ReferenceEquals(other, figure)))
                printed.Add(figure);
        }
    }
}
