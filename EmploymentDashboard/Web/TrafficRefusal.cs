using System.Globalization;
using System.Net.Mime;
using System.Threading.RateLimiting;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.RateLimiting;

namespace EmploymentDashboard.Web;

/// <summary>What is told to who asks too much: a page to browsers, problem details to programs, a line to scripts, which show it within their page.</summary>
internal static class TrafficRefusal
{
    /// <summary>Of a limit that does not say when there is room again.</summary>
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(30);

    private static readonly Bilingual Title = new("请求太多", "Too many requests");

    public static async ValueTask WriteAsync(OnRejectedContext rejection, CancellationToken cancellation)
    {
        var (context, response) = (rejection.HttpContext, rejection.HttpContext.Response);
        var wait = rejection.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : UsualWait;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var later = new Bilingual($"请 {seconds} 秒后再试。", $"Please try again in {seconds} seconds.");

        if (IsProgram(context.Request))
        {
            await Results.Problem(type: "urn:employment-dashboard:problem:too-many-requests", title: Title, detail: later, statusCode: response.StatusCode).ExecuteAsync(context);
        }
        else if (BarePage.IsAskedFor(context.Request))
        {
            await BarePage.WriteAsync(response, Title, new($"<p>{later.Zh}</p>", $"<p>{later.En}</p>"), cancellation);
        }
        else
        {
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync(new Bilingual($"{Title.Zh}，{later.Zh}", $"{Title.En}. {later.En}"), cancellation);
        }
    }

    private static bool IsProgram(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || request.Headers.Accept.ToString().Contains(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase);
}
