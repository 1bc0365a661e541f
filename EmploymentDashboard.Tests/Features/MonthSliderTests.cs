using Bunit;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Statistics;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

public sealed class MonthSliderTests : IDisposable
{
    private static readonly YearMonth[] Months = [new(2023, 1), new(2023, 2), new(2023, 5)];

    private readonly Language _language = Language.Chinese();
    private readonly BunitContext _context = new();

    public MonthSliderTests() => _context.Services.AddSingleton<TimeProvider>(new HurriedTime());

    public void Dispose()
    {
        _context.Dispose();
        _language.Dispose();
    }

    [Theory]
    [InlineData("2023-02", ".step:nth-of-type(2)", "2023-01")]
    [InlineData("2023-02", ".step:last-of-type", "2023-05")]
    public void Step_GoesToTheNextMonthThatHasFigures(string month, string button, string expected)
    {
        YearMonth? chosen = null;
        Render(month, next => chosen = next).Find(button).Click();
        Assert.Equal(expected, chosen.ToString());
    }

    [Fact]
    public void Ends_HaveNoStepBeyond()
    {
        Assert.True(Render("2023-01", _ => { }).FindAll(".step")[0].HasAttribute("disabled"));
        Assert.True(Render("2023-05", _ => { }).FindAll(".step")[1].HasAttribute("disabled"));
    }

    [Fact]
    public void Slider_SaysItsMonthAndGoesThere()
    {
        YearMonth? chosen = null;
        var slider = Render("2023-02", next => chosen = next);

        Assert.Equal("2023-02", slider.Find("input").GetAttribute("aria-valuetext"));
        slider.Find("input").Input("0");
        Assert.Equal("2023-01", chosen.ToString());
    }

    /// <summary>Played from the last month on, it begins anew and stops at the end.</summary>
    [Fact]
    public void Play_GoesThroughAllMonthsOnceAndStops()
    {
        var shown = new List<string>();
        IRenderedComponent<MonthSlider> slider = null!;
        slider = Render("2023-05", next =>
        {
            shown.Add(next.ToString());
            slider.Render(parameters => parameters.Add(one => one.Month, next));
        });

        slider.Find(".play").Click();
        slider.WaitForAssertion(() => Assert.Equal(["2023-01", "2023-02", "2023-05"], shown));
        slider.WaitForAssertion(() => Assert.Equal("false", slider.Find(".play").GetAttribute("aria-pressed")));
    }

    private IRenderedComponent<MonthSlider> Render(string month, Action<YearMonth> changed) => _context.Render<MonthSlider>(parameters => parameters
        .Add(slider => slider.Months, Months)
        .Add(slider => slider.Month, YearMonth.Parse(month))
        .Add(slider => slider.Changed, changed));

    /// <summary>A clock on which no one waits.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
