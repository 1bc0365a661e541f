using System.IO.Compression;
using System.Text;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Features;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Import;

/// <summary>All of the data leaves as one archive, and comes back the same.</summary>
public sealed class DataArchiveTests
{
    [Fact]
    public async Task Archive_TakenIntoAnEmptyDatabase_GivesTheSameLogicalContent()
    {
        using var store = await FilledDatabase.CreateAsync(
            "500113 jobs_created total flow 2023-01 10余", "500113 jobs_created local flow 2023-02 约1200 A late 约1200人 =1+1", "500115 jobs_created total flow ../2023-02~ — O", "Z-GXQ loans total limit 2023 3.2万 U");
        await store.TakeInAsync("500113 jobs_created total flow 2023-01 12");
        await store.Database.WriteAsync((connection, transaction) => AnnotationStore.Add(
            new() { Period = Period.Parse("2023-02~"), Area = "500113", Indicator = "jobs_created", Kind = AnnotationKind.Note, Chinese = "-停了一周", English = "Closed, \"for\" a week", Locator = "第二段" }, "analyst", store.Clock.GetUtcNow(), connection, transaction));
        using var folder = new TestFolder();

        using var again = await RestoredAsync(store.Database, folder);

        Assert.Equal(Exported(store.Database), Exported(again.Database));
        Assert.Equal(Content(store.Database), Content(again.Database));
        Assert.NotEmpty(Content(store.Database).Annotations);
    }

    /// <summary>The project's own data, whole.</summary>
    [Fact]
    public async Task Archive_OfTheArticles_GivesTheSameLogicalContent()
    {
        using var store = await TestDatabase.CreateAsync();
        Assert.False((await new DataFolder(store.Database, store.Clock).LoadAsync(Path.Combine(Repository.Root, "data"))).HasErrors);
        using var folder = new TestFolder();

        using var again = await RestoredAsync(store.Database, folder);

        Assert.Equal(Exported(store.Database), Exported(again.Database));
        Assert.Equal(Content(store.Database), Content(again.Database));
        Assert.Equal(9, Content(again.Database).Sources.Split('\n').Length);
    }

    [Theory]
    [InlineData("../../outside.csv")]
    [InlineData("figures/../../outside.csv")]
    [InlineData("/tmp/outside.csv")]
    [InlineData("figures/deep/outside.csv")]
    [InlineData("figures\\..\\outside.csv")]
    [InlineData("program.exe")]
    public async Task Archive_WithOtherFiles_LeavesThemAlone(string stranger)
    {
        using var folder = new TestFolder();
        var archive = Archive(folder, "areas.csv", stranger);
        var target = Path.Combine(folder.Path, "a", "b", "unpacked");
        await DataArchive.ExtractAsync(archive, target);
        Assert.Equal([Path.Combine(target, "areas.csv")], Directory.EnumerateFiles(Path.Combine(folder.Path, "a"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Archive_OfSomethingElse_IsRefusedInWords()
    {
        using var chinese = Language.Chinese();
        using var folder = new TestFolder();
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => DataArchive.ExtractAsync(Archive(folder, "holiday.csv"), Path.Combine(folder.Path, "unpacked")));
        Assert.Contains("没有 areas.csv", refusal.Message, StringComparison.Ordinal);
        refusal = await Assert.ThrowsAsync<InvalidDataException>(() => DataArchive.ExtractAsync(folder.Write("torn.zip", "PK no archive at all"), Path.Combine(folder.Path, "unpacked")));
        Assert.Contains("不是 ZIP 压缩包", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_OfMoreFilesThanADataFolderHas_IsRefusedBeforeAnythingIsUnpacked()
    {
        using var chinese = Language.Chinese();
        using var folder = new TestFolder();
        var (archive, target) = (Archive(folder, ["areas.csv", .. Enumerable.Range(1, 10_000).Select(number => $"figures/{number}.csv")]), Path.Combine(folder.Path, "unpacked"));
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => DataArchive.ExtractAsync(archive, target));
        Assert.Contains("10000 个", refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(target));
    }

    private static string Archive(TestFolder folder, params string[] names)
    {
        var path = Path.Combine(folder.Path, "archive.zip");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var name in names)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write("code\n");
        }

        return path;
    }

    private static async Task<TestDatabase> RestoredAsync(DashboardDatabase database, TestFolder folder)
    {
        var path = Path.Combine(folder.Path, "data.zip");
        await using (var file = File.Create(path))
            new DataArchive(database).Write(file);
        await DataArchive.ExtractAsync(path, Path.Combine(folder.Path, "unpacked"));
        var again = await TestDatabase.CreateAsync();
        var report = await new DataFolder(again.Database, again.Clock).LoadAsync(Path.Combine(folder.Path, "unpacked"));
        Assert.Empty(report.Issues.Where(issue => issue.IsError).Select(issue => issue.Describe()));
        return again;
    }

    private static string Exported(DashboardDatabase database)
    {
        using var target = new MemoryStream();
        new FigureExport(database).Write(target, new());
        return Encoding.UTF8.GetString(target.ToArray());
    }

    private static (string Areas, string Indicators, string Sources, string Annotations) Content(DashboardDatabase database)
    {
        using var connection = database.Open();
        var catalog = CatalogStore.Read(connection);
        return (
            string.Join('\n', catalog.Areas.Select(area => $"{area with { Aliases = [] }} {string.Join('|', area.Aliases)}")),
            string.Join('\n', catalog.Indicators.Select(indicator => $"{indicator with { Aliases = [] }} {string.Join('|', indicator.Aliases)}").Concat(catalog.Themes.Select(theme => theme.ToString())).Concat(catalog.Breakdowns.Select(breakdown => $"{breakdown with { Aliases = [] }} {string.Join('|', breakdown.Aliases)}"))),
            string.Join('\n', catalog.Sources.Select(source => $"{source} {source.Published.Edtf}")),
            string.Join('\n', AnnotationStore.All(connection).Where(annotation => annotation.Stands).OrderBy(annotation => annotation.Content.Chinese, StringComparer.Ordinal).Select(annotation => $"{annotation.Content} {annotation.Content.Period.Edtf}")));
    }
}
