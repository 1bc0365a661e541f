using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Database;

/// <summary>The catalogue as the database holds it, read again only after a commit.</summary>
public sealed class CatalogCache(DashboardDatabase database)
{
    private Kept? _kept;

    public Catalog Current
    {
        get
        {
            var version = database.Version;
            if (_kept is { } kept && kept.Version == version)
                return kept.Catalog;

            using var connection = database.Open();
            var catalog = CatalogStore.Read(connection);
            _kept = new(version, catalog);
            return catalog;
        }
    }

    private sealed record Kept(long Version, Catalog Catalog);
}
