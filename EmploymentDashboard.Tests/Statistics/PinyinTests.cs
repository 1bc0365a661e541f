using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Statistics;

public sealed class PinyinTests
{
    [Theory]
    [InlineData("巴南区", "ba nan qu")]
    [InlineData("重庆高新区", "chong qing gao xin qu")]
    [InlineData("体重", "ti zhong")]
    [InlineData("长寿", "chang shou")]
    [InlineData("增长", "zeng zhang")]
    [InlineData("银行", "yin hang")]
    [InlineData("旅行", "lv xing")]
    [InlineData("啊座做", "a zuo zuo")]
    [InlineData("綦江、涪陵", "qi jiang fu ling")]
    [InlineData("GDP 3.2万", "gdp 3 2 wan")]
    [InlineData("龘", "龘")]
    [InlineData("", "")]
    public void Pinyin_OfAText_IsASyllableACharacter(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Pinyin.Of(text)));

    /// <summary>The English name of a district is its pinyin, so the table is held against what others wrote.</summary>
    [Fact]
    public async Task Pinyin_OfEveryDistrict_IsItsEnglishName()
    {
        var catalog = (await ReferenceTables.ReadAsync(Repository.Data)).Catalog;
        var districts = catalog.Areas.Where(area => area.Kind is AreaKind.City or AreaKind.District or AreaKind.County).ToList();

        Assert.Equal(39, districts.Count);
        Assert.All(districts, area => Assert.Equal(
            string.Concat(area.Name.En.Replace(" District", "", StringComparison.Ordinal).Replace(" County", "", StringComparison.Ordinal).ToLowerInvariant().Where(char.IsAsciiLetter)),
            string.Concat(Pinyin.Of(area.ShortName))));
    }

    [Fact]
    public async Task Pinyin_OfEveryNameInTheData_IsKnown()
    {
        var catalog = (await ReferenceTables.ReadAsync(Repository.Data)).Catalog;
        string[] names =
        [
            .. catalog.Areas.SelectMany(area => area.Aliases.Append(area.Name.Zh)),
            .. catalog.Indicators.SelectMany(indicator => indicator.Aliases.Append(indicator.Name.Zh)),
            .. catalog.Themes.Select(theme => theme.Name.Zh),
            .. catalog.Sources.SelectMany(source => new[] { source.Headline, source.Publisher }),
        ];
        Assert.All(names, name => Assert.All(Pinyin.Of(name), syllable => Assert.True(syllable.All(char.IsAsciiLetterOrDigit), $"{name}: {syllable}")));
    }

    [Theory]
    [InlineData("bn", "巴南区", 0, 2)]
    [InlineData("banan", "巴南区", 0, 2)]
    [InlineData("bnan", "巴南区", 0, 2)]
    [InlineData("bana", "巴南区", 0, 2)]
    [InlineData("b", "巴南区", 0, 1)]
    [InlineData("bananqu", "巴南区", 0, 3)]
    [InlineData("nanq", "巴南区", 1, 2)]
    [InlineData("bn", "巴南区", 1, 0)]
    [InlineData("bnx", "巴南区", 0, 0)]
    [InlineData("bananquq", "巴南区", 0, 0)]
    [InlineData("", "巴南区", 0, 0)]
    public void Letters_ThatSaySyllablesInFullOrByInitials_AreUnderstood(string letters, string text, int from, int said) =>
        Assert.Equal(said, Pinyin.Said(letters, Pinyin.Of(text), from));
}
