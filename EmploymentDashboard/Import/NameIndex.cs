using System.Diagnostics.CodeAnalysis;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Import;

/// <summary>
/// Finds entries by any of their names: code, full name, short name, alias. Case, width and spaces make no difference;
/// nothing else is forgiven. A name that means two entries finds neither.
/// </summary>
public sealed class NameIndex<T>
    where T : notnull
{
    private const int MostSuggestions = 3;

    private readonly Dictionary<string, T> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<T>> _ambiguous = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _written = [];

    /// <param name="names">All names of an entry. The first is its code and is suggested together with the others.</param>
    public NameIndex(IEnumerable<T> entries, Func<T, IEnumerable<string>> names)
    {
        foreach (var entry in entries)
        {
            foreach (var name in names(entry).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
                Add(name, entry);
        }

        foreach (var name in _ambiguous.Keys)
            _byName.Remove(name);
    }

    /// <summary>Names that mean more than one entry, with those entries.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<T>> Ambiguous => _ambiguous;

    /// <summary>All names, as written.</summary>
    public IReadOnlyList<string> Names => _written;

    public bool TryFind(string name, [NotNullWhen(true)] out T? entry) =>
        _byName.TryGetValue(name, out entry) || _byName.TryGetValue(Normal(name), out entry);

    /// <summary>Up to three known names that differ little from this one, nearest first.</summary>
    public IReadOnlyList<string> Nearest(string name)
    {
        var wanted = Normal(name);
        return [.. _written
            .Select(known => (Name: known, Distance: EditDistance.Between(wanted, Normal(known))))
            .Where(known => known.Distance < Math.Max(wanted.Length, known.Name.Length))
            .OrderBy(known => known.Distance)
            .ThenBy(known => Math.Abs(known.Name.Length - wanted.Length))
            .Select(known => known.Name)
            .Distinct(StringComparer.Ordinal)
            .Take(MostSuggestions)];
    }

    private void Add(string name, T entry)
    {
        var key = Normal(name);
        _written.Add(name);
        if (!_byName.TryAdd(key, entry) && !EqualityComparer<T>.Default.Equals(_byName[key], entry))
            _ambiguous[key] = [.. _ambiguous.GetValueOrDefault(key, [_byName[key]]), entry];
    }

    private static string Normal(string name) => TextWidth.Narrow(name).Replace(" ", "", StringComparison.Ordinal);
}

/// <summary>The names of everything that a row of figures can name.</summary>
public sealed class ReferenceNames(Catalog catalog)
{
    public NameIndex<Area> Areas { get; } = new(catalog.Areas, area => [area.Code, area.Name.Zh, area.Name.En, area.ShortName, .. area.Aliases]);

    public NameIndex<Indicator> Indicators { get; } = new(catalog.Indicators, indicator => [indicator.Code, indicator.Name.Zh, indicator.Name.En, .. indicator.Aliases]);

    public NameIndex<Breakdown> Breakdowns { get; } = new(catalog.Breakdowns, breakdown => [breakdown.Code, breakdown.Name.Zh, breakdown.Name.En, .. breakdown.Aliases]);

    public NameIndex<Source> Sources { get; } = new(catalog.Sources, source => [source.Code]);

    public static NameIndex<Basis> Bases { get; } = OfCodes(Codes.Basis, Wording.Name);

    public static NameIndex<Bound> Bounds { get; } = OfCodes(Codes.Bound, Wording.Name);

    public static NameIndex<ObsStatus> Statuses { get; } = OfCodes(Codes.Status, Wording.Name);

    private static NameIndex<T> OfCodes<T>(CodeList<T> codes, Func<T, Bilingual> name)
        where T : struct, Enum =>
        new(codes.All.Select(codes.Parse), value => [codes.Write(value), name(value).Zh, name(value).En]);
}

/// <summary>Levenshtein's distance: the fewest letters to insert, delete or replace.</summary>
internal static class EditDistance
{
    public static int Between(string left, string right)
    {
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            var diagonal = above[0];
            above[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var replaced = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = above[j + 1];
                above[j + 1] = Math.Min(replaced, 1 + Math.Min(above[j], above[j + 1]));
            }
        }

        return above[right.Length];
    }
}
