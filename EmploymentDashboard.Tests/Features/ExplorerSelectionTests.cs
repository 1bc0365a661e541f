using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Statistics;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.WebUtilities;

namespace EmploymentDashboard.Tests.Features;

/// <summary>The address carries the whole view.</summary>
public sealed class ExplorerSelectionTests
{
    private static readonly Catalog Catalog = FeatureCatalog.Create();

    private static readonly Gen<YearMonth?> Months =
        from year in Gen.Choose(1949, 2099)
        from month in Gen.Choose(1, 12)
        from isGiven in Gen.Elements(true, false)
        select isGiven ? new YearMonth(year, month) : default(YearMonth?);

    private static readonly Gen<DateTimeOffset?> Moments =
        from milliseconds in Gen.Choose(0, int.MaxValue)
        from isGiven in Gen.Elements(true, false)
        select isGiven ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds * 900L) : default(DateTimeOffset?);

    private static readonly Gen<ExplorerSelection> Selections =
        from indicator in Gen.Elements(Catalog.Indicators.Select(indicator => indicator.Code).ToArray())
        from areas in Gen.SubListOf(Catalog.Areas.Select(area => area.Code).ToArray())
        from shuffled in Gen.Shuffle(areas.ToArray())
        from start in Months
        from end in Months
        from month in Months
        from breakdown in Gen.Elements<string?>([null, .. Catalog.Breakdowns.Select(breakdown => breakdown.Code)])
        from basis in Gen.Elements<Basis?>([null, .. Enum.GetValues<Basis>()])
        from view in Gen.Elements<ExplorerView?>([null, .. Enum.GetValues<ExplorerView>()])
        from asOf in Moments
        select new ExplorerSelection(indicator, shuffled, start, end, breakdown, basis, view, month, asOf);

    [Fact]
    public void Address_ReadAgain_GivesTheSameSelection() => Check.QuickThrowOnFailure(
        Prop.ForAll(Arb.From(Selections), selection =>
        {
            var read = Read(selection.Address);
            return read with { Areas = selection.Areas } == selection && read.Areas.SequenceEqual(selection.Areas) && read.Address == selection.Address;
        }));

    [Fact]
    public void Nonsense_InEveryParameter_IsLeftOut() => Check.QuickThrowOnFailure(
        Prop.ForAll(Arb.From(Gen.Elements("", " ", "…", "-1", "1", "99", "12:30", "1/2", "2023", "2023-13", "0000-01", "monthly,parts", "total' OR 1=1", "500113;", "..", "9999-12-31T23:59:59Z")), nonsense =>
            Read(nonsense, nonsense, nonsense, nonsense, nonsense, nonsense, nonsense, nonsense, nonsense) is var read
            && (read with { Areas = [] }) == (ExplorerSelection.All("jobs_created") with { Areas = [] })
            && read.Areas.Count == 0));

    [Fact]
    public void Parameters_ThatAreRightBesideOnesThatAreNot_StillCount()
    {
        var read = Read("loans", "500113,nowhere,Z-GXQ,500113", "2023-01", "soon", "local", "BASIS", "RANKING", "2023-02", "yesterday");

        Assert.Equal("/explore?indicator=loans&areas=500113%2CZ-GXQ&from=2023-01&breakdown=local&view=ranking&month=2023-02", read.Address);
    }

    /// <summary>A moment as people and programs write it; one without an offset is UTC.</summary>
    [Theory]
    [InlineData("2026-11-21T08:00:00Z", "2026-11-21T08:00:00Z")]
    [InlineData("2026-11-21T08:00:00.125Z", "2026-11-21T08:00:00.125Z")]
    [InlineData("2026-11-21T16:00:00+08:00", "2026-11-21T08:00:00Z")]
    [InlineData("2026-11-21T08:00", "2026-11-21T08:00:00Z")]
    [InlineData("2026-11-21", "2026-11-21T00:00:00Z")]
    public void AsOf_InIso8601_IsRead(string text, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), Read(null, null, null, null, null, null, null, null, text).AsOf);

    [Fact]
    public void Widened_KeepsIndicatorAndMomentAndLeavesNothingOut()
    {
        var asOf = DateTimeOffset.UnixEpoch;
        var narrow = new ExplorerSelection("loans", ["500113"], new(2023, 1), new(2023, 2), "local", Basis.Flow, null, null, asOf);

        Assert.True(narrow.IsNarrowed);
        Assert.False(narrow.Widened().IsNarrowed);
        Assert.Equal(("loans", asOf), (narrow.Widened().Indicator, narrow.Widened().AsOf));
    }

    /// <summary>Reads an address as the framework hands it to the page.</summary>
    private static ExplorerSelection Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(new("http://localhost"), address).Query);
        return Read(Value("indicator"), Value("areas"), Value("from"), Value("to"), Value("breakdown"), Value("basis"), Value("view"), Value("month"), Value("asof"));

        string? Value(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
    }

    private static ExplorerSelection Read(string? indicator, string? areas, string? from, string? to, string? breakdown, string? basis, string? view, string? month, string? asOf) =>
        ExplorerSelection.Read(Catalog, "jobs_created", new(indicator, areas, from, to, breakdown, basis, view, month, asOf));
}
