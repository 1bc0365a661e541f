using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Import;

public sealed class DataFolderTests : IAsyncLifetime
{
    private const string Header = "area,indicator,period,value,source\n";
    private TestDatabase _store = null!;

    private TestFolder Folder => _store.Folder;

    public async Task InitializeAsync()
    {
        _store = await TestDatabase.CreateAsync();
        ReferenceFiles.Write(Folder);
    }

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Folder_OfTheProject_LoadsWithoutAnIssue()
    {
        var report = await LoadAsync(Path.Combine(AppContext.BaseDirectory, "data"));

        Assert.Empty(report.Issues.Select(issue => issue.ToString()));
        Assert.NotEmpty(report.Files);
        Assert.All(report.Files, file => Assert.True(file is { IsNew: true, Counts.Added: > 0, Counts.Rejected: 0 }));
        Assert.Equal(report.Files.Sum(file => file.Counts.Added), Figures().Count);
    }

    /// <summary>The same check that the import makes, made here for itself: every fragment gives the row's value and bound.</summary>
    [Fact]
    public async Task Fragments_OfTheProject_AreReadAsTheirFigures()
    {
        await LoadAsync(Path.Combine(AppContext.BaseDirectory, "data"));

        Assert.All(Figures(), figure => Assert.Equal(
            figure.Observation.Quantity,
            Assert.IsType<FigureReading.Number>(FigureParser.Read(figure.Observation.AsPrinted)).Quantity));
    }

    [Fact]
    public async Task Folder_LoadedTwice_ChangesNothing()
    {
        Folder.Write("figures/a.csv", Header + "巴南,jobs,2023-01,5,paper\n巴南,jobs,2024-01,5,paper\n");
        var first = await LoadAsync();
        var second = await LoadAsync();

        Assert.True(first.Files[0].IsNew);
        var file = Assert.Single(second.Files);
        Assert.Equal((false, 1L, 0), (file.IsNew, file.BatchId, file.Counts.Added));
        Assert.Equal("period_in_future", Assert.Single(file.Issues).Kind.Code);
        Assert.Equal(2, Figures().Count);
    }

    [Fact]
    public async Task File_ThatIsBroken_IsReportedAndTheRestIsLoaded()
    {
        Folder.Write("figures/a.csv", Header + "巴南,jobs,2023-01,5,paper\n巴南,jobs,\"2023-02,5,paper\n");
        Folder.Write("figures/b.csv", Header + "巴南,jobs,2023-01,5,paper\n巴北,jobs,2023-02,5,paper\n");
        await File.WriteAllBytesAsync(Path.Combine(Folder.Path, "figures", "c.csv"), [0xC7]);

        var report = await LoadAsync();

        Assert.Equal(
            ["figures a.csv: unclosed_quote 3:3", "figures b.csv: unknown_area 3:1", "figures c.csv: broken_bytes 1:"],
            report.Issues.Select(issue => $"figures {issue.File}: {issue.Kind.Code} {issue.Line}:{issue.Column}"));
        Assert.Equal([false, true, false], report.Files.Select(file => file.BatchId is not null));
        Assert.Equal((1, 1), (report.Files[1].Counts.Added, report.Files[1].Counts.Rejected));
        Assert.Single(Figures());
        Assert.True(report.HasErrors);
    }

    [Fact]
    public async Task Row_RejectedForAMissingArea_IsLoadedOnceTheAreaIsThere()
    {
        Folder.Write("figures/a.csv", Header + "巴南,jobs,2023-01,5,paper\n长寿,jobs,2023-01,6,paper\n");
        await LoadAsync();
        await File.AppendAllTextAsync(Path.Combine(Folder.Path, "areas.csv"), "500115,district,500000,长寿区,Changshou,长寿,,,\n");

        var report = await LoadAsync();

        Assert.Equal((true, 1, 0), (report.Files[0].IsNew, report.Files[0].Counts.Added, report.Files[0].Counts.Rejected));
        Assert.Equal(2, Figures().Count);
        Assert.False((await LoadAsync()).Files[0].IsNew);
    }

    [Fact]
    public async Task Folder_WithoutIssues_IsReadAgainOnlyWhenAFileChanged()
    {
        Folder.Write("figures/a.csv", Header + "巴南,jobs,2023-01,5,paper\n");
        await LoadAsync();
        var version = _store.Database.Version;

        var again = Assert.Single((await LoadAsync()).Files);
        Assert.Equal(("a.csv", false, 1L), (again.Name, again.IsNew, again.BatchId));
        Assert.Equal(version, _store.Database.Version);

        Folder.Write("figures/a.csv", Header + "巴南,jobs,2023-01,6,paper\n");
        Assert.True(Assert.Single((await LoadAsync()).Files).IsNew);
        await File.AppendAllTextAsync(Path.Combine(Folder.Path, "areas.csv"), "500115,district,500000,长寿区,Changshou,长寿,,,\n");
        await LoadAsync();
        using var connection = _store.Database.Open();
        Assert.Contains(CatalogStore.Read(connection).Areas, area => area.Code == "500115");
    }

    [Fact]
    public async Task Folder_ThatIsNotThere_IsReported()
    {
        var report = await LoadAsync(Path.Combine(Folder.Path, "nowhere"));

        Assert.All(report.ReferenceIssues, issue => Assert.Equal("file_unreadable", issue.Kind.Code));
        Assert.Equal(5, report.ReferenceIssues.Count);
        Assert.Empty(report.Files);
    }

    [Fact]
    public async Task Entry_RemovedFromItsTable_GoesUnlessFiguresReferToIt()
    {
        var areas = Path.Combine(Folder.Path, "areas.csv");
        var before = await File.ReadAllTextAsync(areas);
        await File.AppendAllTextAsync(areas, "500115,district,500000,长寿区,Changshou,长寿,,,\n");
        Folder.Write("figures/a.csv", Header + "巴南,jobs,2023-01,5,paper\n");
        await LoadAsync();
        await File.WriteAllTextAsync(areas, string.Join('\n', before.Split('\n').Where(line => !line.StartsWith("500113", StringComparison.Ordinal))));

        await LoadAsync();

        using var connection = _store.Database.Open();
        Assert.Equal(["500000", "500113"], CatalogStore.Read(connection).Areas.Select(area => area.Code).Order(StringComparer.Ordinal));
    }

    private Task<LoadReport> LoadAsync(string? folder = null) => new DataFolder(_store.Database, _store.Clock).LoadAsync(folder ?? Folder.Path);

    private IReadOnlyList<Figure> Figures()
    {
        using var connection = _store.Database.Open();
        return FigureReader.Read(connection, FigureReader.Select);
    }
}
