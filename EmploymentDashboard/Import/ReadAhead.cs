using System.Collections.Concurrent;

namespace EmploymentDashboard.Import;

/// <summary>Lets who makes things and who uses them work at the same time.</summary>
internal static class ReadAhead
{
    /// <summary>The same items in the same order, made on a thread of their own; at most so many wait to be taken. What making them throws is thrown here.</summary>
    public static IEnumerable<T> Ahead<T>(this IEnumerable<T> items, int most)
    {
        using var stop = new CancellationTokenSource();
        using var made = new BlockingCollection<T>(most);
        var making = Task.Run(Make, CancellationToken.None);
        try
        {
            foreach (var item in made.GetConsumingEnumerable(CancellationToken.None))
                yield return item;
            making.GetAwaiter().GetResult();
        }
        finally
        {
            // Nobody may come back to the items while they are still being made.
            stop.Cancel();
            _ = Task.WhenAny(making).GetAwaiter().GetResult();
        }

        void Make()
        {
            try
            {
                foreach (var item in items)
                    made.Add(item, stop.Token);
            }
            finally
            {
                made.CompleteAdding();
            }
        }
    }
}
