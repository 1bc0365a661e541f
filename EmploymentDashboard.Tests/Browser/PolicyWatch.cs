using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EmploymentDashboard.Tests.Shared;
using Microsoft.Playwright;

namespace EmploymentDashboard.Tests.Browser;

/// <summary>Notes what a browser refuses because the Content-Security-Policy forbids it, in pages, frames and what they open.</summary>
internal static class PolicyWatch
{
    private static readonly ConditionalWeakTable<IBrowserContext, ConcurrentQueue<string>> Refused = [];

    public static void Begin(IBrowserContext context)
    {
        var refused = Refused.GetOrCreateValue(context);
        context.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
                refused.Enqueue($"{message.Page?.Url}: {message.Text}");
        };
    }

    public static IReadOnlyCollection<string> RefusedIn(IPage page) => Refused.GetOrCreateValue(page.Context);

    public static void AssertNone(IPage page) => Findings.AssertNone(RefusedIn(page));
}
