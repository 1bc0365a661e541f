using System.Globalization;
using Bunit;
using EmploymentDashboard.Features.Figures;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Features;

public sealed class QuantityTextTests : BunitContext
{
    private static readonly Unit People = new("人", "persons");

    /// <summary>What the eye sees is a sign; what a screen reader says is words, and not the sign as well.</summary>
    [Theory]
    [InlineData(Bound.MoreThan, ">", "大于 ", "more than ")]
    [InlineData(Bound.AtLeast, "≥", "不少于 ", "at least ")]
    [InlineData(Bound.About, "≈", "约 ", "about ")]
    [InlineData(Bound.Nearly, "≲", "接近，略小于 ", "nearly, a little less than ")]
    [InlineData(Bound.AtMost, "≤", "不超过 ", "at most ")]
    [InlineData(Bound.LessThan, "<", "小于 ", "less than ")]
    public void Bound_IsASignForTheEyeAndWordsForAScreenReader(Bound bound, string sign, string zh, string en)
    {
        using (Language.Chinese())
            AssertSays(zh, " 人");
        using (Language.English())
            AssertSays(en, " persons");

        void AssertSays(string words, string unit)
        {
            var text = Render(new(2300, bound));
            Assert.Equal((sign, "true"), (text.Find(".sign").TextContent, text.Find(".sign").GetAttribute("aria-hidden")));
            Assert.Equal(words, text.Find(".visually-hidden").TextContent);
            Assert.Equal($"{sign}{words}2,300{unit}", text.Find(".quantity").TextContent);
        }
    }

    [Theory]
    [InlineData("2300", "人", "2,300 人")]
    [InlineData("32000", "人", "3.2万人")]
    [InlineData("5.5", "%", "5.5%")]
    [InlineData("0", "人", "0 人")]
    public void ExactFigure_IsItsNumberAndUnitAlone(string value, string unit, string expected)
    {
        using var chinese = Language.Chinese();
        var text = Render(new(decimal.Parse(value, CultureInfo.InvariantCulture)), unit: new(unit, unit));
        Assert.Empty(text.FindAll(".visually-hidden"));
        Assert.Equal(expected, text.Find(".quantity").TextContent);
    }

    [Fact]
    public void DoubtfulFigure_IsMarkedAndOthersAreNot()
    {
        using var chinese = Language.Chinese();
        Assert.Contains("doubtful", Render(new(5), ObsStatus.LowReliability).Find(".quantity").ClassList);
        Assert.DoesNotContain("doubtful", Render(new(5)).Find(".quantity").ClassList);
    }

    [Theory]
    [InlineData(ObsStatus.Missing, "缺")]
    [InlineData(ObsStatus.Withheld, "不公布")]
    [InlineData(ObsStatus.CannotExist, "不可能有")]
    public void MissingFigure_SaysWhichKindOfMissing(ObsStatus status, string expected)
    {
        using var chinese = Language.Chinese();
        Assert.Equal(expected, Render(null, status).Find(".quantity").TextContent);
    }

    private IRenderedComponent<QuantityText> Render(Quantity? quantity, ObsStatus status = ObsStatus.Normal, Unit? unit = null) =>
        Render<QuantityText>(parameters => parameters
            .Add(text => text.Figure, new()
            {
                Series = new("500113", "jobs_created", Breakdown.Total, Basis.Flow),
                Period = Period.Parse("2023-01"),
                Quantity = quantity,
                Status = status,
                Source = "late",
            })
            .Add(text => text.Unit, unit ?? People));
}
