namespace EmploymentDashboard.Charts;

/// <summary>
/// The grouping with the least sum of squared deviations from the groups' means, found by dynamic programming,
/// exactly but for the rounding of squares to some fifteen digits (W. D. Fisher, On grouping for maximum homogeneity, 1958; known to cartographers through G. F. Jenks).
/// </summary>
internal static class NaturalBreaks
{
    /// <param name="sorted">Ascending, without zero.</param>
    /// <returns>Least and greatest value of each group, ascending: as many groups as allowed, or as there are distinct values.</returns>
    public static IReadOnlyList<(decimal Least, decimal Greatest)> Groups(IReadOnlyList<decimal> sorted, int most)
    {
        var distinct = sorted.GroupBy(value => value).Select(ties => (Value: ties.Key, Count: ties.Count())).ToList();
        var deviations = new Deviations(distinct);
        var groups = Math.Min(most, distinct.Count);

        // least[i]: the least sum for the first i values in as many groups as the pass has reached; starts[g][i]: where the last of them begins.
        var least = new double[distinct.Count + 1];
        Array.Fill(least, double.PositiveInfinity, 1, distinct.Count);
        var starts = new int[groups][];
        for (var group = 0; group < groups; group++)
        {
            var next = new double[distinct.Count + 1];
            Array.Fill(next, double.PositiveInfinity);
            starts[group] = new int[distinct.Count + 1];
            for (var end = group + 1; end <= distinct.Count; end++)
            {
                for (var start = group; start < end; start++)
                {
                    var sum = least[start] + deviations.Within(start, end);
                    if (sum < next[end])
                        (next[end], starts[group][end]) = (sum, start);
                }
            }

            least = next;
        }

        var found = new (decimal, decimal)[groups];
        var last = distinct.Count;
        for (var group = groups - 1; group >= 0; group--)
        {
            var first = starts[group][last];
            found[group] = (distinct[first].Value, distinct[last - 1].Value);
            last = first;
        }

        return found;
    }

    /// <summary>Sums of squared deviations of runs of values, each in constant time. Runs across zero are ruled out.</summary>
    private sealed class Deviations
    {
        private readonly double[] _weights;
        private readonly double[] _sums;
        private readonly double[] _squares;
        private readonly int _firstAboveZero;

        public Deviations(List<(decimal Value, int Count)> values)
        {
            (_weights, _sums, _squares) = (new double[values.Count + 1], new double[values.Count + 1], new double[values.Count + 1]);
            _firstAboveZero = values.Count(value => value.Value < 0);

            // Values are taken relative to their middle, for large numbers close together lose digits when squared.
            var middle = (values[0].Value + values[^1].Value) / 2;
            for (var index = 0; index < values.Count; index++)
            {
                var (value, count) = ((double)(values[index].Value - middle), values[index].Count);
                _weights[index + 1] = _weights[index] + count;
                _sums[index + 1] = _sums[index] + (count * value);
                _squares[index + 1] = _squares[index] + (count * value * value);
            }
        }

        public double Within(int start, int end)
        {
            if (start < _firstAboveZero && end > _firstAboveZero)
                return double.PositiveInfinity;

            var sum = _sums[end] - _sums[start];
            return Math.Max(0, _squares[end] - _squares[start] - (sum * sum / (_weights[end] - _weights[start])));
        }
    }
}
