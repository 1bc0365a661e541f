using EmploymentDashboard.Bulletins;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Features;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Bulletins;

/// <summary>Which figures belong to a bulletin's period, and what each is compared with.</summary>
public sealed class AreaCellsTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    /// <summary>Rows in the store, the bulletin's period, and what belongs to it: basis, period, value; "~" for a computed one, "whole" for one by which areas compare.</summary>
    [Theory]
    // A month's own figures, and nothing of another month.
    [InlineData("flow 2023-01 30;flow 2023-02 40", "2023-01", "flow 2023-01 30 whole")]
    // A day within the month is its figure, but not the month's.
    [InlineData("flow 2023-01-30 5", "2023-01", "flow 2023-01-30 5")]
    // Two days are two events, and stay two.
    [InlineData("flow 2023-01-03 5;flow 2023-01-30 7", "2023-01", "flow 2023-01-03 5;flow 2023-01-30 7")]
    // Where the month itself is printed, its days are within it.
    [InlineData("flow 2023-01-30 5;flow 2023-01 30", "2023-01", "flow 2023-01 30 whole")]
    // A longer period belongs to the month in which it ends, with its own dates.
    [InlineData("flow 2021-01/2021-09 90", "2021-09", "flow 2021-01/2021-09 90")]
    [InlineData("flow 2021-01/2021-09 90", "2021-05", "")]
    // A month that only year-to-date figures hold is computed.
    [InlineData("ytd 2023-01/2023-02 70;ytd 2023-01 30", "2023-02", "flow ~2023-02 40 whole;ytd 2023-01/2023-02 70 whole")]
    // Months that are all there make the quarter; where one is missing nothing is added up.
    [InlineData("flow 2023-01 1;flow 2023-02 2;flow 2023-03 3", "2023-Q1", "flow ~2023-Q1 6 whole")]
    [InlineData("flow 2023-01 1;flow 2023-03 3", "2023-Q1", "flow 2023-03 3")]
    [InlineData("flow 2023-01 1;flow 2023-02 2;flow 2023-03 3;flow 2023-Q1 7", "2023-Q1", "flow 2023-Q1 7 whole")]
    // Stocks and year-to-date figures are never added: the last one stands.
    [InlineData("stock 2023-01 10;stock 2023-03 12", "2023-Q1", "stock 2023-03 12 whole")]
    [InlineData("ytd 2023-01 10;ytd 2023-01/2023-03 30", "2023", "flow ~2023-01 10;ytd 2023-01/2023-03 30")]
    // Targets are no figures of the period.
    [InlineData("target 2023 100", "2023-01", "")]
    [InlineData("target 2023 100", "2023", "")]
    // A running total without a start belongs to the month in which it ends.
    [InlineData("cumulative ../2023-01 99", "2023-01", "cumulative ../2023-01 99")]
    public async Task Cells_OfAPeriod_AreWhatEndsInIt(string rows, string period, string expected)
    {
        using var store = await FilledDatabase.CreateAsync([.. rows.Split(';').Select(row => "500113 jobs_created total " + row)]);
        var cells = Cells(store, period).Cells.Select(cell => string.Join(' ', new[]
        {
            Codes.Basis.Write(cell.Series.Basis),
            (cell.Point.IsComputed ? "~" : "") + cell.Figure.Period.Edtf,
            Format.Full(cell.Figure.Quantity!.Value),
            cell.IsOfWholePeriod ? "whole" : "",
        }).TrimEnd());
        Assert.Equal(expected, string.Join(';', cells));
    }

    /// <summary>环比 and 同比 of the month 2023-02; "-" where there is nothing to compare with.</summary>
    [Theory]
    [InlineData("flow 2023-01 100;flow 2022-02 50", "flow 2023-02 110", "+10%", "+120%")]
    [InlineData("flow 2023-01-30 100", "flow 2023-02 110", "-", "-")]
    [InlineData("ytd 2023-01 100;ytd 2022-01/2022-02 50", "ytd 2023-01/2023-02 110", "-", "+120%")]
    [InlineData("flow 2023-01 100", "flow 2023-02 110余", ">+10%", "-")]
    [InlineData("flow 2023-01 100余", "flow 2023-02 110余", "-", "-")]
    public async Task Cell_IsComparedOnlyWithItsLike(string earlier, string own, string before, string year)
    {
        using var store = await FilledDatabase.CreateAsync([.. earlier.Split(';').Append(own).Select(row => "500113 jobs_created total " + row)]);
        var basis = own.Split(' ')[0];
        var cell = Cells(store, "2023-02").Cells.Single(cell => Codes.Basis.Write(cell.Series.Basis) == basis && !cell.Point.IsComputed);
        Assert.Equal(before, cell.OnPeriodBefore.Percent.Quantity is { } onBefore ? Format.Percent(onBefore) : "-");
        Assert.Equal(year, cell.OnYearBefore.Percent.Quantity is { } onYear ? Format.Percent(onYear) : "-");
    }

    /// <summary>In a quarter the month before the last month is not the quarter before, and a month computed from year-to-date figures has its year before.</summary>
    [Theory]
    [InlineData("unemployment average 2024-06 5.5;unemployment average 2024-08 6.2;unemployment average 2024-09 6.1", "2024-Q3", "-", "-")]
    [InlineData("unemployment stock 2024-08 6.2;unemployment stock 2024-09 6.1;unemployment stock 2023-09 6.0", "2024-Q3", "-", "+0.1 个百分点")]
    [InlineData("jobs_created ytd 2023-01/2023-11 1435;jobs_created ytd 2023 1538;jobs_created ytd 2024-01/2024-11 1500;jobs_created ytd 2024 1603", "2024-12", "-", "0 人")]
    public async Task Comparison_IsOfThePeriodThatItNames(string rows, string period, string before, string year)
    {
        using var store = await FilledDatabase.CreateAsync([.. rows.Split(';').Select(row => $"500113 {row.Split(' ')[0]} total {row[(row.IndexOf(' ', StringComparison.Ordinal) + 1)..]}")]);
        var cell = Cells(store, period).Cells[0];
        var unit = store.Catalog.Indicator(cell.Series.Indicator).Unit;
        Assert.Equal(before, cell.OnPeriodBefore.Difference.Quantity is { } onBefore ? Format.Difference(onBefore, unit, 1) : "-");
        Assert.Equal(year, cell.OnYearBefore.Difference.Quantity is { } onYear ? Format.Difference(onYear, unit, 1) : "-");
    }

    /// <summary>What is listed beside the period's figures for reference.</summary>
    [Theory]
    [InlineData("jobs_created average 2021/2022 32000", "2023-01", true)]
    [InlineData("jobs_created cumulative ../2023-03 53100", "2023-01", true)]
    [InlineData("jobs_created flow 2022-12 30", "2023-01", false)]
    [InlineData("jobs_created ytd 2022 300", "2023-01", false)]
    [InlineData("subsidy limit 2022/.. 2000", "2023-01", true)]
    [InlineData("subsidy limit 2023-02/.. 2000", "2023-01", false)]
    public async Task Reference_IsOfALongerPeriodOrAStandardInForce(string row, string period, bool isReference)
    {
        var cells = row.Split(' ');
        using var store = await FilledDatabase.CreateAsync($"500113 {cells[0]} total {string.Join(' ', cells[1..])}");
        Assert.Equal(isReference, Cells(store, period).References.Count == 1);
        Assert.Empty(Cells(store, period).Cells);
    }

    /// <summary>How a target of the year stands in the month.</summary>
    [Theory]
    [InlineData("target 2023 100;ytd 2023-01/2023-02 40", "2023-02", GoalState.NotMet)]
    [InlineData("target 2023 100;ytd 2023-01/2023-02 140", "2023-02", GoalState.Met)]
    [InlineData("target 2023 100;ytd 2023-01/2023-03 140", "2023-02", GoalState.Unknown)]
    [InlineData("target 2023 100;flow 2023-02 140", "2023-02", GoalState.Unknown)]
    public async Task Goal_IsMeasuredByTheFiguresOfThePeriod(string rows, string period, GoalState expected)
    {
        using var store = await FilledDatabase.CreateAsync([.. rows.Split(';').Select(row => "500113 jobs_created total " + row)]);
        Assert.Equal(expected, Assert.Single(Cells(store, period).Goals).Progress.State);
    }

    [Fact]
    public async Task Cells_AsOfAMoment_AreWhatWasKnownThen()
    {
        using var store = await FilledDatabase.CreateAsync("500113 jobs_created total flow 2023-01 30");
        var then = store.Clock.Now;
        store.Clock.Now = then.AddDays(1);
        await store.TakeInAsync("500113 jobs_created total flow 2023-01 35");

        Assert.Equal("30", Format.Full(Cells(store, "2023-01", then).Cells.Single().Figure.Quantity!.Value));
        Assert.Equal("35", Format.Full(Cells(store, "2023-01").Cells.Single().Figure.Quantity!.Value));
    }

    private static AreaCells Cells(FilledDatabase store, string period, DateTimeOffset? asOf = null)
    {
        var order = BulletinFixture.Order(period, "500113") with { AsOf = asOf };
        return BulletinCells.Of(order, new BulletinQuery(store.Database).Figures(order), store.Catalog).Areas.Single();
    }
}
