using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>Asks axe what keeps people from using a page as it stands.</summary>
internal static class Axe
{
    public static async Task AssertAccessibleAsync(IPage page)
    {
        // The circuit takes the page over with its title; in between there is none, for a moment.
        await page.WaitForFunctionAsync("() => document.title !== ''");
        var result = await page.RunAxe();
        var findings = result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))}");
        Assert.Empty(findings);
    }
}
