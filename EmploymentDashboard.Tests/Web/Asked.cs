using System.Net.Http.Headers;
using EmploymentDashboard.Tests.Shell;

namespace EmploymentDashboard.Tests.Web;

/// <summary>Requests with headers as a test wants them.</summary>
internal static class Asked
{
    /// <param name="headers">Name, value, name, value.</param>
    public static async Task<HttpResponseMessage> AskAsync(this RunningDashboard dashboard, string address, params string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        for (var i = 0; i < headers.Length; i += 2)
            Assert.True(request.Headers.TryAddWithoutValidation(headers[i], headers[i + 1]));
        return await dashboard.Client.SendAsync(request);
    }

    public static async Task<string> TextAsync(this HttpResponseMessage response) => await response.Content.ReadAsStringAsync();

    /// <summary>The value of a header of the answer or of its content; empty where it has none.</summary>
    public static string Header(this HttpResponseMessage response, string name) =>
        Values(response.Headers, name) ?? Values(response.Content.Headers, name) ?? "";

    private static string? Values(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
