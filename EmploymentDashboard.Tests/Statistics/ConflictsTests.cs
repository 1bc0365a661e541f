using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>Several sources for one key: the one published last is shown, the others are kept.</summary>
public sealed class ConflictsTests
{
    /// <summary>First appeared on 5 March; second and third on the 6th; undated goes on without an end.</summary>
    [Theory]
    [InlineData("a single figure", "first", "", false, "first =10")]
    [InlineData("another figure of a later source", "second", "first", true, "first =10", "second =12")]
    [InlineData("in any order", "second", "first", true, "second =12", "first =10")]
    [InlineData("on the same day the one listed later", "third", "second first", true, "second =10", "third =11", "first =12")]
    [InlineData("a source without a last day counts as the earliest", "first", "undated", true, "undated =10", "first =12")]
    [InlineData("the same figure again is no conflict", "second", "first", false, "first =10", "second =10")]
    [InlineData("nor is it with other decimals", "second", "first", false, "first =10", "second =10.0")]
    [InlineData("another bound is", "second", "first", true, "first >10", "second =10")]
    [InlineData("so is a missing one beside a figure", "second", "first", true, "first =10", "second O")]
    [InlineData("missing twice is none", "second", "first", false, "first O", "second Q")]
    [InlineData("an inferred period is the same key", "second", "first", true, "2023-01 first =10", "2023-01~ second =12")]
    public void Sources_OfOneKey_AreRanked(string rule, string shown, string others, bool isConflict, params string[] figures)
    {
        var key = Assert.Single(Conflicts.Resolve(Notation.Figures(figures), Sample.Catalog));

        Assert.True(shown == key.Shown.Source, rule);
        Assert.True(others == string.Join(' ', key.Others.Select(other => other.Source)), rule);
        Assert.True(isConflict == key.IsConflict, rule);
    }

    [Theory]
    [InlineData("another period", "2023-01 first", "2023-02 second")]
    [InlineData("an open start", "2023-01 first", "../2023-01 second")]
    [InlineData("another area", "巴南 first", "渝北 second")]
    [InlineData("another basis", "flow first", "ytd second")]
    [InlineData("another breakdown", "total first", "local second")]
    [InlineData("another indicator", "workers_hired first", "guaranteed_loans second")]
    public void Figures_OfDifferentKeys_StandApart(string rule, params string[] figures)
    {
        var keys = Conflicts.Resolve(Notation.Figures(figures), Sample.Catalog);

        Assert.True(keys.Count == 2, rule);
        Assert.All(keys, key => Assert.False(key.IsConflict));
    }

    [Fact]
    public void NoFigures_HaveNoKeys() => Assert.Empty(Conflicts.Resolve([], Sample.Catalog));
}
