using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using static EmploymentDashboard.Tests.Charts.ChartSamples;

namespace EmploymentDashboard.Tests.Charts;

public sealed class ChartSentenceTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Fact]
    public void Timeline_OfTheLoans_SaysWhyTheyAreNotComparedOrAdded()
    {
        var sentence = ChartSentence.Of(Loans());
        Assert.Equal("3 个数字，截至 2020-02 到 2023-03 不等。口径都是累计。起点均未载明。2 个的期间是推断的。条的长短是时间，不是数值。", sentence.Text);
        Assert.Equal("对象不同、起止不全，不可直接比较，也不能相加。", sentence.Caution);
    }

    [Fact]
    public void Timeline_InEnglish_SaysTheSame()
    {
        using var english = Language.English();
        Assert.Equal(
            "3 figures with ends from 2020-02 to 2023-03. Basis of all: Cumulative. No start is printed. 2 periods inferred. Bars show time, not size. Not to be compared directly or added: they count different groups, some ends are not printed.",
            ChartSentence.Of(Loans()).ToString());
    }

    [Fact]
    public void Timeline_OfOneFigure_IsThatFigure() =>
        Assert.Equal("巴南区，对象0，大于 2万人，起点未载明，至 2020-02（推断），累计。", ChartSentence.Of(Drawn.Timeline(Mark("../2020-02~", 20_000, Basis.Cumulative, Bound.MoreThan))).ToString());

    [Theory]
    [InlineData("2022-01", Basis.Flow, "2022-02", Basis.Flow, "期间不同，不可直接比较。")]
    [InlineData("2022-01", Basis.Flow, "2022", Basis.Flow, "期间不同，不可直接比较，也不能相加。")]
    [InlineData("2022-01", Basis.Flow, "2022-02", Basis.Ytd, "口径不同、期间不同，不可直接比较，也不能相加。")]
    [InlineData("2022-01", Basis.Stock, "2022-02", Basis.Stock, "期间不同，不可直接比较，也不能相加。")]
    [InlineData("2022-01", Basis.Flow, "../2022-02", Basis.Flow, "起止不全，不可直接比较，也不能相加。")]
    public void Timeline_OfOneGroup_IsCautionedByItsPeriodsAndBases(string first, Basis firstBasis, string second, Basis secondBasis, string caution) =>
        Assert.Equal(caution, ChartSentence.Of(new TimelineChart(Caption("t", "", People), [new("巴南区", "", People, Mark(first, 5, firstBasis)), new("巴南区", "", People, Mark(second, 5, secondBasis))])).Caution);

    [Fact]
    public void Timeline_OfPartsOfOneCount_DoesNotForbidTheirSum() =>
        Assert.Equal("同一地区、期间的不同对象，可能互相包含。", ChartSentence.Of(Drawn.Timeline(Mark("../2020-02", 5, Basis.Cumulative), Mark("../2020-02", 7, Basis.Cumulative))).Caution);

    [Theory]
    [InlineData("100", "120", "巴南区 2022-02：120 人，比上月 +20 人（+20%）。")]
    [InlineData("100", ">120", "巴南区 2022-02：>120 人，比上月 >+20 人（>+20%）。")]
    [InlineData("100", ">80", "巴南区 2022-02：>80 人，比上月是增是减不能定。")]
    [InlineData("100", "<80", "巴南区 2022-02：<80 人，比上月 <-20 人（<-20%）。")]
    [InlineData(">100", ">120", "巴南区 2022-02：>120 人，与上月不作比较（各数的界限使结果不能确定）。")]
    [InlineData("100", "100", "巴南区 2022-02：100 人，与上月持平。")]
    [InlineData("—", "100", "巴南区 2022-02：100 人。1 个月没有来源提及（2022-01），不是零。")]
    public void Monthly_ComparesWithTheMonthBeforeOnlyAsFarAsBoundsAllow(string before, string latest, string sentence) =>
        Assert.Equal(sentence, ChartSentence.Of(Drawn.Monthly(MonthlyStyle.Columns, Cell(before), Cell(latest))).ToString());

    [Theory]
    [InlineData("10 30 20", "最高 2022-02 30 人。最低 2022-01 10 人。")]
    [InlineData("10 >30 20", "最高 2022-02 >30 人。最低 2022-01 10 人。")]
    [InlineData(">10 30 20", "有的数字不是确数，最高或最低在哪个月不能定。")]
    [InlineData("10 30 ≈20", "最高 2022-02 30 人。最低 2022-01 10 人。")]
    [InlineData("10 30 ≈29", "最低 2022-01 10 人。有的数字不是确数，最高或最低在哪个月不能定。")]
    public void Monthly_NamesExtremesOnlyWhereTheyAreCertain(string figures, string sentence) =>
        Assert.Contains(sentence, ChartSentence.Of(Drawn.Monthly(MonthlyStyle.Columns, [.. figures.Split(' ').Select(Cell)])).Text, StringComparison.Ordinal);

    [Fact]
    public void Monthly_CountsWhatIsMissingAndWhatIsDoubtful()
    {
        var sentence = ChartSentence.Of(Drawn.Monthly(MonthlyStyle.Columns, Drawn.Mark(5), null, Drawn.Mark(null, status: ObsStatus.Missing), Drawn.Mark(7), Drawn.Mark(9, status: ObsStatus.LowReliability)));
        Assert.Contains("1 个月没有来源提及（2022-02），不是零。1 个月来源说缺（2022-03）。", sentence.Text, StringComparison.Ordinal);
        Assert.Equal("1 个数字存疑，画在刻度之外，不参与比较。", sentence.Caution);
    }

    [Fact]
    public void Monthly_OfRates_ChangesByPercentagePoints()
    {
        var chart = Drawn.Monthly(MonthlyStyle.Lines, Drawn.Mark(5.5m), Drawn.Mark(5)) with { Caption = Caption("t", "", Percent) };
        Assert.Equal("巴南区 2022-02：5%，比上月 -0.5 个百分点。", ChartSentence.Of(chart).ToString());
    }

    /// <summary>A running total peaks in December by itself; a change has no change, and twelve months no month before.</summary>
    [Theory]
    [InlineData("ytd", "2022-01 10 2022-01/2022-02 20 2022-01/2022-03 30", false, "巴南区 2022-03：30 人。")]
    [InlineData("ytd", "2022-01 10 2022-01/2022-02 20 2022-01/2022-03 30", true, "巴南区 2022-03：+30 人。最高 2022-03 +30 人。最低 2022-01 +10 人。")]
    [InlineData("flow", "2022-01 10 2022-02 20", true, "巴南区 2022-02：+20 人。")]
    [InlineData("flow", "2021-02/2022-01 10 2021-03/2022-02 20", false, "巴南区 2022-02：20 人。")]
    public void Monthly_ComparesOnlyWhatSaysSomething(string basis, string figures, bool isChange, string sentence)
    {
        var marks = figures.Split(' ').Chunk(2).Select(pair => Mark(pair[0], decimal.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture), Codes.Basis.Parse(basis))).ToList();
        var months = Months(new(2022, 1), marks.Count);
        var unit = People with { IsChange = isChange };
        Assert.Equal(sentence, ChartSentence.Of(new MonthlyChart(Caption("t", "", unit), MonthlyStyle.Lines, months, [new("巴南区", months.Zip(marks).ToDictionary(pair => pair.First, pair => pair.Second))], [])).ToString());
    }

    [Fact]
    public void Monthly_TellsTheTargetsOfItsYearsTogether()
    {
        ReferenceLine[] lines = [new("目标", Mark("2022", 40, Basis.Target, Bound.AtLeast)), new("目标", Mark("2023", 50, Basis.Target)), new("控制线", Mark("2022", 60, Basis.Limit))];
        Assert.EndsWith("目标：2022 ≥40 人，2023 50 人。控制线：2022 60 人。", ChartSentence.Of(Drawn.Monthly(MonthlyStyle.Lines, lines, Drawn.Mark(5), Drawn.Mark(6))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Monthly_OfSeveralSeries_TellsTheLatestMonthAndTheGaps() =>
        Assert.Equal("3 个系列，2022-01 至 2022-03。2022-03 有 2 个数字：最高 甲 30 人，最低 丙 7 人。1 个格没有来源提及，那里不画线也不当作零。", ChartSentence.Of(Several()).ToString());

    [Fact]
    public void Monthly_InEnglish_SaysTheSame()
    {
        using var english = Language.English();
        Assert.Equal("巴南区, 2022-02: 120 people, +20 people (+20%) on the month before.", ChartSentence.Of(Drawn.Monthly(MonthlyStyle.Columns, Cell("100"), Cell("120"))).ToString());
        Assert.Equal("3 series, 2022-01 to 2022-03. 2022-03 has 2 figures: highest 甲 30 people, lowest 丙 7 people. No source speaks of 1 cell: nothing is drawn there, and nothing is taken for zero.", ChartSentence.Of(Several()).ToString());
    }

    private static Mark? Cell(string figure) =>
        figure == "—" ? null : Statistics.Notation.Quantity(figure) is var quantity ? Drawn.Mark(quantity.Value, quantity.Bound) : null;

    private static MonthlyChart Several()
    {
        var months = Months(new(2022, 1), 3);
        MonthlySeries Series(string label, params int[] values) => new(label, months.Zip(values).ToDictionary(pair => pair.First, pair => Mark(pair.First.ToString(), pair.Second)));
        return new(Caption("t", "", People), MonthlyStyle.Lines, months, [Series("甲", 10, 20, 30), Series("乙", 5, 6), Series("丙", 7, 7, 7)], []);
    }
}
