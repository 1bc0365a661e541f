using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Features.Targets;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Overview;

/// <summary>Keeps the overview of each language until the data change: everyone opens it, and it is the same for all.</summary>
public sealed class Overviews(DashboardDatabase database, OverviewQuery query, TargetQuery targets, ExplorerQuery explorer, CatalogCache catalog)
{
    private readonly Kept<bool, OverviewModel> _kept = new(database, most: 2);

    /// <summary>The overview in the reader's language.</summary>
    public OverviewModel Current => _kept.Get(Bilingual.EnglishIsAsked, () => OverviewModel.Build(query, targets, explorer, catalog.Current));
}
