using EmploymentDashboard.Operations;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Web;

/// <summary>The server behind a reverse proxy, and by https.</summary>
internal static class Proxy
{
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
        services.AddOptions<HstsOptions>().Configure<IOptions<HttpsOptions>>((options, https) => options.MaxAge = TimeSpan.FromDays(https.Value.RememberedDays));
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
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase) && !context.Request.Path.StartsWithSegments("/metrics", StringComparison.OrdinalIgnoreCase), redirected => redirected.UseHttpsRedirection());
    }
}
