using System.Text.Encodings.Web;
using System.Text.Json;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using EmploymentDashboard.Import;
using EmploymentDashboard.Import.Uploads;
using EmploymentDashboard.Operations;
using EmploymentDashboard.Synthetic;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Shell;

/// <summary>What happens before the first page is served: lock the database, check it, migrate, load the data folder, say what was found.</summary>
public static partial class DataLoading
{
    private static readonly JsonSerializerOptions ReadableJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="DatabaseInUseException">Another server or command has the database open.</exception>
    /// <exception cref="SchemaMismatchException">The database was made by another program than this.</exception>
    /// <exception cref="StoreFaultException">The database is damaged, or cannot be opened or written.</exception>
    public static async Task LoadDataAsync(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<DashboardOptions>>().Value;
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("EmploymentDashboard");
        app.Services.GetRequiredService<DatabaseLock>().Take();
        var database = app.Services.GetRequiredService<DashboardDatabase>();
        var (version, isSystems) = (NativeSqlite.Version, NativeSqlite.IsSystemLibrary);
        LogDatabase(log, database.Path, version, isSystems ? "of the system" : "of the bundle");

        app.Services.GetRequiredService<StoreKeeper>().IsCheckDue = await app.Services.GetRequiredService<StoreOpening>().OpenCheckedAsync();
        var folder = options.Demo ? await WriteSyntheticDataAsync(options) : options.DataPath;
        var report = await app.Services.GetRequiredService<DataFolder>().LoadAsync(folder);
        app.Services.GetRequiredService<DatasetState>().Set(options.Demo, report);

        app.Services.GetRequiredService<UploadStore>().Tidy();
        var audit = app.Services.GetRequiredService<AuditTrail>();
        if (Restoring.LastAt(database.Path) is { } restored)
            await audit.AcceptRestoredAsync(restored);
        await audit.AddAsync(new(AuditKind.Started, "server", Detail: typeof(DataLoading).Assembly.GetName().Version?.ToString() ?? ""));
        await WriteDownSettingsAsync(app, audit);

        foreach (var issue in report.Issues)
            LogIssue(log, issue.IsError ? LogLevel.Error : LogLevel.Warning, issue);
        foreach (var file in report.Files.Where(file => file.IsNew))
            LogFile(log, file.Name, file.BatchId, file.Counts.Added, file.Counts.Changed, file.Counts.Rejected);
    }

    /// <summary>They are read at the start only, so that a change of them is seen here: against what was written down when they last changed.</summary>
    private static async Task WriteDownSettingsAsync(WebApplication app, AuditTrail audit)
    {
        var now = SettingsInForce.Of(app.Configuration, app.Services.GetServices<SettingsSection>());
        var before = audit.Entries(new(AuditKind.SettingsChanged), take: 1) is [var last] ? JsonSerializer.Deserialize<Dictionary<string, string>>(last.Event.Detail)! : [];
        if (SettingsInForce.Differences(before, now) is { Count: > 0 } changed)
            await audit.AddAsync(new(AuditKind.SettingsChanged, "server", string.Join(", ", changed), JsonSerializer.Serialize(now, ReadableJson)));
    }

    /// <summary>The generated folder stands beside the generated database.</summary>
    private static async Task<string> WriteSyntheticDataAsync(DashboardOptions options)
    {
        var folder = Path.ChangeExtension(options.DatabasePath, null) + "-data";
        var tables = await ReferenceTables.ReadAsync(options.DataPath);
        SyntheticDataFolder.Write(options.DataPath, tables.Catalog, new(), folder);
        return folder;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Database {Path}, SQLite {Version} {Origin}")]
    private static partial void LogDatabase(ILogger log, string path, string version, string origin);

    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded {File} as batch {Batch}: {Added} added, {Changed} changed, {Rejected} rejected")]
    private static partial void LogFile(ILogger log, string file, long? batch, long added, long changed, long rejected);

    [LoggerMessage(Message = "{Issue}")]
    private static partial void LogIssue(ILogger log, LogLevel level, ImportIssue issue);
}
