using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Operations;

/// <summary>What whoever runs the server needs of it: that its settings are right, how it is, what it does, and that it ends well.</summary>
public static class OperationsServices
{
    /// <summary>Checks with this tag say whether readers may be sent here. A part that has one of its own adds it by <c>AddHealthChecks().AddCheck&lt;T&gt;(name, tags: [Ready])</c>.</summary>
    public const string Ready = "ready";

    public static void AddOperations(this WebApplicationBuilder builder)
    {
        SettingsSection.Add<LogOptions>(builder, "Log");
        SettingsSection.Add<MonitoringOptions>(builder, "Monitoring");
        SettingsSection.Add<KeyOptions>(builder, "Keys");
        builder.Logging.AddFileLog();
        builder.Services.AddKeyProtection(builder.Configuration.GetSection("Keys").Get<KeyOptions>() ?? new());
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [Ready]).AddCheck<DiskHealth>("disk", tags: [Ready]);
        builder.Services.AddMetrics();
        builder.Services.AddSingleton<DashboardMetrics>();
        builder.Services.AddSingleton<CircuitHandler, CircuitCount>();
        builder.Services.AddSingleton<PrometheusText>();
        builder.Services.AddHostedService<LastWrites>();
        builder.Services.AddSingleton<MemoryReturn.Crowd>();
        builder.Services.AddSingleton<CircuitHandler>(provider => provider.GetRequiredService<MemoryReturn.Crowd>());
        builder.Services.AddHostedService<MemoryReturn>();
    }

    /// <summary>Before anything is made of the settings, and after all sections were added.</summary>
    /// <exception cref="SettingsException">With a line for each mistake.</exception>
    public static void CheckSettings(this WebApplicationBuilder builder)
    {
        var sections = builder.Services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<SettingsSection>().ToList();
        if (SettingsCheck.Run(builder.Configuration, sections) is { Count: > 0 } mistakes)
            throw new SettingsException(mistakes);
    }

    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        // Alive is who answers at all.
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
        // It counts from now on, and not from when it is first read.
        var metrics = routes.ServiceProvider.GetRequiredService<PrometheusText>();
        routes.MapGet("/metrics", (HttpContext context) => IsWatcher(context)
            ? Results.Text(metrics.Write(), PrometheusText.MediaType)
            : Results.NotFound()).AllowAnonymous();
    }

    /// <summary>One word for everyone; which check says what, for those who watch over the server.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.Headers.CacheControl = "no-store";
        return IsWatcher(context)
            ? context.Response.WriteAsJsonAsync(new { status = report.Status.ToString(), checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = entry.Value.Status.ToString(), entry.Value.Description }) })
            : context.Response.WriteAsync(report.Status.ToString());
    }

    private static bool IsWatcher(HttpContext context) =>
        Networks.Of(context.RequestServices.GetRequiredService<IOptions<MonitoringOptions>>().Value.Allowed).Contain(context.Connection.RemoteIpAddress);
}
