using Bunit;
using EmploymentDashboard.Features.Figures;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;

namespace EmploymentDashboard.Tests.Features;

public sealed class BasisAndPeriodTests : BunitContext
{
    private readonly Language _language = Language.Chinese();

    [Theory]
    [InlineData(Basis.Flow, "2023-01-30", "当期", "2023-01-30", false)]
    [InlineData(Basis.Ytd, "2021-01/2021-09~", "本年累计", "2021-01 – 2021-09（推断）", false)]
    [InlineData(Basis.Cumulative, "../2023-03", "累计", "起点未载明，至 2023-03", false)]
    [InlineData(Basis.Average, "2021/2022~", "平均", "2021 – 2022（推断）", false)]
    [InlineData(Basis.Stock, "2021-Q3", "时点", "2021-Q3", false)]
    [InlineData(Basis.Target, "2025", "目标", "2025", true)]
    [InlineData(Basis.Limit, "2021-09~", "标准或控制线", "2021-09（推断）", true)]
    public void Figure_SaysItsBasisAndPeriodInWords(Basis basis, string period, string name, string words, bool isNorm)
    {
        var text = Render<BasisAndPeriod>(parameters => parameters.Add(text => text.Figure, new()
        {
            Series = new("500113", "jobs_created", Breakdown.Total, basis),
            Period = Period.Parse(period),
            Quantity = new(5),
            Source = "late",
        }));

        var chip = text.Find(".chip");
        Assert.Equal(name, chip.TextContent);
        Assert.Equal(basis.Explanation().Zh, chip.GetAttribute("title"));
        Assert.Equal(isNorm, chip.ClassList.Contains("chip-amber"));
        Assert.Equal(words, text.Find(".period").TextContent);
    }

    protected override void Dispose(bool disposing)
    {
        _language.Dispose();
        base.Dispose(disposing);
    }
}
