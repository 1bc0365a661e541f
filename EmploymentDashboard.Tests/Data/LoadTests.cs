namespace EmploymentDashboard.Tests.Data;

public sealed class LoadTests(ProjectData data) : IClassFixture<ProjectData>
{
    [Fact]
    public void Folder_WhenLoaded_GivesNoErrorAndNoWarning()
    {
        Assert.Empty(data.Tables.Issues.Select(issue => issue.ToString()));
        Assert.Empty(data.Report.Issues.Select(issue => issue.ToString()));
        Assert.All(data.Report.Files, file => Assert.True(file is { IsNew: true, Counts.Rejected: 0 }, file.Name));
    }

    [Fact]
    public async Task Folder_WhenLoadedTwice_AddsNothing()
    {
        var (figures, batches) = (data.Stored().Count, data.Batches());

        var again = await data.LoadAsync();

        Assert.All(again.Files, file => Assert.True(file is { IsNew: false, Counts.Added: 0, Counts.Changed: 0 }, file.Name));
        Assert.Equal((figures, batches), (data.Stored().Count, data.Batches()));
    }

    [Theory]
    [InlineData("2020-02-return-to-work", 33)]
    [InlineData("2020-03-stable-jobs", 3)]
    [InlineData("2020-q3-dadukou", 18)]
    [InlineData("2021-09-gaoxin", 27)]
    [InlineData("2023-03-banan", 15)]
    public void File_OfAPage_BringsAllItsFigures(string file, int figures) =>
        Assert.Equal(figures, Assert.Single(data.Report.Files, report => report.Name == file + ".csv").Counts.Added);

    [Fact]
    public void Files_Together_Bring96Figures()
    {
        Assert.Equal(5, data.Report.Files.Count);
        Assert.Equal(96, data.Figures.Count);
    }

    [Theory]
    [InlineData("100000", 1)]
    [InlineData("500000", 9)]
    [InlineData("500104", 18)]
    [InlineData("500112-LXZ", 4)]
    [InlineData("500113", 15)]
    [InlineData("500115", 16)]
    [InlineData("500152-TBZ", 6)]
    [InlineData("Z-GXQ", 27)]
    public void Area_HasItsFigures(string area, int figures) =>
        Assert.Equal(figures, data.Figures.Count(figure => figure.Series.Area == area));
}
