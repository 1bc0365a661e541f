using EmploymentDashboard.Shell;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;

namespace EmploymentDashboard.Features.Overview;

public sealed partial class OverviewPage : ComponentBase
{
    private OverviewModel _model = null!;

    [SupplyParameterFromQuery]
    public string? Figure { get; set; }

    [Inject]
    public required Overviews Overviews { get; init; }

    [Inject]
    public required Catalog Catalog { get; init; }

    private long? OpenFigure => Addresses.Number(Figure);

    protected override void OnInitialized() => _model = Overviews.Current;
}
