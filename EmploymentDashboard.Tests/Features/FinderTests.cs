using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Finding;
using EmploymentDashboard.Import;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Features;

/// <summary>What is found by what people type, over the project's own areas, indicators and sources.</summary>
public sealed class FinderTests : IAsyncLifetime, IDisposable
{
    private readonly Language _language = Language.Chinese();
    private TestDatabase _store = null!;

    public async Task InitializeAsync() => _store = await TestDatabase.CreateAsync((await ReferenceTables.ReadAsync(Repository.Data)).Catalog);

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _language.Dispose();

    [Theory]
    [InlineData("bn", "巴南区")]
    [InlineData("banan", "巴南区")]
    [InlineData("ba nan", "巴南区")]
    [InlineData("BaNan", "巴南区")]
    [InlineData("ｂａｎａｎ", "巴南区")]
    [InlineData("巴南", "巴南区")]
    [InlineData("重庆市巴南区", "巴南区")]
    [InlineData("bananqu", "巴南区")]
    [InlineData("500113", "巴南区")]
    [InlineData("Banan District", "巴南区")]
    [InlineData("bannan", "巴南区")]
    [InlineData("nanan", "南岸区")]
    [InlineData("nan'an", "南岸区")]
    [InlineData("cq", "重庆市")]
    [InlineData("重庆", "重庆市")]
    [InlineData("cs", "长寿区")]
    [InlineData("fengdu", "丰都县")]
    [InlineData("gxq", "重庆高新区")]
    [InlineData("科学城", "重庆高新区")]
    [InlineData("龙兴", "渝北区龙兴镇")]
    [InlineData("城镇新增就业", "城镇新增就业")]
    [InlineData("xinzengjiuye", "城镇新增就业")]
    [InlineData("就业 新增", "城镇新增就业")]
    [InlineData("urban_new_employment", "城镇新增就业")]
    [InlineData("new urban emp", "城镇新增就业")]
    [InlineData("巴南 新增就业", "巴南区 · 城镇新增就业")]
    [InlineData("巴南新增就业", "巴南区 · 城镇新增就业")]
    [InlineData("新增就业 巴南", "巴南区 · 城镇新增就业")]
    [InlineData("bn xzjy", "巴南区 · 城镇新增就业")]
    [InlineData("laiyuan", "来源")]
    [InlineData("overview", "总览")]
    public void Words_AreUnderstoodAsWhatTheyNameBest(string typed, string first) =>
        Assert.Equal(first, Find(typed)[0].Items[0].Title);

    /// <summary>By a word of the headline, by the author, by pinyin.</summary>
    [Theory]
    [InlineData("四心", "cqkjb-2020-02-changshou")]
    [InlineData("吕培林", "cqkjb-2020-02-longxing")]
    [InlineData("fenghuang", "cqrb-2020-q3-dadukou")]
    public void Words_OfASource_FindIt(string typed, string source) =>
        Assert.Equal(new CatalogCache(_store.Database).Current.Source(source).Headline, Find(typed)[0].Items[0].Title);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("火星")]
    [InlineData("xyzxyz")]
    [InlineData("%")]
    [InlineData("bnx")]
    public void Words_ThatNameNothing_FindNothing(string typed) => Assert.Empty(Find(typed));

    [Fact]
    public void Words_OfATheme_FindItsIndicators() =>
        Assert.Equal(["创业担保贷款发放额", "创业担保贷款人数", "创业担保贷款扶持户数"], Of(FoundKind.Indicator, "Guaranteed start-up loans").Items.Select(item => item.Title));

    [Fact]
    public void Group_WithMoreThanAreShown_SaysHowMany()
    {
        var group = Of(FoundKind.Area, "区", most: 3);
        Assert.Equal(3, group.Items.Count);
        Assert.True(group.Total > 26, $"{group.Total}");
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(Role.Reader, "")]
    [InlineData(Role.Analyst, "导入")]
    [InlineData(Role.Administrator, "导入")]
    public void Pages_AreFoundByThoseWhoMayOpenThem(Role? role, string expected) =>
        Assert.Equal(expected, string.Join('|', Finder().Find("导入", role, 9).SelectMany(group => group.Items).Select(item => item.Title)));

    [Fact]
    public async Task Found_SaysHowManyFiguresItHas_AndWhatHasSomeComesFirst()
    {
        using var store = await FilledDatabase.CreateAsync("500115 loans total flow 2023-01 1", "500115 loans local flow 2023-01 1", "500115 jobs_created total flow 2023-01 1 A early");
        var finder = new Finder(store.Database, store.Catalogs);
        Assert.Equal([("长寿区", 3L), ("巴南区", 0L), ("渝北区", 0L)], finder.Find("district", null, 9)[0].Items.Select(item => (item.Title, item.Figures!.Value)));
        Assert.Equal(("长寿区 · 贷款", 2L), finder.Find("长寿 贷款", null, 9)[0].Items.Select(item => (item.Title, item.Figures!.Value)).First());
        Assert.Equal("/explore?indicator=loans&areas=500115", finder.Find("长寿 贷款", null, 9)[0].Items[0].Address);
        Assert.Equal([1L, 2L], finder.Find("标题", null, 9)[0].Items.Select(item => item.Figures!.Value).Order());

        await store.TakeInAsync("500113 loans total flow 2023-01 1");
        Assert.Equal(1L, finder.Find("巴南区", null, 9)[0].Items[0].Figures);
    }

    private Finder Finder() => new(_store.Database, new CatalogCache(_store.Database));

    private IReadOnlyList<FoundGroup> Find(string typed) => Finder().Find(typed, null, 9);

    private FoundGroup Of(FoundKind kind, string typed, int most = 99) => Assert.Single(Finder().Find(typed, null, most), group => group.Kind == kind);
}
