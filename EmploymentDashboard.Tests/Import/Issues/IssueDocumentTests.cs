using EmploymentDashboard.Import;

namespace EmploymentDashboard.Tests.Import.Issues;

public sealed class IssueDocumentTests
{
    /// <summary>The variable that has the documents written anew instead of compared.</summary>
    private const string Update = "UPDATE_DOCS";

    public static TheoryData<string> Codes => [.. IssueKind.All.Select(kind => kind.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Example_OfEachKind_RaisesItWhereItSaysAndNothingElse(string code)
    {
        var example = Assert.Single(IssueExamples.All, example => example.Kind.Code == code);

        var issues = await example.RunAsync();

        Assert.Equal(
            example.Places.Select(place => $"{code}@{place.Line},{place.Column}").Concat(example.Also.Select(also => $"{also.Kind.Code}@{also.Line},")).Order(),
            issues.Select(issue => $"{issue.Kind.Code}@{issue.Line},{issue.Column}").Order());
    }

    [Fact]
    public async Task Documents_InBothLanguages_SayWhatTheProgramSays()
    {
        var found = new Dictionary<IssueKind, IReadOnlyList<ImportIssue>>();
        foreach (var example in IssueExamples.All)
            found[example.Kind] = await example.RunAsync();

        foreach (var document in new[] { IssueDocument.English, IssueDocument.Chinese })
        {
            var text = document.Write(found);
            if (Environment.GetEnvironmentVariable(Update) is not null)
                await File.WriteAllTextAsync(document.Path, text);

            Assert.True(
                File.Exists(document.Path) && await File.ReadAllTextAsync(document.Path) == text,
                $"{document.Path} is stale. Write it anew with {Update}=1 dotnet test EmploymentDashboard.Tests --filter {nameof(IssueDocumentTests)}");
        }
    }
}
