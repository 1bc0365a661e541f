using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>Asks axe for every violation of WCAG 2.2 A and AA, and of axe's own good practice, whatever its weight; and the browser, what it had to refuse.</summary>
internal static class Axe
{
    public static async Task AssertAccessibleAsync(IPage page)
    {
        // The rule of WCAG 2.2 rests unless it is called by name.
        // Of what passed axe need not describe every element: on a full page that is most of its time.
        await AssertNoneAsync(page, new() { Rules = new() { ["target-size"] = new() { Enabled = true } }, ResultTypes = [ResultType.Violations] });
        PolicyWatch.AssertNone(page);
    }

    private static async Task AssertNoneAsync(IPage page, AxeRunOptions options)
    {
        // The circuit takes the page over with its title; in between there is none, for a moment.
        await page.WaitForFunctionAsync("() => document.title !== ''");
        var result = await page.RunAxe(options);
        Findings.AssertNone(
            from violation in result.Violations
            let nodes = violation.Nodes.Where(node => !IsScrolledAside(node)).ToList()
            where nodes.Count > 0
            select $"{violation.Id} ({violation.Impact}): {violation.Help}: {string.Join("; ", nodes.Take(3).Select(node => node.Html))}");
    }

    /// <summary>A mark half under the edge of a drawing that scrolls is whole once it is scrolled to; axe sees only the half.</summary>
    private static bool IsScrolledAside(AxeResultNode node) =>
        node.Any.Any(check => check.Id == "target-size" && check.Message.Contains("partially obscured", StringComparison.Ordinal)) && node.Html.Contains("data-tip", StringComparison.Ordinal);
}
