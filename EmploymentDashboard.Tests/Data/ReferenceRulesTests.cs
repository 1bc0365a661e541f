using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Data;

/// <summary>The project's areas, indicators, breakdowns and sources.</summary>
public sealed class ReferenceRulesTests(ProjectData data) : IClassFixture<ProjectData>
{
    private Catalog Catalog => data.Catalog;

    /// <summary>GB/T 2260: 5001xx for districts, 5002xx for counties, in the division of the articles' years.</summary>
    [Theory]
    [InlineData(AreaKind.District, 26, "^5001[0-9]{2}$", "区")]
    [InlineData(AreaKind.County, 12, "^5002[0-9]{2}$", "县")]
    public void Districts_HaveCodesAndNamesOfTheirKind(AreaKind kind, int number, string code, string ending)
    {
        var areas = Catalog.Areas.Where(area => area.Kind == kind).ToList();
        Assert.Equal(number, areas.Count);
        Assert.Equal(number, areas.Select(area => area.Code).Distinct().Count());
        Assert.Equal(number, areas.Select(area => area.Name.Zh).Distinct().Count());
        Assert.All(areas, area => Assert.Matches(code, area.Code));
        Assert.All(areas, area => Assert.EndsWith(ending, area.Name.Zh, StringComparison.Ordinal));
        Assert.All(areas, area => Assert.Equal("500000", area.Parent));
    }

    /// <summary>A zone's tile is two columns wide.</summary>
    [Fact]
    public void Tiles_OfDistrictsAndZones_AreThereAndOverlapNone()
    {
        var drawn = Catalog.Areas.Where(area => area.Kind is AreaKind.District or AreaKind.County or AreaKind.Zone).ToList();
        Assert.All(drawn, area => Assert.NotNull(area.Tile));
        Assert.Equal(drawn.Count, Catalog.Areas.Count(area => area.Tile is not null));

        var cells = drawn.SelectMany(area => area.Kind == AreaKind.Zone
            ? [area.Tile!.Value, area.Tile.Value with { Column = area.Tile.Value.Column + 1 }]
            : new[] { area.Tile!.Value }).ToList();
        Assert.Equal(38 + (2 * 3), cells.Count);
        Assert.Empty(cells.GroupBy(cell => cell).Where(cell => cell.Count() > 1).Select(cell => cell.Key));
    }

    [Fact]
    public void Township_LiesInADistrictAndCarriesItsCode()
    {
        var townships = Catalog.Areas.Where(area => area.Kind == AreaKind.Township).ToList();
        Assert.NotEmpty(townships);
        Assert.All(townships, town =>
        {
            Assert.True(Catalog.Area(town.Parent!).Kind is AreaKind.District or AreaKind.County);
            Assert.StartsWith(town.Parent + "-", town.Code, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Indicator_IsUsedByAFigureAndExplained()
    {
        Assert.Empty(Catalog.Indicators.Select(indicator => indicator.Code).Except(data.Figures.Select(figure => figure.Series.Indicator)));
        Assert.All(Catalog.Indicators, indicator => Assert.NotEqual(indicator.Name, indicator.Definition));
    }

    [Fact]
    public void Breakdown_IsUsedByAFigure() =>
        Assert.Empty(Catalog.Breakdowns.Select(breakdown => breakdown.Code).Except(data.Figures.Select(figure => figure.Series.Breakdown)));

    [Fact]
    public void Theme_HasIndicators() =>
        Assert.Empty(Catalog.Themes.Select(theme => theme.Code).Except(Catalog.Indicators.Select(indicator => indicator.Theme)));

    [Fact]
    public void Name_MeansOneEntry()
    {
        var names = new ReferenceNames(Catalog);
        Assert.Empty(names.Areas.Ambiguous.Keys);
        Assert.Empty(names.Indicators.Ambiguous.Keys);
        Assert.Empty(names.Breakdowns.Ambiguous.Keys);
        Assert.Empty(names.Sources.Ambiguous.Keys);
    }

    /// <summary>A standard, a rate or a duration is never summed; people, firms and money are.</summary>
    [Fact]
    public void Indicator_OfStandardsOrRates_IsNotAdditive()
    {
        var notAdditive = Catalog.Indicators.Where(indicator => !indicator.IsAdditive).Select(indicator => indicator.Code);
        var rates = Catalog.Indicators.Where(indicator => indicator.Theme == "standards" || indicator.Unit.Zh is "%" or "百分点").Select(indicator => indicator.Code);
        Assert.Equal(rates.Order(StringComparer.Ordinal), notAdditive.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Source_HasFiguresAndSaysHowItsDateWasInferred()
    {
        Assert.Equal(9, Catalog.Sources.Count);
        Assert.Empty(Catalog.Sources.Select(source => source.Code).Except(data.Figures.Select(figure => figure.Source)));
        Assert.All(Catalog.Sources, source =>
        {
            Assert.True(source.Published.IsInferred, source.Code);
            Assert.NotEmpty(source.PublishedHow.Zh);
            Assert.NotEmpty(source.PublishedHow.En);
        });
    }
}
