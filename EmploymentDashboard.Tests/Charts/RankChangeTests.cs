using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Charts;

public sealed class RankChangeTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Theory]
    [InlineData("30 20 10", "1 2 3")]
    [InlineData("30 20 20 10", "1 2 2 4")]
    [InlineData("30 >20 10", "1–2 1–2 3")]
    [InlineData(">30 20 10", "1 2 3")]
    [InlineData("30 ≤20 10", "1 2–3 2–3")]
    [InlineData("100 ≈95 80", "1–2 1–2 3")]
    [InlineData("100 ≲100 90", "1 2 2–3")]
    [InlineData(">100 100", "1 2")]
    [InlineData("≥100 100", "1 1–2")]
    [InlineData("<100 100", "2 1")]
    [InlineData(">10 >9", "1–2 1–2")]
    public void Rank_OfBoundedFigures_IsARangeWhereItIsNotCertain(string figures, string ranks)
    {
        var rows = figures.Split(' ').Select((text, index) => new RankingRow(FormattableString.Invariant($"{index}"), "", Mark(text))).ToList();
        var ranking = new Ranking(new(ChartSamples.Caption("标题", "", ChartSamples.People), rows));
        Assert.Equal(ranks, string.Join(' ', rows.Select(row => ranking.RankOf(row).ToString())));
    }

    [Fact]
    public void Rank_OfBoundedFigures_HoldsEveryRankThatIsPossible()
    {
        var figures = new[] { ">10", "12", "≈12", "≤13", "≲14", "<11", "≥9" };
        var rows = figures.Select(text => new RankingRow(text, "", Mark(text))).ToList();
        var ranking = new Ranking(new(ChartSamples.Caption("标题", "", ChartSamples.People), rows));
        var random = new Random(4);
        for (var trial = 0; trial < 3_000; trial++)
        {
            var truth = rows.Select(row => Draw(row.Mark.Quantity!.Value, random)).ToList();
            for (var index = 0; index < rows.Count; index++)
                Assert.InRange(1 + truth.Count(value => value > truth[index]), ranking.RankOf(rows[index]).First, ranking.RankOf(rows[index]).Last);
        }
    }

    [Theory]
    [InlineData("30 20 10", "10 30 20", "▲2 ▼1 ▼1")]
    [InlineData("30 20 10", "30 20 10", "– – –")]
    [InlineData("30 20 10", "30 . 10", "– 新 ▼1")]
    [InlineData("30 20 10", "30 缺 10", "– ? ▼1")]
    [InlineData("30 >20 10", "30 20 10", "? ? –")]
    [InlineData("30 20 10", "30 20 ≤40", "? ? ?")]
    public void Change_IsSaidOnlyWhereBothRanksAreCertain(string now, string before, string signs) =>
        Assert.Equal(signs, string.Join(' ', Chart(now, before).Draw().Texts(".rank-change")));

    [Theory]
    [InlineData("30 20 10", "10 30 20", "与上期相比的名次升降")]
    [InlineData("30 20 10", ". . .", "上期没有来源提及")]
    [InlineData("30 20 10", "缺 缺 缺", "升降不能定")]
    [InlineData("30 20 10", "30 . 缺", "与上期相比的名次升降 上期没有来源提及 升降不能定")]
    public void Key_ExplainsTheSignsThatOccur(string now, string before, string key) =>
        Assert.Equal(key, string.Join(' ', Chart(now, before).Draw().Texts(".key li").Select(text => text.TrimStart('▲', '新', '?'))));

    [Fact]
    public void Change_IsSaidInTheTipAndHeardInTheName()
    {
        var rows = Chart("30 20 10", "10 30 ≤40").Draw().QuerySelectorAll("a.row");
        Assert.Equal("30 人\n0\n当期 · 2022-01\n第 1 名\n升降不能定：上期第 2–3 名，界限使名次不能定", rows[0].GetAttribute("data-tip"));
        Assert.Contains("第 2 名，升降不能定：上期第 1–2 名", rows[1].SpokenName(), StringComparison.Ordinal);
        Assert.Contains("上期第 3 名，升 2 位", Chart("30 20 10", "10 30 20").Draw().QuerySelector("a.row")!.SpokenName(), StringComparison.Ordinal);
    }

    [Fact]
    public void Table_HasRankRankBeforeAndChange()
    {
        var table = ChartTable.Of(AreaChartSamples.ChangedRanking())!;
        Assert.Equal(["地区", "名次", "上期名次", "升降", "数值", "口径", "期间", "说明"], table.Header);
        Assert.Equal(["1–2 2 ?", "2–3 1 ?", "1–3 3 ?", "4 – 新", "5 – ?", "6 4 ▼2", "7 5 ▼2", "– – –"], table.Rows.Select(row => string.Join(' ', row.Skip(1).Take(3).Select(cell => cell.Text))));
    }

    [Fact]
    public void Sentence_SumsUpAndWarnsWhereOthersWereRanked()
    {
        var sentence = ChartSentence.Of(Chart("30 20 10", "10 . 20"));
        Assert.Contains("与 2021-12 相比，1 个名次上升，1 个下降，0 个不变，1 个没有或不能定。", sentence.Text, StringComparison.Ordinal);
        Assert.Contains("上期有 2 个名次，本期 3 个", sentence.Caution, StringComparison.Ordinal);
    }

    [Fact]
    public void Ranking_WithoutAPeriodBefore_ShowsNoChanges()
    {
        Assert.All(ChartSamples.Ranking().Draw().Texts(".rank-change"), text => Assert.Equal("", text));
        Assert.DoesNotContain("升降", ChartTable.Of(ChartSamples.Ranking())!.Header);
    }

    private static RankingChart Chart(string now, string before) => new(
        ChartSamples.Caption("标题", "", ChartSamples.People),
        [.. now.Split(' ').Zip(before.Split(' ')).Select((pair, index) => new RankingRow(FormattableString.Invariant($"{index}"), "", Mark(pair.First))
        {
            Before = pair.Second switch
            {
                "." => null,
                "缺" => Drawn.Mark(null, status: ObsStatus.Missing),
                _ => Mark(pair.Second),
            },
        })])
    { PeriodBefore = Period.Parse("2021-12") };

    private static Mark Mark(string text)
    {
        var quantity = Statistics.Notation.Quantity(text);
        return Drawn.Mark(quantity.Value, quantity.Bound);
    }

    /// <summary>A true figure that the quantity admits.</summary>
    private static decimal Draw(Quantity quantity, Random random)
    {
        while (true)
        {
            var candidate = quantity.Bound == Bound.Exact ? quantity.Value : random.Next(500, 2_000) / 100m;
            if (quantity.Admits(candidate))
                return candidate;
        }
    }
}
