namespace EmploymentDashboard.Charts;

/// <summary>What a chart says, in words made from the same cells: for those who cannot see it, and for those who want it said.</summary>
/// <param name="Caution">What must not be done with the figures, and why; may be empty.</param>
public sealed record ChartSentence(string Text, string Caution = "")
{
    public static ChartSentence Of(ChartModel chart) => chart switch
    {
        TimelineChart timeline => TimelineSentence.Of(timeline),
        MonthlyChart monthly => MonthlySentence.Of(monthly),
        RankingChart ranking => RankingSentence.Of(ranking),
        PartsChart parts => PartsSentence.Of(parts),
        CoverageMatrix matrix => CoverageSentence.Of(matrix),
        TileGrid tiles => CoverageSentence.Of(tiles),
        ValueMap map => AreaSentences.Of(map),
        HeatTable heat => AreaSentences.Of(heat),
        SmallMultiples multiples => AreaSentences.Of(multiples),
        ScatterChart scatter => ScatterSentence.Of(scatter),
        _ => throw new ArgumentOutOfRangeException(nameof(chart), chart, "A kind of chart that is not told yet."),
    };

    public override string ToString() => Prose.Sentences([Text, Caution]);
}
