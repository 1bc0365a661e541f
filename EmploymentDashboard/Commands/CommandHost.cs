using System.CommandLine;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using EmploymentDashboard.Shell;
using Microsoft.Extensions.Options;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Gives commands the services and settings of the server, without the server.</summary>
internal static class CommandHost
{
    /// <summary>Runs work that writes, with the database locked and brought to the program's schema.</summary>
    /// <exception cref="DatabaseInUseException">A server or another command has it open. Nothing was touched.</exception>
    public static async Task<int> WriteAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> work)
    {
        await using var app = Builder(parsed).Build();
        app.Services.GetRequiredService<DatabaseLock>().Take();
        await app.Services.GetRequiredService<StoreOpening>().OpenAsync();
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs work that only reads; a server may have the database open meanwhile.</summary>
    /// <exception cref="FileNotFoundException">There is no database yet.</exception>
    /// <exception cref="SchemaMismatchException">It was made by another program than this.</exception>
    public static async Task<int> ReadAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> work)
    {
        var builder = Builder(parsed);
        builder.Services.AddSingleton(provider => new DashboardDatabase(provider.GetRequiredService<IOptions<DashboardOptions>>().Value.DatabasePath, isReadOnly: true));
        await using var app = builder.Build();
        var path = app.Services.GetRequiredService<IOptions<DashboardOptions>>().Value.DatabasePath;
        if (!File.Exists(path))
            throw new FileNotFoundException(Say($"没有数据库 {path}。启动一次服务器，或用 --database 指明。", $"There is no database {path}. Start the server once, or name another with --database."));

        app.Services.GetRequiredService<Migrator>().RequireCurrent();
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Standard output belongs to what a command answers, so nothing is logged.</summary>
    private static WebApplicationBuilder Builder(ParseResult parsed)
    {
        string[] options = [DashboardCommand.Database, DashboardCommand.Data];
        var builder = DashboardApp.CreateBuilder([.. options.SelectMany<string, string>(option => parsed.GetValue<string>(option) is { } value ? [option, value] : [])]);
        builder.Logging.ClearProviders();
        return builder;
    }
}
