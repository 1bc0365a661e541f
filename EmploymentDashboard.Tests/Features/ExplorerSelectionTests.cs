using EmploymentDashboard.Charts;
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
        from partsOf in Gen.Elements<string?>([null, .. Catalog.Areas.Select(area => area.Code)])
        from basis in Gen.Elements<Basis?>([null, .. Enum.GetValues<Basis>()])
        from view in Gen.Elements<ExplorerView?>([null, .. Enum.GetValues<ExplorerView>()])
        from reading in Gen.Elements(Enum.GetValues<Reading>())
        from transform in Gen.Elements(Enum.GetValues<Transform>())
        from hundred in Months
        from scale in Gen.Elements(Enum.GetValues<NumberScale>())
        from classing in Gen.Elements(Enum.GetValues<Classing>())
        from hasFreeScales in Gen.Elements(true, false)
        from against in Gen.Elements<string?>([null, .. Catalog.Indicators.Select(other => other.Code)])
        from order in Gen.Elements<TableOrder?>([null, .. Enum.GetValues<TableColumn>().SelectMany(column => new[] { new TableOrder(column, false), new TableOrder(column, true) })])
        from asOf in Moments
        select new ExplorerSelection
        {
            Indicator = indicator,
            Areas = shuffled,
            From = start,
            To = end,
            Breakdown = breakdown,
            PartsOf = partsOf,
            Basis = basis,
            Reading = reading,
            Transform = transform,
            Base = hundred,
            Scale = scale,
            View = view,
            Month = month,
            Classing = classing,
            HasFreeScales = hasFreeScales,
            Against = against,
            Order = order,
            AsOf = asOf,
        };

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
            ExplorerSelection.Read(Catalog, "jobs_created", _ => nonsense) is var read
            && (read with { Areas = [] }) == (ExplorerSelection.All("jobs_created") with { Areas = [] })
            && read.Areas.Count == 0));

    [Fact]
    public void Parameters_ThatAreRightBesideOnesThatAreNot_StillCount() => Assert.Equal(
        "/explore?indicator=loans&areas=500113,Z-GXQ&from=2023-01&breakdown=local&transform=yoy&view=ranking&month=2023-02&order=-value",
        Read("/explore?indicator=loans&areas=500113,nowhere,Z-GXQ,500113&from=2023-01&to=soon&breakdown=local&basis=BASIS&reading=all&transform=YoY&view=RANKING&month=2023-02&classes=3&order=-Value&asof=yesterday").Address);

    /// <summary>A moment as people and programs write it; one without an offset is UTC.</summary>
    [Theory]
    [InlineData("2026-11-21T08:00:00Z", "2026-11-21T08:00:00Z")]
    [InlineData("2026-11-21T08:00:00.125Z", "2026-11-21T08:00:00.125Z")]
    [InlineData("2026-11-21T16:00:00+08:00", "2026-11-21T08:00:00Z")]
    [InlineData("2026-11-21T08:00", "2026-11-21T08:00:00Z")]
    [InlineData("2026-11-21", "2026-11-21T00:00:00Z")]
    public void AsOf_InIso8601_IsRead(string text, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), Read("/explore?asof=" + Uri.EscapeDataString(text)).AsOf);

    [Fact]
    public void Widened_KeepsIndicatorAndMomentAndLeavesNothingOut()
    {
        var asOf = DateTimeOffset.UnixEpoch;
        var narrow = ExplorerSelection.All("loans") with { Areas = ["500113"], From = new(2023, 1), To = new(2023, 2), Breakdown = "local", Basis = Basis.Flow, AsOf = asOf };

        Assert.NotEqual(narrow, narrow.Widened());
        Assert.Equal(ExplorerSelection.All("loans") with { AsOf = asOf }, narrow.Widened());
    }

    /// <summary>Reads an address as the framework hands it to the page.</summary>
    private static ExplorerSelection Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(new("http://localhost"), address).Query);
        return ExplorerSelection.Read(Catalog, "jobs_created", name => query.TryGetValue(name, out var value) ? value.ToString() : null);
    }
}
