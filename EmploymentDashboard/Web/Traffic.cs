using System.Net;
using System.Threading.RateLimiting;
using EmploymentDashboard.Operations;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Web;

/// <summary>What is counted.</summary>
public enum Traffic
{
    Upload,
    Download,
    Search,
    Form,
}

/// <summary>How much one address or person, and all together, may ask of the server. Who asks for more is told when to come back.</summary>
public static class TrafficLimits
{
    /// <summary>Where the connections of open pages come in.</summary>
    internal const string Circuits = "/_blazor";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Counts requests to this endpoint, or to all of a group.</summary>
    public static T Counted<T>(this T endpoints, Traffic kind)
        where T : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint => endpoint.Metadata.Add(kind));
        return endpoints;
    }

    internal static void AddTrafficLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>((options, limits) =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => KindOf(context) is { } kind ? WithinAMinute($"{kind} {AskerOf(context)}", Most(limits.Value, kind)) : Unlimited()),
                PartitionedRateLimiter.Create<HttpContext, string>(context => IsCircuit(context) ? AtOnce(AskerOf(context), limits.Value.OpenPages) : Unlimited()),
                PartitionedRateLimiter.Create<HttpContext, string>(context => IsCircuit(context) ? AtOnce("all", limits.Value.OpenPagesInAll) : Unlimited()));
            options.OnRejected = TrafficRefusal.WriteAsync;
        });
    }

    /// <summary>One who has signed in, or else one address. Of IPv6 a house has 2⁶⁴ of them.</summary>
    internal static string AskerOf(HttpContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true, Name: { } name })
            return "user " + name;
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";

        address = Networks.Plain(address);
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]]).ToString()
            : address.ToString();
    }

    private static Traffic? KindOf(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.OfType<Traffic>().Cast<Traffic?>().FirstOrDefault() is { } kind)
            return kind;
        if (context.Request.Path.StartsWithSegments("/search", StringComparison.OrdinalIgnoreCase))
            return Traffic.Search;
        return HttpMethods.IsPost(context.Request.Method) && !context.Request.Path.StartsWithSegments(Circuits, StringComparison.OrdinalIgnoreCase) ? Traffic.Form : null;
    }

    /// <summary>A page's connection lasts as long as its request.</summary>
    private static bool IsCircuit(HttpContext context) => context.Request.Path == Circuits || context.Request.Path == Circuits + "/negotiate";

    private static int Most(LimitOptions limits, Traffic kind) => kind switch
    {
        Traffic.Upload => limits.Uploads,
        Traffic.Download => limits.Downloads,
        Traffic.Search => limits.Searches,
        Traffic.Form => limits.Forms,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static RateLimitPartition<string> WithinAMinute(string key, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = most, Window = Minute, QueueLimit = 0 });

    private static RateLimitPartition<string> AtOnce(string key, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(key, _ => new() { PermitLimit = most, QueueLimit = 0 });

    private static RateLimitPartition<string> Unlimited() => RateLimitPartition.GetNoLimiter("unlimited");
}
