using Microsoft.Net.Http.Headers;

namespace EmploymentDashboard.Web;

/// <summary>What every answer tells the browser about itself, whatever made it.</summary>
internal static class SecurityHeaders
{
    /// <summary>The features of a device that no page here uses.</summary>
    private const string Features = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";

    /// <summary>Must come before whatever answers.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    });

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var (headers, policy) = (context.Response.Headers, ContentPolicy.Of(context));
        // A file that brings a stricter policy of its own keeps it.
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = policy.ToString();
        headers.XContentTypeOptions = "nosniff";
        // Files of the program do not say so themselves.
        if (context.Response.ContentType is { } type && type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.Contains("charset", StringComparison.OrdinalIgnoreCase))
            context.Response.ContentType = type + "; charset=utf-8";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Features;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = policy.IsFramedByItselfOnly ? "same-origin" : "cross-origin";
        // For browsers that do not know the policy's word on frames; it has no way to name other sites.
        if (policy.IsFramedByItselfOnly)
            headers.XFrameOptions = "SAMEORIGIN";
        else
            headers.Remove(HeaderNames.XFrameOptions);

        // Styles and scripts say themselves how long they keep. What belongs to someone who has signed in is kept nowhere, as on a shared computer.
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = context.User.Identity is { IsAuthenticated: true } ? "no-store" : "no-cache";
        return Task.CompletedTask;
    }
}
