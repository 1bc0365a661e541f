using EmploymentDashboard.Operations;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Web;

/// <summary>The server behind a reverse proxy, and by https.</summary>
internal static class Proxy
{
    private const string Programs = "/api";

    public static void AddProxy(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((options, proxy) =>
        {
            // The host is what the proxy passes on as such, and is held to AllowedHosts.
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // As many as are known, one behind the other; the first unknown one is the reader.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in Networks.Of(proxy.Value.Known).All)
                options.KnownIPNetworks.Add(network);
        });
        services.AddOptions<HttpsRedirectionOptions>().Configure<IOptions<HttpsOptions>>((options, https) =>
            (options.HttpsPort, options.RedirectStatusCode) = (https.Value.Port, StatusCodes.Status308PermanentRedirect));
        services.AddOptions<HstsOptions>().Configure<IOptions<HttpsOptions>>((options, https) => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(https.Value.RememberedDays), https.Value.Subdomains));
        // Who names no known host learns nothing else.
        services.Configure<HostFilteringOptions>(options => options.IncludeFailureMessage = false);
    }

    public static void UseProxy(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Services.GetRequiredService<IOptions<HttpsOptions>>().Value.Only)
            return;

        app.UseHsts();
        // Whatever watches over the server asks it on its own machine, without a certificate.
        app.UseWhen(context => !IsBelow(context, "/health") && !IsBelow(context, "/metrics") && !IsBelow(context, Programs), redirected => redirected.UseHttpsRedirection());
        // A program that was led on would go on sending its token unencrypted, and nobody would notice.
        app.UseWhen(context => IsBelow(context, Programs) && !context.Request.IsHttps, refused => refused.Run(context => Results.Problem(
            title: Say("请用 https", "Use https"),
            detail: Say("令牌刚才未加密传送，请撤销它，改用 https:// 地址。", "The token was just sent unencrypted: revoke it, and use the address with https://."),
            statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context)));
    }

    private static bool IsBelow(HttpContext context, string path) => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);
}
