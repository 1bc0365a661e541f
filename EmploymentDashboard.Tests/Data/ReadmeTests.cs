using System.Text;
using System.Text.RegularExpressions;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Data;

/// <summary>What the README shows works as it stands there.</summary>
public sealed partial class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public async Task CsvExamples_WhenImported_AreTakenInWithoutAWarning(string readme)
    {
        var examples = CsvBlock().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, readme))).Select(match => match.Groups["csv"].Value).ToList();
        var tables = await ReferenceTables.ReadAsync(Repository.Data);
        using var store = await TestDatabase.CreateAsync(tables.Catalog);

        Assert.Equal(
            [
                "500115 returned_to_work ../2020-02~ >20,000",
                "500113 urban_new_employment 2023-01 1,200, 500113 urban_new_employment 2023-02 1,350, 500113 urban_new_employment 2023-03 >1,500, "
                + "500115 urban_new_employment 2023-01 900, 500115 urban_new_employment 2023-02 Missing, 500115 urban_new_employment 2023-03 1,100",
            ],
            examples.Select(Read));

        string Read(string example)
        {
            using var preview = new ImportRun(store.Database, store.Clock).Prepare(ImportFile.OfBytes(readme, Encoding.UTF8.GetBytes(example)), new());
            Assert.Empty(preview.Issues());
            return string.Join(", ", preview.Added().Select(figure => figure.Observation).Select(figure =>
                $"{figure.Series.Area} {figure.Series.Indicator} {figure.Period.Edtf} {(figure.Quantity is { } quantity ? Format.Full(quantity) : figure.Status.ToString())}"));
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    [InlineData("data/README.md")]
    public async Task LocalLink_LeadsToAFile(string readme)
    {
        var path = Path.Combine(Repository.Root, readme);
        foreach (var link in LocalLink().Matches(await File.ReadAllTextAsync(path)).Select(link => link.Groups["target"].Value.Split('#')))
        {
            var target = link[0].Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, link[0]);
            Assert.True(File.Exists(target), $"{readme} links to {target}, which is not there.");
            if (link.Length > 1)
                Assert.Contains(link[1], Heading().Matches(await File.ReadAllTextAsync(target)).Select(heading => Anchor(heading.Groups["words"].Value)));
        }
    }

    /// <summary>How a heading is linked to: lower case, blanks as hyphens, nothing else but letters and digits.</summary>
    private static string Anchor(string heading) => string.Concat(heading.Trim().ToLowerInvariant().Select(letter => letter == ' ' ? '-' : letter).Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_'));

    [GeneratedRegex("^#+ (?<words>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"```csv\n(?<csv>[^`]*)```", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CsvBlock();

    [GeneratedRegex(@"\]\((?!http)(?<target>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LocalLink();
}
