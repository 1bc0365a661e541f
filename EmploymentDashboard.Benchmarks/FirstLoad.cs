using Microsoft.Playwright;

namespace EmploymentDashboard.Benchmarks;

/// <summary>What a browser fetches to show a page.</summary>
/// <param name="Requests">Number of requests; the circuit's connection is one.</param>
/// <param name="Bytes">Bytes on the wire, headers and bodies as compressed, without the circuit's.</param>
/// <param name="CircuitBytes">Bytes that came through the circuit, as they are before the connection compresses them.</param>
internal sealed record FirstLoad(int Requests, long Bytes, long CircuitBytes)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    public double Kilobytes => (Bytes + CircuitBytes) / 1000.0;

    /// <summary>With an empty cache, and then by a link to a second page.</summary>
    /// <param name="link">Selects a link of the first page.</param>
    public static async Task<(FirstLoad First, FirstLoad Second)> MeasureAsync(IBrowser browser, string address, string link)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var sizes = new List<Task<RequestSizesResult>>();
        long circuit = 0;
        page.RequestFinished += (_, request) => sizes.Add(request.SizesAsync());
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => circuit += frame.Binary?.Length ?? frame.Text?.Length ?? 0;
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Task.Delay(Quiet);
        var first = await CountAsync();
        (sizes, circuit) = ([], 0);

        await page.Locator(link).First.ClickAsync();
        await page.WaitForURLAsync(url => url != address);
        await Task.Delay(Quiet);
        return (first, await CountAsync());

        async Task<FirstLoad> CountAsync()
        {
            var all = await Task.WhenAll(sizes);
            return new(all.Length, all.Sum(size => (long)size.ResponseBodySize + size.ResponseHeadersSize), circuit);
        }
    }
}
