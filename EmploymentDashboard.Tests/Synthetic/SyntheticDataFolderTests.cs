using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Synthetic;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Synthetic;

public sealed class SyntheticDataFolderTests
{
    [Fact]
    public async Task Folder_LoadedThroughThePipeline_GivesEveryFigureAndNoIssue()
    {
        using var store = await TestDatabase.CreateAsync();
        store.Clock.Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var size = new SyntheticPanelSize(Areas: 3, Months: 30, Indicators: 12);
        var folder = Path.Combine(store.Folder.Path, "generated");
        var catalog = (await ReferenceTables.ReadAsync(Repository.Data)).Catalog;
        SyntheticDataFolder.Write(Repository.Data, catalog, size, folder);

        var report = await new DataFolder(store.Database, store.Clock).LoadAsync(folder);

        Assert.Empty(report.Issues.Select(issue => issue.ToString()));
        var generated = new SyntheticPanel(catalog, size, Source.Synthetic).Figures().ToHashSet();
        using var connection = store.Database.Open();
        var stored = FigureReader.Read(connection, FigureReader.Select).Select(figure => figure.Observation).ToList();
        Assert.Equal(generated.Count, stored.Count);
        Assert.All(stored, figure => Assert.Contains(figure, generated));
    }

    /// <summary>Neither an article nor a figure of the real folder is in the generated one.</summary>
    [Fact]
    public async Task Folder_HasOneSourceThatSaysWhatItIs()
    {
        using var folder = new TestFolder();
        var real = (await ReferenceTables.ReadAsync(Repository.Data)).Catalog;
        SyntheticDataFolder.Write(Repository.Data, real, new(Areas: 1, Months: 1, Indicators: 1), folder.Path);

        var tables = await ReferenceTables.ReadAsync(folder.Path);
        Assert.Empty(tables.Issues);
        var source = Assert.Single(tables.Catalog.Sources);
        Assert.Equal(("synthetic", "程序生成"), (source.Code, source.Publisher));
        Assert.Equal(["synthetic.csv"], Directory.EnumerateFiles(Path.Combine(folder.Path, "figures")).Select(Path.GetFileName));
        Assert.Equal(real.Areas.Count, tables.Catalog.Areas.Count);
    }

    [Fact]
    public async Task Folder_WrittenAgain_HasTheSameBytes()
    {
        using var folder = new TestFolder();
        var catalog = (await ReferenceTables.ReadAsync(Repository.Data)).Catalog;
        var file = Path.Combine(folder.Path, "figures", "synthetic.csv");

        SyntheticDataFolder.Write(Repository.Data, catalog, new(Areas: 2, Months: 14, Indicators: 6), folder.Path);
        var first = await File.ReadAllTextAsync(file);
        SyntheticDataFolder.Write(Repository.Data, catalog, new(Areas: 2, Months: 14, Indicators: 6), folder.Path);

        Assert.Equal(first, await File.ReadAllTextAsync(file));
    }
}
