using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Synthetic;
using EmploymentDashboard.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Synthetic;

public sealed class SyntheticPanelTests : IAsyncLifetime
{
    private Catalog _catalog = null!;

    /// <summary>Panels of all seeds and of sizes that a test has time for.</summary>
    private static Arbitrary<SyntheticPanelSize> Sizes => Arb.From(
        from seed in Gen.Choose(0, int.MaxValue)
        from areas in Gen.Choose(1, 3)
        from months in Gen.Choose(1, 30)
        from indicators in Gen.Choose(1, 12)
        from last in Gen.Choose(1, 12)
        select new SyntheticPanelSize(seed, areas, months, indicators) { LastMonth = new(2024, last) });

    public async Task InitializeAsync() => _catalog = (await ReferenceTables.ReadAsync(Repository.Data)).Catalog;

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void SameSeed_GivesTheSameFigures() => Check.QuickThrowOnFailure(
        Prop.ForAll(Sizes, size => Figures(size).SequenceEqual(Figures(size))));

    [Fact]
    public void OtherSeed_GivesOtherFigures()
    {
        var size = new SyntheticPanelSize(1, Areas: 3, Months: 12, Indicators: 5);
        Assert.NotEqual(Values(size), Values(size with { Seed = 2 }));

        IReadOnlyList<decimal?> Values(SyntheticPanelSize of) => [.. Figures(of).Select(figure => figure.Quantity?.Value)];
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 24, 10)]
    [InlineData(38, 12, 30)]
    public void Panel_IsAsLargeAsAsked(int areas, int months, int indicators)
    {
        var figures = Figures(new(7, areas, months, indicators));
        var results = figures.Where(figure => figure.Series.Basis.IsActual()).ToList();

        Assert.Equal(areas, results.Select(figure => figure.Series.Area).Distinct().Count());
        Assert.Equal(indicators, results.Select(figure => figure.Series.Indicator).Distinct().Count());
        Assert.Equal(months, results.Select(figure => figure.Period.ReferenceMonth).Distinct().Count());
        Assert.Equal(new YearMonth(2024, 12), results.Max(figure => figure.Period.ReferenceMonth));
        Assert.All(results, figure => Assert.True(_catalog.Area(figure.Series.Area).Kind is AreaKind.District or AreaKind.County));
    }

    [Fact]
    public void Key_HasOneFigure() => Check.QuickThrowOnFailure(
        Prop.ForAll(Sizes, size => Figures(size) is var figures && figures.Select(FigureKey.Of).Distinct().Count() == figures.Count));

    [Fact]
    public void Parts_AddUpToTheirWhole()
    {
        var aggregation = new Aggregation(_catalog);
        Check.QuickThrowOnFailure(Prop.ForAll(Sizes, size =>
        {
            var figures = Figures(size with { Indicators = 12 });
            var wholes = figures.ToLookup(figure => (figure.Series, figure.Period));
            var divided = figures
                .Where(figure => _catalog.Breakdown(figure.Series.Breakdown).IsExhaustive)
                .GroupBy(figure => (figure.Series with { Breakdown = Breakdown.Total }, figure.Period))
                .ToList();
            return divided.Count > 0 && divided.All(parts => aggregation.SumOfParts([.. parts]).Quantity == wholes[parts.Key].Single().Quantity);
        }));
    }

    [Fact]
    public void YearToDate_NeverFallsAndStartsWithAYear() => Check.QuickThrowOnFailure(
        Prop.ForAll(Sizes, size =>
        {
            var running = Figures(size with { Months = size.Months + 23 - (size.Months % 12), Indicators = 12 }).Where(figure => figure.Series.Basis == Basis.Ytd).GroupBy(figure => figure.Series).ToList();
            return running.Count > 0 && running.All(series => YearToDate.Falls([.. series]).Count == 0 && series.First().Period.ReferenceMonth.Month == 1);
        }));

    [Fact]
    public void Panel_HoldsWhatMakesRealFiguresHard()
    {
        var figures = Figures(new(Areas: 5));

        Assert.Equal([Bound.Exact, Bound.MoreThan, Bound.AtLeast], figures.Where(figure => figure.Quantity is not null).Select(figure => figure.Quantity!.Value.Bound).Distinct().Order());
        Assert.Equal([ObsStatus.Normal, ObsStatus.Missing], figures.Select(figure => figure.Status).Distinct().Order());
        Assert.Equal([Basis.Flow, Basis.Ytd, Basis.Average, Basis.Target], figures.Select(figure => figure.Series.Basis).Distinct().Order());
        Assert.Contains(figures, figure => figure.Quantity is { Value: 0, Bound: Bound.Exact });
        Assert.All(figures, figure => Assert.Equal(figure.Status.IsMissing(), figure.Quantity is null));
        Assert.All(figures, figure => Assert.False(figure.Quantity?.Value < 0));

        // A month that no source speaks of: fewer figures than months in some series of flows.
        var flows = figures.Where(figure => figure.Series.Basis == Basis.Flow).GroupBy(figure => figure.Series);
        Assert.Contains(flows, series => series.Count() < 60);
    }

    private IReadOnlyList<Observation> Figures(SyntheticPanelSize size) => [.. new SyntheticPanel(_catalog, size, "synthetic").Figures()];
}
