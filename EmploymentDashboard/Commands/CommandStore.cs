using System.CommandLine;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using EmploymentDashboard.Shell;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>
/// The store for commands that only read, a running server beside them or not. They use the server's settings without building its host,
/// which would take longer than most of their answers.
/// </summary>
internal static class CommandStore
{
    /// <summary>The settings as the server reads them from its files and the environment.</summary>
    public static IConfiguration Configuration()
    {
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production;
        return new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{environment}.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
    }

    /// <summary>Where the database and the data are: the settings, and what the command line says.</summary>
    public static DashboardOptions Options(ParseResult parsed)
    {
        var options = new DashboardOptions();
        Configuration().GetSection("Dashboard").Bind(options);
        options.Database = parsed.GetValue<string>(DashboardCommand.Database) ?? options.Database;
        options.Data = parsed.GetValue<string>(DashboardCommand.Data) ?? options.Data;
        options.Demo = parsed.CommandResult.Command is DashboardCommand && parsed.GetValue<bool>(DashboardCommand.Demo);
        return options;
    }

    /// <summary>Where backups go and which are kept, by the same settings.</summary>
    public static BackupOptions Backups(ParseResult parsed)
    {
        var options = new BackupOptions();
        Configuration().GetSection("Backup").Bind(options);
        options.Folder = SettingOf(parsed, "--Backup:Folder") ?? options.Folder;
        return options;
    }

    /// <summary>The database, to be read only. The caller disposes it.</summary>
    /// <exception cref="FileNotFoundException">There is none yet.</exception>
    /// <exception cref="SchemaMismatchException">It was made by another program than this.</exception>
    public static DashboardDatabase Open(DashboardOptions options)
    {
        var database = OpenAny(options);
        try
        {
            new Migrator(database, TimeProvider.System).RequireCurrent();
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>The database whatever its schema, to be read only. The caller disposes it.</summary>
    /// <exception cref="FileNotFoundException">There is none yet.</exception>
    public static DashboardDatabase OpenAny(DashboardOptions options)
    {
        var path = options.DatabasePath;
        return File.Exists(path)
            ? new(path, isReadOnly: true)
            : throw new FileNotFoundException(Say($"没有数据库 {path}。先导入文件或启动一次服务器，或用 --database 指明。", $"There is no database {path}. Import a file or start the server once, or name another with --database."));
    }

    /// <summary>What the server's command line sets; commands take no settings.</summary>
    private static string? SettingOf(ParseResult parsed, string name)
    {
        var tokens = parsed.UnmatchedTokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] == name && i + 1 < tokens.Count)
                return tokens[i + 1];
            if (tokens[i].StartsWith(name + "=", StringComparison.Ordinal))
                return tokens[i][(name.Length + 1)..];
        }

        return null;
    }
}
