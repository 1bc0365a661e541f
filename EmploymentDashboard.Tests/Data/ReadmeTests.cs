using System.Text;
using System.Text.RegularExpressions;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Data;

/// <summary>What the README shows works as it stands there.</summary>
public sealed partial class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public async Task CsvExample_WhenImported_IsTakenInWithoutAWarning(string readme)
    {
        var example = Assert.Single(CsvBlock().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, readme)))).Groups["csv"].Value;
        var tables = await ReferenceTables.ReadAsync(Repository.Data);
        using var store = await TestDatabase.CreateAsync(tables.Catalog);

        using var preview = new ImportRun(store.Database, store.Clock).Prepare(ImportFile.OfBytes(readme, Encoding.UTF8.GetBytes(example)), new());

        Assert.Empty(preview.Issues());
        var figure = Assert.Single(preview.Added()).Observation;
        Assert.Equal(("500115", "returned_to_work", 20000m), (figure.Series.Area, figure.Series.Indicator, figure.Quantity?.Value));
        Assert.Equal(EmploymentDashboard.Statistics.Bound.MoreThan, figure.Quantity?.Bound);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    [InlineData("data/README.md")]
    public async Task LocalLink_LeadsToAFile(string readme)
    {
        var path = Path.Combine(Repository.Root, readme);
        var targets = LocalLink().Matches(await File.ReadAllTextAsync(path)).Select(link => link.Groups["target"].Value.Split('#')[0]);
        Assert.All(targets, target => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, target)), $"{readme} links to {target}, which is not there."));
    }

    [GeneratedRegex(@"```csv\n(?<csv>[^`]*)```", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CsvBlock();

    [GeneratedRegex(@"\]\((?!http)(?<target>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LocalLink();
}
