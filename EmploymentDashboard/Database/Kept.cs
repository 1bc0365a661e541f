namespace EmploymentDashboard.Database;

/// <summary>
/// Keeps what was computed from the figures, for all readers together, until the figures change. Of those who ask for the same at once one computes
/// and the others wait.
/// </summary>
/// <param name="most">Most answers kept; the one not asked for longest goes first.</param>
public sealed class Kept<TKey, TValue>(DashboardDatabase database, int most)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly LinkedList<(TKey Key, Lazy<TValue> Value)> _answers = [];
    private long _version;

    /// <param name="compute">Asks the database. What it throws is thrown to all who wait, and the next reader tries anew.</param>
    public TValue Get(TKey key, Func<TValue> compute)
    {
        var answer = Find(key, compute);
        try
        {
            return answer.Value;
        }
        catch
        {
            Forget(answer);
            throw;
        }
    }

    private Lazy<TValue> Find(TKey key, Func<TValue> compute)
    {
        // Read before the figures are: an answer may be newer than its version says, never older.
        var version = database.Version;
        lock (_lock)
        {
            if (_version != version)
                _answers.Clear();
            _version = version;
            for (var node = _answers.First; node is not null; node = node.Next)
            {
                if (!EqualityComparer<TKey>.Default.Equals(node.Value.Key, key))
                    continue;

                _answers.Remove(node);
                _answers.AddFirst(node);
                return node.Value.Value;
            }

            var answer = new Lazy<TValue>(compute);
            _answers.AddFirst((key, answer));
            if (_answers.Count > most)
                _answers.RemoveLast();
            return answer;
        }
    }

    private void Forget(Lazy<TValue> answer)
    {
        lock (_lock)
        {
            for (var node = _answers.First; node is not null; node = node.Next)
            {
                if (node.Value.Value != answer)
                    continue;

                _answers.Remove(node);
                return;
            }
        }
    }
}
