namespace EmploymentDashboard.Charts;

/// <summary>Round limits between groups of values.</summary>
internal static class ClassLimits
{
    /// <summary>How far beyond the extreme values the outer limits may lie, as a part of the values' range.</summary>
    private const decimal Margin = 0.05m;

    /// <param name="groups">Least and greatest value of each, ascending, none on both sides of zero; more than one value in all.</param>
    /// <returns>One more limit than there are groups; a group's values lie from its limit up to, but not at, the next.</returns>
    public static IReadOnlyList<decimal> Between(IReadOnlyList<(decimal Least, decimal Greatest)> groups)
    {
        var (low, high) = (groups[0].Least, groups[^1].Greatest);
        var margin = (high - low) * Margin;
        var limits = new List<decimal> { RoundDown(low, margin) };
        for (var index = 1; index < groups.Count; index++)
        {
            var (below, above) = (groups[index - 1].Greatest, groups[index].Least);
            limits.Add(below < 0 && above > 0 ? 0 : Roundest(below, above, (below + above) / 2));
        }

        return [.. limits, -RoundDown(-high, margin)];
    }

    /// <summary>A round number at most so much below the value, and on the same side of zero.</summary>
    private static decimal RoundDown(decimal value, decimal margin) =>
        Roundest(value > 0 ? Math.Max(value - margin, value / 2) : value - margin, value, value);

    /// <summary>Of the roundest numbers above one limit and up to another that which is closest to a third.</summary>
    private static decimal Roundest(decimal above, decimal upTo, decimal wished)
    {
        for (var step = Magnitude(Math.Max(Math.Abs(above), Math.Abs(upTo))); ; step /= 10)
        {
            foreach (var round in new[] { step, step / 2 })
            {
                var highest = Math.Floor(upTo / round) * round;
                if (highest <= above)
                    continue;

                var closest = Math.Round(wished / round, MidpointRounding.AwayFromZero) * round;
                return closest > above && closest <= upTo ? closest : highest;
            }
        }
    }

    private static decimal Magnitude(decimal value)
    {
        var magnitude = 1m;
        while (magnitude <= value)
            magnitude *= 10;
        while (magnitude > value)
            magnitude /= 10;
        return magnitude;
    }
}
