using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;

namespace EmploymentDashboard.Features.Figures;

public sealed partial class DetailsPanel : ComponentBase
{
    private FigureDetails? _details;
    private ElementReference _title;
    private long? _shown;
    private long? _focused;

    /// <summary>The figure asked for; null shows nothing.</summary>
    [Parameter, EditorRequired]
    public required long? Id { get; set; }

    [Inject]
    public required FigureQuery Query { get; init; }

    [Inject]
    public required Catalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private string CloseAddress => Navigation.GetUriWithQueryParameter("figure", (long?)null);

    protected override void OnParametersSet()
    {
        if (_shown == Id)
            return;

        _shown = Id;
        _details = Id is { } id ? Query.Find(id, Catalog) : null;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focused == Id)
            return;

        // Not on the first render: a reader who opened the page by its address starts at its top.
        _focused = Id;
        if (Id is not null && !firstRender)
            await _title.FocusAsync();
    }

    private string LinkTo(long id) => Navigation.GetUriWithQueryParameter("figure", id);
}
