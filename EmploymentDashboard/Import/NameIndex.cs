using System.Collections.Concurrent;
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

    /// <summary>Unknown names whose suggestions are kept, for a wrong name in one row is most often in many.</summary>
    private const int MostKeptSuggestions = 1_000;

    /// <summary>No name is nearly as long; comparing it with each would only cost time.</summary>
    private const int LongestMisspelling = 64;

    private readonly Dictionary<string, T> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<T>> _ambiguous = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Written, string Normal)> _names = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _suggestions = new(StringComparer.Ordinal);
    private readonly int _longest;

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
        _longest = _names.Select(name => name.Normal.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Names that mean more than one entry, with those entries.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<T>> Ambiguous => _ambiguous;

    /// <summary>All names, as written.</summary>
    public IReadOnlyList<string> Names => [.. _names.Select(name => name.Written)];

    public bool TryFind(string name, [NotNullWhen(true)] out T? entry) =>
        _byName.TryGetValue(name, out entry) || (!IsNormal(name) && _byName.TryGetValue(Normal(name), out entry));

    /// <summary>Up to three known names of which at least half is the same as this one, nearest first.</summary>
    public IReadOnlyList<string> Nearest(string name)
    {
        if (name.Length > LongestMisspelling)
            return [];
        if (_suggestions.TryGetValue(name, out var known))
            return known;

        var nearest = Compare(Normal(name));
        if (_suggestions.Count < MostKeptSuggestions)
            _suggestions.TryAdd(name, nearest);
        return nearest;
    }

    /// <summary>The names that stand in a sentence, longest first where they overlap, in the order of the sentence.</summary>
    public IReadOnlyList<(string Name, T Entry)> FindWithin(string sentence)
    {
        var normal = Normal(sentence);
        var found = new List<(string Name, T Entry)>();
        for (var at = 0; at < normal.Length; at++)
        {
            for (var length = Math.Min(_longest, normal.Length - at); length > 1; length--)
            {
                if (!_byName.TryGetValue(normal.Substring(at, length), out var entry))
                    continue;

                found.Add((normal.Substring(at, length), entry));
                at += length - 1;
                break;
            }
        }

        return found;
    }

    private IReadOnlyList<string> Compare(string wanted)
    {
        var best = new List<(string Written, int Distance, int Difference)>(MostSuggestions + 1);
        foreach (var (written, normal) in _names)
        {
            var difference = Math.Abs(normal.Length - wanted.Length);
            if (best.Count == MostSuggestions && difference > best[^1].Distance)
                continue;

            var distance = EditDistance.Between(wanted, normal);
            if (2 * distance > Math.Max(wanted.Length, normal.Length) || best.Exists(known => known.Written == written))
                continue;

            var place = best.FindIndex(known => (distance, difference).CompareTo((known.Distance, known.Difference)) < 0);
            best.Insert(place < 0 ? best.Count : place, (written, distance, difference));
            if (best.Count > MostSuggestions)
                best.RemoveAt(MostSuggestions);
        }

        return [.. best.Select(known => known.Written)];
    }

    private void Add(string name, T entry)
    {
        var key = Normal(name);
        _names.Add((name, key));
        if (!_byName.TryAdd(key, entry) && !EqualityComparer<T>.Default.Equals(_byName[key], entry))
            _ambiguous[key] = [.. _ambiguous.GetValueOrDefault(key, [_byName[key]]), entry];
    }

    private static string Normal(string name) => TextWidth.Narrow(name).Replace(" ", "", StringComparison.Ordinal);

    private static bool IsNormal(string name)
    {
        foreach (var c in name)
        {
            if (char.IsWhiteSpace(c) || c is >= '\uFF01' and <= '\uFF5E')
                return false;
        }

        return true;
    }
}

/// <summary>The names of everything that a row of figures can name.</summary>
public sealed class ReferenceNames(Catalog catalog)
{
    public NameIndex<Area> Areas { get; } = new(catalog.Areas, area => [area.Code, area.Name.Zh, area.Name.En, area.ShortName, .. area.Aliases, .. WholeCity(catalog, area)]);

    public NameIndex<Indicator> Indicators { get; } = new(catalog.Indicators, indicator => [indicator.Code, indicator.Name.Zh, indicator.Name.En, .. indicator.Aliases]);

    public NameIndex<Breakdown> Breakdowns { get; } = new(catalog.Breakdowns, breakdown => [breakdown.Code, breakdown.Name.Zh, breakdown.Name.En, .. breakdown.Aliases]);

    public NameIndex<Source> Sources { get; } = new(catalog.Sources, source => [source.Code, source.Headline]);

    /// <summary>The base units of all indicators.</summary>
    public IReadOnlyList<Unit> Units { get; } = [.. catalog.Indicators.Select(indicator => indicator.Unit).Distinct()];

    public Catalog Catalog => catalog;

    public static NameIndex<Basis> Bases { get; } = OfCodes(Codes.Basis, Wording.Name);

    public static NameIndex<Bound> Bounds { get; } = OfCodes(Codes.Bound, Wording.Name);

    public static NameIndex<ObsStatus> Statuses { get; } = OfCodes(Codes.Status, Wording.Name);

    /// <summary>In the tables of one city 全市 is that city.</summary>
    private static IEnumerable<string> WholeCity(Catalog catalog, Area area) =>
        area.Kind == AreaKind.City && catalog.Areas.Count(other => other.Kind == AreaKind.City) == 1 ? ["全市"] : [];

    private static NameIndex<T> OfCodes<T>(CodeList<T> codes, Func<T, Bilingual> name)
        where T : struct, Enum =>
        new(codes.All.Select(codes.Parse), value => [codes.Write(value), name(value).Zh, name(value).En]);
}

/// <summary>Levenshtein's distance: the fewest letters to insert, delete or replace.</summary>
internal static class EditDistance
{
    private const int LongestOnStack = 256;

    public static int Between(string left, string right)
    {
        var above = right.Length < LongestOnStack ? stackalloc int[right.Length + 1] : new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            above[j] = j;
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
