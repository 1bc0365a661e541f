using System.Diagnostics.CodeAnalysis;

namespace EmploymentDashboard.Statistics;

/// <summary>The known areas, indicators, breakdowns and sources, by code.</summary>
public sealed class Catalog
{
    private readonly Dictionary<string, Area> _areas;
    private readonly Dictionary<string, Indicator> _indicators;
    private readonly Dictionary<string, Breakdown> _breakdowns;
    private readonly Dictionary<string, Source> _sources;
    private readonly Dictionary<string, List<string>> _holders;
    private readonly Dictionary<string, string?> _cities;

    public Catalog(IEnumerable<Area> areas, IEnumerable<Theme> themes, IEnumerable<Indicator> indicators, IEnumerable<Breakdown> breakdowns, IEnumerable<Source> sources)
    {
        Areas = [.. areas];
        Themes = [.. themes];
        Indicators = [.. indicators];
        Breakdowns = [.. breakdowns];
        Sources = [.. sources];
        _areas = Areas.ToDictionary(area => area.Code, StringComparer.Ordinal);
        _indicators = Indicators.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        _breakdowns = Breakdowns.ToDictionary(breakdown => breakdown.Code, StringComparer.Ordinal);
        _sources = Sources.ToDictionary(source => source.Code, StringComparer.Ordinal);
        // Asked for each pair of areas whenever figures are added up.
        _holders = Areas.ToDictionary(area => area.Code, HoldersOf, StringComparer.Ordinal);
        _cities = Areas.ToDictionary(area => area.Code, area => _holders[area.Code].Prepend(area.Code).FirstOrDefault(code => Area(code).Kind == AreaKind.City), StringComparer.Ordinal);
    }

    public static Catalog Empty { get; } = new([], [], [], [], []);

    /// <summary>In the order of the reference table: nation and city first, then by code.</summary>
    public IReadOnlyList<Area> Areas { get; }

    public IReadOnlyList<Theme> Themes { get; }

    public IReadOnlyList<Indicator> Indicators { get; }

    public IReadOnlyList<Breakdown> Breakdowns { get; }

    public IReadOnlyList<Source> Sources { get; }

    public Area Area(string code) => _areas[code];

    public Indicator Indicator(string code) => _indicators[code];

    public Breakdown Breakdown(string code) => _breakdowns[code];

    public Source Source(string code) => _sources[code];

    public Theme Theme(string code) => Themes.First(theme => theme.Code == code);

    public bool TryTheme(string? code, [NotNullWhen(true)] out Theme? theme)
    {
        theme = Themes.FirstOrDefault(candidate => candidate.Code == code);
        return theme is not null;
    }

    public bool TryArea(string? code, [NotNullWhen(true)] out Area? area)
    {
        area = null;
        return code is not null && _areas.TryGetValue(code, out area);
    }

    public bool TryIndicator(string? code, [NotNullWhen(true)] out Indicator? indicator)
    {
        indicator = null;
        return code is not null && _indicators.TryGetValue(code, out indicator);
    }

    public bool TryBreakdown(string? code, [NotNullWhen(true)] out Breakdown? breakdown)
    {
        breakdown = null;
        return code is not null && _breakdowns.TryGetValue(code, out breakdown);
    }

    public bool TrySource(string? code, [NotNullWhen(true)] out Source? source)
    {
        source = null;
        return code is not null && _sources.TryGetValue(code, out source);
    }

    /// <summary>
    /// Whether figures of the two areas may count the same people: one holds the other, or one is a functional zone of the same city.
    /// Where a zone's borders run is not in the data, so a zone is taken to overlap every other area of its city.
    /// </summary>
    public bool Overlap(string left, string right)
    {
        if (left == right || IsWithin(left, right) || IsWithin(right, left))
            return true;

        return (Area(left).Kind == AreaKind.Zone || Area(right).Kind == AreaKind.Zone) && CityOf(left) == CityOf(right);
    }

    /// <summary>Whether the area lies in the other, at any depth.</summary>
    public bool IsWithin(string area, string container) => _holders[area].Contains(container);

    /// <summary>The districts and counties that make up a city without overlap.</summary>
    public IReadOnlyList<Area> PartsOf(string city) => [.. Areas.Where(area => area.Parent == city && area.Kind is (AreaKind.District or AreaKind.County))];

    /// <summary>Code of the city that holds the area, or that it is; null for the nation.</summary>
    public string? CityOf(string code) => _cities[code];

    /// <summary>The areas that hold one, the nearest first. A reference table may be wrong: an area that holds itself ends the list.</summary>
    private List<string> HoldersOf(Area area)
    {
        var holders = new List<string>();
        for (var code = area.Parent; TryArea(code, out var holder) && code != area.Code && !holders.Contains(code!); code = holder.Parent)
            holders.Add(code!);
        return holders;
    }
}
