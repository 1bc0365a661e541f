using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;

namespace EmploymentDashboard.Tests.Web;

/// <summary>The whole dashboard with the project's data, for tests that leave it as it was.</summary>
public sealed class WebFixture : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();

    internal RunningDashboard Dashboard { get; private set; } = null!;

    public async Task InitializeAsync() => Dashboard = await StartAsync(_folder, "--Limits:Searches", "100000", "--Limits:Downloads", "100000", "--Limits:Forms", "100000");

    public async Task DisposeAsync() => await Dashboard.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    /// <summary>A dashboard of one's own.</summary>
    internal static Task<RunningDashboard> StartAsync(TestFolder folder, params string[] arguments) =>
        RunningDashboard.StartAsync(["--database", Path.Combine(folder.Path, "dashboard.db"), "--data", Repository.Data, .. arguments]);
}

[CollectionDefinition(Name)]
public sealed class WebCollection : ICollectionFixture<WebFixture>
{
    public const string Name = "web";
}
