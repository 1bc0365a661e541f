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

    [Theory]
    [InlineData("x")]
    [InlineData("完全不相干的名称")]
    public void Name_LikeNone_SuggestsNone(string name) => Assert.Empty(_names.Areas.Nearest(name));

    [Fact]
    public void Name_FarTooLong_IsComparedWithNone() => Assert.Empty(_names.Areas.Nearest(new string('区', 1_000_000)));

    [Theory]
    [InlineData("重庆市巴南区2023年就业情况", "500113")]
    [InlineData("巴南区和长寿 区", "500113 500115")]
    [InlineData("重庆市各区县", "500000")]
    [InlineData("就业情况", "")]
    public void Names_WithinASentence_AreFoundAtTheirLongest(string sentence, string codes) =>
        Assert.Equal(codes, string.Join(' ', _names.Areas.FindWithin(sentence).Select(found => found.Entry.Code)));

    [Fact]
    public void Name_OfTheWholeCity_IsTheOnlyCity()
    {
        Assert.True(_names.Areas.TryFind("全市", out var city));
        Assert.Equal("500000", city.Code);
    }

    [Fact]
    public void Name_FoundAsWritten_AllocatesNothing()
    {
        string[] names = ["巴南", "banan district", "nobody"];
        long found = 0;
        Look();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            Look();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1_001, found);

        void Look()
        {
            foreach (var name in names)
                found += _names.Areas.TryFind(name, out var area) && area.Code == "500113" && name.Length == 2 ? 1 : 0;
        }
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
