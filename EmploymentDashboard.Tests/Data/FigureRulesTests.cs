using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Data;

/// <summary>What the figures must be beside each other and beside how they were read.</summary>
public sealed class FigureRulesTests(ProjectData data) : IClassFixture<ProjectData>
{
    [Fact]
    public void Parts_OfAWholeThatIsFullyDivided_AddUpToIt()
    {
        var aggregation = new Aggregation(data.Catalog);
        var sums =
            from part in data.Figures
            let breakdown = data.Catalog.Breakdown(part.Series.Breakdown)
            where breakdown.IsExhaustive
            group part by WholeOf(part) into parts
            select (Whole: data.Figures.Single(figure => (figure.Series, figure.Period) == parts.Key), Sum: aggregation.SumOfParts([.. parts]).Quantity, Parts: string.Join('+', parts.Select(part => part.AsPrinted.TrimEnd('人'))));

        var (whole, sum, addends) = Assert.Single(sums);
        Assert.Equal(("500152-TBZ", "1111+1061+860"), (whole.Series.Area, addends));
        Assert.Equal((new Quantity(3032), new Quantity(3032)), (whole.Quantity, sum));
    }

    [Fact]
    public void Part_BesideItsWhole_IsNoLarger()
    {
        var pairs = (
            from part in data.Figures
            where !data.Catalog.Breakdown(part.Series.Breakdown).IsTotal && part.IsDrawable
            from whole in data.Figures
            where (whole.Series, whole.Period, whole.Source) == (WholeOf(part).Series, part.Period, part.Source)
            select (Part: part, Whole: whole)).ToList();

        // 技能人才 done and planned, public-welfare posts, and the three destinations.
        Assert.Equal(6, pairs.Count);
        Assert.All(pairs, pair => Assert.True(pair.Part.Quantity!.Value.Value <= pair.Whole.Quantity!.Value.Value, pair.Part.AsPrinted));
    }

    [Fact]
    public void DoubtfulFigure_IsTheOnlyOneAndSaysWhy()
    {
        var doubtful = Assert.Single(data.Figures, figure => figure.Status == ObsStatus.LowReliability);
        Assert.Equal("339亿元", doubtful.AsPrinted);
        Assert.NotEmpty(doubtful.Note);
        Assert.All(data.Figures, figure => Assert.True(figure.Status is ObsStatus.Normal || figure == doubtful));
    }

    /// <summary>累计 without a start that is printed; 今年以来 from 1 January.</summary>
    [Fact]
    public void Start_IsOpenExactlyWhereItIsNotPrinted()
    {
        Assert.All(data.Figures, figure => Assert.Equal(figure.Series.Basis == Basis.Cumulative, figure.Period.Edtf.StartsWith("../", StringComparison.Ordinal)));
        Assert.All(data.Figures.Where(figure => figure.Series.Basis == Basis.Ytd), figure => Assert.Equal(new(figure.Period.End!.Value.Year, 1, 1), figure.Period.Start));
    }

    /// <summary>The articles print days of count, and one target's year. Every other end was inferred from the page.</summary>
    [Fact]
    public void End_ThatIsNotPrinted_IsMarkedAsInferred()
    {
        var unmarked = data.Figures.Where(figure => !figure.Period.EndIsInferred).Select(figure => (figure.Period.Edtf, figure.Series.Basis)).Distinct();
        Assert.Equal([("../2020-02-23", Basis.Cumulative), ("2025", Basis.Target)], unmarked.OrderBy(end => end.Edtf, StringComparer.Ordinal));
        Assert.All(data.Figures.Where(figure => figure.Period.EndIsInferred), figure => Assert.EndsWith("~", figure.Period.Edtf, StringComparison.Ordinal));
    }

    [Fact]
    public void Note_ThatSpeaksOfInference_GoesWithAPeriodThatShowsIt()
    {
        var inferring = data.Figures.Where(figure => figure.Note.Contains("推断", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(inferring);
        Assert.All(inferring, figure => Assert.True(figure.Period.IsInferred, figure.AsPrinted));
    }

    [Fact]
    public void Figure_EndsNoLaterThanItsArticle()
    {
        var results = data.Figures.Where(figure => figure.Series.Basis.IsActual());
        Assert.All(results, figure => Assert.True(figure.Period.ReferenceMonth <= data.Catalog.Source(figure.Source).Published.ReferenceMonth, figure.AsPrinted));
    }

    [Fact]
    public void Figure_HasALocatorInItsArticle() => Assert.All(data.Figures, figure => Assert.NotEmpty(figure.Locator));

    private (SeriesKey Series, Period Period) WholeOf(Observation part) =>
        (part.Series with { Breakdown = data.Catalog.Breakdown(part.Series.Breakdown).Parent! }, part.Period);
}
