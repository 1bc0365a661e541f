namespace EmploymentDashboard.Web;

/// <summary>
/// A page's connection is opened by pages of this host only: browsers hold WebSockets to no rule of their own, and say with each where the page is from.
/// By the name of the host and not its port, which a proxy may have taken off.
/// </summary>
internal static class OwnOrigin
{
    /// <summary>Refuses with 403.</summary>
    public static void UseOwnOrigin(this WebApplication app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(TrafficLimits.Circuits, StringComparison.OrdinalIgnoreCase) || IsOwn(context.Request))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    /// <summary>What is no browser says nothing, and has no cookie of anyone's.</summary>
    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase));
}
