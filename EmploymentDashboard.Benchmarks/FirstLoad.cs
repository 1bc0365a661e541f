using Microsoft.Playwright;

namespace EmploymentDashboard.Benchmarks;

/// <summary>What a browser with an empty cache fetches to show a page.</summary>
/// <param name="Requests">Number of requests, without the circuit's own.</param>
/// <param name="Bytes">Bytes on the wire, headers and bodies as compressed.</param>
internal sealed record FirstLoad(int Requests, long Bytes)
{
    public static async Task<FirstLoad> MeasureAsync(IBrowser browser, string address)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var sizes = new List<Task<RequestSizesResult>>();
        page.RequestFinished += (_, request) =>
        {
            if (!request.Url.Contains("/_blazor", StringComparison.Ordinal))
                sizes.Add(request.SizesAsync());
        };
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var all = await Task.WhenAll(sizes);
        return new(all.Length, all.Sum(size => (long)size.ResponseBodySize + size.ResponseHeadersSize));
    }
}
