using System.Text.RegularExpressions;
using EmploymentDashboard.Import;

namespace EmploymentDashboard.Tests.Import;

public sealed partial class IssueKindTests
{
    [Fact]
    public void Codes_OfAllKinds_AreSnakeCaseAndDistinct()
    {
        var codes = IssueKind.All.Select(kind => kind.Code).ToList();

        Assert.All(codes, code => Assert.Matches(SnakeCase(), code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(code, IssueKind.Of(code).Code));
    }

    [Fact]
    public void Texts_OfAllKinds_AreThereInBothLanguages() => Assert.All(
        IssueKind.All,
        kind => Assert.All([kind.Title.Zh, kind.Title.En, kind.Remedy.Zh, kind.Remedy.En], text => Assert.NotEqual("", text)));

    [GeneratedRegex("^[a-z]+(_[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SnakeCase();
}
