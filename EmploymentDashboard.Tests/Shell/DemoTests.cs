using EmploymentDashboard.Features.Sources;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Shell;

public sealed class DemoTests
{
    /// <summary>One start, for the generated panel takes its time to load.</summary>
    [Fact]
    public async Task Demo_SaysOnEveryPageThatItsFiguresAreGeneratedAndTouchesNoRealDatabase()
    {
        using var folder = new TestFolder();
        var database = Path.Combine(folder.Path, "dashboard.db");
        await using (var dashboard = await RunningDashboard.StartAsync("--demo", "--database", database, "--data", Repository.Data))
        {
            foreach (var address in new[] { "/", "/explore", "/areas", "/areas/500113", "/sources", "/sources/synthetic", "/batches" })
                Assert.Contains("<strong>演示数据</strong>", await dashboard.PageAsync(address), StringComparison.Ordinal);

            Assert.Equal(["synthetic"], dashboard.Service<SourcesQuery>().Lines().Keys);
        }

        Assert.False(File.Exists(database));
        Assert.True(File.Exists(Path.Combine(folder.Path, "dashboard.demo.db")));
    }
}
