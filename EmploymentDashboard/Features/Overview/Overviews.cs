using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Features.Targets;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Features.Overview;

/// <summary>Keeps the overview of each language until the data change: everyone opens it, and it is the same for all.</summary>
public sealed class Overviews(DashboardDatabase database, OverviewQuery query, TargetQuery targets, ExplorerQuery explorer, CatalogCache catalog)
{
    private Kept? _chinese;
    private Kept? _english;

    /// <summary>The overview in the reader's language.</summary>
    public OverviewModel Current
    {
        get
        {
            ref var kept = ref Bilingual.EnglishIsAsked ? ref _english : ref _chinese;
            var version = database.Version;
            if (kept is { } known && known.Version == version)
                return known.Model;

            var model = OverviewModel.Build(query, targets, explorer, catalog.Current);
            kept = new(version, model);
            return model;
        }
    }

    private sealed record Kept(long Version, OverviewModel Model);
}
