using System.Collections;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import.Staging;

/// <summary>What is remembered of a series while its file is read: enough to find repeated keys and to tell which checks it needs.</summary>
internal sealed class StagedSeries(int id, SeriesKey key)
{
    private readonly Dictionary<int, BitArray> _spansBySource = [];
    private int _rows;

    public int Id => id;

    public SeriesKey Key => key;

    public IReadOnlyCollection<int> Sources => _spansBySource.Keys;

    public long FirstRow { get; private set; }

    public long LastRow { get; private set; }

    /// <summary>Whether other series' rows lie between its own.</summary>
    public bool IsScattered => LastRow - FirstRow >= _rows;

    /// <summary>The smallest and largest figure above zero; null before the first.</summary>
    public (decimal Smallest, decimal Largest)? Range { get; private set; }

    /// <summary>False where the source has spoken of these days before.</summary>
    public bool Take(long row, int span, int source, Quantity? quantity)
    {
        (FirstRow, LastRow) = (_rows++ == 0 ? row : FirstRow, row);
        if (quantity is { Value: > 0 and var value })
            Range = Range is var (smallest, largest) ? (Math.Min(smallest, value), Math.Max(largest, value)) : (value, value);
        if (!_spansBySource.TryGetValue(source, out var spans))
            _spansBySource.Add(source, spans = new(64));
        if (span >= spans.Length)
            spans.Length = Math.Max(span + 1, spans.Length * 2);
        if (spans[span])
            return false;

        spans[span] = true;
        return true;
    }
}
