using System.Globalization;
using EmploymentDashboard.Database;
using EmploymentDashboard.Features.Areas;
using EmploymentDashboard.Features.Explorer;
using EmploymentDashboard.Features.Overview;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Features;

/// <summary>
/// Asks what everyone asks first, at the start and after each batch, so that no reader waits for it: over a million figures counting them all takes
/// seconds. The answers are those that the readers' own questions keep.
/// </summary>
internal sealed partial class AnswersAhead(DashboardDatabase database, Overviews overviews, ExplorerQuery explorer, AreaQuery areas, TimeProvider clock, ILogger<AnswersAhead> log) : BackgroundService
{
    /// <summary>While batches follow one another more closely than this, none of them is the last.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];

    /// <summary>Asks all of it for the figures as they are.</summary>
    internal void Ask(CancellationToken cancellation = default)
    {
        var own = CultureInfo.CurrentUICulture;
        foreach (var language in Languages)
        {
            CultureInfo.CurrentUICulture = language;
            _ = overviews.Current;
        }

        CultureInfo.CurrentUICulture = own;
        areas.Lines();
        foreach (var line in explorer.Indicators().Take(ExplorerQuery.MostKept))
        {
            cancellation.ThrowIfCancellationRequested();
            explorer.Figures(line.Indicator, asOf: null);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long asked = 0;
        using var ticks = new PeriodicTimer(Rest, clock);
        for (var seen = database.Version; await ticks.WaitForNextTickAsync(stoppingToken); seen = database.Version)
        {
            if (seen == asked || seen != database.Version)
                continue;

            asked = seen;
            try
            {
                Ask(stoppingToken);
            }
            catch (SqliteException failure)
            {
                // Whoever asks for it on a page is told.
                LogFailure(log, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What readers ask first could not be asked ahead")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
