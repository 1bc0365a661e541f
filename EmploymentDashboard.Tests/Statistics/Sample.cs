using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>A few areas, indicators and breakdowns of each kind, enough to show every rule.</summary>
internal static class Sample
{
    public static Catalog Catalog { get; } = new(
        [
            Place("100000", AreaKind.Nation, null, "全国"),
            Place("500000", AreaKind.City, "100000", "重庆"),
            Place("500112", AreaKind.District, "500000", "渝北"),
            Place("500113", AreaKind.District, "500000", "巴南"),
            Place("500235", AreaKind.County, "500000", "云阳"),
            Place("500112-LXZ", AreaKind.Township, "500112", "龙兴镇"),
            Place("Z-GXQ", AreaKind.Zone, "500000", "高新区"),
            Place("Z-LJXQ", AreaKind.Zone, "500000", "两江新区"),
            Place("510100", AreaKind.City, "100000", "成都"),
            Place("510104", AreaKind.District, "510100", "锦江"),
            Place("Z-TFXQ", AreaKind.Zone, "510100", "天府新区"),
        ],
        [new("hiring", new("就业与招聘", "Hires and placements"))],
        [Count("workers_hired"), Count("guaranteed_loans"), Rate("unemployment_rate")],
        [
            Part(Breakdown.Total, "", null, false),
            Part("local", "destination", Breakdown.Total, true),
            Part("in_city", "destination", Breakdown.Total, true),
            Part("out_of_city", "destination", Breakdown.Total, true),
            Part("men", "sex", Breakdown.Total, true),
            Part("women", "sex", Breakdown.Total, true),
            Part("migrant_workers", "group", Breakdown.Total, false),
            Part("graduates", "group", Breakdown.Total, false),
        ],
        [Article("first", "2023-03-05"), Article("second", "2023-03-06"), Article("third", "2023-03-06"), Article("undated", "2023~/..")]);

    private static Area Place(string code, AreaKind kind, string? parent, string name) => new(code, kind, parent, new(name, name), name, []);

    private static Indicator Count(string code) => new(code, new(code, code), "hiring", new("人", "people"), 0, true, true, default, []);

    private static Indicator Rate(string code) => new(code, new(code, code), "hiring", new("%", "%"), 1, false, false, default, []);

    private static Breakdown Part(string code, string dimension, string? parent, bool isExhaustive) =>
        new(code, new(code, code), dimension, parent, isExhaustive, []);

    private static Source Article(string code, string published) =>
        new(code, "重庆日报", "", "", Period.Parse(published), default, "", "", "zh");
}
