using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;

namespace EmploymentDashboard.Shell;

/// <summary>What is said once the server answers, and its address is known.</summary>
internal static partial class Announcement
{
    /// <summary>Tells other processes where the server is, and the operator how to make the first administrator.</summary>
    public static void AnnounceWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = Reachable(app.Urls.First());
        app.Services.GetRequiredService<DatabaseLock>().Announce(address);
        if (app.Services.GetRequiredService<SetupLink>().Open() is { } token)
            LogSetup(app.Logger, address + SetupLink.Address(token));
    });

    /// <summary>A server that listens on every address is reached, from its own machine, at localhost.</summary>
    private static string Reachable(string url)
    {
        foreach (var every in (string[])["//0.0.0.0", "//[::]", "//*", "//+"])
            url = url.Replace(every, "//localhost", StringComparison.Ordinal);
        return url;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no administrator yet. Make the first one at {Link} (good once, until the next start)")]
    private static partial void LogSetup(ILogger log, string link);
}
