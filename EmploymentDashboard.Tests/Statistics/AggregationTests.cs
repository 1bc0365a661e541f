using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>What may be added. Each case lists figures in the words of <see cref="Notation"/>.</summary>
public sealed class AggregationTests
{
    private static readonly Aggregation Aggregation = new(Sample.Catalog);

    [Theory]
    [InlineData("=30", "2023-01 =10", "2023-02 =20")]
    [InlineData("=60", "2023-01 =10", "2023-Q2 =20", "2024 =30")]
    [InlineData("=30", "巴南 =10", "渝北 =20")]
    [InlineData("=30", "巴南 =10", "云阳 =20")]
    [InlineData("=30", "重庆 =10", "成都 =20")]
    [InlineData("=30", "高新区 =10", "锦江 =20")]
    [InlineData("=30", "龙兴镇 =10", "巴南 =20")]
    [InlineData("=30", "龙兴镇 2023-01 =10", "渝北 2023-02 =20")]
    [InlineData("=60", "local =10", "in_city =20", "out_of_city =30")]
    [InlineData("=30", "巴南 men =10", "渝北 women =20")]
    [InlineData("=30", "migrant_workers 2023-01 =10", "migrant_workers 2023-02 =20")]
    [InlineData("=30", "../2022-12 =10", "2023-01 =20")]
    [InlineData(">2420", "巴南 >2300", "渝北 =120")]
    [InlineData("≈600", "2023-01 ≈500", "2023-02 =100")]
    [InlineData("=10", "2023-01 =10", "2023-02 =0")]
    [InlineData("=7", "=7")]
    [InlineData("=30", "2023-01 =10 P", "2023-02 =20 E")]
    public void Flows_ThatDoNotOverlap_AreSummed(string sum, params string[] figures) =>
        Assert.Equal(Notation.Quantity(sum), Aggregation.Sum(Notation.Figures(figures)).Quantity);

    [Theory]
    [InlineData(Obstacle.NothingThere)]
    [InlineData(Obstacle.DifferentIndicators, "workers_hired", "guaranteed_loans 2023-02")]
    [InlineData(Obstacle.NotAdditive, "unemployment_rate 2023-01", "unemployment_rate 2023-02")]
    [InlineData(Obstacle.NotAdditive, "unemployment_rate 巴南", "unemployment_rate 渝北")]
    [InlineData(Obstacle.DifferentBases, "flow 2023-01", "ytd 2023-01/2023-02")]
    [InlineData(Obstacle.DifferentBases, "flow 2023-01", "target 2023-02")]
    [InlineData(Obstacle.NotAFlow, "ytd 2023-01", "ytd 2023-01/2023-02")]
    [InlineData(Obstacle.NotAFlow, "cumulative ../2023-01", "cumulative ../2023-02")]
    [InlineData(Obstacle.NotAFlow, "stock 2023-01", "stock 2023-02")]
    [InlineData(Obstacle.NotAFlow, "average 2021", "average 2022")]
    [InlineData(Obstacle.NotAFlow, "target 2023", "target 2024")]
    [InlineData(Obstacle.NotAFlow, "limit 2023-01", "limit 2023-02")]
    [InlineData(Obstacle.Missing, "2023-01 =10", "2023-02 O")]
    [InlineData(Obstacle.Missing, "2023-01 =10", "2023-02 Q")]
    [InlineData(Obstacle.LowReliability, "2023-01 =10", "2023-02 =20 U")]
    [InlineData(Obstacle.OverlappingPeriods, "2023-01 first", "2023-01 second")]
    [InlineData(Obstacle.OverlappingPeriods, "2023-01", "2023-01~")]
    [InlineData(Obstacle.OverlappingPeriods, "2023-01", "2023-Q1")]
    [InlineData(Obstacle.OverlappingPeriods, "2023-01", "2023-01-30")]
    [InlineData(Obstacle.OverlappingPeriods, "2023-01", "../2023-03")]
    [InlineData(Obstacle.OverlappingPeriods, "2023-01", "2023-02", "2023-01/2023-02")]
    [InlineData(Obstacle.OverlappingAreas, "巴南", "重庆")]
    [InlineData(Obstacle.OverlappingAreas, "巴南", "全国")]
    [InlineData(Obstacle.OverlappingAreas, "重庆", "全国")]
    [InlineData(Obstacle.OverlappingAreas, "龙兴镇", "渝北")]
    [InlineData(Obstacle.OverlappingAreas, "龙兴镇", "重庆")]
    [InlineData(Obstacle.OverlappingAreas, "高新区", "巴南")]
    [InlineData(Obstacle.OverlappingAreas, "高新区", "云阳")]
    [InlineData(Obstacle.OverlappingAreas, "高新区", "两江新区")]
    [InlineData(Obstacle.OverlappingAreas, "两江新区", "龙兴镇")]
    [InlineData(Obstacle.OverlappingAreas, "高新区", "重庆")]
    [InlineData(Obstacle.OverlappingAreas, "巴南", "渝北", "龙兴镇")]
    [InlineData(Obstacle.OverlappingAreas, "渝北 2023-01", "龙兴镇 2023-Q1")]
    [InlineData(Obstacle.OverlappingBreakdowns, "total", "local")]
    [InlineData(Obstacle.OverlappingBreakdowns, "local", "women")]
    [InlineData(Obstacle.OverlappingBreakdowns, "migrant_workers", "graduates")]
    [InlineData(Obstacle.OverlappingBreakdowns, "巴南 total", "渝北 local")]
    [InlineData(Obstacle.OverlappingBreakdowns, "2023-01 total", "2023-02 local")]
    [InlineData(Obstacle.BoundsConflict, "2023-01 >2300", "2023-02 <100")]
    public void Sum_ThatWouldBeWrong_IsRefused(Obstacle obstacle, params string[] figures)
    {
        Assert.Equal<Computation>(obstacle, Aggregation.Sum(Notation.Figures(figures)));
        Assert.Equal<Computation>(obstacle, Aggregation.Sum(Notation.Figures(figures.Reverse())));
    }

