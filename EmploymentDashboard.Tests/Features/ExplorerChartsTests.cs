using EmploymentDashboard.Charts;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace EmploymentDashboard.Tests.Features;

/// <summary>Which charts are offered for which figures, and what they then hold.</summary>
public sealed class ExplorerChartsTests : IAsyncLifetime
{
    private readonly Language _language = Language.Chinese();
    private FilledDatabase _store = null!;

    /// <summary>Rows of one indicator as "area breakdown basis period value status", and the views that suit them; the table always does.</summary>
    public static TheoryData<string, string[], string> Offers => new()
    {
        { "nothing", [], "" },
        { "months of one area", ["500113 total flow 2023-01 5", "500113 total flow 2023-02 6"], "Lines Columns Timeline" },
        { "the same months of two areas", ["500113 total flow 2023-01 5", "500113 total flow 2023-02 6", "500115 total flow 2023-01 7", "500115 total flow 2023-02 8"], "Lines Columns Timeline Ranking Map Multiples Heat" },
        { "different months of two areas", ["500113 total flow 2023-01 5", "500115 total flow 2023-02 6"], "Lines Columns Timeline Multiples Heat" },
        { "one month only", ["500113 total flow 2023-01 5"], "Timeline" },
        { "one month of two areas", ["500113 total flow 2023-01 5", "500115 total flow 2023-01 6"], "Timeline Ranking Map" },
        { "year to date", ["500113 total ytd 2023-01 5", "500113 total ytd 2023-01/2023-02 9"], "Lines Columns Timeline" },
        { "a month and a year to date", ["500113 total flow 2023-01 5", "500113 total ytd 2023-01/2023-02 9"], "Timeline" },
        { "months on different categories", ["500113 local flow 2023-01 5", "500113 migrants flow 2023-02 6"], "Timeline" },
        { "quarters", ["500113 total flow 2022-Q3 5", "500113 total flow 2022-Q4 6"], "Timeline" },
        { "days", ["500113 total flow 2023-01-05 5", "500113 total flow 2023-02-05 6"], "Timeline" },
        { "stocks at month ends", ["500113 total stock 2023-01 5", "500113 total stock 2023-02 6"], "Lines Columns Timeline" },
        { "cumulative with an open start", ["500113 total cumulative ../2023-02 5", "500113 total cumulative ../2023-03 6"], "Timeline" },
        { "cumulative of two areas, one end", ["500113 total cumulative ../2023-03 5", "500115 total cumulative ../2023-03 6"], "Timeline Ranking Map" },
        { "cumulative of two areas, two ends", ["500113 total cumulative ../2023-02 5", "500115 total cumulative ../2023-03 6"], "Timeline" },
        { "a limit only", ["500113 total limit 2023-03 5"], "Timeline Targets" },
        { "targets of two years", ["500113 total target 2023 5", "500113 total target 2024 6"], "Timeline Targets" },
        { "all parts", ["500113 total flow 2023-01 6", "500113 local flow 2023-01 3", "500113 outside flow 2023-01 2", "500113 abroad flow 2023-01 1"], "Timeline Parts" },
        { "some parts", ["500113 local flow 2023-01 3", "500113 outside flow 2023-01 2"], "Timeline Parts" },
        { "one part", ["500113 total flow 2023-01 6", "500113 local flow 2023-01 3"], "Timeline" },
        { "parts of different months", ["500113 local flow 2023-01 3", "500113 outside flow 2023-02 2"], "Timeline" },
        { "a part that leaves a rest", ["500113 total flow 2023-01 6", "500113 migrants flow 2023-01 3"], "Timeline" },
        { "a doubtful figure", ["500113 total cumulative ../2023-03 5 U"], "Timeline" },
        { "a doubtful figure beside one that is not", ["500113 total flow 2023-01 5 U", "500115 total flow 2023-01 6"], "Timeline" },
        { "a doubtful part", ["500113 local flow 2023-01 3 U", "500113 outside flow 2023-01 2"], "Timeline" },
        { "a zone beside a district", ["500113 total flow 2023-01 5", "Z-GXQ total flow 2023-01 6"], "Timeline Ranking Map" },
        { "a missing figure", ["500113 total flow 2023-01 — O"], "Timeline" },
        { "a missing month", ["500113 total flow 2023-01 5", "500113 total flow 2023-02 — O"], "Lines Columns Timeline" },
        { "a missing figure beside one area", ["500113 total flow 2023-01 5", "500115 total flow 2023-01 — O"], "Timeline" },
    };

