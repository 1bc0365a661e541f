namespace EmploymentDashboard.Statistics;

/// <summary>The figures of one key (series and period) from all its sources.</summary>
/// <param name="Shown">That of the source published last.</param>
/// <param name="Others">The rest, latest first: kept, never dropped and never averaged.</param>
public sealed record KeyedFigures(Observation Shown, IReadOnlyList<Observation> Others)
{
    /// <summary>Whether another source gives the key another figure; a repetition is no conflict.</summary>
    public bool IsConflict => Others.Any(other => other.Quantity != Shown.Quantity);
}

public static class Conflicts
{
    /// <summary>Groups figures by key. Of sources published on the same day the one listed later in the catalogue is shown.</summary>
    public static IReadOnlyList<KeyedFigures> Resolve(IEnumerable<Observation> observations, Catalog catalog)
    {
        var rank = catalog.Sources
            .OrderBy(source => source.Published.End)
            .Select((source, index) => (source.Code, index))
            .ToDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);

        return [.. observations
            .GroupBy(observation => (observation.Series, observation.Period))
            .Select(key => key.OrderByDescending(observation => rank[observation.Source]).ToList())
            .Select(latestFirst => new KeyedFigures(latestFirst[0], latestFirst[1..]))];
    }
}
