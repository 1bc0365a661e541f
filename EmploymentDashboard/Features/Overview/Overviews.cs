using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Areas;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Features.Targets;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Overview;

/// <summary>Who is asked for the parts of the overview.</summary>
public sealed record OverviewQueries(OverviewQuery Overview, AreaQuery Areas, TargetQuery Targets, ExplorerQuery Explorer);

/// <summary>Keeps the overview of each language until the data change: everyone opens it, and it is the same for all.</summary>
public sealed class Overviews(DashboardDatabase database, OverviewQueries queries, CatalogCache catalog)
{
    private readonly Kept<bool, OverviewModel> _kept = new(database, most: 2);

    /// <summary>The overview in the reader's language.</summary>
    public OverviewModel Current => _kept.Get(Bilingual.EnglishIsAsked, () => OverviewModel.Build(queries, catalog.Current));
}
