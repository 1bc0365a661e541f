namespace EmploymentDashboard.Web;

/// <summary>
/// Who was refused what, in the log: forms that were forged or have expired, other sites’ connections, too much at once, too many requests.
/// The same to the same asker once a minute, and so many a minute of all, for a flood of them would fill the log; /metrics counts each.
/// </summary>
internal sealed partial class RefusalNotes(TimeProvider clock, ILogger<RefusalNotes> log)
{
    public const int MostInAMinute = 60;

    private readonly Lock _lock = new();
    private readonly HashSet<(string Asker, int Status, string Asked)> _noted = [];
    private DateTimeOffset _since;

    /// <param name="asked">In the program's own words: what a request brings along is not repeated.</param>
    public void Note(string asker, int status, string asked)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (now - _since >= TimeSpan.FromMinutes(1))
            {
                _since = now;
                _noted.Clear();
            }

            if (_noted.Count >= MostInAMinute || !_noted.Add((asker, status, asked)))
                return;
        }

        LogRefused(log, status, asker, asked);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused with {Status}: {Asker} asked for {Asked}")]
    private static partial void LogRefused(ILogger log, int status, string asker, string asked);
}

internal static class RefusalNoting
{
    /// <summary>Must come before whatever refuses. What a role does not permit has a line of its own already.</summary>
    public static void UseRefusalNotes(this WebApplication app)
    {
        var notes = app.Services.GetRequiredService<RefusalNotes>();
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response.StatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status403Forbidden or StatusCodes.Status413PayloadTooLarge or StatusCodes.Status429TooManyRequests)
                notes.Note(TrafficLimits.AskerOf(context), context.Response.StatusCode, Asked(context));
        });
    }

    private static string Asked(HttpContext context) =>
        context.GetEndpoint()?.DisplayName
        ?? (context.Request.Path.StartsWithSegments(TrafficLimits.Circuits, StringComparison.OrdinalIgnoreCase) ? TrafficLimits.Circuits : "an address that is none");
}
