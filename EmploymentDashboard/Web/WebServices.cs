using System.Security.Authentication;
using EmploymentDashboard.Operations;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Web;

/// <summary>What holds for every request, whichever page or file it asks for: where it comes from, how much of it there may be, and what its answer tells and does not tell.</summary>
public static class WebServices
{
    private const int Kilobyte = 1024;

    public static void AddWeb(this WebApplicationBuilder builder)
    {
        SettingsSection.Add<ProxyOptions>(builder, "Proxy");
        SettingsSection.Add<HttpsOptions>(builder, "Https");
        SettingsSection.Add<LimitOptions>(builder, "Limits");
        builder.Services.AddProxy();
        builder.Services.AddTrafficLimits();
        builder.Services.AddSizeLimits();
        builder.Services.AddRequestTimeouts();
        builder.Services.AddFailures();
        builder.Services.AddSingleton<RefusalNotes>();
    }

    /// <summary>Must come before whatever answers.</summary>
    public static void UseWeb(this WebApplication app)
    {
        app.UseProxy();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseRefusalNotes();
        app.UseFailures();
        app.UseOwnOrigin();
    }

    private static void AddSizeLimits(this IServiceCollection services)
    {
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>>((options, limits) =>
        {
            options.AddServerHeader = false;
            // Whatever else the system would still take; a setting of an endpoint's own goes before it.
            options.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
            options.Limits.MaxRequestBodySize = limits.Value.FormKilobytes * Kilobyte;
        });
        services.AddOptions<FormOptions>().Configure<IOptions<LimitOptions>>((options, limits) =>
        {
            options.ValueCountLimit = 200;
            options.ValueLengthLimit = limits.Value.FormKilobytes * Kilobyte;
        });
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<HttpsOptions>>((options, https) =>
        {
            options.Cookie.Name = "dashboard-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            OwnCookie.Guard(options.Cookie, https.Value);
        });
        services.AddOptions<CircuitOptions>().Configure<IOptions<LimitOptions>>((options, limits) =>
        {
            options.DisconnectedCircuitMaxRetained = limits.Value.LostPages;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(limits.Value.LostMinutes);
        });
        // Of the circuits' own hub, which has a type that nobody else may name: its options follow the common ones where none of its own are set.
        services.AddOptions<HubOptions>().Configure<IOptions<LimitOptions>>((options, limits) => options.MaximumReceiveMessageSize = limits.Value.MessageKilobytes * Kilobyte);
        services.AddOptions<HostOptions>().Configure<IOptions<LimitOptions>>((options, limits) => options.ShutdownTimeout = TimeSpan.FromSeconds(limits.Value.StopSeconds));
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<LimitOptions>>((options, limits) =>
            options.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(limits.Value.AnswerSeconds), TimeoutStatusCode = StatusCodes.Status504GatewayTimeout });
    }
}