    /// <summary>Nothing is counted on two days where all share one period, so every basis will do.</summary>
    [Theory]
    [InlineData("flow 2023-01")]
    [InlineData("ytd 2023-01/2023-03")]
    [InlineData("cumulative ../2023-03")]
    [InlineData("stock 2023-03-31")]
    [InlineData("average 2021/2022")]
    [InlineData("target 2023")]
    [InlineData("limit 2023")]
    public void Parts_OfOnePeriod_AreSummedOnEveryBasis(string basisAndPeriod) =>
        Assert.Equal(
            Notation.Quantity("≥60"),
            Aggregation.SumOfParts(Notation.Figures([$"{basisAndPeriod} local =10", $"{basisAndPeriod} in_city ≥20", $"{basisAndPeriod} out_of_city =30"])).Quantity);

    [Theory]
    [InlineData("=10", "total =10")]
    [InlineData("=10", "migrant_workers =10")]
    [InlineData("=30", "local 2021-Q3 =10", "in_city 2021-07/2021-09~ =20")]
    public void Parts_ThatShareTheirPeriod_AreSummed(string sum, params string[] parts) =>
        Assert.Equal(Notation.Quantity(sum), Aggregation.SumOfParts(Notation.Figures(parts)).Quantity);

    [Theory]
    [InlineData(Obstacle.NothingThere)]
    [InlineData(Obstacle.DifferentIndicators, "workers_hired local", "guaranteed_loans in_city")]
    [InlineData(Obstacle.NotAdditive, "unemployment_rate men", "unemployment_rate women")]
    [InlineData(Obstacle.DifferentBases, "stock local", "target in_city")]
    [InlineData(Obstacle.Missing, "local", "in_city M")]
    [InlineData(Obstacle.LowReliability, "local", "in_city U")]
    [InlineData(Obstacle.DifferentAreas, "巴南 local", "渝北 in_city")]
    [InlineData(Obstacle.DifferentPeriods, "2023-01 local", "2023-02 in_city")]
    [InlineData(Obstacle.DifferentPeriods, "2023-01 local", "../2023-01 in_city")]
    [InlineData(Obstacle.OverlappingBreakdowns, "total", "local")]
    [InlineData(Obstacle.OverlappingBreakdowns, "local", "local")]
    [InlineData(Obstacle.OverlappingBreakdowns, "local", "women")]
    [InlineData(Obstacle.OverlappingBreakdowns, "migrant_workers", "graduates")]
    [InlineData(Obstacle.BoundsConflict, "local >10", "in_city <10")]
    public void SumOfParts_ThatWouldBeWrong_IsRefused(Obstacle obstacle, params string[] parts)
    {
        Assert.Equal<Computation>(obstacle, Aggregation.SumOfParts(Notation.Figures(parts)));
        Assert.Equal<Computation>(obstacle, Aggregation.SumOfParts(Notation.Figures(parts.Reverse())));
    }
}
