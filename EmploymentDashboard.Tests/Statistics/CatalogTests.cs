using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>Which areas may count the same people.</summary>
public sealed class CatalogTests
{
    [Theory]
    [InlineData("巴南", "巴南", true)]
    [InlineData("巴南", "渝北", false)]
    [InlineData("巴南", "云阳", false)]
    [InlineData("巴南", "重庆", true)]
    [InlineData("巴南", "全国", true)]
    [InlineData("重庆", "全国", true)]
    [InlineData("重庆", "成都", false)]
    [InlineData("巴南", "成都", false)]
    [InlineData("龙兴镇", "渝北", true)]
    [InlineData("龙兴镇", "巴南", false)]
    [InlineData("龙兴镇", "重庆", true)]
    [InlineData("高新区", "重庆", true)]
    [InlineData("高新区", "全国", true)]
    [InlineData("高新区", "巴南", true)]
    [InlineData("高新区", "云阳", true)]
    [InlineData("高新区", "龙兴镇", true)]
    [InlineData("高新区", "两江新区", true)]
    [InlineData("高新区", "锦江", false)]
    [InlineData("高新区", "天府新区", false)]
    [InlineData("天府新区", "锦江", true)]
    [InlineData("天府新区", "成都", true)]
    public void Areas_Overlap_WhereOneHoldsTheOther_OrIsAZoneOfTheSameCity(string left, string right, bool overlap)
    {
        Assert.Equal(overlap, Sample.Catalog.Overlap(Code(left), Code(right)));
        Assert.Equal(overlap, Sample.Catalog.Overlap(Code(right), Code(left)));
    }

    [Theory]
    [InlineData("龙兴镇", "渝北", true)]
    [InlineData("龙兴镇", "全国", true)]
    [InlineData("渝北", "龙兴镇", false)]
    [InlineData("渝北", "渝北", false)]
    [InlineData("高新区", "重庆", true)]
    [InlineData("高新区", "巴南", false)]
    public void Area_LiesWithinItsParents(string area, string container, bool isWithin) =>
        Assert.Equal(isWithin, Sample.Catalog.IsWithin(Code(area), Code(container)));

    [Theory]
    [InlineData("Banan District", "Banan")]
    [InlineData("Nan'an District", "Nan'an")]
    [InlineData("Chongqing High-tech Zone", "High-tech")]
    [InlineData("Liangjiang New Area", "Liangjiang")]
    [InlineData("Longxing Town, Yubei", "Longxing")]
    [InlineData("Chongqing", "Chongqing")]
    public void AreaLabel_IsShortInBothLanguages(string name, string label)
    {
        var area = new Area("1", AreaKind.District, null, new("全名", name), "短", []);
        Assert.Equal(("短", label), (area.Label.Zh, area.Label.En));
    }

    [Fact]
    public void Lookup_FindsByCodeAndNothingElse()
    {
        var catalog = Sample.Catalog;

        Assert.True(catalog.TryArea("500113", out var area) && area == catalog.Area("500113") && area.ShortName == "巴南");
        Assert.True(catalog.TryIndicator("workers_hired", out var indicator) && indicator == catalog.Indicator("workers_hired"));
        Assert.True(catalog.TryBreakdown("local", out var breakdown) && !breakdown.IsTotal && catalog.Breakdown(Breakdown.Total).IsTotal);
        Assert.True(catalog.TrySource("first", out var source) && source == catalog.Source("first"));
        Assert.False(catalog.TryArea("巴南", out _) || catalog.TryArea(null, out _));
        Assert.False(catalog.TryIndicator("Workers_Hired", out _) || catalog.TryIndicator(null, out _));
        Assert.False(catalog.TryBreakdown("", out _) || catalog.TryBreakdown(null, out _));
        Assert.False(catalog.TrySource("fourth", out _) || catalog.TrySource(null, out _));
    }

    [Fact]
    public void Code_GivenTwice_IsAProgrammersError() =>
        Assert.Throws<ArgumentException>(() => new Catalog([Sample.Catalog.Areas[0], Sample.Catalog.Areas[0]], [], [], [], []));

    private static string Code(string name) => Sample.Catalog.Areas.Single(area => area.ShortName == name).Code;
}
