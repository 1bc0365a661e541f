using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Import;

public sealed class NameIndexTests
{
    private readonly ReferenceNames _names = new(TestCatalog.Create());

    [Theory]
    [InlineData("500113")]
    [InlineData("巴南")]
    [InlineData("巴南区")]
    [InlineData("重庆市巴南区")]
    [InlineData(" 巴南 区 ")]
    [InlineData("５００１１３")]
    [InlineData("banan district")]
    public void Name_InAnyOfItsForms_IsFound(string name)
    {
        Assert.True(_names.Areas.TryFind(name, out var area));
        Assert.Equal("500113", area.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("南")]
    [InlineData("巴南县")]
    [InlineData("巴")]
    public void Name_ThatIsNone_IsNotGuessed(string name) => Assert.False(_names.Areas.TryFind(name, out _));

    [Fact]
    public void Name_Misspelt_SuggestsTheNearest()
    {
        var nearest = _names.Areas.Nearest("巴男区");

        Assert.Equal("巴南区", nearest[0]);
        Assert.InRange(nearest.Count, 1, 3);
    }

    [Fact]
    public void Name_OfTwoEntries_FindsNeither()
    {
        var index = new NameIndex<string>(["north", "south"], entry => [entry, "bank"]);

        Assert.False(index.TryFind("bank", out _));
        Assert.True(index.TryFind("north", out _));
        Assert.Equal(["north", "south"], index.Ambiguous["bank"]);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("长寿", "长寿区", 1)]
    public void Distance_OfTwoTexts_CountsEdits(string left, string right, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(left, right));
        Assert.Equal(distance, EditDistance.Between(right, left));
    }
}
