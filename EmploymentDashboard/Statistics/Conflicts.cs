using System.Runtime.InteropServices;

namespace EmploymentDashboard.Statistics;

/// <summary>The figures of one key (series and period) from all its sources.</summary>
/// <param name="Shown">That of the source published last.</param>
/// <param name="Others">The rest, latest first: kept, never dropped and never averaged.</param>
/// <param name="IsConflict">Whether another source gives the key another figure; a repetition is no conflict.</param>
public sealed record KeyedFigures<T>(T Shown, IReadOnlyList<T> Others, bool IsConflict);

public static class Conflicts
{
    /// <summary>Groups figures by key. Of sources published on the same day the one listed later in the catalogue is shown.</summary>
    public static IReadOnlyList<KeyedFigures<Observation>> Resolve(IEnumerable<Observation> observations, Catalog catalog) => Resolve(observations, observation => observation, catalog);

    /// <summary>The same of what holds an observation each, the keys in the order in which they first come.</summary>
    public static IReadOnlyList<KeyedFigures<T>> Resolve<T>(IEnumerable<T> figures, Func<T, Observation> observationOf, Catalog catalog)
    {
        // Nearly every key has one source; those that have several are put in order afterwards.
        var keys = new List<KeyedFigures<T>>();
        var places = new Dictionary<(SeriesKey, Period), int>();
        var several = new Dictionary<int, List<T>>();
        foreach (var figure in figures)
        {
            var observation = observationOf(figure);
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, (observation.Series, observation.Period), out var isKnown);
            if (!isKnown)
            {
                place = keys.Count;
                keys.Add(new(figure, [], false));
            }
            else if (several.TryGetValue(place, out var ofKey))
            {
                ofKey.Add(figure);
            }
            else
            {
                several.Add(place, [keys[place].Shown, figure]);
            }
        }

        if (several.Count > 0)
        {
            var rank = Ranks(catalog);
            foreach (var (place, ofKey) in several)
                keys[place] = KeyOf([.. ofKey.OrderByDescending(figure => rank[observationOf(figure).Source])], observationOf);
        }

        return keys;
    }

    private static KeyedFigures<T> KeyOf<T>(List<T> latestFirst, Func<T, Observation> observationOf) =>
        new(latestFirst[0], latestFirst[1..], latestFirst.Exists(other => observationOf(other).Quantity != observationOf(latestFirst[0]).Quantity));

    private static Dictionary<string, int> Ranks(Catalog catalog) => catalog.Sources
        .OrderBy(source => source.Published.End)
        .Select((source, index) => (source.Code, index))
        .ToDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);
}
