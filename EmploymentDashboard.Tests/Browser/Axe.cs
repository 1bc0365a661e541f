using System.Text.Json;
using Deque.AxeCore.Commons;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>Asks axe for every violation of WCAG 2.2 A and AA, and of axe's own good practice, whatever its weight; and the browser, what it had to refuse.</summary>
internal static class Axe
{
    // The rule of WCAG 2.2 rests unless it is called by name. Of what passed axe need not describe every element: on a full page that is most of its time.
    private const string Run = """
        async () => {
            const { violations } = await axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] });
            return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map(({ html, any }) => ({ html, reasons: any.map(check => `${check.id}: ${check.message}`) })) }));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task AssertAccessibleAsync(IPage page)
    {
        // The circuit takes the page over with its title; in between there is none, for a moment.
        await page.WaitForFunctionAsync("() => document.title !== ''");
        // In each frame once, where they tell one another what they found. The package's own way opens another page for each run, and takes three times as long.
        foreach (var frame in page.Frames)
            await frame.EvaluateAsync($"() => {{ if (!window.axe) {{ {Script} }} }}");
        var violations = (await page.EvaluateAsync<JsonElement>(Run)).Deserialize<List<Violation>>(JsonSerializerOptions.Web)!;
        Findings.AssertNone(
            from violation in violations
            let nodes = violation.Nodes.Where(node => !IsScrolledAside(node)).ToList()
            where nodes.Count > 0
            select $"{violation.Id} ({violation.Impact}): {violation.Help}: {string.Join("; ", nodes.Take(3).Select(node => node.Html))}");
        PolicyWatch.AssertNone(page);
    }

    /// <summary>A mark half under the edge of a drawing that scrolls is whole once it is scrolled to; axe sees only the half.</summary>
    private static bool IsScrolledAside(Node node) =>
        node.Reasons.Any(reason => reason.StartsWith("target-size", StringComparison.Ordinal) && reason.Contains("partially obscured", StringComparison.Ordinal)) && node.Html.Contains("data-tip", StringComparison.Ordinal);

    private sealed record Violation(string Id, string? Impact, string Help, IReadOnlyList<Node> Nodes);

    private sealed record Node(string Html, IReadOnlyList<string> Reasons);
}
