using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Batches;
using EmploymentDashboard.Features.Overview;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Shell;

public sealed class DashboardAppTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Database => Path.Combine(_folder.Path, "dashboard.db");

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SecondStart_OnTheSameDatabase_LoadsNothingTwice()
    {
        IReadOnlyList<Batch> first;
        await using (var dashboard = await StartAsync(Repository.Data))
            first = BatchesOf(dashboard);

        await using var again = await StartAsync(Repository.Data);
        Assert.Equal(5, first.Count);
        Assert.Equal(first, BatchesOf(again));
        Assert.Equal(96, again.Service<OverviewQuery>().Totals().Figures);
    }

    [Fact]
    public async Task BrokenFiles_AreReportedOnThePageAndTheRestIsLoaded()
    {
        CopyData();
        await File.AppendAllTextAsync(Path.Combine(Data, "figures", "2023-03-banan.csv"), "巴北,job_fairs,total,flow,2023-01,5,场,exact,5场,A,cqrb-2023-03-06-banan,导语,\n");
        _folder.Write("data/figures/2024-broken.csv", "area,indicator,period,value\n500113,job_fairs,\"2024-01,5\n");

        // A second start finds the same problems, though the good rows are there already.
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await using var dashboard = await StartAsync(Data);
            foreach (var address in new[] { "/", "/explore", "/areas", "/sources", "/batches" })
            {
                var page = await dashboard.PageAsync(address);
                Assert.Contains("data 文件夹中有 2 处未能载入，其余已载入", page, StringComparison.Ordinal);
                Assert.Contains("2023-03-banan.csv 第 17 行 第 1 列 (area)：", page, StringComparison.Ordinal);
                Assert.Contains("「巴北」", page, StringComparison.Ordinal);
                Assert.Contains("2024-broken.csv 第 2 行 第 3 列", page, StringComparison.Ordinal);
            }

            Assert.Equal(96, dashboard.Service<OverviewQuery>().Totals().Figures);
        }
    }

    /// <summary>Each reference table in turn cannot be read.</summary>
    [Theory]
    [InlineData("areas.csv")]
    [InlineData("themes.csv")]
    [InlineData("indicators.csv")]
    [InlineData("breakdowns.csv")]
    [InlineData("sources.csv")]
    public async Task BrokenReferenceTable_LeavesEveryPageOpen(string table)
    {
        CopyData();
        await File.WriteAllTextAsync(Path.Combine(Data, table), "code,\"name\n");
        await using var dashboard = await StartAsync(Data);

        foreach (var address in new[] { "/", "/explore", "/areas", "/sources", "/batches" })
            Assert.Contains(table, await dashboard.PageAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataFolder_ThatIsNotThere_LeavesThePageOpen()
    {
        await using var dashboard = await StartAsync(Path.Combine(_folder.Path, "nowhere"));
        Assert.Contains("还没有数字", await dashboard.PageAsync("/"), StringComparison.Ordinal);
    }

    private static IReadOnlyList<Batch> BatchesOf(RunningDashboard dashboard) => dashboard.Service<BatchQuery>().Named("", null).Batches;

    private Task<RunningDashboard> StartAsync(string data) => RunningDashboard.StartAsync("--database", Database, "--data", data);

    private void CopyData()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Data, "*.csv", SearchOption.AllDirectories))
            _folder.Write(Path.Combine("data", Path.GetRelativePath(Repository.Data, file)), File.ReadAllText(file));
    }
}
