using EmploymentDashboard.Database;
using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Areas;

/// <summary>Two to six areas side by side. The address names them.</summary>
public sealed partial class ComparePage : ComponentBase
{
    private IReadOnlyList<Area> _known = [];
    private List<Area> _areas = [];
    private AreaComparison? _comparison;

    /// <summary>Codes; several values, or one with commas.</summary>
    [SupplyParameterFromQuery]
    public string[]? Areas { get; set; }

    [SupplyParameterFromQuery]
    public string? Figure { get; set; }

    [Inject]
    public required AreaQuery Query { get; init; }

    [Inject]
    public required Catalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private string Here => Addresses.Compare(_areas.Select(area => area.Code));

    private string Title => _areas.Count < 2
        ? Say("比较地区", "Compare areas")
        : Say(string.Join("与", _areas.Select(area => area.Name.Zh)), string.Join(" and ", _areas.Select(area => area.Name.En)));

    protected override void OnParametersSet()
    {
        var codes = (Areas ?? []).SelectMany(value => value.Split(',')).Distinct();
        List<Area> areas = [.. codes.Select(code => Catalog.TryArea(code, out var area) ? area : null).OfType<Area>().Take(AreaComparison.MostAreas)];
        if (_known.Count > 0 && areas.SequenceEqual(_areas))
            return;

        _areas = areas;
        var lines = Query.Lines();
        _known = [.. Catalog.Areas.Where(area => lines.ContainsKey(area.Code) || areas.Contains(area))];
        _comparison = areas.Count < 2 ? null : AreaComparison.Of(Catalog, areas, ShownFigure.Of(areas.SelectMany(area => Query.Figures(area.Code)), Catalog));
    }

    /// <summary>Pairs of the areas that count the same people, by name.</summary>
    private IEnumerable<string> Overlaps() => _areas
        .SelectMany((area, index) => _areas.Skip(index + 1).Select(other => (area, other)))
        .Where(pair => Catalog.Overlap(pair.area.Code, pair.other.Code))
        .Select(pair => Say($"{pair.area.Name.Zh}和{pair.other.Name.Zh}", $"{pair.area.Name.En} and {pair.other.Name.En}"));
}
