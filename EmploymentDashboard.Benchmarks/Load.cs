using System.Diagnostics;
using System.Net;

namespace EmploymentDashboard.Benchmarks;

/// <summary>Asks for one page over and over, eight readers at a time.</summary>
internal static class Load
{
    private const int Readers = 8;

    /// <summary>Pages per second.</summary>
    /// <param name="isCompressed">Whether the readers accept Brotli, as browsers do.</param>
    public static async Task<double> MeasureAsync(string address, TimeSpan duration, bool isCompressed)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, UseCookies = false });
        if (isCompressed)
            client.DefaultRequestHeaders.Add("Accept-Encoding", "br");

        var clock = Stopwatch.StartNew();
        var pages = await Task.WhenAll(Enumerable.Range(0, Readers).Select(async _ =>
        {
            var read = 0;
            while (clock.Elapsed < duration)
            {
                using var response = await client.GetAsync(new Uri(address));
                response.EnsureSuccessStatusCode();
                await response.Content.CopyToAsync(Stream.Null);
                read++;
            }

            return read;
        }));
        return pages.Sum() / clock.Elapsed.TotalSeconds;
    }
}
