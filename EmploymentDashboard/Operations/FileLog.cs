using System.Globalization;
using EmploymentDashboard.Database;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Formatting.Json;

namespace EmploymentDashboard.Operations;

/// <summary>What is logged, in files that turn over by day and size and go when they are old. Which levels are logged the section "Logging" says, for the console as well.</summary>
internal static class FileLog
{
    public static void AddFileLog(this ILoggingBuilder logging) => logging.Services.AddSingleton<ILoggerProvider>(services =>
    {
        var options = services.GetRequiredService<IOptions<LogOptions>>().Value;
        return options.ToFile ? Open(options, services.GetRequiredService<DashboardDatabase>()) : NullLoggerProvider.Instance;
    });

    public static string FolderOf(LogOptions options, DashboardDatabase database) =>
        options.Folder.Length > 0 ? Path.GetFullPath(options.Folder, AppContext.BaseDirectory) : Path.Combine(Path.GetDirectoryName(database.Path)!, "logs");

    private static Serilog.Extensions.Logging.SerilogLoggerProvider Open(LogOptions options, DashboardDatabase database)
    {
        var folder = FolderOf(options, database);
        PrivateFolder.Create(folder);
        var file = new LoggerConfiguration().MinimumLevel.Verbose().Enrich.FromLogContext().WriteTo.File(
            new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture),
            Path.Combine(folder, "dashboard-.json"),
            fileSizeLimitBytes: options.FileMegabytes * 1_000_000L,
            rollOnFileSizeLimit: true,
            rollingInterval: RollingInterval.Day,
            retainedFileCountLimit: null,
            retainedFileTimeLimit: TimeSpan.FromDays(options.KeptDays)).CreateLogger();
        return new(file, dispose: true);
    }
}
