using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Shared;

/// <summary>A small catalogue: a city, two districts and a zone; a count, an amount, a rate and a standard; parts that make a whole.</summary>
public static class TestCatalog
{
    public static Catalog Create() => new(
        [
            new("500000", AreaKind.City, null, new("重庆市", "Chongqing"), "重庆", []),
            new("500113", AreaKind.District, "500000", new("巴南区", "Banan District"), "巴南", ["重庆市巴南区"], new(5, 4)),
            new("500115", AreaKind.District, "500000", new("长寿区", "Changshou District"), "长寿", ["重庆市长寿区"], new(5, 2)),
            new("Z-GXQ", AreaKind.Zone, "500000", new("重庆高新区", "Chongqing High-tech Zone"), "高新区", []),
        ],
        [new("jobs", new("就业", "Jobs"))],
        [
            Indicator("jobs_created", "新增就业", "Jobs created", new("人", "persons"), isAdditive: true),
            Indicator("loans", "贷款", "Loans", new("元", "yuan"), isAdditive: true),
            Indicator("unemployment", "失业率", "Unemployment", new("%", "%"), isAdditive: false),
            Indicator("rate_change", "失业率变化", "Change of unemployment", new("百分点", "percentage points"), isAdditive: false),
            Indicator("subsidy", "补贴标准", "Subsidy", new("元/人", "yuan per person"), isAdditive: false),
        ],
        [
            new(Breakdown.Total, new("总数", "Total"), "", null, false, ["合计"]),
            new("local", new("就地", "Local"), "destination", Breakdown.Total, true, []),
            new("outside", new("外地", "Outside"), "destination", Breakdown.Total, true, []),
            new("migrants", new("农民工", "Migrant workers"), "group", Breakdown.Total, false, []),
        ],
        [Source("early", "2023-03-01"), Source("late", "2023-03-20")]);

    private static Indicator Indicator(string code, string zh, string en, Unit unit, bool isAdditive) =>
        new(code, new(zh, en), "jobs", unit, 0, isAdditive, true, new(zh, en), []);

    private static Source Source(string code, string published) =>
        new(code, "日报", "标题", "", Period.Parse(published), new("", ""), "", "", "zh");
}
