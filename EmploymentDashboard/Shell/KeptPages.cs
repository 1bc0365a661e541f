using System.Globalization;
using EmploymentDashboard.Database;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace EmploymentDashboard.Shell;

/// <summary>
/// Pages that all readers get alike are made once and kept for a minute, until the figures change: see <c>[OutputCache]</c> on a page. Who has signed in
/// always gets a page of their own.
/// </summary>
internal sealed class KeptPages(DashboardDatabase database, DatasetState dataset) : IOutputCachePolicy
{
    /// <summary>The name by which a page asks for it.</summary>
    public const string Policy = "kept";

    private const long Megabyte = 1_000_000;

    /// <summary>Much shorter than the five minutes for which the framework lets a page that it made begin a circuit.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<KeptPages>();
        services.AddOutputCache();
        services.AddOptions<OutputCacheOptions>().Configure<KeptPages>((options, pages) =>
        {
            (options.SizeLimit, options.MaximumBodySize) = (32 * Megabyte, Megabyte);
            options.AddPolicy(Policy, pages);
        });
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isForAll = HttpMethods.IsGet(request.Method) && context.HttpContext.User.Identity is not { IsAuthenticated: true };
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (isForAll, isForAll, isForAll, isForAll);
        if (isForAll)
            context.HttpContext.Response.OnStarting(DropCookies, context.HttpContext.Response);
        context.ResponseExpirationTimeSpan = Longest;
        var rules = context.CacheVaryByRules;
        rules.QueryKeys = "*";
        // Pages name their own address in full, for those who show a preview of a link.
        rules.VaryByHost = true;
        rules.VaryByValues["scheme"] = request.Scheme;
        rules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        rules.VaryByValues["encoding"] = request.Headers.AcceptEncoding.ToString();
        // An answer may be newer than its version says, never older.
        rules.VaryByValues["figures"] = string.Create(CultureInfo.InvariantCulture, $"{database.Version} {database.IsDamaged} {dataset.Current.GetHashCode()}");
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }

    /// <summary>The token of forms, which a reader of these pages has no use for, and which must be nobody else's. It is set as the answer starts, before this is called.</summary>
    private static Task DropCookies(object response)
    {
        ((HttpResponse)response).Headers.Remove(HeaderNames.SetCookie);
        return Task.CompletedTask;
    }
}