    public async Task InitializeAsync() => _store = await FilledDatabase.CreateAsync();

    public Task DisposeAsync()
    {
        _store.Dispose();
        _language.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Offers))]
    public async Task Views_OfferedForFigures_AreThoseThatSuitThem(string figures, string[] rows, string expected)
    {
        var offered = (await ChartsAsync(rows)).Offered;

        Assert.True(
            (expected + " Table").Trim() == string.Join(' ', offered.Where(view => view.Fits).Select(view => view.View)),
            $"{figures}: {string.Join(' ', offered.Where(view => view.Fits).Select(view => view.View))}");
        Assert.All(offered.Where(view => view.Fits), view => Assert.Equal(view.View is ExplorerView.Table or ExplorerView.Targets, view.Draw?.Invoke() is null));
    }

    /// <summary>The same of what is made of the figures: readings, transforms, a month, targets, a second indicator.</summary>
    [Theory]
    [InlineData("the month read as a year-to-date", "reading=ytd", "500113 total flow 2023-01 5; 500113 total flow 2023-02 6", "Lines Columns Timeline")]
    [InlineData("a year-to-date read as months", "reading=month", "500113 total ytd 2023-01 5; 500113 total ytd 2023-01/2023-02 9", "Lines Columns Timeline")]
    [InlineData("a month that cannot be computed", "reading=month", "500113 total ytd 2023-01/2023-02 9; 500113 total ytd 2023-01/2023-04 12", "")]
    [InlineData("a change without anything before", "transform=yoy", "500113 total flow 2023-01 5; 500113 total flow 2023-02 6", "")]
    [InlineData("one change", "transform=pop", "500113 total flow 2023-01 5; 500113 total flow 2023-02 6", "Timeline")]
    [InlineData("changes of two areas", "transform=pop", "500113 total flow 2023-01 5; 500113 total flow 2023-02 6; 500113 total flow 2023-03 6; 500115 total flow 2023-01 5; 500115 total flow 2023-02 6", "Lines Columns Timeline Ranking Map Multiples Heat")]
    [InlineData("changes of a running total", "transform=pop", "500113 total ytd 2023-01 5; 500113 total ytd 2023-01/2023-02 9", "")]
    [InlineData("an index of nothing but its month", "transform=index", "500113 total flow 2023-01 5; 500115 total flow 2023-01 6", "")]
    [InlineData("an index", "transform=index", "500113 total flow 2023-01 5; 500113 total flow 2023-02 6", "Lines Columns Timeline")]
    [InlineData("parts of what is computed", "transform=pop_change", "500113 local flow 2023-01 3; 500113 outside flow 2023-01 2; 500113 local flow 2023-02 3; 500113 outside flow 2023-02 2", "Timeline")]
    [InlineData("shares of a city", "transform=share", "500000 total flow 2023-01 50; 500113 total flow 2023-01 5; 500115 total flow 2023-01 6", "Timeline Ranking Map")]
    [InlineData("a month without two areas", "month=2023-02", "500113 total flow 2023-01 5; 500115 total flow 2023-01 6; 500113 total flow 2023-02 6", "Lines Columns Timeline Multiples Heat")]
    [InlineData("one category", "breakdown=local", "500113 local flow 2023-01 3; 500113 outside flow 2023-01 2", "Timeline")]
    [InlineData("a target with its year", "", "500113 total target 2023 50; 500113 total ytd 2023-01/2023-05 20", "Timeline Targets")]
    [InlineData("a target of another year", "", "500113 total target 2022 50; 500113 total ytd 2023-01/2023-05 20", "Timeline Targets")]
    [InlineData("a target beside a cumulative", "", "500113 total target 2023 50; 500113 total cumulative ../2023-05 20", "Timeline Targets")]
    [InlineData("two towns and a city", "", "500112-LXZ total flow 2023-01 5; 500000 total flow 2023-01 9", "Timeline Ranking")]
    [InlineData("another indicator of three areas", "", "500113 total flow 2023-01 5; 500115 total flow 2023-01 6; 500112 total flow 2023-01 7; 500113 loans 2023-01 1; 500115 loans 2023-01 2; 500112 loans 2023-01 3", "Timeline Ranking Map Scatter")]
    [InlineData("another indicator of two areas", "", "500113 total flow 2023-01 5; 500115 total flow 2023-01 6; 500112 total flow 2023-01 7; 500113 loans 2023-01 1; 500115 loans 2023-01 2", "Timeline Ranking Map")]
    [InlineData("another indicator of another month", "", "500113 total flow 2023-01 5; 500115 total flow 2023-01 6; 500112 total flow 2023-01 7; 500113 loans 2023-02 1; 500115 loans 2023-02 2; 500112 loans 2023-02 3", "Timeline Ranking Map")]
    public async Task Views_OfferedForASelection_AreThoseThatSuitIt(string selection, string parameters, string rows, string expected)
    {
        foreach (var row in rows.Split("; "))
            await (row.Contains(" loans ", StringComparison.Ordinal) ? _store.TakeInAsync(row.Replace(" loans ", " loans total flow ", StringComparison.Ordinal)) : TakeInAsync(row));
        var query = parameters.Split('=');
        var read = ExplorerSelection.Read(_store.Catalog, "jobs_created", name => name == query[0] ? query[1] : null);
        var offered = new ExplorerCharts(Data(read), Data(read.OfOther("loans"))).Offered.Where(view => view.Fits).ToList();

        var names = string.Join(' ', offered.Select(view => view.View));
        Assert.True((expected + " Table").Trim() == names, $"{selection}: {names}");
        Assert.All(offered, view => Assert.Equal(view.View is ExplorerView.Table or ExplorerView.Targets, view.Draw?.Invoke() is null));
    }

    /// <summary>The reason given must be one that the reader can do something about.</summary>
    [Theory]
    [InlineData("areas=500113", "Ranking Map Multiples Heat", "只选了一个地区")]
    [InlineData("areas=500113", "Scatter", "只选了 1 个地区，至少要 3 个")]
    [InlineData("areas=500113,500115", "Scatter", "只选了 2 个地区，至少要 3 个")]
    [InlineData("areas=500113,500115", "Ranking Map Multiples Heat", "")]
    [InlineData("", "Ranking Map Multiples Heat", "")]
    [InlineData("", "Scatter", "没有 3 个以上地区同时有「贷款」同一期间的数字")]
    [InlineData("from=2023-03", "Ranking Map", "只有一个地区有数字")]
    [InlineData("from=2023-02&to=2023-02", "Multiples Heat", "没有按月的数字：至少要有两个月、同一口径")]
    [InlineData("breakdown=local", "Ranking Map", "没有两个地区的期间、口径和分项都相同")]
    [InlineData("month=2023-03", "Ranking Map", "2023-03 没有两个地区可比")]
    public async Task View_ThatDoesNotFit_SaysWhatStandsInTheWay(string address, string views, string reason)
    {
        await TakeInAsync(
            "500113 total flow 2023-01 5", "500113 total flow 2023-02 6", "500113 total flow 2023-03 7", "500113 total flow 2023-04 7",
            "500115 total flow 2023-01 7", "500115 total flow 2023-02 8",
            "500113 local flow 2023-01 1", "500115 local flow 2023-02 2");
        var query = QueryHelpers.ParseQuery(address);
        var read = ExplorerSelection.Read(_store.Catalog, "jobs_created", name => query.TryGetValue(name, out var value) ? (string?)value : null);
        var offered = new ExplorerCharts(Data(read), Data(read.OfOther("loans"))).Offered;

        Assert.Equal(views.Split(' ').Select(view => (view, reason)), views.Split(' ').Select(name => (name, offered.Single(view => view.View.ToString() == name).Reason)));
    }

    /// <summary>Whoever goes through the months sees them on one scale and in the same classes; a month by itself has its own.</summary>
    [Theory]
    [InlineData("2023-02", new[] { 1, 2, 3, 4 })]
    [InlineData(null, new int[0])]
    public async Task Months_GoneThrough_ShareScaleAndClasses(string? month, int[] among)
    {
        await TakeInAsync(
            "500113 total flow 2023-01 1", "500115 total flow 2023-01 2", "500113 total flow 2023-02 3", "500115 total flow 2023-02 4",
            "500113 total ytd 2023-01/2023-02 90", "500115 total ytd 2023-01/2023-02 90", "500113 local flow 2023-02 80", "500115 local flow 2023-02 80");
        var charts = Charts(ExplorerSelection.All("jobs_created") with { Month = YearMonth.TryParse(month, out var asked) ? asked : null, Basis = Basis.Flow, Breakdown = "total" });

        Assert.Equal(among.Select(value => (decimal)value), Chart<RankingChart>(charts).ScaledAmong.Order());
        Assert.Equal(among.Select(value => (decimal)value), Chart<ValueMap>(charts).ClassedAmong.Order());
        Assert.Equal(among.Length > 0, Chart<RankingChart>(charts).Caption.Subtitle.Contains("各月同一刻度", StringComparison.Ordinal));
        Assert.Equal(among.Length > 0, Chart<ValueMap>(charts).Caption.Subtitle.Contains("各月同一分级", StringComparison.Ordinal));
    }

    /// <summary>What is asked for is shown where it fits; otherwise what suits best.</summary>
    [Theory]
    [InlineData(null, ExplorerView.Columns)]
    [InlineData(ExplorerView.Timeline, ExplorerView.Timeline)]
    [InlineData(ExplorerView.Table, ExplorerView.Table)]
    [InlineData(ExplorerView.Parts, ExplorerView.Columns)]
    public async Task View_AskedFor_IsChosenWhereItFits(ExplorerView? asked, ExplorerView chosen)
    {
        var charts = await ChartsAsync("500113 total flow 2023-01 5", "500113 total flow 2023-02 6");
        Assert.Equal(chosen, charts.Choose(asked).View);
    }

    [Fact]
    public async Task Charts_OfBoundedFigures_LoseNoBound()
    {
        string[] values = ["100", "110余", "120以上", "约130", "近140", "不超过150", "不到160"];
        var rows = values.SelectMany((value, index) => new[] { $"500113 total flow 2022-{index + 1:00} {value}", $"500115 total flow 2022-{index + 1:00} {value}" });
        var charts = await ChartsAsync([.. rows, "500115 local stock 2022-12 25余", "500115 outside stock 2022-12 约16"]);
        var stored = Data(ExplorerSelection.All("jobs_created")).Figures.ToDictionary(figure => $"/explore?indicator=jobs_created&figure={figure.First.Id}", figure => figure.Observation.Quantity);

        foreach (var chart in Drawn(charts))
        {
            var marks = MarksOf(chart).ToList();
            Assert.NotEmpty(marks);
            Assert.All(marks, mark => Assert.Equal(stored[mark.Href!], mark.Quantity));
        }

        var timeline = Chart<TimelineChart>(charts);
        Assert.Equal(Enum.GetValues<Bound>(), timeline.Rows.Select(row => row.Mark.Quantity!.Value.Bound).Distinct().Order());
    }

    [Fact]
    public async Task DoubtfulFigure_IsInNoChartAsOneToDraw()
    {
        var charts = await ChartsAsync(
            "500113 total flow 2023-01 5", "500113 total flow 2023-02 9000 U",
            "500115 total flow 2023-02 7", "500112 total flow 2023-02 8",
            "500113 local flow 2023-02 3", "500113 outside flow 2023-02 2");

        foreach (var chart in Drawn(charts))
        {
            var doubtful = MarksOf(chart).Where(mark => mark.Quantity?.Value == 9000).ToList();
            Assert.Single(doubtful);
            Assert.All(doubtful, mark => Assert.False(mark.IsDrawable));
        }
    }

    [Fact]
    public async Task DoubtfulTarget_IsNoLine() =>
        Assert.Empty(Chart<MonthlyChart>(await ChartsAsync("500113 total stock 2023-01 5", "500113 total stock 2023-02 6", "500113 total target 2023 9 U")).Lines);

    [Fact]
    public async Task YearToDate_IsNeverDrawnAsAMonth()
    {
        var chart = Chart<MonthlyChart>(await ChartsAsync(
            "500113 total flow 2023-01 5", "500113 total flow 2023-02 6",
            "500113 total ytd 2023-01 5", "500113 total ytd 2023-01/2023-02 11", "500113 total ytd 2023-01/2023-03 18"));

        Assert.All(MarksOf(chart), mark => Assert.Equal(Basis.Ytd, mark.Basis));
        Assert.StartsWith("巴南区，本年累计", chart.Caption.Subtitle, StringComparison.Ordinal);
        Assert.Equal([5m, 11m, 18m], chart.Months.Select(month => chart.Series[0].Cells[month].Quantity!.Value.Value));
    }

    [Fact]
    public async Task Months_BetweenTheFirstAndLast_AreAllOnTheAxis()
    {
        var chart = Chart<MonthlyChart>(await ChartsAsync("500113 total flow 2022-11 5", "500113 total flow 2023-02 6"));

        Assert.Equal(["2022-11", "2022-12", "2023-01", "2023-02"], chart.Months.Select(month => month.ToString()));
        Assert.Equal(2, chart.Series[0].Cells.Count);
        Assert.Equal(ExplorerView.Columns, (await ChartsAsync()).Choose(null).View);
    }

    [Fact]
    public async Task Areas_OnOneMonthlyChart_AreLinesEachOfItsOwnFigures()
    {
        var chart = Chart<MonthlyChart>(await ChartsAsync("500113 total flow 2023-01 5", "500113 total flow 2023-02 6", "500115 total flow 2023-02 8", "500113 total target 2023-02 9"));

        Assert.Equal(MonthlyStyle.Lines, chart.Style);
        Assert.Equal(["巴南区", "长寿区"], chart.Series.Select(series => series.Label));
        Assert.Equal([2, 1], chart.Series.Select(series => series.Cells.Count));
        Assert.Empty(chart.Lines);
    }

    /// <summary>Colours follow the order of the series: an area keeps its own whichever is larger.</summary>
    [Theory]
    [InlineData(5, 8)]
    [InlineData(8, 5)]
    public async Task Areas_OfAChart_StandInTheCataloguesOrder(int one, int other)
    {
        await TakeInAsync("500113 total flow 2023-01 5", $"500113 total flow 2023-02 {one}", "500115 total flow 2023-01 5", $"500115 total flow 2023-02 {other}");
        foreach (string[] areas in new[] { new[] { "500113", "500115" }, ["500115", "500113"] })
            Assert.Equal(["巴南区", "长寿区"], Chart<MonthlyChart>(Charts(ExplorerSelection.All("jobs_created") with { Areas = areas })).Series.Select(series => series.Label));
    }

    [Theory]
    [InlineData(36, true)]
    [InlineData(37, false)]
    public async Task Columns_OfTwoAreas_AreOfferedWhileTheyAreNoHairs(int months, bool fits)
    {
        var last = new YearMonth(2020, 1).AddMonths(months - 1);
        var charts = await ChartsAsync("500113 total flow 2020-01 5", $"500113 total flow {last} 6", $"500115 total flow {last} 8");
        Assert.Equal(fits, charts.Offered.Single(view => view.View == ExplorerView.Columns).Fits);
    }

    [Fact]
    public async Task Changes_AreRankedByWhatWasRoundedAway()
    {
        await TakeInAsync("500113 total flow 2023-01 30000", "500113 total flow 2023-02 31004", "500115 total flow 2023-01 30000", "500115 total flow 2023-02 31001");
        var rows = Chart<RankingChart>(Charts(ExplorerSelection.All("jobs_created") with { Transform = Transform.PeriodOnPeriod })).Rows;
        Assert.Equal([3.3m, 3.3m], rows.Select(row => row.Mark.Quantity!.Value.Value));
        Assert.Equal(["1", "2"], rows.Select(row => new Ranking(new(new("", "", Unit.Percent, []), rows)).RankOf(row).ToString()));
        Assert.Equal("巴南区", rows[0].Label);
    }

    /// <summary>The month itself is drawn as its own; a running total as of an earlier day of the month gives way.</summary>
    [Theory]
    [InlineData("stock 2023-01-10", "stock 2023-01-31", "stock 2023-02")]
    [InlineData("ytd 2023-01-01/2023-01-10", "ytd 2023-01", "ytd 2023-01/2023-02")]
    [InlineData("stock 2022", "stock 2022-12", "stock 2023-01")]
    public async Task TwoFigures_ThatEndInOneMonth_AreDrawnAsTheLastOfThem(string early, string late, string next)
    {
        var chart = Chart<MonthlyChart>(await ChartsAsync($"500113 total {early} 4", $"500113 total {late} 5", $"500113 total {next} 6"));
        Assert.Equal([5m, 6m], chart.Months.Select(month => chart.Series[0].Cells[month].Quantity!.Value.Value));
    }

    /// <summary>A norm beside the months of 巴南区, and whether it measures what they show.</summary>
    [Theory]
    [InlineData("ytd", "500113 total target 2023", true)]
    [InlineData("stock", "500113 total target 2023", true)]
    [InlineData("flow", "500113 total target 2023", false)]
    [InlineData("flow", "500113 total target 2023-02", true)]
    [InlineData("flow", "500113 total limit 2023", true)]
    [InlineData("ytd", "500115 total target 2023", false)]
    [InlineData("ytd", "500113 local target 2023", false)]
    public async Task Norm_IsALineOnlyWhereItMeasuresWhatIsDrawn(string basis, string norm, bool isDrawn)
    {
        var months = basis == "ytd" ? ("2023-01", "2023-01/2023-02") : ("2023-01", "2023-02");
        var chart = Chart<MonthlyChart>(await ChartsAsync($"500113 total {basis} {months.Item1} 5", $"500113 total {basis} {months.Item2} 6", $"{norm} 9以上"));

        Assert.Equal(isDrawn ? [new Quantity(9, Bound.AtLeast)] : [], chart.Lines.Select(line => line.Mark.Quantity!.Value));
    }

    [Fact]
    public async Task ZoneTownAndCity_BesideDistricts_StandApartInTheRanking()
    {
        var chart = Chart<RankingChart>(await ChartsAsync(
            "500113 total flow 2023-01 5", "500115 total flow 2023-01 6", "Z-GXQ total flow 2023-01 7", "500112-LXZ total flow 2023-01 8", "500000 total flow 2023-01 9"));

        Assert.Equal(["长寿区", "巴南区"], chart.Rows.Where(row => !row.IsApart).Select(row => row.Label));
        Assert.Equal(["重庆市", "龙兴镇", "重庆高新区"], chart.Rows.Where(row => row.IsApart).Select(row => row.Label));
    }

    [Theory]
    [InlineData(null, 8)]
    [InlineData("2023-01", 6)]
    [InlineData("2022-12", null)]
    public async Task Ranking_IsOfTheMonthAskedForOrTheLatest(string? month, int? largest)
    {
        await TakeInAsync("500113 total flow 2023-01 5", "500115 total flow 2023-01 6", "500113 total flow 2023-02 7", "500115 total flow 2023-02 8");
        var selection = ExplorerSelection.All("jobs_created") with { Month = YearMonth.TryParse(month, out var asked) ? asked : null };
        var charts = Charts(selection);

        Assert.Equal(["2023-01", "2023-02"], charts.MonthsOf(ExplorerView.Ranking).Select(rankable => rankable.ToString()));
        Assert.Equal(largest, (int?)Drawn(charts).OfType<RankingChart>().SingleOrDefault()?.Rows[0].Mark.Quantity!.Value.Value);
    }

    [Theory]
    [InlineData("500113 abroad flow 2023-01 1", true)]
    [InlineData("500113 abroad flow 2023-02 1", false)]
    public async Task Parts_AreCompleteOnlyWhenAllOfTheDimensionAreThere(string third, bool isComplete)
    {
        var chart = Chart<PartsChart>(await ChartsAsync("500113 total flow 2023-01 60余", "500113 local flow 2023-01 20", "500113 outside flow 2023-01 30", third));

        Assert.Equal(isComplete, chart.IsComplete);
        Assert.Equal(isComplete ? ["就地", "外地", "境外"] : ["就地", "外地"], chart.Parts.Select(part => part.Label));
        Assert.Equal(new Quantity(60, Bound.MoreThan), chart.Total!.Quantity);
    }

    /// <summary>A category keeps its shade whichever is larger and whichever are there, and the area is the one asked for.</summary>
    [Theory]
    [InlineData(null, "巴南区", "就地 0 外地 1 境外 2")]
    [InlineData("500115", "长寿区", "外地 1 境外 2")]
    [InlineData("500112", "巴南区", "就地 0 外地 1 境外 2")]
    public async Task Parts_AreOfTheAreaAskedForInTheColoursOfTheirCategories(string? asked, string area, string parts)
    {
        await TakeInAsync("500113 local flow 2023-01 20", "500113 outside flow 2023-01 30", "500113 abroad flow 2023-01 10", "500115 outside flow 2023-01 3", "500115 abroad flow 2023-01 30");
        var charts = Charts(ExplorerSelection.All("jobs_created") with { PartsOf = asked });
        var chart = Chart<PartsChart>(charts);

        Assert.StartsWith(area, chart.Caption.Subtitle, StringComparison.Ordinal);
        Assert.Equal(parts, string.Join(' ', chart.Parts.Select(part => $"{part.Label} {part.Shade}")));
        Assert.Equal(["巴南区", "长寿区"], charts.AreasWithParts.All.Select(one => (string)one.Name));
        Assert.Equal(area, _store.Catalog.Area(charts.AreasWithParts.Shown!).Name);
    }

    [Fact]
    public async Task Parts_WithoutAPrintedTotal_HaveNone() =>
        Assert.Null(Chart<PartsChart>(await ChartsAsync("500113 local flow 2023-01 20", "500113 outside flow 2023-01 30")).Total);

    [Fact]
    public async Task Conflict_ShowsTheSourcePublishedLastAndIsMarkedOnEveryChart()
    {
        var charts = await ChartsAsync(
            "500113 total flow 2023-01 9 A early", "500113 total flow 2023-01 5 A late",
            "500113 total flow 2023-02 6", "500115 total flow 2023-01 4");

        Assert.Equal(3, Data(ExplorerSelection.All("jobs_created")).Figures.Count);
        foreach (var chart in Drawn(charts))
            Assert.Equal(5m, Assert.Single(MarksOf(chart), mark => mark.IsConflict).Quantity!.Value.Value);
    }

    [Fact]
    public async Task MissingFigure_IsAMarkWithoutANumber()
    {
        var charts = await ChartsAsync("500113 total flow 2023-01 5", "500113 total flow 2023-02 — O");
        var cell = Chart<MonthlyChart>(charts).Series[0].Cells[new(2023, 2)];
        Assert.Equal((null, ObsStatus.Missing), (cell.Quantity, cell.Status));
    }

    [Fact]
    public async Task Timeline_OfManyFigures_KeepsTheLatestOfEachSeriesAndSaysSo()
    {
        var months = YearMonth.Range(new(2018, 1), new(2022, 12)).ToList();
        var chart = Chart<TimelineChart>(await ChartsAsync([.. months.Select((month, index) => $"500113 total flow {month} {index}"), "500115 total flow 2019-01 7"]));

        Assert.Equal(["2019-01", "2022-12"], chart.Rows.Select(row => row.Mark.Period.Edtf));
        Assert.Contains("每个序列只画最近一期", chart.Caption.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chart_NamesItsUnitAndEachSourceOnce()
    {
        var caption = Chart<TimelineChart>(await ChartsAsync("500113 total flow 2023-01 5", "500113 total flow 2023-02 6", "500113 total flow 2023-03 6 A early")).Caption;
        Assert.Equal(("新增就业", "人"), (caption.Title, caption.Unit.Zh));
        Assert.Equal(["/sources/late", "/sources/early"], caption.Sources.Select(source => source.Href));
    }

    /// <summary>Every view that fits, drawn.</summary>
    private static IEnumerable<ChartModel> Drawn(ExplorerCharts charts) =>
        charts.Offered.Where(view => view is { Fits: true, Draw: not null }).Select(view => view.Draw!());

    private static T Chart<T>(ExplorerCharts charts)
        where T : ChartModel => Drawn(charts).OfType<T>().First();

    private static IEnumerable<Mark> MarksOf(ChartModel chart) => chart switch
    {
        TimelineChart timeline => timeline.Rows.Select(row => row.Mark),
        MonthlyChart monthly => monthly.Series.SelectMany(series => series.Cells.Values),
        RankingChart ranking => ranking.Rows.Select(row => row.Mark),
        SmallMultiples panels => panels.Panels.SelectMany(panel => panel.Cells.Values),
        HeatTable heat => heat.Rows.SelectMany(row => row.Cells.Values),
        ValueMap map => map.Tiles.Select(tile => tile.Mark).OfType<Mark>(),
        PartsChart parts => [.. parts.Parts.Select(part => part.Mark), .. parts.Total is { } total ? new[] { total } : []],
        _ => throw new InvalidOperationException($"The Explorer has no {chart.GetType().Name}."),
    };

    private async Task<ExplorerCharts> ChartsAsync(params string[] rows)
    {
        if (rows.Length > 0)
            await TakeInAsync(rows);
        return Charts(ExplorerSelection.All("jobs_created"));
    }

    private ExplorerCharts Charts(ExplorerSelection selection) => new(Data(selection));

    private ExplorerData Data(ExplorerSelection selection) => new(_store.Catalog, selection, new ExplorerQuery(_store.Database).Figures(selection.Indicator, selection.AsOf));

    private Task TakeInAsync(params string[] rows) => _store.TakeInAsync([.. rows.Select(row => row.Split(' ')).Select(row => string.Join(' ', row.Prepend("jobs_created").Prepend(row[0]).Where((_, index) => index != 2)))]);
}
