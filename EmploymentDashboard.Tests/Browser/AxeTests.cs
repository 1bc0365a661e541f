namespace EmploymentDashboard.Tests.Browser;

/// <summary>A check that finds nothing must be one that could have.</summary>
[Collection(DashboardCollection.Name)]
public sealed class AxeTests(DashboardFixture dashboard)
{
    [Theory]
    [InlineData("main => main.insertAdjacentHTML('beforeend', '<button></button>')", "button-name")]
    [InlineData("main => main.insertAdjacentHTML('beforeend', '<p style=\"color: #ccc; background: #fff\">pale</p>')", "color-contrast")]
    [InlineData("main => main.insertAdjacentHTML('beforeend', '<a href=\"/\" style=\"display: inline-block; width: 9px; height: 9px; overflow: hidden\">a</a><a href=\"/areas\" style=\"display: inline-block; width: 9px; height: 9px; overflow: hidden\">b</a>')", "target-size")]
    [InlineData("main => { const frame = document.createElement('iframe'); frame.title = 'frame'; main.append(frame); frame.contentDocument.body.innerHTML = '<main><h1>a</h1><img src=\"data:,\"></main>'; }", "image-alt")]
    public async Task Violation_OnAPageOrInItsFrame_IsFound(string spoil, string rule)
    {
        var page = await dashboard.OpenAsync("/account/sign-in");
        await page.Locator("main").EvaluateAsync(spoil);
        var found = await Record.ExceptionAsync(() => Axe.AssertAccessibleAsync(page));
        Assert.Contains(rule, found?.Message, StringComparison.Ordinal);
    }
}
