using System.Text;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Import.Seeded;

public sealed class SeededErrorTests
{
    private const int Seed = 20_260_401;

    /// <summary>What can be wrong with a row, its cells or its neighbours in the file. The rest is about whole files.</summary>
    private static readonly IssueKind[] OfRows =
    [
        IssueKind.BrokenBytes, IssueKind.RaggedRow, IssueKind.StrayQuote, IssueKind.ZeroCharacter, IssueKind.CharacterLost, IssueKind.TotalRow, IssueKind.TotalDisagrees,
        IssueKind.PartOfRowAbove, IssueKind.AreaCodeDisagrees, IssueKind.ExampleRow, IssueKind.RowNotRead, IssueKind.UnknownArea, IssueKind.UnknownIndicator,
        IssueKind.UnknownBreakdown, IssueKind.UnknownBasis, IssueKind.UnknownBound, IssueKind.UnknownStatus, IssueKind.UnknownSource, IssueKind.PeriodUnreadable,
        IssueKind.PeriodInFuture, IssueKind.NotANumber, IssueKind.UnitMismatch, IssueKind.ValueWithoutNumber, IssueKind.NumberWithMissingStatus, IssueKind.BoundDisagrees,
        IssueKind.PrintedDisagrees, IssueKind.PrintedUnreadable, IssueKind.NegativeCount, IssueKind.RateOver100, IssueKind.DuplicateKey, IssueKind.PartsExceedTotal,
        IssueKind.PartsDoNotAddUp, IssueKind.FallingYearToDate, IssueKind.OutOfScale, IssueKind.ConflictWithOtherSource,
    ];

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public async Task Errors_PutIntoFilesOfAnyLayout_AreAllReportedInTheirPlacesAndNothingElse(string encoding)
    {
        var catalog = (await ReferenceTables.ReadAsync(Repository.Data)).Catalog;
        var files = new SeededFiles(catalog, Seed);
        SeededFile[] all = [files.Long(encoding, rounds: 9), files.WideByMonth(encoding), files.WideByIndicator(encoding), files.Totals(encoding)];

        Assert.True(all.Sum(file => file.Seeds) >= 1_000, $"{all.Sum(file => file.Seeds)} errors");
        Assert.Equal(OfRows.Select(kind => kind.Code).Order(StringComparer.Ordinal), all.SelectMany(file => file.Codes).Distinct().Order(StringComparer.Ordinal));
        var differences = new StringBuilder();
        foreach (var file in all)
        {
            using var store = await TestDatabase.CreateAsync(catalog);
            using var preview = new ImportRun(store.Database, store.Clock).Prepare(ImportFile.OfBytes(file.Name, file.Bytes()), new() { Layout = new() { Source = "cqrb-2023-03-06-banan" } });

            var found = preview.Issues().Select(issue => SeededFile.Place(issue.Line, issue.Column, issue.Kind.Code)).Order(StringComparer.Ordinal).ToList();
            differences.Append(Difference(file.Name, file.Expected(), found));
        }

        Assert.True(differences.Length == 0, differences.ToString());
    }

    /// <summary>What is expected and not found, and found and not expected; each as often as that.</summary>
    private static string Difference(string name, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var place in expected)
            counts[place] = counts.GetValueOrDefault(place) - 1;
        foreach (var place in found)
            counts[place] = counts.GetValueOrDefault(place) + 1;
        return string.Concat(counts.Where(count => count.Value != 0).Take(40).Select(count => $"{name}: {count.Value:+0;-0} {count.Key}\n"));
    }
}
