using EmploymentDashboard.Charts;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using static EmploymentDashboard.Tests.Charts.Drawn;

namespace EmploymentDashboard.Tests.Charts;

public sealed class PartsTests : IDisposable
{
    private readonly Language _language = Language.Chinese();

    public void Dispose() => _language.Dispose();

    [Fact]
    public void Parts_OfAWhole_FillItAndAreLabelled()
    {
        var chart = ChartSamples.Parts().Draw();
        var boxes = chart.QuerySelectorAll("a.part .bar");
        Assert.Equal(100, boxes.Sum(box => box.Share("width")), 1);
        Assert.Equal(boxes[1].Share("x"), boxes[0].Share("width"), 2);
        Assert.Equal(["就地就近 37%", "辖区外市内 35%", "市外 28%"], chart.Texts(".part-label"));
        chart.None(".rest");
    }

    [Fact]
    public void Percentages_OfAnyParts_AddUpToAHundred() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 100_000).ListOf(5).Where(parts => parts.Sum() > 0).ToArbitrary(),
        parts =>
        {
            var shares = new Shares(Parts(null, isComplete: true, [.. parts.Select(part => Mark(part))]));
            Assert.Equal(100, shares.Percentages!.Sum());
            Assert.All(parts.Zip(shares.Percentages!), pair => Assert.True(Math.Abs(pair.First * 100m / parts.Sum() - pair.Second) < 1));
        }));

    [Fact]
    public void Rest_OfAPrintedTotal_IsHatchedAndCounted()
    {
        var model = Parts(100, isComplete: false, Mark(60), Mark(10));
        var chart = model.Draw();
        Assert.Equal(30, chart.One("rect.rest").Share("width"));
        Assert.Equal([60, 10, 30], new Shares(model).Percentages!);
        Assert.Equal("总数 100 人，2 个部分。最大的是部分0 60 人，占 60%。其余 30 人 来源未分开说。", ChartSentence.Of(model).ToString());
    }

    [Fact]
    public void Rest_OfAnUnknownTotal_StaysOpen()
    {
        var model = Parts(null, isComplete: false, Mark(60), Mark(10));
        Assert.Contains("斜纹：可能还有，总数未载明", model.Draw().Texts(".key li"));
        Assert.Null(new Shares(model).Percentages);
        Assert.EndsWith("因此不算占比。", ChartSentence.Of(model).Caution, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Bound.MoreThan)]
    [InlineData(Bound.AtLeast)]
    [InlineData(Bound.About)]
    [InlineData(Bound.Nearly)]
    [InlineData(Bound.AtMost)]
    [InlineData(Bound.LessThan)]
    public void Shares_WithABoundedPart_AreNotGiven(Bound bound)
    {
        var model = Parts(100, isComplete: true, Mark(60), Mark(40, bound));
        Assert.Null(new Shares(model).Percentages);
        Assert.Equal(["部分0", "部分1"], model.Draw().Texts(".part-label"));
        Assert.Equal(["60", bound.Sign() + "40"], model.Draw().Texts(".in-part"));
    }

    [Fact]
    public void Key_ExplainsNoSignThatIsNotDrawn() =>
        Assert.Empty(Parts(100, isComplete: true, Mark(60, Bound.MoreThan), Mark(40)).Draw().QuerySelectorAll(".key"));

    [Theory]
    [InlineData(100, true, 60, 30)]
    [InlineData(100, false, 60, 50)]
    public void Parts_ThatDoNotMakeTheirTotal_AreSaidToContradictIt(int total, bool isComplete, int first, int second)
    {
        var model = Parts(total, isComplete, Mark(first), Mark(second));
        Assert.True(new Shares(model).Contradicts);
        Assert.Equal("各部分之和与所载总数不符，因此不算占比。", ChartSentence.Of(model).Caution);
        model.Draw().None(".rest");
    }

    [Fact]
    public void MissingPart_IsListedAndNotDrawn()
    {
        var model = Parts(100, isComplete: true, Mark(60), Mark(null, status: ObsStatus.Missing));
        var chart = model.Draw();
        Assert.Single(chart.QuerySelectorAll("a.part"));
        Assert.Equal("部分1，缺，2022-01，当期，缺", chart.One(".part-list:not(.drawn) a").SpokenName());
    }

    [Fact]
    public void SmallPart_IsNeverZeroPercent() => Assert.Equal("<1%", Shares.Text(0));
}
