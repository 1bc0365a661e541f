using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>The codes of closed lists, which files and addresses hold and which must not change.</summary>
public sealed class CodesTests
{
    [Fact]
    public void Codes_AreThoseDocumented()
    {
        Assert.Equal("flow ytd cumulative stock average target limit", string.Join(' ', Codes.Basis.All));
        Assert.Equal("exact more_than at_least about nearly at_most less_than", string.Join(' ', Codes.Bound.All));
        Assert.Equal("A P E B D U O L M Q", string.Join(' ', Codes.Status.All));
        Assert.Equal("nation city district county zone township", string.Join(' ', Codes.AreaKind.All));
    }

    [Fact]
    public void EveryMember_HasACode_ThatReadsBack()
    {
        AssertReadsBack(Codes.Basis);
        AssertReadsBack(Codes.Bound);
        AssertReadsBack(Codes.Status);
        AssertReadsBack(Codes.AreaKind);
    }

    [Theory]
    [InlineData("ytd", true)]
    [InlineData("YTD", true)]
    [InlineData("", false)]
    [InlineData(" ytd", false)]
    [InlineData("Ytd ", false)]
    [InlineData("1", false)]
    [InlineData(null, false)]
    public void Code_FromOutside_IsReadOrRefused(string? code, bool isKnown) =>
        Assert.Equal((isKnown, isKnown ? Basis.Ytd : default), (Codes.Basis.TryParse(code, out var basis), basis));

    [Fact]
    public void Code_OfItsOwnThatIsUnknown_IsAProgrammersError() =>
        Assert.Throws<KeyNotFoundException>(() => Codes.Bound.Parse("余"));

    [Theory]
    [InlineData("flow", true, true)]
    [InlineData("ytd", false, true)]
    [InlineData("cumulative", false, true)]
    [InlineData("stock", false, true)]
    [InlineData("average", false, true)]
    [InlineData("target", false, false)]
    [InlineData("limit", false, false)]
    public void Basis_SaysWhetherItAddsOverTime_AndWhetherItHappened(string code, bool addsOverTime, bool isActual)
    {
        var basis = Codes.Basis.Parse(code);

        Assert.Equal((addsOverTime, isActual), (basis.AddsOverTime(), basis.IsActual()));
    }

    private static void AssertReadsBack<T>(CodeList<T> codes)
        where T : struct, Enum =>
        Assert.Equal(Enum.GetValues<T>(), Enum.GetValues<T>().Select(value => codes.Parse(codes.Write(value))));
}
