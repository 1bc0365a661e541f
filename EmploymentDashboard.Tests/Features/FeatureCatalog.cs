using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Features;

/// <summary>The small catalogue with what the screens tell apart beside it: a third district with a town, tiles, standards, a third destination.</summary>
internal static class FeatureCatalog
{
    public static Catalog Create()
    {
        var small = TestCatalog.Create();
        return new(
            [
                .. small.Areas.Select(area => area.Kind == AreaKind.Zone ? area with { Tile = new(8, 4) } : area),
                new("500112", AreaKind.District, "500000", new("渝北区", "Yubei District"), "渝北", [], new(3, 2)),
                new("500112-LXZ", AreaKind.Township, "500112", new("龙兴镇", "Longxing Town"), "龙兴", []),
            ],
            [.. small.Themes, new("standards", new("政策标准", "Standards"))],
            [
                .. small.Indicators.Select(indicator => indicator.Code == "subsidy" ? indicator with { Theme = "standards" } : indicator),
            ],
            [.. small.Breakdowns, new("abroad", new("境外", "Abroad"), "destination", Breakdown.Total, true, [])],
            small.Sources);
    }
}
